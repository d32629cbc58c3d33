import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  axisOf,
  barsOf,
  keyFigures,
  periodChoices,
  reportSentence,
  sayLate,
  sayTitle,
  weekBars,
} from '#renderer/report/reportWords.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { figuresOf } from '#shared/report/figures/figures.ts';
import { registerRows } from '#shared/report/figures/registerRows.ts';
import { ENTRIES } from '../../helpers/morning/entries.ts';

const { calendar } = valdombra;
const rows = registerRows(ENTRIES, calendar);
const count = (label: string | null, now: number, before = 0) => ({ label, now, before, yearAgo: 0 });

test('the five figures count the register, with what they compare with', () => {
  const figures = figuresOf('2026-6', rows, calendar);
  expect(keyFigures(figures, 0, 8).map(({ value, unit, note }) => [value, unit, note])).toEqual([
    ['8', '', '2 nei due mesi prima, nessuno nel registro un anno fa'],
    ['8', 'su 8', '100 %, era 100 %'],
    ['8', 'e 0', 'tutti approvati'],
    ['0', '', 'rispetto al testo approvato'],
    ['4', 'in 7 giorni', 'soglia 8, mai superata'],
  ]);
  expect(keyFigures(figures, 3, 3).map(({ note }) => note)).toContain('soglia 3, superata');
  expect(keyFigures(figures, 3, 3).map(({ note }) => note)).toContain('3 senza approvazione');
});

test('what could not be measured is not known, never zero per cent', () => {
  const [, inTime] = keyFigures(figuresOf('2025-1', [], calendar), 0, 8);
  expect(inTime).toMatchObject({ value: 'non noto', unit: '', note: 'nessun passo misurato' });
});

test('at most nine bars, the smallest together; what has none in the period is left out', () => {
  const counts = Array.from({ length: 12 }, (_, index) => count(`ufficio ${index}`, 20 - index, index));
  const bars = barsOf([...counts, count('vuoto', 0, 7)]);
  expect(bars).toHaveLength(9);
  expect(bars.at(-1)).toEqual({ label: 'Altri', now: 12 + 11 + 10 + 9, before: 8 + 9 + 10 + 11 });
  expect(barsOf([count(null, 2)])).toEqual([{ label: 'Non indicato', now: 2, before: null }]);
});

test('where the register has nothing of the months before there are no ticks and no zeros (W62)', () => {
  const figures = figuresOf('2026-6', rows, calendar);
  const alone = figuresOf(
    '2026-6',
    rows.filter(({ day }) => day >= '2026-11-01'),
    calendar,
  );
  expect(weekBars(figures).some(({ before }) => before !== null)).toBe(true);
  expect(weekBars(alone).every(({ before }) => before === null)).toBe(true);
  expect(keyFigures(alone, 0, 8)[0]?.note).toBe('Nel registro niente dei due mesi prima, né di un anno fa');
});

test('an axis begins at zero, reaches the highest value and has few whole steps', () => {
  fc.assert(
    fc.property(fc.nat({ max: 5_000 }), (highest) => {
      const axis = axisOf(highest);
      expect(axis[0]).toBe(0);
      expect(axis.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(axis.length).toBeLessThanOrEqual(6);
    }),
  );
  expect(axisOf(5)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('periods are said as people say them, the current one first', () => {
  expect(sayTitle('2026-5')).toBe('Settembre e ottobre 2026');
  expect(periodChoices('2026-01-10').slice(0, 3)).toEqual(['2026-1', '2025-6', '2025-5']);
});

test('the sentence says whether the two months are over and what to do', () => {
  const say = (period: string) => reportSentence(figuresOf(period, rows, calendar), '2026-11-24');
  expect(say('2026-6')).toBe('8 avvisi inviati finora: il bimestre finisce giovedì 31 dicembre.');
  expect(say('2026-5')).toBe('Controlla le cifre, poi crea la relazione in PDF.');
  expect(say('2026-1')).toBe('In questi due mesi non è stato inviato alcun avviso.');
});

test.each([
  [20_000, '1 minuto di servizio'],
  [35 * 60_000, '35 minuti di servizio'],
  [60 * 60_000, '1 ora di servizio'],
  [130 * 60_000, '2 ore e 10 minuti di servizio'],
])('%d ms late is «%s»', (late, said) => expect(sayLate(late)).toBe(said));
