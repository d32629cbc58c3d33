import type { Problem } from '#shared/kernel/problem.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';

/** What the words of a problem are about. */
export type Place = Pick<Receiving, 'server' | 'port' | 'user' | 'folder'>;

type Words = (place: Place) => Omit<Problem, 'code'>;

const RETRIED = 'Non devi fare niente: l’app riprova da sola. Se dura, chiedi a chi gestisce la rete o la posta.';
const NOTHING_LOST = 'Le e-mail restano nella casella: niente va perso.';

/** What can come between this desk and the server, and what one does about it. */
const WORDS = {
  'mailbox-password-refused': ({ user }) => ({
    what: `Il server della posta ha rifiutato la password di ${user}.`,
    why: `Forse è stata cambiata. ${NOTHING_LOST}`,
    remedy: 'Scrivi la password nuova in Impostazioni, Casella e posta in uscita, e provala.',
  }),
  'mailbox-access-ended': ({ user }) => ({
    what: `L’accesso alla casella ${user} è scaduto.`,
    why: NOTHING_LOST,
    remedy: 'Rinnova l’accesso in Impostazioni, Casella e posta in uscita.',
  }),
  'mailbox-basic-blocked': ({ user, server }) => ({
    what: `${server} non accetta la password per ${user}: chi gestisce la posta ha bloccato questo modo di entrare.`,
    why: `Succede con Microsoft 365 e con Google. ${NOTHING_LOST}`,
    remedy: 'Chiedi a chi gestisce la posta una password per l’app, oppure scegli di leggere da una cartella di file.',
  }),
  'mailbox-shared-access': ({ user }) => ({
    what: `Il server ha riconosciuto ${user} ma non apre la casella.`,
    why: 'Di solito manca il permesso sulla casella condivisa, oppure il server ha troppe richieste.',
    remedy: 'Chiedi a chi gestisce la posta il permesso completo sulla casella, poi prova di nuovo.',
  }),
  'mailbox-certificate': ({ server }) => ({
    what: `Il certificato di ${server} non è riconosciuto: l’app non manda la password a un server che non si sa chi è.`,
    remedy: 'Chiedi a chi gestisce la posta un certificato riconosciuto, o di installarlo su questo computer.',
  }),
  'mailbox-certificate-expired': ({ server }) => ({
    what: `Il certificato di ${server} è scaduto o non vale ancora.`,
    why: 'Può anche essere sbagliata la data di questo computer.',
    remedy: 'Controlla la data del computer; se è giusta, chiedi a chi gestisce la posta di rinnovare il certificato.',
  }),
  'mailbox-certificate-name': ({ server }) => ({
    what: `Il certificato che ha risposto non è di ${server}.`,
    remedy: 'Controlla il nome del server; se è giusto, chiedi a chi gestisce la posta.',
  }),
  'mailbox-not-encrypted': ({ server, port }) => ({
    what: `${server} alla porta ${port} non parla nel modo scelto per la cifratura.`,
    remedy: 'Prova TLS con la porta 993, oppure STARTTLS con la porta 143.',
  }),
  'mailbox-server-unknown': ({ server }) => ({
    what: `Il nome ${server} non esiste, o la rete non lo trova.`,
    remedy: 'Controlla come è scritto il nome del server e che questo computer sia in rete.',
  }),
  'mailbox-no-network': ({ server }) => ({
    what: `Questo computer non raggiunge ${server}: la rete manca o è interrotta.`,
    why: NOTHING_LOST,
    remedy: RETRIED,
  }),
  'mailbox-refused': ({ server, port }) => ({
    what: `${server} c’è, ma alla porta ${port} non risponde nessun servizio di posta.`,
    remedy: 'Controlla la porta; se è giusta, il servizio è fermo: l’app riprova da sola.',
  }),
  'mailbox-timeout': ({ server }) => ({
    what: `${server} non ha risposto in tempo.`,
    why: NOTHING_LOST,
    remedy: RETRIED,
  }),
  'mailbox-dropped': ({ server }) => ({
    what: `Il collegamento con ${server} si è interrotto.`,
    why: NOTHING_LOST,
    remedy: RETRIED,
  }),
  'mailbox-busy': ({ server }) => ({
    what: `${server} chiede di aspettare: in questo momento ha troppe richieste.`,
    why: NOTHING_LOST,
    remedy: RETRIED,
  }),
  'mailbox-proxy': ({ server }) => ({
    what: `Il proxy della rete non lascia passare il collegamento con ${server}.`,
    remedy: 'Chiedi a chi gestisce la rete di aprire la porta della posta verso questo server.',
  }),
  'mailbox-folder-missing': ({ folder }) => ({
    what: `Nella casella la cartella «${folder}» non c’è: qualcuno l’ha rinominata o cancellata.`,
    why: NOTHING_LOST,
    remedy: 'Scegli la cartella giusta in Impostazioni, Casella e posta in uscita. Quella di arrivo si chiama INBOX.',
  }),
  'mailbox-server-lies': ({ server }) => ({
    what: `${server} risponde in un modo che non torna: i numeri delle sue e-mail non sono affidabili.`,
    why: 'Per non perderne nessuna, l’app non le segna come lette.',
    remedy: 'Avvisa chi gestisce la posta; l’app riprova da sola.',
  }),
  'mailbox-server-error': ({ server }) => ({
    what: `${server} ha risposto con un errore.`,
    why: NOTHING_LOST,
    remedy: RETRIED,
  }),
} as const satisfies Readonly<Record<string, Words>>;

export type MailboxTrouble = keyof typeof WORDS;

/** A problem of the way to the mailbox, in the words of its place. */
export const mailboxProblem = (code: MailboxTrouble, place: Place): Problem => ({ code, ...WORDS[code](place) });

/** Whether the whole mailbox does not answer: the rest of it would be asked in vain. */
export const isMailboxTrouble = (code: string): code is MailboxTrouble => Object.hasOwn(WORDS, code);

/** Node's and imapflow's names of what went wrong. */
const CODES: Readonly<Record<string, MailboxTrouble>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'mailbox-certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'mailbox-certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'mailbox-certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'mailbox-certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'mailbox-certificate',
  CERT_UNTRUSTED: 'mailbox-certificate',
  CERT_REVOKED: 'mailbox-certificate',
  CERT_REJECTED: 'mailbox-certificate',
  CERT_SIGNATURE_FAILURE: 'mailbox-certificate',
  CERT_HAS_EXPIRED: 'mailbox-certificate-expired',
  CERT_NOT_YET_VALID: 'mailbox-certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'mailbox-certificate-name',
  EPROTO: 'mailbox-not-encrypted',
  STARTTLS_INJECTION: 'mailbox-not-encrypted',
  GREETING_TIMEOUT: 'mailbox-timeout',
  CONNECT_TIMEOUT: 'mailbox-timeout',
  UPGRADE_TIMEOUT: 'mailbox-timeout',
  ETIMEOUT: 'mailbox-timeout',
  ETIMEDOUT: 'mailbox-timeout',
  ENOTFOUND: 'mailbox-server-unknown',
  EAI_AGAIN: 'mailbox-no-network',
  ENETUNREACH: 'mailbox-no-network',
  ENETDOWN: 'mailbox-no-network',
  EHOSTUNREACH: 'mailbox-no-network',
  EADDRNOTAVAIL: 'mailbox-no-network',
  ECONNREFUSED: 'mailbox-refused',
  ECONNRESET: 'mailbox-dropped',
  EPIPE: 'mailbox-dropped',
  NoConnection: 'mailbox-dropped',
  EConnectionClosed: 'mailbox-dropped',
  ClosedAfterConnectTLS: 'mailbox-dropped',
  ClosedAfterConnectText: 'mailbox-dropped',
  ETHROTTLE: 'mailbox-busy',
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
  if (BUSY.includes(serverResponseCode)) return 'mailbox-busy';
  if (oauthError !== undefined || serverResponseCode === 'EXPIRED') return 'mailbox-access-ended';
  if (serverResponseCode === 'PRIVACYREQUIRED') return 'mailbox-not-encrypted';
  return BLOCKED.test(responseText ?? message ?? '') ? 'mailbox-basic-blocked' : 'mailbox-password-refused';
}

function troubleOf(error: ImapError): MailboxTrouble {
  const { code = '', message = '', responseText = '', serverResponseCode = '' } = error;
  if (error.authenticationFailed) return accessTrouble(error);
  if (error.mailboxMissing || ['NONEXISTENT', 'TRYCREATE'].includes(serverResponseCode))
    return 'mailbox-folder-missing';
  if (/proxy/i.test(message)) return 'mailbox-proxy';
  const known = CODES[code];
  if (known) return known;
  if (error.tlsFailed || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return 'mailbox-not-encrypted';
  if (NOT_CONNECTED.test(responseText)) return 'mailbox-shared-access';
  if (BUSY.includes(serverResponseCode) || /throttled/i.test(responseText)) return 'mailbox-busy';
  if (code.startsWith('ParserError') || /TooLarge$/.test(code)) return 'mailbox-server-lies';
  if (/connection (?:not available|closed)|unexpected close/i.test(message)) return 'mailbox-dropped';
  return 'mailbox-server-error';
}

/** What went wrong on the way to a mailbox, as the person reads it; nothing of what the server wrote is repeated. */
export function imapProblem(cause: unknown, place: Place): Problem {
  return mailboxProblem(troubleOf(typeof cause === 'object' && cause !== null ? cause : {}), place);
}
