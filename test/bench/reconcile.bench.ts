import { expect, test } from 'vitest';
import { candidatesOf } from '#shared/report/reconciling/matching.ts';
import { bestPairs } from '#shared/report/reconciling/pairing.ts';
import { reconcile } from '#shared/report/reconciling/reconcile.ts';
import { madeStatements } from '../helpers/statements.ts';

const LIMIT_MILLISECONDS = 100;

test('reconcile 200 × 200 messages', async ({ bench }) => {
  const { register, statement } = madeStatements(200, 7);
  const candidates = candidatesOf(register, statement);
  const results = await bench.compare(
    bench('reconcile', () => void reconcile(register, statement)),
    bench('floor: the assignment of the same candidates alone', () => void bestPairs(candidates)),
  );
  const whole = results.get('reconcile').latency.p50;
  const floor = results.get('floor: the assignment of the same candidates alone').latency.p50;
  console.log(
    `reconcile 200 × 200: median ${whole.toFixed(1)} ms, ${(whole / floor).toFixed(1)} × the assignment alone`,
  );
  expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
});
