/** The whole app of the invented town without a window, on a clock that stands still until it is moved. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, openApp } from '#electron/app.ts';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import type { MailboxCheck } from '#electron/requests/receive.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { must, type TestClock, testClock } from './desk.ts';
import { temporaryFolder } from './folders.ts';
import { emlOf, type WrittenMail } from './mails.ts';

export interface Town {
  readonly app: App;
  readonly clock: TestClock;
  /** Folder of the desk's own data: `posta` and `uscita` lie in it. */
  readonly folder: string;
  /** Makes a file: the one a person chooses whenever the app asks for one. */
  readonly choose: (name: string, bytes: Uint8Array | string) => void;
  /** Lets mails arrive and looks at the mailbox once. */
  readonly receive: (...mails: readonly WrittenMail[]) => Promise<MailboxCheck>;
}

/** Opens the town on Monday 2 March 2026, 09:00 in Rome, with Marta at the desk; closed when the test ends. */
export async function openTown(): Promise<Town> {
  const folder = temporaryFolder();
  const clock = testClock();
  let chosen: string | undefined;
  const app = must(
    openApp({
      dataFolder: folder,
      profile: valdombra,
      training: true,
      online: false,
      computer: { machine: 'prova', name: 'Sportello 1', appVersion: '0.1.0' },
      now: clock.now,
      checkOutputs: true,
      changed: () => undefined,
      log: (id, cause) => {
        throw new Error(id, { cause });
      },
      ask: async ({ what }) =>
        what === 'choose-file' && chosen !== undefined
          ? ok(chosen)
          : problem('no-window', 'Non c’è una finestra.', 'Apri l’app.'),
    }),
  );
  onTestFinished(app.close);
  await seedPeople(app);
  await act(app, 'people.actAs', { id: 'marta' });
  return {
    app,
    clock,
    folder,
    choose: (name, bytes) => {
      chosen = join(temporaryFolder(), name);
      writeFileSync(chosen, bytes);
    },
    receive: async (...mails) => {
      for (const mail of mails) writeFileSync(join(folder, 'posta', `${mail.id}.eml`), emlOf(mail));
      return act(app, 'requests.checkMailbox', {});
    },
  };
}
