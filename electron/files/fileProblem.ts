import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { fileErrorCode, HELD_ELSEWHERE, NOT_PLAIN, OUTCOME_UNKNOWN } from './fileError.ts';

/** Nobody knows whether a file appeared: what follows must look before it writes again. */
export const FILE_OUTCOME_UNKNOWN = 'file-outcome-unknown';
/** A folder does not answer at all: nothing more is to be asked of it now. */
export const FOLDER_NOT_ANSWERING = 'folder-not-answering';

const SAFE = 'Quello che avevi già salvato è al sicuro.';
const NOT_ANSWERING: Problem = {
  code: FOLDER_NOT_ANSWERING,
  what: 'La cartella non risponde: forse l’unità di rete è ferma o scollegata.',
  why: SAFE,
  remedy: 'Continua pure con il resto e riprova tra qualche minuto; se dura, controlla che l’unità sia collegata.',
};

const PROBLEMS: Readonly<Record<string, Problem>> = {
  ETIMEDOUT: NOT_ANSWERING,
  ENOTCONN: NOT_ANSWERING,
  [HELD_ELSEWHERE]: {
    code: 'file-open-elsewhere',
    what: 'Il file è aperto in un altro programma: finché resta aperto non si può sostituire.',
    why: SAFE,
    remedy: 'Chiudi il file nel programma in cui è aperto, per esempio Excel o Acrobat, poi riprova.',
  },
  [NOT_PLAIN]: {
    code: 'file-not-plain',
    what: 'Al posto del file c’è una cartella o un dispositivo: non si legge e non si sostituisce.',
    remedy: 'Controlla il nome e la cartella, poi riprova.',
  },
  [OUTCOME_UNKNOWN]: {
    code: FILE_OUTCOME_UNKNOWN,
    what: 'La cartella ha smesso di rispondere mentre il file compariva: non si sa se c’è.',
    remedy: 'Quando l’unità di rete risponde di nuovo guarda nella cartella, poi riprova.',
  },
};

/** What a drive refuses with a code nobody has met so far: Node's own bugs have codes that begin with `ERR_`. */
const SYSTEM_CODE = /^E[A-Z0-9]+$/;
const FAILING: Problem = {
  code: 'folder-failing',
  what: 'La cartella non lavora come dovrebbe.',
  why: SAFE,
  remedy: 'Riprova tra un momento; se succede ancora, chiedi all’assistenza di guardare la cartella.',
};

/** The problem behind an error of a file or folder people chose, or `undefined` when the error is a bug. */
export function problemOfFile(cause: unknown): Problem | undefined {
  const code = fileErrorCode(cause) ?? '';
  return PROBLEMS[code] ?? problemOfStorage(cause) ?? (SYSTEM_CODE.test(code) ? FAILING : undefined);
}
