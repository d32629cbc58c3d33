/** Several desks of the invented town, each with its own data, on one real folder: the real process touches it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#electron/app.ts';
import { act } from '#electron/demo/procedure.ts';
import type { MailboxCheck } from '#electron/requests/mailbox/receive.ts';
import { openShare } from '#electron/share/openShare.ts';
import { forkShare } from '#electron/share/process/forkShare.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ShareView } from '#shared/service/share.ts';
import { type TestClock, testClock } from './desk.ts';
import { temporaryFolder } from './folders.ts';
import type { WrittenMail } from './mails.ts';
import { openTownApp } from './openTown.ts';

export interface TownDesk {
  readonly app: App;
  readonly name: string;
  /** Folder of the desk's own data. */
  readonly folder: string;
  readonly clock: TestClock;
  readonly share: () => Promise<ShareView>;
  /** Lets mails arrive at this desk and looks at the mailbox once. */
  readonly receive: (...mails: readonly WrittenMail[]) => Promise<MailboxCheck>;
}

export interface TownDeskOptions {
  readonly name: string;
  /** The folder all desks share. */
  readonly shared: string;
  readonly clock?: TestClock;
  /** Data of an earlier desk. */
  readonly folder?: string;
  readonly machine?: string;
  /** How far this desk's clock is ahead of the drive's, in milliseconds. */
  readonly ahead?: number;
  /** Runs whatever is done to the clock; without it the clock of the desk is taken as it is. */
  readonly steady?: () => number;
  /** The time of the drive, when it is not that of this desk. */
  readonly driveTime?: () => Instant;
}

/** Opens a desk on Monday 2 March 2026, 09:00 in Rome; closed when the test ends. Nobody sits at it yet. */
export function openTownDeskOn({ name, shared, clock = testClock(), ...more }: TownDeskOptions): TownDesk {
  const folder = more.folder ?? join(temporaryFolder(), name);
  const driveTime = (): number => Date.parse((more.driveTime ?? clock.now)()) - (more.ahead ?? 0);
  let chosen = shared;
  const { app, receive } = openTownApp({
    ...{ folder, clock, name },
    ...(more.steady ? { steady: more.steady } : {}),
    ...(more.machine ? { machine: more.machine } : {}),
    ask: async (ask) => {
      if (ask.what !== 'choose-folder') return ok(null);
      const answer = chosen;
      chosen = join(folder, 'consegne-scelte');
      mkdirSync(chosen, { recursive: true });
      return ok(answer);
    },
    openShare: (configured) => {
      const log = openShare(configured, { spawn: forkShare });
      return {
        ...log,
        // The drive's clock is the test's: the real one would be months away.
        append: async (...segment) => {
          await log.append(...segment);
          return driveTime();
        },
        heartbeat: async (...beat) => {
          await log.heartbeat(...beat);
          return driveTime();
        },
      };
    },
  });
  return {
    app,
    name,
    folder,
    clock,
    share: async () => act(app, 'service.sharing', {}),
    receive,
  };
}

/** Lets everything that waits arrive everywhere. */
export async function exchangeAll(...desks: readonly TownDesk[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const { app } of desks) {
      await app.exchange();
      await app.tick();
    }
  }
}

/** Somebody at a desk says that the register in its folder is the office's own. */
export async function confirmRegister({ app }: Pick<TownDesk, 'app'>): Promise<void> {
  await app.exchange();
  const found = await act(app, 'service.registerFound', {});
  if (found) await act(app, 'service.joinShare', { fingerprint: found.fingerprint });
}

/** The first desk founds the register in the shared folder, the others join and are accepted by it. */
export async function joinAll(...desks: readonly TownDesk[]): Promise<void> {
  for (const { app } of desks) await act(app, 'service.chooseShare', {});
  const [first] = desks;
  if (!first) return;
  await act(first.app, 'service.foundShare', {});
  await exchangeAll(...desks);
  for (const desk of desks) await confirmRegister(desk);
  await exchangeAll(...desks);
  const waiting = new Map((await first.share()).quarantine.map(({ dev, key }) => [dev, key]));
  for (const [dev, key] of waiting) await act(first.app, 'service.acceptDesk', { dev: dev ?? '', key: key ?? '' });
  await exchangeAll(...desks);
}
