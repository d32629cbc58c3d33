/**
 * A backlog read without a window: how long all of it takes, how long a local act waits meanwhile, how much memory it
 * needs, how often the screens are told. `PUNTOSI_STORM_MAILS` e-mails, 5,000 when not given.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { paced } from '#electron/desk/pace.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { FIRST_LAYOUT } from '#shared/register/search/deskView.ts';
import { openTown } from '../helpers/openTown.ts';
import { writeStorm } from '../helpers/storm.ts';

const MAILS = Number(process.env.PUNTOSI_STORM_MAILS ?? 5_000);
const BEAT_MILLISECONDS = 50;
const EVENT_MILLISECONDS = 500;
const TIMEOUT_MILLISECONDS = 1_800_000;
const MEGABYTE = 1_048_576;

test(
  `${MAILS} e-mails at once`,
  async () => {
    let events = 0;
    const changes = paced<true>(() => {
      events += 1;
    }, EVENT_MILLISECONDS);
    let commits = 0;
    const town = await openTown({
      changed: (topics) => {
        commits += 1;
        changes.tell(topics.map((topic) => [topic, true] as const));
      },
    });
    writeStorm(town.folder, MAILS);
    [events, commits] = [0, 0];
    let isOver = false;
    const waits: number[] = [];
    let memory = 0;
    // A person who does something twenty times a second; what the program lets wait counts too.
    const acting = (async () => {
      while (!isOver) {
        const due = performance.now() + BEAT_MILLISECONDS;
        await wait(BEAT_MILLISECONDS);
        await act(town.app, 'register.setLayout', FIRST_LAYOUT);
        waits.push(performance.now() - due);
        memory = Math.max(memory, process.memoryUsage.rss());
      }
    })();
    const began = performance.now();
    const check = await act(town.app, 'requests.checkMailbox', {});
    const total = performance.now() - began;
    isOver = true;
    await acting;
    changes.stop();
    await stopWorkers();
    const sorted = waits.toSorted((one, other) => one - other);
    const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
    console.log(
      `${MAILS} e-mails in ${(total / 1_000).toFixed(1)} s (${(total / MAILS).toFixed(1)} ms each); ` +
        `${sorted.length} acts waited ${at(0.5)} ms in the median, ${at(0.99)} ms in 99 of 100, ${at(1)} ms at most; ` +
        `rss ${Math.round(memory / MEGABYTE)} MB; ${commits} changes told in ${events} events`,
    );
    expect(check).toMatchObject({ read: MAILS, added: MAILS, problems: [] });
    expect(waits.length).toBeGreaterThan(0);
  },
  TIMEOUT_MILLISECONDS,
);
