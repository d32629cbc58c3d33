import type { Desk, Done } from '#electron/desk/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { type RequestDataChange, requestFact } from '#shared/requests/facts.ts';
import { foldRequest, isDecided } from '#shared/requests/foldRequest.ts';
import { inOrder, joinApart, separate } from '#shared/requests/joinApart.ts';
import { makeSeries, seriesMemberId, type WantedSeries } from '#shared/requests/makeSeries.ts';
import { cutCases } from './cuts.ts';
import { unknownRequest } from './requests.ts';
import type { RequestStore } from './store.ts';

interface Joining {
  readonly id: string;
  readonly with: string;
  readonly data?: RequestDataChange;
}

const tooLate = (): Result<never, Problem> =>
  problem({
    code: 'series-stays',
    what: 'Sono passati i dieci secondi, oppure su una delle richieste è già stato deciso: la serie resta.',
    remedy: 'Chiudi le richieste che non servono, con il motivo.',
  });

/** Two requests become one, and one becomes several (P12, P15): each is one act, and can be taken back. */
export function joiningCases(desk: Desk, store: RequestStore) {
  const cuts = cutCases(desk, store);
  /** The act that made a series of this request a few seconds ago at this desk; `undefined` when there was none. */
  const lastSeries = (id: string) => {
    const facts = desk.journal.factsOf(`request/${id}`);
    const last = facts.findLast(({ type, body }) => type === 'request.dataSet' && 'series' in Object(body));
    const isMine = last?.dev === desk.journal.device() && desk.now() <= afterUndo(last.at);
    const mail = store.get(id)?.mail;
    const ofMail = mail ? desk.journal.factsOf(`mail/${mail}`) : [];
    const before = isMine ? foldRequest(id, [...facts.filter((fact) => fact !== last), ...ofMail]) : undefined;
    return before && last ? { before, made: last } : undefined;
  };
  return {
    /** Of one e-mail they are one stretch of it; of two the earlier one goes on. */
    join: ({ id, with: other, data = {} }: Joining): Result<{ id: string; joined?: string }, Problem> => {
      const [one, two] = [store.get(id), store.get(other)];
      if (!one || !two || one.id === two.id) return unknownRequest();
      if (one.mail !== null && one.mail === two.mail) return cuts.join({ id, with: other, data });
      const [kept, joined] = inOrder(one, two);
      const done = desk.act((context) => joinApart(one, two, data, context));
      return map(done, () => ({ id: kept.id, joined: joined.id }));
    },
    separate: ({ id }: { readonly id: string }): Result<{ id: string }, Problem> => {
      const request = store.get(id);
      if (!request) return unknownRequest();
      return map(
        desk.act(() => separate(request)),
        () => ({ id }),
      );
    },
    makeSeries: ({ id, ...wanted }: WantedSeries & { readonly id: string }): Result<{ ids: string[] }, Problem> => {
      const request = store.get(id);
      if (!request) return unknownRequest();
      const days = [...new Set(wanted.days)].toSorted();
      const ids = [id, ...days.slice(1).map((day) => seriesMemberId(id, day))];
      return map(
        desk.act((context) => makeSeries(request, wanted, context)),
        () => ({ ids }),
      );
    },
    /** Takes the series back within the seconds of undo: one request, as it stood before. */
    undoSeries: ({ id }: { readonly id: string }): Done => {
      const last = lastSeries(id);
      const series = store.get(id)?.series;
      if (!last || !series) return tooLate();
      const members = store
        .inSeries()
        .filter((one) => one.id.startsWith(`${id}-il-`) && one.series?.name === series.name)
        .flatMap((one) => store.get(one.id) ?? []);
      if (members.some(isDecided)) return tooLate();
      const { sendDate, sendTime } = last.before.data;
      const { series: former } = last.before;
      return desk.act(() =>
        ok([
          requestFact('request.dataSet', `request/${id}`, { sendDate, sendTime, series: former }),
          ...members.map((one) => requestFact('request.takenBack', `request/${one.id}`, {})),
        ]),
      );
    },
  };
}
