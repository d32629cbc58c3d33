import { statSync } from 'node:fs';
import { z } from 'zod';
import { copiesOf, databaseFile } from '#electron/db/copies.ts';
import { readFile } from '#electron/db/soundness.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { outerContract } from '#shared/ipc/outerContract.ts';
import type { RecoveryView } from '#shared/ipc/recovery.ts';
import type { CasesOf } from '#shared/kernel/contract.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { asideOf } from './aside.ts';
import { tracesIn } from './lost.ts';
import { viewCopy } from './preview.ts';
import { repair } from './repair.ts';
import { rebuildFromShare, restoreFile, startOver } from './restore.ts';

/** What the ways out of damaged or missing data need of the program around them. */
export interface RecoveryParts {
  readonly dataFolder: string;
  readonly now: () => Instant;
  /** Why the data do not open; null while they do. */
  readonly problem: () => Problem | null;
  /** Closes the app, so that its data can be replaced. */
  readonly close: () => Promise<void>;
  /** Opens the app again; the problem says why it still does not open. */
  readonly reopen: () => Result<unknown, Problem>;
  /** Lets the user choose a folder; null when none was chosen. */
  readonly chooseFolder: (title: string) => Promise<Result<string | null, Problem>>;
}

type RecoveryContract = Pick<
  typeof outerContract,
  'core.recovery' | 'core.restoreCopy' | 'core.repair' | 'core.rebuildFromShare' | 'core.startOver'
>;

const shareSchema = z.object({ path: z.string() });

/** The shared register a database names, or null. */
function shareIn(file: string): string | null {
  const read = readFile(file, (database) =>
    database.prepare<[], string>(`SELECT value FROM local_value WHERE name = 'share'`).pluck().get(),
  );
  if (!read.ok || read.value === undefined) return null;
  try {
    return shareSchema.safeParse(JSON.parse(read.value)).data?.path ?? null;
  } catch {
    return null;
  }
}

const COPY_GONE: Problem = {
  code: 'copy-gone',
  what: 'Questa copia non c’è più.',
  remedy: 'Guarda di nuovo l’elenco delle copie e scegline un’altra.',
};

/** The calls of the screens about data that are gone or damaged. Two never run at once. */
export function recoveryCases(parts: RecoveryParts): CasesOf<RecoveryContract> {
  const { dataFolder, now, close, reopen, chooseFolder } = parts;
  let running = false;

  /** Replaces the data while the app is closed, and opens it again whatever came of it. */
  const replacing = async (
    work: () => Promise<Result<unknown, Problem>> | Result<unknown, Problem>,
  ): Promise<Result<Record<string, never>, Problem>> => {
    if (running) {
      return problem({
        code: 'recovery-running',
        what: 'Un ripristino è già in corso.',
        remedy: 'Aspetta che finisca: l’app lo dice da sola.',
      });
    }
    running = true;
    try {
      await close();
      const done = await work();
      const opened = reopen();
      if (!done.ok) return done;
      return opened.ok ? ok({}) : opened;
    } finally {
      running = false;
    }
  };

  const view = (): RecoveryView => {
    const copies = [...copiesOf(dataFolder), ...asideOf(dataFolder)];
    const { attachments, documents } = tracesIn(dataFolder);
    const named = parts.problem() === null ? [] : [databaseFile(dataFolder), ...copies.map(({ path }) => path)];
    let share: string | null = null;
    for (const file of named) share ??= shareIn(file);
    return {
      problem: parts.problem(),
      today: romeOf(now()).day,
      found: {
        attachments,
        documents,
        databaseBytes: statSync(databaseFile(dataFolder), { throwIfNoEntry: false })?.size ?? 0,
      },
      copies: copies.map(viewCopy),
      share,
    };
  };

  return {
    'core.recovery': () => storageResult(view),
    'core.restoreCopy': ({ name }) => {
      const copy = [...copiesOf(dataFolder), ...asideOf(dataFolder)].find((one) => one.name === name);
      return copy ? replacing(() => restoreFile(dataFolder, copy.path, now())) : { ok: false, error: COPY_GONE };
    },
    'core.repair': () => replacing(() => repair(dataFolder, now(), { onlyWhole: false })),
    'core.rebuildFromShare': async () => {
      const known = view().share;
      const chosen = known === null ? await chooseFolder('Scegli la cartella condivisa del registro') : ok(known);
      if (!chosen.ok) return chosen;
      const { value: share } = chosen;
      if (share === null) return ok({ chosen: false });
      const done = await replacing(() => rebuildFromShare(dataFolder, share, now()));
      return done.ok ? ok({ chosen: true }) : done;
    },
    'core.startOver': () => replacing(() => startOver(dataFolder, now())),
  };
}
