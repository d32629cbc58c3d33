import { excerpt } from '#shared/kernel/text.ts';

const LONGEST = 80;
const LONGEST_SENTENCE = 60;
const SUBJECT_PREFIXES =
  /^(?:\s*(?:\[[^\]]{1,20}\]\s*)?(?:r|re|i|fw|fwd|inoltra?|posta certificata|anomalia messaggio|richiesta|avviso(?: whatsapp)?|invio)\s*:)+\s*/i;
/** `1)`, `2.`, `Avviso 3:` at the beginning of one notice among several. */
const NUMBERING = /^(?:(?:avviso|messaggio|richiesta)\s*(?:n\.?\s*)?)?\d{1,2}\s*[).:-]\s*/i;

/** A subject without what mail programs and offices put before it: `R:`, `Richiesta:`. */
export const withoutPrefixes = (subject: string): string => subject.replace(SUBJECT_PREFIXES, '').trim();

const isTitle = (line: string): boolean =>
  line !== '' && line.length <= LONGEST && !/[.:;,]$/.test(line) && !/https?:\/\//.test(line);

/**
 * The name a request goes by: the title line of its text, else its first sentence when that is short, else the subject
 * without what mail programs put before it.
 */
export function titleOf(text: string, subject: string): string {
  const [first = ''] = text
    .split('\n')
    .map((line) => line.replace(/[*_~]/g, '').trim().replace(NUMBERING, ''))
    .filter((line) => line !== '');
  if (isTitle(first)) return first;
  const sentence = /^[^.!?]+(?=[.!?](?:\s|$))/.exec(first)?.[0] ?? '';
  if (sentence !== '' && sentence.length <= LONGEST_SENTENCE && sentence !== first.replace(/[.!?]$/, ''))
    return sentence;
  return excerpt(withoutPrefixes(subject) || first || 'Richiesta senza oggetto', LONGEST);
}
