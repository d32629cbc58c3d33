import type { NewFact } from '#shared/journal/fact.ts';
import { type Day, daysBetween, type Time } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import { dataFacts, requireOpen } from './decide.ts';
import { requestFact } from './facts.ts';
import type { Request } from './request.ts';

/** A series to be made of one request (P15): its name, the days of its notices, and the hour of all of them. */
export interface WantedSeries {
  readonly name: string;
  readonly days: readonly Day[];
  readonly time: Time | null;
}

/** Days in a row are one event, which gets one notice (P15). */
export const areInARow = (days: readonly Day[]): boolean =>
  days.length > 1 && days.every((day, index) => index === 0 || daysBetween(days[index - 1] ?? day, day) === 1);

/** The id of a notice of a series: the same on every desk, so that the same series made twice is made once. */
export const seriesMemberId = (first: string, day: Day): string => `${first}-il-${day}`;

/**
 * One request with several dates becomes a series in one act (P15): it keeps the first day, and each other day is a request
 * of its own, in charge of whoever has the first. Problems: it is decided, or the days are fewer than two.
 */
export function makeSeries(
  request: Request,
  { name, days, time }: WantedSeries,
  context: Context,
): Result<readonly NewFact[], Problem> {
  const open = requireOpen(request);
  if (!open.ok) return open;
  const [first, ...others] = [...new Set(days)].toSorted();
  if (first === undefined || others.length === 0) {
    return problem({
      code: 'series-too-short',
      what: 'Una serie ha almeno due giorni diversi.',
      remedy: 'Aggiungi un altro giorno, oppure lascia una richiesta sola.',
    });
  }
  const of = others.length + 1;
  const { id, asked, mail, span, title, sender, receivedAt, warnings, data, confirmed } = request;
  const isMine = request.inCharge?.person === context.actor;
  const added = others.flatMap((day, index): readonly NewFact[] => {
    const ent = `request/${seriesMemberId(id, day)}`;
    const series = { name, index: index + 2, of };
    const known = Object.fromEntries(confirmed.map((key) => [key, data[key]]));
    return [
      requestFact('request.received', ent, {
        ...{ mail, span, title, sender, receivedAt, warnings: [...warnings] },
        ...{ index: request.index, of: request.of },
        asked: { ...asked, sendDate: day, sendTime: time },
      }),
      requestFact('request.dataSet', ent, { ...known, sendDate: day, sendTime: time, series }),
      ...(isMine ? [requestFact('request.takenInCharge', ent, { round: 1 })] : []),
    ];
  });
  const change = { sendDate: first, sendTime: time, series: { name, index: 1, of } };
  return ok([...dataFacts(request, change), ...added]);
}
