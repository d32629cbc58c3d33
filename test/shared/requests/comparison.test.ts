import { describe, expect, test } from 'vitest';
import {
  type Comparison,
  duplicateCheck,
  isExempt,
  type SimilarNotice,
  seriesCheck,
} from '#shared/requests/comparison.ts';

type Judged = Parameters<typeof duplicateCheck>[0][number];
const decision = (verdict: Comparison['verdict'], why = ''): Comparison => ({
  with: 'verde',
  number: '2026/0204',
  title: 'Raccolta del verde',
  verdict,
  why,
  by: 'marta',
  at: '2026-03-02T08:00:00.000Z',
});
const similar = (verdict: SimilarNotice['verdict'], change: Partial<Judged> = {}): Judged => ({
  kind: 'sent',
  number: '2026/0204',
  title: 'Raccolta del verde',
  verdict,
  decided: null,
  ...change,
});
const queued = { kind: 'queued', number: null, title: 'Via Roma chiusa' } as const;

describe('the line "duplicati" of the checklist', () => {
  test.each<[string, readonly Judged[], ReturnType<typeof duplicateCheck>]>([
    ['nothing resembles it', [], { outcome: 'a posto', detail: 'nessun avviso simile' }],
    [
      'a double nobody looked at',
      [similar('similar', { number: '2026/0100' }), similar('duplicate')],
      { outcome: 'da correggere', detail: 'forse già inviato: n. 2026/0204' },
    ],
    [
      'a double in the queue',
      [similar('duplicate', queued)],
      { outcome: 'da correggere', detail: 'forse già in coda: «Via Roma chiusa»' },
    ],
    [
      'similar ones',
      [similar('similar'), similar('series', queued)],
      { outcome: 'da vedere', detail: 'simile a n. 2026/0204 e «Via Roma chiusa»' },
    ],
    [
      'one decided, another not',
      [similar('duplicate', { decided: decision('diverso', 'altra via') }), similar('similar', queued)],
      { outcome: 'da vedere', detail: 'simile a «Via Roma chiusa»' },
    ],
    [
      'decided',
      [similar('duplicate', { decided: decision('diverso', 'altra via') })],
      { outcome: 'a posto', detail: 'diverso da n. 2026/0204: altra via' },
    ],
    [
      'a reminder',
      [similar('series', { decided: decision('serie') })],
      { outcome: 'a posto', detail: 'della serie di n. 2026/0204' },
    ],
  ])('%s', (_, found, line) => {
    expect(duplicateCheck(found)).toEqual(line);
  });
});

test('the line "serie" says the place', () => {
  expect(seriesCheck(null)).toBe('nessuna');
  expect(seriesCheck({ name: 'Farmacie di turno', index: 2, of: 5 })).toBe('2 di 5, «Farmacie di turno»');
});

test('no double: another of the same series, and the wrong notice it puts right', () => {
  const series = { name: 'Farmacie', index: 2, of: 5 };
  const plain = { series: null, corrects: null };
  expect(isExempt(plain, { id: 'a', series })).toBe(false);
  expect(isExempt({ ...plain, series }, { id: 'a', series: { ...series, index: 1 } })).toBe(true);
  expect(isExempt({ ...plain, series }, { id: 'a', series })).toBe(false);
  expect(isExempt({ ...plain, corrects: 'a' }, { id: 'a', series: null })).toBe(true);
  expect(isExempt({ ...plain, corrects: 'b' }, { id: 'a', series: null })).toBe(false);
});
