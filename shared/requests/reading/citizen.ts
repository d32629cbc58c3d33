/** What citizens write to the desk about the service itself: it is answered, and is no request of a notice (P10). Pure. */
import { plainForm } from '#shared/text/plainForm.ts';

/** `join`: how one subscribes; `leave`: how one stops; `silent`: the messages do not arrive any more. */
export const CITIZEN_WISHES = ['join', 'leave', 'silent'] as const;
export type CitizenWish = (typeof CITIZEN_WISHES)[number];

/** The words by which a town lets people in and out; null where nobody wrote them. */
export interface ServiceWords {
  readonly optInWord: string | null;
  readonly optOutWord: string | null;
}

const SERVICE =
  '(?:messagg\\w{1,4}|avvis\\w{1,3}|notific\\w{1,3}|comunicazion\\w|serviz\\w{1,3}|whats ?app|broadcast|lista|rubrica|informazioni|canale|puntosi|sms)';
const about = (source: string): RegExp => new RegExp(source.replaceAll('SERVICE', SERVICE), 's');

const LEAVE: readonly RegExp[] = [
  about(
    '\\b(?:cancell|disiscri|disattiv|eliminat|rimuov|toglie|toglimi|togliet|disdi)\\w*\\b.{0,60}\\b(?:SERVICE|numero|iscrizione|mi)\\b',
  ),
  about("\\bnon (?:vogli|desider|intend)\\w*\\b.{0,20}\\b(?:pi[uù]'?|altr\\w) ?.{0,20}\\b(?:ricev|SERVICE)"),
  about(
    '\\b(?:come|posso|vorrei|voglio|smett\\w*)\\b.{0,30}\\b(?:cancellarmi|disiscrivermi|togliermi|uscire|disattivar\\w*|di ricevere)\\b',
  ),
  /\bbasta (?:messaggi|avvisi|notifiche)\b|\b(?:dis|cancella)iscrizione\b|\bcancellazione\b.{0,40}\b(?:numero|servizio|lista|whats ?app)\b/s,
];
const SILENT: readonly RegExp[] = [
  about(
    "\\bnon (?:mi |ci |ne )?(?:arriv|ricev|giung)\\w*\\b(?=.{0,60}\\bSERVICE)(?=.{0,120}(?:\\bpi[uù]'?|\\bda (?:\\d|un|due|tre|alcun|qualche|giorni|settimane|mesi|tempo)|\\bniente|\\bnulla|\\bnessun|\\bancora|\\bSERVICE))",
  ),
  about('\\b(?:SERVICE)\\b.{0,30}\\bnon (?:mi |ci )?(?:arriv|funzion)\\w*'),
  about("\\bnon (?:ricev|mi arriv)\\w* pi[uù]'? (?:niente|nulla|nessun)"),
];
const JOIN: readonly RegExp[] = [
  about(
    '\\b(?:iscrivermi|iscrivetemi|iscrivimi|iscriverci|registrarmi|aggiungermi|aggiungetemi|inserirmi|inseritemi|aderire|abbonarmi)\\b',
  ),
  about(
    '\\b(?:come|posso|vorrei|desidero|chiedo)\\b.{0,40}\\b(?:iscri(?:zione|versi|vere)|attivar\\w*|adesione)\\b.{0,60}\\bSERVICE',
  ),
  about(
    '\\b(?:vorrei|desidero|posso|possibile|come (?:si fa|faccio|posso))\\b.{0,30}\\bricever\\w*\\b.{0,40}\\bSERVICE',
  ),
];

const says = (patterns: readonly RegExp[], plain: string): boolean => patterns.some((pattern) => pattern.test(plain));

/** Words of a citizen are few; what is longer is about something else. */
const LONGEST = 1_200;

const only = (word: string | null, plain: string): boolean =>
  word !== null && word !== '' && plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() === plainForm(word);

/**
 * What somebody wishes of the service of messages; `undefined` where it is about something else. The words of the town
 * count too, alone in the subject or in the text.
 */
export function citizenWish(
  subject: string,
  text: string,
  { optInWord, optOutWord }: ServiceWords,
): CitizenWish | undefined {
  const [head, body] = [plainForm(subject), plainForm(text.slice(0, LONGEST))];
  if (only(optOutWord, head) || only(optOutWord, body)) return 'leave';
  if (only(optInWord, head) || only(optInWord, body)) return 'join';
  const plain = `${head}\n${body}`;
  if (says(LEAVE, plain)) return 'leave';
  if (says(SILENT, plain)) return 'silent';
  return says(JOIN, plain) ? 'join' : undefined;
}
