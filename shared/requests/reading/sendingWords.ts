/** What the contractor writes of a sending: that it was made, at what hour, to how many (P33). Only proposed. Pure. */
import { addDays, type Day, timeSchema } from '#shared/kernel/day.ts';
import { type Instant, instantAt, romeOf } from '#shared/kernel/instant.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { findDates } from '#shared/text/dates/findDates.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { sentencesOf } from '#shared/text/sentences.ts';

/** A sending as an e-mail tells it: null where it does not say. */
export interface ToldSending {
  readonly sentAt: Instant | null;
  readonly recipients: number | null;
  /** The sentence it was read in: the evidence. */
  readonly words: string;
}

const LONGEST_WORDS = 200;
const MOST_RECIPIENTS = 100_000_000;

const word = (source: string, flags = 'u'): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, flags);

const SENT = word(
  "inviat[oaie]|spedit[oaie]|mandat[oaie]|partit[oaie]|uscit[oaie]|consegnat[oaie]|recapitat[oaie]|diffus[oaie]|invio (?:e' |è |è stato |stato )?(?:effettuato|eseguito|completato|concluso|terminato|fatto|avvenuto)",
);
/** What is to come, did not succeed, or is only asked is no sending. */
const NOT_SENT = word(
  "non|nessun[oa]?|mai|ancora da|invieremo|inviero'?|invierò|manderemo|spediremo|sara'? inviat[oaie]|sarà inviat[oaie]|verra'? inviat[oaie]|verrà inviat[oaie]|programmat[oaie]|pianificat[oaie]|in attesa|fallit[oaie]|errore|errori|respint[oaie]|rifiutat[oaie]|sospes[oaie]|bloccat[oaie]|annullat[oaie]|in parte|parzial\\p{L}*|se|quando|confermat(?:e|emi)|vi (?:ho|abbiamo) inviat[oaie] (?:la|il|un|una) (?:fattura|preventivo|offerta|report|relazione|mail|e-mail)",
);
const HOUR = word('(?:alle|dalle|ore|h)(?: ore)? ?(?<hour>[01]?\\d|2[0-3])(?:[:.,](?<minute>[0-5]\\d))?');
const YESTERDAY = word('ieri');
const COUNT = '(?<count>\\d{1,3}(?:[.\\u00a0 ]\\d{3})+|\\d{1,9})';
const PEOPLE =
  '(?:utent[ie]|destinatari[oi]?|iscritt[ioe]|contatt[io]|cittadin[io]|person[ea]|numer[io]|telefon[io]|utenze)';
const COUNTS: readonly RegExp[] = [
  new RegExp(`(?<![\\d.:])${COUNT} (?:\\p{L}+ )?${PEOPLE}(?!\\p{L})`, 'u'),
  new RegExp(
    `(?<!\\p{L})(?:numero (?:di |dei )?|totale (?:dei |di )?|n\\. ?)?${PEOPLE}(?: raggiunti| totali)?(?::| =| pari a) ?${COUNT}(?![\\d.:,]\\d)`,
    'u',
  ),
  new RegExp(`(?<!\\p{L})(?:a|ad) (?:n\\. ?)?${COUNT}(?![\\d.:,/]\\d| ?(?:euro|€|%))(?!\\p{L})`, 'u'),
];

function recipientsIn(plain: string): number | null {
  for (const pattern of COUNTS) {
    const count = pattern.exec(plain)?.groups?.count;
    const value = count === undefined ? Number.NaN : Number(count.replace(/\D/g, ''));
    if (value <= MOST_RECIPIENTS) return value;
  }
  return null;
}

/** The moment a sentence tells, before the e-mail was written; without a day, that of the e-mail. */
function sentAtIn(sentence: string, plain: string, received: Instant): Instant | null {
  const { day: on } = romeOf(received);
  const dated = findDates(sentence, on).find(({ date }) => date <= on);
  const { hour, minute = '00' } = HOUR.exec(plain)?.groups ?? {};
  const time = timeSchema.safeParse(dated?.time ?? (hour === undefined ? '' : `${hour.padStart(2, '0')}:${minute}`));
  if (!time.success) return null;
  const day: Day = dated?.date ?? (YESTERDAY.test(plain) ? addDays(on, -1) : on);
  const at = instantAt(day, time.data);
  return at <= received ? at : null;
}

/**
 * The sending that the own words of an e-mail tell; `undefined` where no sentence surely says that one was made: it speaks of
 * what is to come, of what failed, or of a part.
 */
export function toldSendingIn(own: string, received: Instant): ToldSending | undefined {
  for (const { text } of sentencesOf(own.replace(/(?<=\d)\.(?=\d)/g, '\u2024'))) {
    const sentence = text.replaceAll('\u2024', '.');
    const plain = plainForm(sentence).replace(/\s+/g, ' ');
    if (!SENT.test(plain) || NOT_SENT.test(plain) || plain.endsWith('?')) continue;
    const rest = plainForm(own).replace(/\s+/g, ' ');
    return {
      sentAt: sentAtIn(sentence, plain, received) ?? sentAtIn(own, rest, received),
      recipients: recipientsIn(plain) ?? recipientsIn(rest),
      words: excerpt(sentence.replace(/\s+/g, ' '), LONGEST_WORDS),
    };
  }
  return undefined;
}

/** The subject of the letters that ask the contractor to send, with the name of the notice behind it (P32). */
export const CONTRACTOR_SUBJECT = 'Invio WhatsApp:';

/**
 * Whether an e-mail is the contractor's word about a sending (R47), and so no request: by the address of the contractor, or as an
 * answer to a letter that asks for a sending from outside the town (certified mail has another address).
 */
export const isContractorsWord = (
  { address, subject, isOfTown }: { readonly address: string; readonly subject: string; readonly isOfTown: boolean },
  contractor: string | null,
): boolean =>
  (contractor !== null && address.toLowerCase() === contractor.toLowerCase()) ||
  (!isOfTown && subject.includes(CONTRACTOR_SUBJECT));
