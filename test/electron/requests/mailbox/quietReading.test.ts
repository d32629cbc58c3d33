import { expect, it } from 'vitest';
import { quietReading } from '#electron/requests/mailbox/quietReading.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { testClock } from '../../../helpers/desk.ts';

const MINUTE = 60_000;
const DROPPED: Problem = { code: 'mailbox-dropped', what: 'Interrotto.', remedy: 'Riprova.' };

/** The rhythm over looks that end as `problem` says at that moment. */
function rhythm() {
  const clock = testClock();
  const state: { looks: number; problem: Problem | null; isConnected: boolean } = {
    ...{ looks: 0, problem: null, isConnected: true },
  };
  const quiet = quietReading({
    now: clock.now,
    isConnected: () => state.isConnected,
    random: () => 0,
    look: async () => {
      state.looks++;
      quiet.looked(state.problem);
    },
  });
  const after = async (minutes: number): Promise<number> => {
    clock.advance(minutes * MINUTE);
    await quiet.tick();
    return state.looks;
  };
  return { quiet, state, clock, after };
}

it('looks at once, then every five minutes, and not at all where no mailbox is connected', async () => {
  const { after, state } = rhythm();
  expect([await after(0), await after(1), await after(4), await after(4)]).toEqual([1, 1, 2, 2]);
  state.isConnected = false;
  expect(await after(60)).toBe(2);
});

it('looks at once when the server tells news', async () => {
  const { after, quiet } = rhythm();
  await after(0);
  quiet.news(false);
  expect(await after(0)).toBe(2);
});

it('gives a server that ends every connection some time, and news do not shorten what failed', async () => {
  const { after, quiet, state } = rhythm();
  await after(0);
  quiet.news(true);
  expect(await after(0)).toBe(1);
  state.problem = DROPPED;
  expect(await after(0.5)).toBe(2);
  quiet.news(false);
  quiet.news(true);
  expect([await after(0.4), await after(0.1), await after(0.9), await after(0.1)]).toEqual([2, 3, 3, 4]);
  state.problem = null;
  expect([await after(2), await after(4.9), await after(0.1)]).toEqual([5, 5, 6]);
});

it('looks again when the account is another one, and when the clock was ahead', async () => {
  const { after, quiet, clock } = rhythm();
  await after(0);
  quiet.soon();
  expect(await after(0)).toBe(2);
  clock.set('2020-01-01T08:00:00.000Z');
  expect(await after(0)).toBe(3);
});
