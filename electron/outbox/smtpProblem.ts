import type { NodemailerError } from 'nodemailer/lib/errors';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import { isServerTrouble, type ServerTrouble, serverTroubleOf, serverWords } from './serverProblem.ts';
import type { AccessLost } from './smtpLogin.ts';

type Words = (account: Sending) => Omit<Problem, 'code'>;

const WAITS = 'Niente va perso: la e-mail resta pronta e parte appena si può.';
const PAGE = 'Impostazioni, Casella e posta in uscita';
const WAY = { calm: WAITS, ports: 'Prova TLS con la porta 465, oppure STARTTLS con la porta 587.' } as const;

/** What can come between this desk and the letters that leave, beside what can befall any server. */
const WORDS = {
  'password-refused': ({ user }) => ({
    what: `Il server della posta in uscita ha rifiutato la password di ${user}.`,
    why: `Forse è stata cambiata. ${WAITS}`,
    remedy: `Scrivi la password nuova in ${PAGE}, e provala.`,
  }),
  'token-refused': ({ user }) => ({
    what: `Il server della posta in uscita non accetta per ${user} l’accesso dato nel browser.`,
    why: `L’accesso vale, ma chi lo ha dato non può spedire da questa casella, oppure per questa casella la spedizione (SMTP) è spenta. ${WAITS}`,
    remedy: 'Chiedi a chi gestisce la posta il permesso di spedire da questa casella, poi prova di nuovo.',
  }),
  'basic-blocked': ({ user, server }) => ({
    what: `${server} non accetta la password per ${user}: chi gestisce la posta ha bloccato questo modo di spedire.`,
    why: `Succede con Microsoft 365 e con Google. ${WAITS}`,
    remedy: 'Chiedi a chi gestisce la posta di permettere la spedizione con password (SMTP) per questa casella.',
  }),
  'sender-refused': ({ address, user }) => ({
    what: `Il server non permette a ${user} di spedire da ${address}.`,
    remedy: 'Scrivi come mittente l’indirizzo di questa casella, oppure chiedi il permesso a chi gestisce la posta.',
  }),
  refused: ({ server }) => ({
    what: `${server} non ha voluto la e-mail.`,
    remedy: 'Chiedi a chi gestisce la posta perché; poi prova di nuovo.',
  }),
  doubtful: ({ server }) => ({
    what: `${server} non ha detto se ha preso la e-mail: il collegamento si è interrotto alla fine.`,
    remedy: 'Guarda se è arrivata nella casella, poi prova di nuovo.',
  }),
} as const satisfies Readonly<Record<string, Words>>;

export type SendingTrouble = keyof typeof WORDS | ServerTrouble;

/** A problem of the way letters leave, `sending-` and its trouble, in the words of its account. */
export const sendingProblem = (trouble: SendingTrouble, account: Sending): Problem => ({
  code: `sending-${trouble}`,
  ...(isServerTrouble(trouble) ? serverWords(trouble, account, WAY) : WORDS[trouble](account)),
});

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
    if (isTemporary(responseCode)) return 'busy';
    if (command.includes('XOAUTH2')) return 'token-refused';
    return BLOCKED.test(response) || (command === 'API' && response === '') ? 'basic-blocked' : 'password-refused';
  }
  const known =
    serverTroubleOf(originalCode) ?? serverTroubleOf(code) ?? (code === 'ECONNECTION' ? 'dropped' : undefined);
  if (responseCode === undefined && known) return known;
  if (code === 'ETLS') return 'not-encrypted';
  if (isTemporary(responseCode)) return 'busy';
  if (command.startsWith('MAIL') && responseCode !== undefined) return 'sender-refused';
  return responseCode === undefined ? 'server-error' : 'refused';
}

/** What went wrong on the way to the server, as the person reads it; nothing of what the server wrote is repeated. */
export function smtpProblem(cause: unknown, account: Sending): Problem {
  if (cause instanceof Error && 'accessProblem' in cause) return (cause as Error & AccessLost).accessProblem;
  const error = typeof cause === 'object' && cause !== null ? (cause as NodemailerError) : ({} as NodemailerError);
  return sendingProblem(troubleOf(error), account);
}

/** Problems that a person puts right: trying again soon would only lock the account. */
const FOR_A_PERSON: readonly string[] = ['sending-password-refused', 'sending-basic-blocked', 'sending-token-refused'];
export const isForAPerson = ({ code }: Problem): boolean => FOR_A_PERSON.includes(code);
