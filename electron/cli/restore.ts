import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFile } from '#electron/db/copies.ts';
import { checkFile } from '#electron/db/soundness.ts';
import { isDatabaseEmpty } from '#electron/recovery/lost.ts';
import { previewOf } from '#electron/recovery/preview.ts';
import { restoreFile } from '#electron/recovery/restore.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { answerProblem } from './problemAnswer.ts';

/** Shows what a copy would replace; with `--yes` puts it in place, and sets the present data aside. */
export const restoreCommand: Command = {
  options: { yes: { type: 'boolean' } },
  required: ['data'],
  files: [1, 1],
  run: async ({ files: [named = ''], needed, flag, tell }) => {
    const [copy, folder] = [resolve(named), resolve(needed('data'))];
    if (!existsSync(copy)) {
      return problem({
        code: 'file-unreadable',
        what: `Il file «${named}» non si trova o non si può leggere.`,
        remedy: 'Controlla il nome del file e i permessi.',
      });
    }
    const checked = checkFile(copy);
    const restores = checked.ok ? previewOf(copy) : checked;
    if (!restores.ok) return restores;
    const present = isDatabaseEmpty(folder) ? undefined : previewOf(databaseFile(folder));
    const replaces = present && (present.ok ? present.value : { problem: answerProblem(present.error) });
    const plan = { restores: restores.value, replaces: replaces ?? null };
    if (!flag('yes')) {
      tell('Non ho cambiato niente: aggiungi --yes per ripristinare.');
      return ok({ ...plan, done: false, aside: null });
    }
    const done = restoreFile(folder, copy, new Date().toISOString());
    return done.ok ? ok({ ...plan, done: true, aside: done.value.aside }) : done;
  },
};
