import { excerpt } from '../kernel/text.ts';

const LONGEST = 80;
const SUBJECT_PREFIXES =
  /^(?:\s*(?:r|re|i|fw|fwd|inoltra?|posta certificata|anomalia messaggio|richiesta|avviso(?: whatsapp)?|invio)\s*:)+\s*/i;

/** The name a request goes by: the title line of its text, else the subject without what mail programs put before it. */
export function titleOf(text: string, subject: string): string {
  const [first = ''] = text
    .split('\n')
    .map((line) => line.replace(/[*_~]/g, '').trim())
    .filter((line) => line !== '');
  const isTitle = first !== '' && first.length <= LONGEST && !/[.:;,]$/.test(first) && !/https?:\/\//.test(first);
  const named = isTitle ? first : subject.replace(SUBJECT_PREFIXES, '').trim();
  return excerpt(named || first || 'Richiesta senza oggetto', LONGEST);
}
