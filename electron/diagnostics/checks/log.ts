import { type DoctorCheck, fine, warning } from '#electron/diagnostics/check.ts';
import { lastBugs, logFiles, logFolder } from '#electron/log/files.ts';

const SHOWN_BUGS = 5;
const BYTES_A_KILOBYTE = 1_000;

/** Where the log of a desk is, how big it is, and the last bugs with the numbers their users saw. */
export const logCheck: DoctorCheck = {
  name: 'Registro tecnico',
  run: ({ data }) => {
    if (data === null)
      return warning('Senza cartella non si sa dov’è il registro tecnico.', 'Aggiungi --data CARTELLA.');
    const files = logFiles(data);
    if (files.length === 0) return fine('Non c’è ancora: lo scrive l’app quando si apre la finestra.');
    const kilobytes = Math.ceil(files.reduce((total, { bytes }) => total + bytes, 0) / BYTES_A_KILOBYTE);
    const found = `In «${logFolder(data)}», ${kilobytes} kB`;
    const bugs = lastBugs(data, SHOWN_BUGS).map(({ at, id, what }) => `${at} numero ${id}: ${what}`);
    if (bugs.length === 0) return fine(`${found}; nessun errore dell’app.`);
    return warning(
      `${found}; ultimi errori dell’app:\n${bugs.join('\n')}`,
      'Cerca il numero nei file della cartella e mandali all’assistenza: nomi, indirizzi e testi non ci sono.',
    );
  },
};
