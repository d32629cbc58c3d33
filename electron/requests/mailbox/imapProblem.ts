import { isServerTrouble, type ServerTrouble, serverTroubleOf, serverWords } from '#electron/outbox/serverProblem.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';

/** What the words of a problem are about. */
export type Place = Pick<Receiving, 'server' | 'port' | 'user' | 'folder'>;

type Words = (place: Place) => Omit<Problem, 'code'>;

const NOTHING_LOST = 'Le e-mail restano nella casella: niente va perso.';
const WAY = { calm: NOTHING_LOST, ports: 'Prova TLS con la porta 993, oppure STARTTLS con la porta 143.' } as const;

/** What can come between this desk and the mailbox, beside what can befall any server. */
const WORDS = {
  'password-refused': ({ user }) => ({
    what: `Il server della posta ha rifiutato la password di ${user}.`,
    why: `Forse è stata cambiata. ${NOTHING_LOST}`,
    remedy: 'Scrivi la password nuova in Impostazioni, Casella e posta in uscita, e provala.',
  }),
  'access-ended': ({ user }) => ({
    what: `L’accesso alla casella ${user} è scaduto.`,
    why: NOTHING_LOST,
    remedy: 'Rinnova l’accesso in Impostazioni, Casella e posta in uscita.',
  }),
  'token-refused': ({ user }) => ({
    what: `Il server della posta non accetta per ${user} l’accesso dato nel browser.`,
    why: `L’accesso vale, ma chi lo ha dato non può aprire questa casella, oppure per questa casella l’IMAP è spento. ${NOTHING_LOST}`,
    remedy: 'Chiedi a chi gestisce la posta il permesso completo sulla casella e l’IMAP acceso, poi prova di nuovo.',
  }),
  'basic-blocked': ({ user, server }) => ({
    what: `${server} non accetta la password per ${user}: chi gestisce la posta ha bloccato questo modo di entrare.`,
    why: `Succede con Microsoft 365 e con Google. ${NOTHING_LOST}`,
    remedy: 'Chiedi a chi gestisce la posta una password per l’app, oppure scegli di leggere da una cartella di file.',
  }),
  'shared-access': ({ user }) => ({
    what: `Il server ha riconosciuto ${user} ma non apre la casella.`,
    why: 'Di solito manca il permesso sulla casella condivisa, oppure il server ha troppe richieste.',
    remedy: 'Chiedi a chi gestisce la posta il permesso completo sulla casella, poi prova di nuovo.',
  }),
  'folder-missing': ({ folder }) => ({
    what: `Nella casella la cartella «${folder}» non c’è: qualcuno l’ha rinominata o cancellata.`,
    why: NOTHING_LOST,
    remedy: 'Apri Impostazioni, Casella e posta in uscita, e premi Scegli la cartella.',
  }),
  'folders-hidden': ({ server }) => ({
    what: `${server} non dà l’elenco delle cartelle.`,
    why: 'Succede quando una cartella condivisa non si apre più.',
    remedy: 'Scrivi a mano il nome della cartella: quella di arrivo si chiama INBOX.',
  }),
  'server-lies': ({ server }) => ({
    what: `${server} risponde in un modo che non torna: i numeri delle sue e-mail non sono affidabili.`,
    why: 'Per non perderne nessuna, l’app non le segna come lette.',
    remedy: 'Avvisa chi gestisce la posta; l’app riprova da sola.',
  }),
} as const satisfies Readonly<Record<string, Words>>;

export type MailboxTrouble = keyof typeof WORDS | ServerTrouble;

const PREFIX = 'mailbox-';

/** A problem of the way to the mailbox, `mailbox-` and its trouble, in the words of its place. */
export const mailboxProblem = (trouble: MailboxTrouble, place: Place): Problem => ({
  code: `${PREFIX}${trouble}`,
  ...(isServerTrouble(trouble) ? serverWords(trouble, place, WAY) : WORDS[trouble](place)),
});

/** Whether the whole mailbox does not answer: the rest of it would be asked in vain. */
export function isMailboxTrouble(code: string): boolean {
  const trouble = code.startsWith(PREFIX) ? code.slice(PREFIX.length) : '';
  return isServerTrouble(trouble) || Object.hasOwn(WORDS, trouble);
}

/** What only imapflow says of what went wrong. */
const CODES: Readonly<Record<string, MailboxTrouble>> = {
  STARTTLS_INJECTION: 'not-encrypted',
  GREETING_TIMEOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  ETIMEOUT: 'timeout',
  NoConnection: 'dropped',
  EConnectionClosed: 'dropped',
  ClosedAfterConnectTLS: 'dropped',
  ClosedAfterConnectText: 'dropped',
  ETHROTTLE: 'busy',
};

/** Response codes of RFC 5530 that mean waiting. */
const BUSY: readonly string[] = ['UNAVAILABLE', 'LIMIT', 'INUSE', 'SERVERBUG'];
/** What Microsoft 365 and Google answer to a password they do not take any more; imapflow's words where none is offered. */
const BLOCKED =
  /basic ?auth|application-specific|app(?:lication)? password|web login|disabled|blocked|no matching auth/i;
const NOT_CONNECTED = /authenticated but not connected/i;

interface ImapError {
  readonly code?: string;
  readonly message?: string;
  readonly responseText?: string;
  readonly serverResponseCode?: string;
  readonly authenticationFailed?: boolean;
  readonly mailboxMissing?: boolean;
  readonly tlsFailed?: boolean;
  readonly oauthError?: unknown;
}

function accessTrouble({ serverResponseCode = '', oauthError, responseText, message }: ImapError): MailboxTrouble {
  if (BUSY.includes(serverResponseCode)) return 'busy';
  if (oauthError !== undefined) return 'token-refused';
  if (serverResponseCode === 'EXPIRED') return 'access-ended';
  if (serverResponseCode === 'PRIVACYREQUIRED') return 'not-encrypted';
  return BLOCKED.test(responseText ?? message ?? '') ? 'basic-blocked' : 'password-refused';
}

function troubleOf(error: ImapError): MailboxTrouble {
  const { code = '', message = '', responseText = '', serverResponseCode = '' } = error;
  if (error.authenticationFailed) return accessTrouble(error);
  if (error.mailboxMissing || ['NONEXISTENT', 'TRYCREATE'].includes(serverResponseCode)) return 'folder-missing';
  if (/proxy/i.test(message)) return 'proxy';
  const known = CODES[code] ?? serverTroubleOf(code);
  if (known) return known;
  if (error.tlsFailed) return 'not-encrypted';
  if (NOT_CONNECTED.test(responseText)) return 'shared-access';
  if (BUSY.includes(serverResponseCode) || /throttled/i.test(responseText)) return 'busy';
  if (code.startsWith('ParserError') || /TooLarge$/.test(code)) return 'server-lies';
  if (/connection (?:not available|closed)|unexpected close/i.test(message)) return 'dropped';
  return 'server-error';
}

/** What went wrong on the way to a mailbox, as the person reads it; nothing of what the server wrote is repeated. */
export function imapProblem(cause: unknown, place: Place): Problem {
  return mailboxProblem(troubleOf(typeof cause === 'object' && cause !== null ? cause : {}), place);
}
