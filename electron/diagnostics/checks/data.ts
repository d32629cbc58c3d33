import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { type Check, failure, fine, warning } from '../check.ts';

const LOW_SPACE_BYTES = 500_000_000;

/** The folder of the data can be written, and there is room. */
export const folderCheck: Check = {
  name: 'Cartella dei dati',
  run: ({ data }) => {
    if (data === null) return warning('Nessuna cartella indicata.', 'Aggiungi --data CARTELLA per controllarla.');
    try {
      accessSync(data, constants.W_OK);
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
export const databaseCheck: Check = {
  name: 'Dati',
  run: ({ data }) => {
    if (data === null || !existsSync(join(data, 'avvisi.db'))) {
      return warning('Qui non ci sono ancora dati dell’app.', 'Indica la cartella «dati» di una postazione.');
    }
    const opened = openDatabase(join(data, 'avvisi.db'), migrations);
    if (!opened.ok) return failure(opened.error.message, opened.error.remedy);
    const whole = opened.value.pragma('quick_check', { simple: true });
    const facts = opened.value.prepare<[], { count: number }>('SELECT count(*) AS count FROM fact').get()?.count ?? 0;
    opened.value.close();
    return whole === 'ok'
      ? fine(`${facts} fatti, tutti leggibili.`)
      : failure(`Il file dei dati è rovinato: ${String(whole)}`, 'Chiama l’assistenza: accanto c’è l’ultima copia.');
  },
};
