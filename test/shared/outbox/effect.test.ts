import { describe, expect, it } from 'vitest';
import { millisecondsBetween } from '#shared/kernel/instant.ts';
import { afterUndo, effectSchema, nextAttempt } from '#shared/outbox/effect.ts';
import { MONDAY_MORNING } from '../../helpers/town.ts';

it('an act can be taken back for ten seconds (L1)', () => {
  expect(afterUndo(MONDAY_MORNING)).toBe('2026-03-02T08:00:10.000Z');
});

describe('nextAttempt', () => {
  it.each([
    [0, 5],
    [1, 5],
    [2, 10],
    [3, 20],
    [7, 320],
    [8, 600],
    [50, 600],
    [2_000, 600],
  ])('after %d failures waits %d seconds', (attempts, seconds) => {
    expect(millisecondsBetween(MONDAY_MORNING, nextAttempt(MONDAY_MORNING, attempts))).toBe(seconds * 1_000);
  });
});

describe('effectSchema', () => {
  const effect = { id: 'queue.deliver/r1/1', kind: 'queue.deliver', payload: { job: 'r1' }, notBefore: MONDAY_MORNING };
  it('takes an effect', () => {
    expect(effectSchema.parse(effect)).toEqual(effect);
  });
  it.each([{ kind: 'deliver' }, { id: '' }, { notBefore: 'domani' }, { payload: undefined }])(
    'refuses %j',
    (change) => {
      expect(effectSchema.safeParse({ ...effect, ...change }).success).toBe(false);
    },
  );
});
