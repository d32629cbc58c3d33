import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';
import { tryWriting } from '#electron/db/tryWriting.ts';
import { type DoctorCheck, failure, fine, warning } from '#electron/diagnostics/check.ts';
import { checkNotLost } from '#electron/recovery/lost.ts';
import { accountOf } from '#shared/kernel/problem.ts';

const RESTORE = 'Non cancellare niente: guarda «Copie dei dati» e ripristina con «restore», o dall’app.';
const LOW_SPACE_BYTES = 500_000_000;

/** The folder of the data can be written, and there is room. */
export const folderCheck: DoctorCheck = {
  name: 'Cartella dei dati',
  run: ({ data }) => {
    if (data === null) return warning('Nessuna cartella indicata.', 'Aggiungi --data CARTELLA per controllarla.');
    try {
      tryWriting(data);
    } catch {
      return failure(`La cartella «${data}» non si trova o non si può scrivere.`, 'Controlla il nome e i permessi.');
    }
    const { bavail, bsize } = statfsSync(data);
    const free = Math.round((bavail * bsize) / 1_000_000);
    return bavail * bsize < LOW_SPACE_BYTES
      ? warning(`Sul disco restano ${free} MB.`, 'Libera spazio: sotto i 500 MB i salvataggi possono fallire.')
      : fine(`Scrivibile, ${free} MB liberi.`);
  },
};

/** The database of the workspace opens, and its pages are whole. */
export const databaseCheck: DoctorCheck = {
  name: 'Dati',
  run: ({ data }) => {
    const there = data === null ? undefined : checkNotLost(data);
    if (there && !there.ok) return failure(accountOf(there.error), RESTORE);
    if (data === null || !existsSync(join(data, 'avvisi.db'))) {
      return warning('Qui non ci sono ancora dati dell’app.', 'Indica la cartella «dati» di una postazione.');
    }
    const opened = openDatabase(join(data, 'avvisi.db'), migrations);
    if (!opened.ok)
      return failure(
        accountOf(opened.error),
        opened.error.code === DATABASE_DAMAGED.code ? RESTORE : opened.error.remedy,
      );
    const whole = opened.value.pragma('integrity_check(1)', { simple: true });
    const facts = opened.value.prepare<[], { count: number }>('SELECT count(*) AS count FROM fact').get()?.count ?? 0;
    opened.value.close();
    return whole === 'ok'
      ? fine(`${facts} fatti, tutti leggibili.`)
      : failure(`Il file dei dati è rovinato: ${String(whole)}`, RESTORE);
  },
};
