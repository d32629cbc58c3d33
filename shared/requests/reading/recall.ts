import { foldText } from '#shared/kernel/text.ts';
import type { ParsedMail } from './mail.ts';
import { splitLayers } from './quoting.ts';

const PREFIX = /^\s*(?:richiam[oa]|recall)\s*:\s*/i;
/** What Outlook writes in the place of a text, in Italian and English, whoever the reader: it begins with the sender's name. */
const WISH =
  /^[^\n]{0,200}?(?:desidera|vorrebbe|would\s+like\s+to)\s+(?:richiamare\s+il\s+messaggio|recall\s+the\s+message)\b[\s,:]*(?:["'“”«»‘’„]+\s*([\s\S]{0,300}?)\s*["'“”«»‘’])?\s*[.!]?\s*$/i;
/** A wish of Outlook has no more than this beside its sentence: a disclaimer of the office may follow it. */
const MOST_LENGTH = 600;

/** A subject as it is compared: without signs, capitals and runs of blanks. */
export const subjectKey = (subject: string): string => foldText(subject).replace(/\s+/g, ' ').trim();

/**
 * The subject of the message that Outlook's recall wants back (R4), as the recall names it; `undefined` for any other
 * e-mail. A subject alone is no proof: «Richiamo: vaccino antitetanico» may ask for a notice.
 */
export function recalledSubject({ subject, text }: Pick<ParsedMail, 'subject' | 'text'>): string | undefined {
  const own = splitLayers(text).find(({ kind }) => kind === 'own');
  const words = own ? text.slice(own.from, own.to).trim() : '';
  if (words.length > MOST_LENGTH) return undefined;
  const [first = ''] = words.split(/\n\s*\n/);
  const wish = WISH.exec(first.trim());
  if (!wish) return undefined;
  const named = PREFIX.test(subject) ? subject.replace(PREFIX, '') : (wish[1] ?? '');
  return named.trim() === '' ? undefined : named.trim();
}
