/** What the world does to files and databases, in words: every error of libuv's table and of SQLite that is no bug. */
import type { Problem } from '#shared/kernel/problem.ts';

/** A part of the database cannot be read. The screens offer the recovery for this code. */
export const DATABASE_DAMAGED: Problem = {
  code: 'database-damaged',
  what: 'Una parte dei dati di questa postazione è rovinata e non si legge.',
  remedy: 'Non cancellare niente. L’app mostra che cosa ha trovato e quali copie si possono ripristinare.',
};

/** Where something was to be written: this computer, the folder all desks share, or a folder that others empty. */
export type StoragePlace = 'computer' | 'shared' | 'contractor' | 'outgoing';

/** The disk of each place, as the subject of a sentence, and who can free space on it. */
export const WHERE: Readonly<Record<StoragePlace, { readonly disk: string; readonly free: string }>> = {
  computer: { disk: 'Il disco di questo computer', free: 'Libera spazio su questo computer' },
  shared: { disk: 'Il disco della cartella condivisa', free: 'Chiedi a chi cura il server di liberare spazio' },
  contractor: { disk: 'Il disco della cartella della ditta', free: 'Chiedi a chi la cura di liberare spazio' },
  outgoing: { disk: 'Il disco della cartella delle e-mail in uscita', free: 'Libera spazio su quel disco' },
};
const SOMEWHERE = { disk: 'Il disco', free: 'Libera spazio sul disco' };

const SAFE = 'Quello che avevi già salvato è al sicuro.';
const AGAIN = 'Riprova tra un momento; se succede ancora,';

export interface StorageProblem {
  /** Codes of libuv and SQLite; one also stands for those that begin with it and an underscore. */
  readonly codes: readonly string[];
  readonly problem: Problem;
  /** What stands for an error of the system that nobody named. */
  readonly isDefault?: true;
}

const DISK_FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

const OTHERS: readonly StorageProblem[] = [
  {
    // SQLite says "cannot open" where the folder exists and writing in it is not allowed.
    codes: ['EROFS', 'EACCES', 'EPERM', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'],
    problem: {
      code: 'folder-read-only',
      what: 'La cartella è in sola lettura: non riesco a scrivere.',
      why: SAFE,
      remedy: 'Chiedi all’assistenza il permesso di scrittura sulla cartella, poi riprova.',
    },
  },
  {
    codes: ['EOPENELSEWHERE', 'ETXTBSY'],
    problem: {
      code: 'file-open-elsewhere',
      what: 'Il file è aperto in un altro programma: finché resta aperto non si può sostituire.',
      why: SAFE,
      remedy: 'Chiudi il file nel programma in cui è aperto, per esempio Excel o Acrobat, poi riprova.',
    },
  },
  {
    codes: ['ENOENT', 'ENOTDIR', 'ENXIO', 'ENODEV'],
    problem: {
      code: 'folder-missing',
      what: 'La cartella non si trova: può essere stata spostata o scollegata.',
      remedy: 'Controlla che l’unità sia collegata, oppure indica la cartella giusta nelle Impostazioni.',
    },
  },
  {
    codes: ['SQLITE_BUSY', 'SQLITE_PROTOCOL'],
    problem: {
      code: 'already-open',
      what: 'Un’altra finestra dell’app sta usando gli stessi dati.',
      remedy: 'Chiudi l’altra finestra, poi riprova.',
    },
  },
  {
    codes: ['SQLITE_CORRUPT', 'SQLITE_NOTADB'],
    problem: DATABASE_DAMAGED,
  },
  {
    codes: ['SQLITE_IOERR', 'EIO', 'EREMOTEIO', 'ENODATA', 'EOF'],
    problem: {
      code: 'disk-failing',
      what: 'Il disco non risponde come dovrebbe.',
      why: SAFE,
      remedy: `${AGAIN} chiama l’assistenza.`,
    },
  },
  {
    // A file that another program holds for a moment, or a call that was interrupted: nothing was done.
    codes: ['EBUSY', 'EAGAIN', 'EINTR', 'EALREADY', 'ECANCELED'],
    problem: {
      code: 'file-busy',
      what: 'Un altro programma tiene occupato il file o la cartella.',
      why: SAFE,
      remedy: `${AGAIN} chiudi il programma che li usa, per esempio l’antivirus, Excel o Acrobat.`,
    },
  },
  {
    // A network drive that is away or gives no answer. It also stands for what the system says without a name.
    codes: ['ETIMEDOUT', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ENONET', 'UNKNOWN'],
    isDefault: true,
    problem: {
      code: 'drive-not-answering',
      what: 'L’unità di rete non risponde.',
      why: SAFE,
      remedy: `${AGAIN} controlla che l’unità di rete sia collegata.`,
    },
  },
  {
    // The line broke while something was under way.
    codes: ['ECONNRESET', 'ECONNABORTED', 'ECONNREFUSED', 'EPIPE', 'ESHUTDOWN', 'ESTALE', 'EBADF', 'EPROTO', 'EUNATCH'],
    problem: {
      code: 'drive-interrupted',
      what: 'Il collegamento con l’unità di rete si è interrotto.',
      why: SAFE,
      remedy: `${AGAIN} controlla il cavo o la rete senza fili.`,
    },
  },
  {
    codes: ['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS', 'EAI_MEMORY', 'SQLITE_NOMEM'],
    problem: {
      code: 'computer-exhausted',
      what: 'Il computer non ha più memoria libera, o ha troppi file aperti.',
      why: SAFE,
      remedy: `${AGAIN} chiudi qualche programma o riavvia il computer.`,
    },
  },
  {
    // The place of a file is taken by a folder, or the drive takes neither its size nor its name.
    codes: [
      ...['EISDIR', 'EFBIG', 'EINVAL', 'ENAMETOOLONG', 'ELOOP', 'EFTYPE', 'EILSEQ', 'ECHARSET', 'EOVERFLOW', 'E2BIG'],
      ...['ERR_FS_EISDIR', 'ERR_FS_FILE_TOO_LARGE'],
    ],
    problem: {
      code: 'file-refused',
      what: 'Un file non si può leggere o scrivere: al suo posto c’è una cartella, è troppo grande o ha un nome non ammesso.',
      why: SAFE,
      remedy: 'Riprova; se succede ancora, chiedi all’assistenza di guardare che cosa c’è nella cartella.',
    },
  },
  {
    codes: ['EEXIST', 'ENOTEMPTY', 'EMLINK'],
    problem: {
      code: 'file-name-taken',
      what: 'C’è già un file o una cartella con questo nome.',
      why: SAFE,
      remedy: 'Spostalo o cambiagli nome, poi riprova.',
    },
  },
  {
    codes: ['ENOSYS', 'ESRCH', 'ENOEXEC', 'ENOTSUP', 'ENOTTY', 'ESPIPE', 'EXDEV', 'EFAULT', 'ERANGE', 'SQLITE_NOLFS'],
    problem: {
      code: 'drive-unable',
      what: 'Questa unità non sa fare quello che serve all’app.',
      why: SAFE,
      remedy: 'Scegli una cartella di un’altra unità nelle Impostazioni, oppure chiama l’assistenza.',
    },
  },
  {
    codes: [
      ...['EADDRINUSE', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EDESTADDRREQ', 'EISCONN', 'EMSGSIZE', 'ENOPROTOOPT'],
      ...['ENOTSOCK', 'EPROTONOSUPPORT', 'EPROTOTYPE', 'ESOCKTNOSUPPORT', 'EAI', 'ENOTFOUND'],
    ],
    problem: {
      code: 'network-failing',
      what: 'La rete non funziona come dovrebbe: il server non si trova o non si raggiunge.',
      why: SAFE,
      remedy: `${AGAIN} controlla il cavo o la rete senza fili, e chiama l’assistenza.`,
    },
  },
  {
    // What the process of the network drive answers for a bug of its own, or out of its protocol.
    codes: ['EINTERNAL'],
    problem: {
      code: 'share-internal',
      what: 'La parte dell’app che guarda la cartella condivisa ha avuto un problema interno.',
      why: SAFE,
      remedy: 'Continua pure: l’app riprova da sola. Se dura, chiudi e riapri l’app.',
    },
  },
];

/** The problems of storage; that of a full disk says which one, when the place is known. */
export function storageProblems(place: StoragePlace | undefined): readonly StorageProblem[] {
  const { disk, free } = place === undefined ? SOMEWHERE : WHERE[place];
  return [
    {
      codes: DISK_FULL,
      problem: {
        code: 'disk-full',
        what: `${disk} è pieno: non riesco a salvare.`,
        why: SAFE,
        remedy: `${free}, poi ripeti l’ultima operazione.`,
      },
    },
    ...OTHERS,
  ];
}

/**
 * Whether a problem leaves open if what was asked of a drive was done all the same: the answer got lost, not the wish. What
 * another problem says was refused.
 */
export const isAnswerLost = ({ code }: Problem): boolean =>
  ['drive-not-answering', 'drive-interrupted', 'disk-failing', 'share-internal'].includes(code);
