import { hitsOf } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, replaceFix, writeFix } from '#shared/drafts/style/engine/rule.ts';

const INVISIBLE = '\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\\p{Noncharacter_Code_Point}\\p{Cs}';

/** T11. */
export const invisibleCharacter: Rule = {
  id: 'T11',
  title: 'Caratteri invisibili',
  severity: 'avviso',
  why: 'Arrivano incollando da un documento e spezzano parole e link.',
  source: 'Uso redazionale',
  safeFix: true,
  check: ({ text }) =>
    hitsOf(text, new RegExp(`[${INVISIBLE}]+|\\t+`, 'gu'), (match, from, to) => ({
      from,
      to,
      message: 'Qui c’è un carattere che non si vede: toglilo.',
      fixes: [replaceFix('Togli il carattere', from, to, match[0].startsWith('\t') ? ' ' : '')],
    })),
  examples: {
    bad: ['Il parco\u200b è chiuso.', 'Il parco\ufffe è chiuso.', 'Orari\tMattina'],
    good: ['Il parco è chiuso.', 'Famiglie 👩‍👩‍👧‍👦'],
  },
};

/** Letters drawn as symbols: mathematical, full-width, circled, squared. They look bold and are not letters. */
const DRAWN = '\\u{1D400}-\\u{1D7FF}\\u{FF21}-\\u{FF3A}\\u{FF41}-\\u{FF5A}\\u{24B6}-\\u{24E9}\\u{1F130}-\\u{1F149}';
const DECORATED = new RegExp(`[${DRAWN}]+(?:[ '’,.-]+[${DRAWN}]+)*`, 'gu');

/** T12. */
export const decoratedLetters: Rule = {
  id: 'T12',
  title: 'Lettere decorative al posto del grassetto',
  severity: 'errore',
  why: 'I lettori di schermo non le leggono e la ricerca non le trova.',
  source: 'Accessibilità (lettori di schermo)',
  safeFix: true,
  check: ({ text }) =>
    hitsOf(text, DECORATED, (match, from, to) => {
      const letters = match[0].normalize('NFKC');
      if (new RegExp(`[${DRAWN}]`, 'u').test(letters)) return undefined;
      return {
        from,
        to,
        message: 'Usa lettere normali e, se serve, il grassetto di WhatsApp.',
        fixes: [writeFix(from, to, letters)],
      };
    }),
  examples: {
    bad: ['\u{1D400}\u{1D415}\u{1D415}\u{1D408}\u{1D412}\u{1D40E} importante', 'ＡＶＶＩＳＯ importante'],
    good: ['*Avviso* importante'],
  },
};
