import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

const SAFE = 'Quello che avevi già salvato è al sicuro.';

const PROBLEMS: readonly { readonly codes: readonly string[]; readonly problem: Problem }[] = [
  {
    codes: ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'],
    problem: {
      code: 'disk-full',
      message: `Il disco è pieno: non riesco a salvare. ${SAFE}`,
      remedy: 'Libera spazio sul disco, poi ripeti l’ultima operazione.',
    },
  },
  {
    // SQLite says "cannot open" where the folder exists and writing in it is not allowed.
    codes: ['EROFS', 'EACCES', 'EPERM', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'],
    problem: {
      code: 'folder-read-only',
      message: `La cartella è in sola lettura: non riesco a scrivere. ${SAFE}`,
      remedy: 'Chiedi all’assistenza il permesso di scrittura sulla cartella, poi riprova.',
    },
  },
  {
    codes: ['ENOENT', 'ENOTDIR', 'ENXIO'],
    problem: {
      code: 'folder-missing',
      message: 'La cartella non si trova: può essere stata spostata o scollegata.',
      remedy: 'Controlla che l’unità sia collegata, oppure indica la cartella giusta nelle Impostazioni.',
    },
  },
  {
    codes: ['SQLITE_BUSY'],
    problem: {
      code: 'already-open',
      message: 'Un’altra finestra dell’app sta usando gli stessi dati.',
      remedy: 'Chiudi l’altra finestra, poi riprova.',
    },
  },
  {
    codes: ['SQLITE_CORRUPT', 'SQLITE_NOTADB'],
    problem: {
      code: 'database-damaged',
      message: 'Il file dei dati di questa postazione è rovinato e non si apre.',
      remedy: 'Non cancellarlo. Chiama l’assistenza: se c’è una copia di sicurezza, è nella stessa cartella.',
    },
  },
  {
    codes: ['SQLITE_IOERR', 'EIO'],
    problem: {
      code: 'disk-failing',
      message: `Il disco non risponde come dovrebbe. ${SAFE}`,
      remedy: 'Riprova tra un momento; se succede ancora, chiama l’assistenza.',
    },
  },
  {
    // A network drive that is away or busy, and a file that another program holds for a moment.
    codes: [
      'EBUSY',
      'EAGAIN',
      'ETIMEDOUT',
      'ENOTCONN',
      'EHOSTDOWN',
      'EHOSTUNREACH',
      'ENETDOWN',
      'ENETUNREACH',
      'UNKNOWN',
    ],
    problem: {
      code: 'drive-not-answering',
      message: `L’unità di rete non risponde, o un altro programma tiene occupato il file. ${SAFE}`,
      remedy: 'Riprova tra un momento; se succede ancora, controlla che l’unità di rete sia collegata.',
    },
  },
  {
    // The place of a file is taken by a folder, or the drive takes neither its size nor its name.
    codes: ['EISDIR', 'EFBIG', 'EINVAL', 'ENAMETOOLONG'],
    problem: {
      code: 'file-refused',
      message: `Un file non si può leggere o scrivere: al suo posto c’è una cartella, è troppo grande o ha un nome non ammesso. ${SAFE}`,
      remedy: 'Riprova; se succede ancora, chiedi all’assistenza di guardare che cosa c’è nella cartella.',
    },
  },
  {
    // What the process of the network drive answers for a bug of its own.
    codes: ['EINTERNAL'],
    problem: {
      code: 'share-internal',
      message: `La parte dell’app che guarda la cartella condivisa ha avuto un problema interno. ${SAFE}`,
      remedy: 'Continua pure: l’app riprova da sola. Se dura, chiudi e riapri l’app.',
    },
  },
];

/** The problem behind an error of the file system or of SQLite, or `undefined` when the error is a bug. */
export function problemOfStorage(cause: unknown): Problem | undefined {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return undefined;
  const { code } = cause;
  return PROBLEMS.find(({ codes }) => codes.some((one) => code === one || code.startsWith(`${one}_`)))?.problem;
}

/** Runs `work`, which touches files or the database: its value, or the problem behind what the storage refused. */
export function storageResult<Value>(work: () => Value): Result<Value, Problem> {
  try {
    return ok(work());
  } catch (cause) {
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    throw cause;
  }
}
