import { matchesOf } from './plainForm.ts';

/**
 * What WhatsApp puts before each message of a copied chat: `[16/11/26, 21:14:05] Sindaco: `, `16/11/26, 21:14 - Sindaco: `;
 * and the lines that stand for a picture or for what WhatsApp itself says.
 */
const STAMP =
  /^[\u200e\u202a ]{0,3}(?:\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?\] ?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? (?:alle (?:ore )?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})? [-–] )(?:[^:\n]{1,60}: ?)?/gm;
const STAND_IN =
  /^.{0,90}(?:<media omessi>|(?:immagine|video|audio|sticker|gif|documento) omess[oa]|i messaggi e le chiamate sono crittografati).{0,160}$/gim;

/** Where a copied chat of WhatsApp says who wrote when; none in any other text. UTF-16 indexes. */
export function chatStamps(text: string): readonly (readonly [from: number, to: number])[] {
  const stamps = matchesOf(STAMP, text);
  if (stamps.length === 0) return [];
  return [...stamps, ...matchesOf(STAND_IN, text)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
}

/** The words of a chat copied from WhatsApp, without who wrote when; any other text as it is. */
export function withoutChatStamps(text: string): string {
  const stamps = matchesOf(STAMP, text);
  return stamps.length === 0
    ? text
    : text
        .replace(STAND_IN, '')
        .replace(STAMP, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
}
