/** What resembles a request of the invented town: two notices for the course of first aid, none for the others. */
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { isExempt, type SimilarNotice } from '#shared/requests/comparison.ts';
import { compare } from '#shared/requests/comparisonDecide.ts';
import type { FakeDesk } from './fakeDesk.ts';
import type { FakeHandlers } from './fakeHandlers.ts';

const LINK = 'https://www.comune.valdombra.example/novita/primo-soccorso';
const SENT_AT: Instant = '2026-11-12T09:04:00.000Z';
const PLANNED: Instant = '2026-11-30T09:00:00.000Z';

const SIMILAR: Readonly<Record<string, readonly SimilarNotice[]>> = {
  'soccorso-1': [
    {
      id: 'entry-204',
      kind: 'sent',
      number: '2026/0204',
      title: 'Corso di primo soccorso',
      when: SENT_AT,
      office: 'Servizi sociali',
      askedBy: 'Chiara Donà',
      link: LINK,
      text: `*Corso di primo soccorso*\nIl corso gratuito comincia sabato 5 dicembre alle 9 al centro civico.\n${LINK}`,
      score: 0.86,
      verdict: 'duplicate',
      why: ['Stesso link', 'A distanza di 12 giorni'],
      series: null,
      asSeries: { name: 'Corso di primo soccorso', index: 2, of: 2 },
      decided: null,
    },
    {
      id: 'defibrillatori-1',
      kind: 'queued',
      number: null,
      title: 'Corso sui defibrillatori',
      when: PLANNED,
      office: 'Sport',
      askedBy: null,
      link: null,
      text: 'Il corso sui defibrillatori comincia sabato 19 dicembre al centro civico.',
      score: 0.38,
      verdict: 'similar',
      why: ['Testo simile'],
      series: null,
      asSeries: { name: 'Corso sui defibrillatori', index: 2, of: 2 },
      decided: null,
    },
  ],
};

const unknown = (): Result<never, Problem> =>
  problem('request-unknown', 'Questa richiesta non c’è più.', 'Torna all’elenco delle richieste.');

/** The methods about similar notices and series. */
export function fakeSimilar(desk: FakeDesk): FakeHandlers {
  const known = desk.rows().flatMap(({ id, title, series }) =>
    series
      ? [
          {
            name: series.name,
            of: series.of,
            notices: [{ id, kind: 'request' as const, index: series.index, number: null, title, when: null }],
          },
        ]
      : [],
  );
  return {
    'requests.similar': ({ id }) => {
      const request = desk.request(id);
      if (!request) return unknown();
      const candidates = (SIMILAR[id] ?? [])
        .filter((one) => {
          const decided = request.comparisons.find((each) => each.with === one.id);
          return !(decided?.verdict === 'serie') && !isExempt(request, one);
        })
        .map((one) => ({ ...one, decided: request.comparisons.find((each) => each.with === one.id) ?? null }));
      return ok({
        candidates: structuredClone(candidates),
        sent: 1_603,
        queued: 3,
        forwarded: 2,
        asked: 4,
        at: desk.now,
      });
    },
    'requests.compare': ({ id, with: other, letter: _letter, ...choice }) => {
      const request = desk.request(id);
      const notice = SIMILAR[id]?.find((one) => one.id === other);
      const context = desk.context();
      if (!request || !notice) return unknown();
      if (!context.ok) return context;
      const kept = desk.keep(compare(request, notice, choice, context.value));
      return kept.ok ? ok({ effect: null }) : kept;
    },
    'requests.series': () => ok(known),
  };
}
