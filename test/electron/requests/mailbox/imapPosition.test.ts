import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Position, positionIn, settledUpTo } from '#electron/requests/mailbox/imapPosition.ts';

const POSITION: Position = { account: 'a', uidValidity: '7', epoch: 0, lastUid: 20, since: '2026-02-01' };

describe('where reading goes on', () => {
  it('stays while the numbers are the same', () => {
    expect(positionIn(POSITION, { uidValidity: '7', uidNext: 21, messages: 3 })).toBe(POSITION);
    expect(positionIn(POSITION, { uidValidity: '7', uidNext: 0, messages: 3 })).toBe(POSITION);
  });

  it('begins anew with a new UIDVALIDITY, and with a next number it gave before', () => {
    expect(positionIn(POSITION, { uidValidity: '8', uidNext: 2, messages: 1 })).toMatchObject({
      ...{ uidValidity: '8', epoch: 0, lastUid: null },
    });
    expect(positionIn(POSITION, { uidValidity: '7', uidNext: 20, messages: 1 })).toMatchObject({
      ...{ uidValidity: '7', epoch: 1, lastUid: null },
    });
  });

  it('never passes over a message that is not settled, whatever was read before the desk died', () => {
    const uids = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((list) => list.toSorted((a, b) => a - b));
    const before = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
    fc.assert(
      fc.property(uids, fc.uniqueArray(fc.integer({ min: 1, max: 60 })), before, (listed, settled, last) => {
        const found = listed.filter((uid) => uid > (last ?? 0));
        const highest = Math.max(last ?? 0, ...found);
        const next = settledUpTo(found, last, highest, (uid) => settled.includes(uid));
        const open = found.filter((uid) => !settled.includes(uid));
        if (next === null) expect(last).toBeNull();
        else {
          expect(open.every((uid) => uid > next)).toBe(true);
          expect(next).toBeGreaterThanOrEqual(last ?? 0);
          if (open.length === 0) expect(next).toBe(highest);
        }
      }),
    );
  });
});
