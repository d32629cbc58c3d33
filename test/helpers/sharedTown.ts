/** Several desks of the invented town, each with its own data, on one real folder: the real process touches it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, openApp } from '#electron/app.ts';
import { act } from '#electron/demo/procedure.ts';
import type { MailboxCheck } from '#electron/requests/receive.ts';
import { forkShare } from '#electron/share/forkShare.ts';
import { openShare } from '#electron/share/openShare.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import type { ShareView } from '#shared/service/share.ts';
import { must, type TestClock, testClock } from './desk.ts';
import { temporaryFolder } from './folders.ts';
import { emlOf, type WrittenMail } from './mails.ts';

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
}

/** Opens a desk on Monday 2 March 2026, 09:00 in Rome; closed when the test ends. Nobody sits at it yet. */
export function openTownDeskOn({ name, shared, clock = testClock(), ...more }: TownDeskOptions): TownDesk {
  const folder = more.folder ?? join(temporaryFolder(), name);
  mkdirSync(folder, { recursive: true });
  let chosen = shared;
  const app = must(
    openApp({
      dataFolder: folder,
      profile: valdombra,
      training: true,
      online: false,
      computer: { machine: more.machine ?? name, name, appVersion: '0.1.0' },
      now: clock.now,
      checkOutputs: true,
      changed: () => undefined,
      log: (id, cause) => {
        throw new Error(id, { cause });
      },
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
            return Date.parse(clock.now()) - (more.ahead ?? 0);
          },
        };
      },
    }),
  );
  onTestFinished(app.close);
  return {
    app,
    name,
    folder,
    clock,
    share: async () => (await act(app, 'service.status', {})).share,
    receive: async (...mails) => {
      for (const mail of mails) writeFileSync(join(folder, 'posta', `${mail.id}.eml`), emlOf(mail));
      return act(app, 'requests.checkMailbox', {});
    },
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

/** The first desk founds the register in the shared folder, the others join and are accepted by it. */
export async function joinAll(...desks: readonly TownDesk[]): Promise<void> {
  for (const { app } of desks) await act(app, 'service.chooseShare', {});
  const [first] = desks;
  if (!first) return;
  await act(first.app, 'service.foundShare', {});
  await exchangeAll(...desks);
  const waiting = new Map((await first.share()).quarantine.map(({ dev, key }) => [dev, key]));
  for (const [dev, key] of waiting) await act(first.app, 'service.acceptDesk', { dev: dev ?? '', key: key ?? '' });
  await exchangeAll(...desks);
}
