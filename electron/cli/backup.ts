import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { dailyCopy, databaseFile } from '#electron/db/copies.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { copyStepwise } from '#electron/db/stepwise.ts';
import { checkNotLost } from '#electron/recovery/lost.ts';
import { previewOf } from '#electron/recovery/preview.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';

/** Lower-case hex SHA-256 of a file of any size. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Copies the data of a workspace as they are, without changing their form. */
async function copyData(folder: string, out: string, now: string): Promise<Result<void, Problem>> {
  const opened = openDatabase(databaseFile(folder), migrations, 'as it is');
  if (!opened.ok) return opened;
  try {
    return await copyStepwise(opened.value, out, { now });
  } finally {
    opened.value.close();
  }
}

/** Makes a whole, checked copy of the data of a workspace, and says what it holds. */
export const backupCommand: Command = {
  options: { out: { type: 'string' } },
  required: ['data'],
  files: [0, 0],
  run: async (call) => {
    const data = call.needed('data');
    const folder = resolve(data);
    const there = checkNotLost(folder);
    if (!there.ok) return there;
    if (!existsSync(databaseFile(folder))) {
      return problem({
        code: 'data-unknown',
        what: `Nella cartella «${data}» non ci sono dati dell’app.`,
        remedy: 'Indica la cartella «dati» di una postazione o della prova.',
      });
    }
    const now = new Date().toISOString();
    const named = call.option('out');
    const out = named === undefined ? dailyCopy(folder, romeOf(now).day) : resolve(named);
    if (named !== undefined && existsSync(out)) {
      return problem({
        code: 'backup-exists',
        what: `Il file «${named}» c’è già.`,
        why: 'Non l’ho toccato.',
        remedy: 'Indica con --out un file che non c’è.',
      });
    }
    call.tell(`Copio i dati in ${out}`);
    const copied = await copyData(folder, out, now);
    if (!copied.ok) return copied;
    const holds = previewOf(out);
    if (!holds.ok) return holds;
    return ok({ file: out, bytes: statSync(out).size, sha256: await digestOf(out), holds: holds.value });
  },
};
