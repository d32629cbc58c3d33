import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextLookAfter } from '#shared/requests/mailboxRhythm.ts';

const MINUTE = 60_000;

it('looks every five minutes while all is well', () => {
  expect(nextLookAfter({ failures: 0, problem: null }, 0)).toBe(5 * MINUTE);
});

it('waits longer and longer while the server does not answer, and never longer than a quarter of an hour', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) => nextLookAfter({ failures, problem: 'mailbox-timeout' }, 0));
  expect(waits.map((wait) => wait / MINUTE)).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15]);
});

it('does not try a refused password again and again', () => {
  expect(nextLookAfter({ failures: 1, problem: 'mailbox-password-refused' }, 0)).toBe(60 * MINUTE);
});

it('spreads the desks by a quarter at most', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, jitter) => {
      const plain = nextLookAfter({ failures, problem: 'mailbox-dropped' }, 0);
      const spread = nextLookAfter({ failures, problem: 'mailbox-dropped' }, jitter);
      expect(spread).toBeGreaterThanOrEqual(plain);
      expect(spread).toBeLessThanOrEqual(plain * 1.25);
    }),
  );
});
