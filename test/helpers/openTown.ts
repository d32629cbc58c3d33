/** The whole app of the invented town without a window, on a clock that stands still until it is moved. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, type AppOptions, openApp } from '#electron/app.ts';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import type { MailboxCheck } from '#electron/requests/mailbox/receive.ts';
import type { Ask } from '#shared/ipc/messages.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { must, type TestClock, testClock } from './desk.ts';
import { temporaryFolder } from './folders.ts';
import { emlOf, type WrittenMail } from './mails.ts';

const NO_WINDOW = { code: 'no-window', what: 'Non c’è una finestra.', remedy: 'Apri l’app.' };

export interface TownAppOptions
  extends Partial<
    Pick<AppOptions, 'training' | 'changed' | 'ask' | 'log' | 'openShare' | 'fetch' | 'files' | 'steady' | 'progress'>
  > {
  /** Data of an earlier desk. */
  readonly folder?: string;
  readonly clock?: TestClock;
  /** Monday 2 March 2026, 09:00 in Rome, when neither this nor a clock is given. */
  readonly now?: Instant;
  /** `Sportello 1`, when not given; it also names the computer, unless that has a name of its own. */
  readonly name?: string;
  readonly machine?: string;
  /** Whether a person chose `posta` as the mailbox (P20): on a desk that begins, when not given. */
  readonly connects?: boolean;
}

export interface TownApp {
  readonly app: App;
  readonly clock: TestClock;
  /** Folder of the desk's own data: `posta` and `uscita` lie in it. */
  readonly folder: string;
  /** Topics told so far, one list for each time. */
  readonly changed: readonly (readonly string[])[];
  /** What only a window can do and was asked for. */
  readonly asked: readonly Ask[];
  /** Done once the mailbox is chosen, where it is. */
  readonly connected: Promise<unknown>;
  /** Lets mails arrive and looks at the mailbox once. */
  readonly receive: (...mails: readonly WrittenMail[]) => Promise<MailboxCheck>;
}

/** Opens the app with the people its folder knows; closed when the test ends. A bug of the app stops the test. */
export function openTownApp(options: TownAppOptions = {}): TownApp {
  const { folder = temporaryFolder(), clock = testClock(options.now), name = 'Sportello 1' } = options;
  const changed: (readonly string[])[] = [];
  const asked: Ask[] = [];
  const connects = options.connects ?? !existsSync(join(folder, 'avvisi.db'));
  let [isOver, isConnecting] = [false, false];
  mkdirSync(folder, { recursive: true });
  const app = must(
    openApp({
      dataFolder: folder,
      profile: valdombra,
      training: options.training ?? true,
      online: options.fetch !== undefined,
      ...(options.fetch ? { fetch: options.fetch } : {}),
      computer: { machine: options.machine ?? name, name, appVersion: '0.1.0' },
      now: clock.now,
      checkOutputs: true,
      changed: (topics) => {
        if (isConnecting) return;
        changed.push(topics);
        options.changed?.(topics);
      },
      ask: async (ask) => {
        // Another folder may be asked for before the mailbox is chosen.
        if (isConnecting && ask.what === 'choose-folder' && !ask.title.includes('condivisa')) {
          return ok(join(folder, 'posta'));
        }
        asked.push(ask);
        return options.ask?.(ask) ?? problem(NO_WINDOW);
      },
      ...(options.files ? { files: options.files } : {}),
      ...(options.progress ? { progress: options.progress } : {}),
      ...(options.steady ? { steady: options.steady } : {}),
      ...(options.openShare ? { openShare: options.openShare } : {}),
      log:
        options.log ??
        ((id, cause) => {
          // What a screen still asked when the test ended finds the database closed.
          if (!isOver) throw new Error(id, { cause });
        }),
    }),
  );
  onTestFinished(() => {
    isOver = true;
    app.close();
  });
  const connect = async (): Promise<void> => {
    isConnecting = true;
    await app.call('service.chooseFolder', { which: 'mails' });
    isConnecting = false;
  };
  const connected = connects ? connect() : Promise.resolve();
  return {
    app,
    clock,
    folder,
    changed,
    asked,
    connected,
    receive: async (...mails) => {
      if (isConnecting) await connected;
      for (const mail of mails) writeFileSync(join(folder, 'posta', `${mail.id}.eml`), emlOf(mail));
      return act(app, 'requests.checkMailbox', {});
    },
  };
}

export interface Town extends TownApp {
  /** Makes a file: the one a person chooses whenever the app asks for one. */
  readonly choose: (name: string, bytes: Uint8Array | string) => void;
}

/** Opens the app with the invented people, Marta at the desk. */
export async function openTown(options: TownAppOptions = {}): Promise<Town> {
  let chosen: string | undefined;
  const town = openTownApp({
    ...options,
    ask: async (ask) => {
      if (ask.what === 'choose-file' && chosen !== undefined) return ok(chosen);
      return options.ask?.(ask) ?? problem(NO_WINDOW);
    },
  });
  await town.connected;
  await seedPeople(town.app);
  await act(town.app, 'people.actAs', { id: 'marta' });
  return {
    ...town,
    choose: (name, bytes) => {
      chosen = join(temporaryFolder(), name);
      writeFileSync(chosen, bytes);
    },
  };
}
