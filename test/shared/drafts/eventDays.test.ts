import { expect, it } from 'vitest';
import { eventIn } from '#shared/drafts/eventDays.ts';

const said = (text: string, today = '2026-03-02'): string => {
  const event = eventIn(text, today);
  if (!event) return 'niente';
  return [event.first, event.last].map(({ day, time }) => [day, time].filter(Boolean).join(' ')).join(' → ');
};

it.each([
  ['Sagra il 13 giugno alle 21.', '2026-06-13 21:00 → 2026-06-13 21:00'],
  ['Giovedì 5 marzo, dalle 8:00 alle 18:00, via Roma è chiusa.', '2026-03-05 18:00 → 2026-03-05 18:00'],
  ['Festa dal 27 al 29 novembre in piazza.', '2026-11-27 → 2026-11-29'],
  ['Iscrizioni entro il 9 dicembre. Ti aspettiamo sabato 12 dicembre alle 15:30.', '2026-12-09 → 2026-12-12 15:30'],
  ['Da lunedì 2 marzo la biblioteca cambia orario.', 'niente'],
  ['Dal 2 marzo si prenota in rete.', 'niente'],
  ['Ordinanza n. 43 del 27 maggio: divieto di accendere fuochi.', 'niente'],
  ['Domani la biblioteca è chiusa, e anche sabato.', 'niente'],
  ['Anagrafe chiusa il 28 febbraio.', '2026-02-28 → 2026-02-28'],
  ['Vaccini in piazza.', 'niente'],
])('«%s» speaks of %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});
