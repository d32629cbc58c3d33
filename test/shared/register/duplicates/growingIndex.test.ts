import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparableNotice } from '#shared/register/duplicates/comparableNotice.ts';
import { buildIndex, type DuplicateIndex } from '#shared/register/duplicates/duplicateIndex.ts';
import { queryIndex } from '#shared/register/duplicates/duplicates.ts';
import { growingIndex } from '#shared/register/duplicates/growingIndex.ts';
import { townNotices } from './notices.ts';

const [FIRST, SECOND] = townNotices(2) as [ComparableNotice, ComparableNotice];
const asNew = (notice: ComparableNotice): ComparableNotice => ({ ...notice, id: 'nuova' });
const idsFound = (index: DuplicateIndex, notice: ComparableNotice) =>
  queryIndex(index, asNew(notice)).map(({ id }) => id);

describe('an index that grows', () => {
  test('finds what was put in, also the first of all', () => {
    const growing = growingIndex([]);
    expect(idsFound(growing.current(), FIRST)).toEqual([]);
    growing.put(FIRST);
    expect(idsFound(growing.current(), FIRST)).toEqual([FIRST.id]);
  });

  test('forgets the words a notice no longer has', () => {
    const growing = growingIndex([FIRST]);
    growing.put({ ...SECOND, id: FIRST.id });
    expect(idsFound(growing.current(), SECOND)).toEqual([FIRST.id]);
    expect(idsFound(growing.current(), FIRST)).not.toContain(FIRST.id);
  });

  test('forgets what was taken out, and nothing else', () => {
    const growing = growingIndex([FIRST, SECOND]);
    growing.remove(FIRST.id);
    growing.remove('mai vista');
    expect(idsFound(growing.current(), SECOND)).toEqual([SECOND.id]);
    expect(growing.current().notices).toHaveLength(1);
  });
});

test('whatever comes and goes, it answers as an index built anew', () => {
  const town = townNotices(40);
  const act = fc.record({
    kind: fc.constantFrom('put', 'put', 'remove'),
    id: fc.integer({ min: 0, max: 14 }),
    text: fc.integer({ min: 0, max: 39 }),
  });
  const noticeOf = (id: number, text: number): ComparableNotice => ({ ...(town[text] ?? FIRST), id: `n${id}` });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), fc.integer({ min: 0, max: 39 }), (acts, asked) => {
      const start = [noticeOf(0, 0), noticeOf(1, 1)];
      const growing = growingIndex(start);
      const present = new Map(start.map((notice) => [notice.id, notice]));
      for (const { kind, id, text } of acts) {
        const notice = noticeOf(id, text);
        if (kind === 'put') {
          growing.put(notice);
          present.set(notice.id, notice);
        } else {
          growing.remove(notice.id);
          present.delete(notice.id);
        }
      }
      const fresh = buildIndex([...present.values()]);
      const query = asNew(town[asked] ?? FIRST);
      const options = { limit: 20 };
      const found = queryIndex(growing.current(), query, options);
      const expected = queryIndex(fresh, query, options);
      expect(found.map(({ id, verdict, why }) => ({ id, verdict, why }))).toEqual(
        expected.map(({ id, verdict, why }) => ({ id, verdict, why })),
      );
      for (const [at, { score }] of found.entries()) expect(score).toBeCloseTo(expected[at]?.score ?? Number.NaN, 9);
      expect(new Set(growing.current().byMark.keys())).toEqual(new Set(fresh.byMark.keys()));
    }),
  );
});
