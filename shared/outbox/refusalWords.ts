/** Why a server does not want a letter, in words (RFC 3463). Pure. Nothing of what it wrote is repeated: it may name persons. */

/** By the status of RFC 3463 it gives, the most exact first. */
const BY_STATUS: readonly (readonly [RegExp, string])[] = [
  [/^[45]\.1\.(?:[016]|10)$/, 'l’indirizzo non esiste'],
  [/^[45]\.1\.2$/, 'il dominio dell’indirizzo non esiste'],
  [/^[45]\.1\.3$/, 'l’indirizzo non è scritto in modo valido'],
  [/^[45]\.1\.[78]$/, 'il server non accetta il mittente'],
  [/^[45]\.2\.1$/, 'la casella è chiusa'],
  [/^[45]\.2\.2$/, 'casella piena'],
  [/^[45]\.(?:2|3)\.[34]$/, 'la e-mail è troppo grande'],
  [/^[45]\.4\.(?:4|6|7)$/, 'il server di chi riceve non risponde'],
  [/^[45]\.7\.1$/, 'le regole del server non lo permettono'],
  [/^[45]\.7\./, 'le regole del server non lo permettono'],
];
/** By what it writes, where it gives no status. */
const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/user unknown|no such user|does not exist|unknown user|mailbox unavailable/i, 'l’indirizzo non esiste'],
  [/quota|mailbox (?:is )?full|over ?quota/i, 'casella piena'],
  [/too large|size/i, 'la e-mail è troppo grande'],
  [/relay|not owned|sender|spam|blocked|policy|denied/i, 'le regole del server non lo permettono'],
];
const STATUS = /\b([245]\.\d{1,3}\.\d{1,3})\b/;

/** Where the server gives no reason that is known. */
export const UNSAID = 'il server non dice perché';

/** The words of an answer such as `550 5.1.1 User unknown`, or of a status such as `5.1.1`. */
export function sayRefusal(answer: string): string {
  const status = STATUS.exec(answer)?.[1];
  const exact = status && BY_STATUS.find(([pattern]) => pattern.test(status));
  const found = exact || BY_WORDS.find(([pattern]) => pattern.test(answer));
  return found ? found[1] : UNSAID;
}
