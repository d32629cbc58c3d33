/**
 * The shared journal against everything that goes wrong on a network drive: whole desks, a faulty drive, deaths, copies of
 * computers and of the drive, wrong clocks, strange files. What failed once is kept in `kept.ts` and played first.
 */
import { describe, expect, it } from 'vitest';
import { KEPT } from './kept.ts';
import { play } from './play.ts';
import { playInProcess } from './playing.ts';

/** Always the same ones; `npm run long:histories` plays others. */
const HISTORIES = 250;
const PROCESSES = 2;
const MINUTE = 60_000;

describe('a history that failed once', () => {
  it.each(KEPT)('$was', async ({ history }) => {
    await expect(play(history)).resolves.toBeUndefined();
  });
});

it(
  `${HISTORIES} random histories keep every promise`,
  async () => {
    const each = Math.ceil(HISTORIES / PROCESSES);
    const seeds = Array.from({ length: PROCESSES }, (_, index) => 20_260_303 + index);
    const outcomes = await Promise.all(seeds.map((seed) => playInProcess(each, seed)));
    // The history in the message goes into `kept.ts`.
    for (const { failed, why, history } of outcomes) expect(failed, `${why}\n${JSON.stringify(history)}`).toBe(false);
    expect(outcomes.reduce((total, { played }) => total + played, 0)).toBeGreaterThanOrEqual(HISTORIES);
  },
  (5 + HISTORIES / 500) * MINUTE,
);
