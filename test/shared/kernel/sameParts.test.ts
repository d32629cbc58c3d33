import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withSameParts } from '#shared/kernel/sameParts.ts';

const row = (id: string, title = 'Avviso') => ({ id, title, data: { office: 'Sport', dates: ['2026-03-06'] } });

it('keeps the rows that are as they were, wherever they stand now', () => {
  const before = { found: 2, rows: [row('a'), row('b')] };
  const now = withSameParts(before, { found: 3, rows: [row('new'), row('b'), row('a', 'Altro')] }) as typeof before;
  expect(now).toEqual({ found: 3, rows: [row('new'), row('b'), row('a', 'Altro')] });
  expect(now.rows[1]).toBe(before.rows[1]);
  expect(now.rows[2]).not.toBe(before.rows[0]);
  expect(now.rows[2]?.data).toBe(before.rows[0]?.data);
});

it('is the answer before when nothing changed, and another one when only the order did', () => {
  const before = { rows: [row('a'), row('b')], none: null };
  expect(withSameParts(before, structuredClone(before))).toBe(before);
  const turned = withSameParts(before.rows, structuredClone(before.rows).reverse());
  expect(turned).not.toBe(before.rows);
  expect(turned).toEqual([before.rows[1], before.rows[0]]);
});

it('tells a part that is gone from one that is empty', () => {
  expect(withSameParts({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  expect(Object.keys(withSameParts({ a: 1, b: undefined }, { a: 1 }) as object)).toEqual(['a']);
  expect(withSameParts([1, 2, 3], [1, 2])).toEqual([1, 2]);
});

it('is always what came now', () => {
  const data = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(data, data, (before, now) => {
      expect(withSameParts(before, now)).toStrictEqual(now);
      expect(withSameParts(now, structuredClone(now))).toBe(now);
    }),
  );
});
