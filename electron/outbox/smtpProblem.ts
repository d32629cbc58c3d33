import type { NodemailerError } from 'nodemailer/lib/errors';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Sending } from '#shared/outbox/sendingAccount.ts';

type Words = (account: Sending) => Omit<Problem, 'code'>;

const WAITS = 'Niente va perso: la e-mail resta pronta e parte appena si può.';
const RETRIED = 'Non devi fare niente: l’app riprova da sola. Se dura, chiedi a chi gestisce la rete o la posta.';
const PAGE = 'Impostazioni, Casella e posta in uscita';

/** What can come between this desk and the server letters leave by, and what one does about it. */
const WORDS = {
  'sending-password-refused': ({ user }) => ({
    what: `Il server della posta in uscita ha rifiutato la password di ${user}.`,
    why: `Forse è stata cambiata. ${WAITS}`,
    remedy: `Scrivi la password nuova in ${PAGE}, e provala.`,
  }),
  'sending-basic-blocked': ({ user, server }) => ({
    what: `${server} non accetta la password per ${user}: chi gestisce la posta ha bloccato questo modo di spedire.`,
    why: `Succede con Microsoft 365 e con Google. ${WAITS}`,
    remedy: 'Chiedi a chi gestisce la posta di permettere la spedizione con password (SMTP) per questa casella.',
  }),
  'sending-certificate': ({ server }) => ({
    what: `Il certificato di ${server} non è riconosciuto: l’app non manda la password a un server che non si sa chi è.`,
    remedy: 'Chiedi a chi gestisce la posta un certificato riconosciuto, o di installarlo su questo computer.',
  }),
  'sending-certificate-expired': ({ server }) => ({
    what: `Il certificato di ${server} è scaduto o non vale ancora.`,
    why: 'Può anche essere sbagliata la data di questo computer.',
    remedy: 'Controlla la data del computer; se è giusta, chiedi a chi gestisce la posta di rinnovare il certificato.',
  }),
  'sending-certificate-name': ({ server }) => ({
    what: `Il certificato che ha risposto non è di ${server}.`,
    remedy: 'Controlla il nome del server; se è giusto, chiedi a chi gestisce la posta.',
  }),
  'sending-not-encrypted': ({ server, port }) => ({
    what: `${server} alla porta ${port} non parla nel modo scelto per la cifratura.`,
    remedy: 'Prova TLS con la porta 465, oppure STARTTLS con la porta 587.',
  }),
  'sending-server-unknown': ({ server }) => ({
    what: `Il nome ${server} non esiste, o la rete non lo trova.`,
    remedy: 'Controlla come è scritto il nome del server e che questo computer sia in rete.',
  }),
  'sending-no-network': ({ server }) => ({
    what: `Questo computer non raggiunge ${server}: la rete manca o è interrotta.`,
    why: WAITS,
    remedy: RETRIED,
  }),
  'sending-unreachable': ({ server, port }) => ({
    what: `${server} c’è, ma alla porta ${port} non risponde nessun servizio di posta.`,
    why: WAITS,
    remedy: 'Controlla la porta; se è giusta, il servizio è fermo: l’app riprova da sola.',
  }),
  'sending-timeout': ({ server }) => ({
    what: `${server} non ha risposto in tempo.`,
    why: WAITS,
    remedy: RETRIED,
  }),
  'sending-dropped': ({ server }) => ({
    what: `Il collegamento con ${server} si è interrotto prima che la e-mail partisse.`,
    why: WAITS,
    remedy: RETRIED,
  }),
  'sending-busy': ({ server }) => ({
    what: `${server} chiede di riprovare più tardi.`,
    why: WAITS,
    remedy: RETRIED,
  }),
  'sending-sender-refused': ({ address, user }) => ({
    what: `Il server non permette a ${user} di spedire da ${address}.`,
    remedy: 'Scrivi come mittente l’indirizzo di questa casella, oppure chiedi il permesso a chi gestisce la posta.',
  }),
  'sending-refused': ({ server }) => ({
    what: `${server} non ha voluto la e-mail.`,
    remedy: 'Chiedi a chi gestisce la posta perché; poi prova di nuovo.',
  }),
  'sending-doubtful': ({ server }) => ({
    what: `${server} non ha detto se ha preso la e-mail: il collegamento si è interrotto alla fine.`,
    remedy: 'Guarda se è arrivata nella casella, poi prova di nuovo.',
  }),
  'sending-server-error': ({ server }) => ({
    what: `${server} ha risposto con un errore.`,
    why: WAITS,
    remedy: RETRIED,
  }),
} as const satisfies Readonly<Record<string, Words>>;

export type SendingTrouble = keyof typeof WORDS;

/** A problem of the way letters leave, in the words of its account. */
export const sendingProblem = (code: SendingTrouble, account: Sending): Problem => ({ code, ...WORDS[code](account) });

/** Node's names of what went wrong. */
const CODES: Readonly<Record<string, SendingTrouble>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'sending-certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'sending-certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'sending-certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'sending-certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'sending-certificate',
  CERT_UNTRUSTED: 'sending-certificate',
  CERT_REVOKED: 'sending-certificate',
  CERT_HAS_EXPIRED: 'sending-certificate-expired',
  CERT_NOT_YET_VALID: 'sending-certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'sending-certificate-name',
  EPROTO: 'sending-not-encrypted',
  ENOTFOUND: 'sending-server-unknown',
  EAI_AGAIN: 'sending-no-network',
  ENETUNREACH: 'sending-no-network',
  ENETDOWN: 'sending-no-network',
  EHOSTUNREACH: 'sending-no-network',
  ECONNREFUSED: 'sending-unreachable',
  ECONNRESET: 'sending-dropped',
  EPIPE: 'sending-dropped',
  ETIMEDOUT: 'sending-timeout',
  ECONNECTION: 'sending-dropped',
};
/** What Microsoft 365 and Google answer to a password they do not take (`5.7.139`, `5.7.30`), and who offers none. */
const BLOCKED = /5\.7\.(?:139|30|14|9)\b|basic authentication|SmtpClientAuthentication|application-specific|disabled/i;
const TEMPORARY = 400;
const PERMANENT = 500;

const isTemporary = (code: number | undefined): boolean => code !== undefined && code >= TEMPORARY && code < PERMANENT;

function troubleOf({
  code = '',
  originalCode = '',
  responseCode,
  response = '',
  command = '',
}: NodemailerError): SendingTrouble {
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    if (isTemporary(responseCode)) return 'sending-busy';
    return BLOCKED.test(response) || (command === 'API' && response === '')
      ? 'sending-basic-blocked'
      : 'sending-password-refused';
  }
  const known = CODES[originalCode] ?? CODES[code];
  if (responseCode === undefined && known) return known;
  if (code === 'ETLS' || code.startsWith('ERR_SSL') || originalCode.startsWith('ERR_SSL'))
    return 'sending-not-encrypted';
  if (isTemporary(responseCode)) return 'sending-busy';
  if (command.startsWith('MAIL') && responseCode !== undefined) return 'sending-sender-refused';
  return responseCode === undefined ? 'sending-server-error' : 'sending-refused';
}

/** What went wrong on the way to the server, as the person reads it; nothing of what the server wrote is repeated. */
export function smtpProblem(cause: unknown, account: Sending): Problem {
  const error = typeof cause === 'object' && cause !== null ? (cause as NodemailerError) : ({} as NodemailerError);
  return sendingProblem(troubleOf(error), account);
}

/** Problems that a person puts right: trying again soon would only lock the account. */
export const isForAPerson = ({ code }: Problem): boolean =>
  code === 'sending-password-refused' || code === 'sending-basic-blocked';
