/** The decisions of the head that somebody else wrote down (P38): all there were about a text, oldest first. Pure. */
import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { daySchema, sayDayAndYear } from '#shared/kernel/day.ts';
import { instantSchema, romeOf } from '#shared/kernel/instant.ts';
import { approvalWaySchema, draftFacts } from './facts.ts';

/** What was noted beside it is not here: it may tell why the head is away (P3), and goes on no paper. */
export const heardSchema = z.object({
  outcome: z.enum(['approvata', 'approvata con modifiche', 'restituita', 'non selezionata', 'rinviata']),
  /** Who decided, when and how. */
  by: z.string(),
  at: instantSchema,
  way: approvalWaySchema.exclude(['app']),
  /** Who wrote it down, and when. */
  recordedBy: z.string(),
  recordedAt: instantSchema,
  /** Why it was not approved; null of an approval. */
  why: z.string().nullable(),
  /** The day it was put off to. */
  until: daySchema.nullable(),
});
export type Heard = z.infer<typeof heardSchema>;

const DECLINED = {
  'draft.returned': 'restituita',
  'draft.refused': 'non selezionata',
  'draft.postponed': 'rinviata',
} as const;

/** What the facts of one text tell of such decisions; those taken back right after are to be left out before (P67). */
export function heardIn(standing: readonly Fact[]): readonly Heard[] {
  let forwarded = '';
  return inOrder(standing).flatMap((raw): readonly Heard[] => {
    const fact = readFact(draftFacts, raw);
    const written = fact && { recordedBy: fact.actor, recordedAt: fact.at };
    switch (fact?.type) {
      case 'draft.forwarded':
        forwarded = fact.body.hash;
        return [];
      case 'draft.approved': {
        const { way, elsewhere, hash } = fact.body;
        if (!elsewhere || way === 'app' || !written) return [];
        const outcome = hash === forwarded ? 'approvata' : 'approvata con modifiche';
        return [{ outcome, ...elsewhere, way, ...written, why: null, until: null }];
      }
      case 'draft.returned':
      case 'draft.refused':
      case 'draft.postponed': {
        const { elsewhere, why } = fact.body;
        if (!elsewhere || !written) return [];
        const { by, at, way } = elsewhere;
        const until = fact.type === 'draft.postponed' ? fact.body.until : null;
        return [{ outcome: DECLINED[fact.type], by, at, way, ...written, why, until }];
      }
      default:
        return [];
    }
  });
}

/** `Rinviata a giovedì 5 marzo 2026`: what was decided. */
export const sayHeardOutcome = ({ outcome, until }: Pick<Heard, 'outcome' | 'until'>): string =>
  `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}${until === null ? '' : ` a ${sayDayAndYear(until)}`}`;

/** The whole decision on one line, for a cell of a sheet; `name` turns the id of a person into a name. */
export function sayHeard(heard: Heard, name: (person: string) => string): string {
  const moment = (instant: string): string => {
    const { day, time } = romeOf(instant);
    return `${sayDayAndYear(day)} alle ${time}`;
  };
  const { by, at, way, recordedBy, recordedAt, why } = heard;
  const reason = why === null || why.trim() === '' ? '' : `. Motivo: ${why.trim()}`;
  return `${sayHeardOutcome(heard)} per ${way} da ${name(by)} ${moment(at)}, lo scrive ${name(recordedBy)} ${moment(recordedAt)}${reason}`;
}
