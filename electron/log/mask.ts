/** Most characters kept of one message: what is longer is text of somebody, not of a programmer. */
const LONGEST_MESSAGE = 300;
/** Opening quote → the quotes that may end it. `'` and `’` open only where no word goes on: elsewhere they are apostrophes. */
const OPENING = /["“”„«‹`‘]|(?<![\p{L}\p{N}])['’]/u;
const CLOSING = /["“”»›`]/u;
/** Ends of what `'` or `‘` opened. */
const APOSTROPHE_CLOSING = /['’](?![\p{L}\p{N}])/u;
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/u;
/** A path or a web address may hold spaces, so everything after its beginning goes with it. */
const PATH = /\S*\\.*|[a-z][a-z+.-]*:\/\/.*|(?<![^\s([=:,;])[~.]{0,2}\/.*/iu;
const ADDRESS = /\S*(?:[@＠]|%40)\S*/giu;
/** Telephone numbers as people write them, and words with five digits or more: fiscal codes, IBAN, protocol numbers. */
const PHONE = /\+?\d(?:[\s./()-]*\d){5,}/gu;
const CODE = /[\p{L}\p{N}_]*(?:\d[\p{L}_]*){5,}[\p{L}\p{N}_]*/gu;
/** Two words or more with a capital: Mario Rossi, MARIO ROSSI, Anna De’ Conti, Rita di Marco. */
const NAME = /\p{Lu}[\p{L}’'-]+(?:\s+(?:\p{Ll}{1,5}\s+)?\p{Lu}[\p{L}’'-]+)+/gu;

function lastEnd(text: string, closing: RegExp): number {
  const ends = [...text.matchAll(new RegExp(closing.source, 'gu'))];
  return (ends.at(-1)?.index ?? -1) + 1;
}

/** From the first opening quote to the last closing one, whatever is between; to the end where nothing closes it. */
function maskQuoted(text: string): string {
  const start = text.search(OPENING);
  if (start < 0) return text;
  const after = text.slice(start + 1);
  const ownEnd = /['’‘]/u.test(text[start] ?? '') ? lastEnd(after, APOSTROPHE_CLOSING) : 0;
  const end = Math.max(lastEnd(after, CLOSING), ownEnd) || after.length;
  return `${text.slice(0, start)}‹testo›${maskQuoted(after.slice(end))}`;
}

/**
 * The message of an error, fit to be kept: its first line, without quoted text, paths, addresses, telephone numbers, codes
 * and full names. A name alone and a text without quotes cannot be told from other words.
 */
export function maskMessage(message: string): string {
  const [line = ''] = message.trim().split(LINE_END);
  return maskQuoted(line)
    .replace(PATH, '‹percorso›')
    .replace(ADDRESS, '‹indirizzo›')
    .replace(PHONE, '‹numero›')
    .replace(CODE, '‹numero›')
    .replace(NAME, '‹nome›')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, LONGEST_MESSAGE);
}

/** `    at name (place:line:column)`, as V8 writes it; nothing else of a stack is kept. */
const FRAME =
  /^ {4}at (?:(?<name>[\w$.<>#[\] ]+) \(|async )?(?<place>(?:file:\/\/|node:|\/|[A-Za-z]:[\\/])[^()]*:\d+:\d+)\)?$/u;
/** What follows the folder in which the app stands, in a checkout as in a packed app. */
const OWN_PLACE = /^.*\/((?:build\/out|electron|shared|node_modules)\/[\w@.+/-]+:\d+:\d+)$/u;

/** One line of a stack without the folder of the user: `name, place`; undefined for what is no line of a stack. */
export function maskFrame(line: string): string | undefined {
  const { name, place } = FRAME.exec(line)?.groups ?? {};
  if (place === undefined) return undefined;
  const own = place.startsWith('node:') ? place : OWN_PLACE.exec(place.replaceAll('\\', '/'))?.[1];
  return `${name ?? '(anonima)'}, ${own ?? 'altrove'}`;
}
