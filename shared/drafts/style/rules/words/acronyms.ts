import { flag, hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';

const ACRONYM = /(?<![\p{L}\d.*])[A-ZÀ-ÖØ-Þ]{2,6}(?![\p{L}\d])/gu;
const ROMAN = /^[IVXLC]+$/;
const CAPITALS_BEFORE = /\p{Lu}{2,}[ ,:'’]*$/u;
const CAPITALS_AFTER = /^[ ,:'’]*\p{Lu}{2,}/u;

const isExplained = (text: string, acronym: string): boolean =>
  new RegExp(`\\(\\s*${acronym}\\s*\\)|${acronym}\\s*\\([^)\\n]{6,}\\)|${acronym},? [–-] ?\\p{Lu}\\p{Ll}+`, 'u').test(
    text,
  );

/** B06. */
export const unexplainedAcronym: Rule = {
  id: 'B06',
  title: 'Sigla non spiegata',
  severity: 'avviso',
  why: 'Una sigla si capisce solo se il nome intero viene prima.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (acronimi)',
  parameters: ['acronyms'],
  safeFix: false,
  check({ masked, parameters, context }) {
    const known = new Set([...parameters.acronyms, ...context.commands]);
    return hitsOf(masked, ACRONYM, ({ 0: acronym }, from, to) => {
      const shouted =
        CAPITALS_BEFORE.test(masked.slice(Math.max(0, from - 12), from)) ||
        CAPITALS_AFTER.test(masked.slice(to, to + 12));
      if (known.has(acronym) || ROMAN.test(acronym) || shouted || isExplained(masked, acronym)) return undefined;
      known.add(acronym);
      return { from, to, message: `Scrivi per intero che cos’è ${acronym} la prima volta.` };
    });
  },
  examples: {
    bad: ['Lo sportello CUP è chiuso.'],
    good: ['Lo sportello del Centro unico di prenotazione (CUP) è chiuso.', 'Paga l’IMU.', 'Piazza XXV Aprile'],
  },
};

/** B07. */
export const dottedAcronym: Rule = {
  id: 'B07',
  title: 'Sigla con i punti (C.O.C., U.O.)',
  severity: 'avviso',
  why: 'I punti spezzano la sigla e i lettori di schermo la leggono lettera per lettera.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (acronimi)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, /(?<![\p{L}.])(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/gu, (match, from, to) =>
      /^S\.(?:P\.A|R\.L|N\.C|A\.S)/i.test(match[0])
        ? undefined
        : rewrite(from, to, match[0].replaceAll('.', ''), 'Togli i punti, o scrivi il nome per intero.'),
    ),
  examples: {
    bad: ['Attivato il C.O.C. in municipio.'],
    good: ['Attivato il Centro operativo comunale (COC).', 'La ditta Alfa S.R.L. lavora.'],
  },
};

const ACT =
  /(?<!\p{L})(?:(?:ex )?art(?:t|icolo|icoli)?\.? ?\d+|comma \d+|d\. ?lgs\.?|d\.p\.c\.m\.?|dpcm|(?:ordinanza|delibera(?:zione)?|determina(?:zione)?|d\.?g\.?c\.?|decreto)(?: sindacale| dirigenziale| regionale| di giunta)?,? ?n(?:umero|r|\.|°)?\.? ?\d+|s\.m\.i\.?|legge (?:n\.? ?)?\d+[/\d]*)(?:\/\d{2,4})?/giu;

/** B08. */
export const actReference: Rule = {
  id: 'B08',
  title: 'Riferimento a norme o atti nel testo',
  severity: 'avviso',
  why: 'Chi legge vuole sapere che cosa fare; gli atti stanno nella notizia sul sito.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (riferimenti normativi)',
  safeFix: false,
  check: ({ masked }) => flag(masked, ACT, 'Togli il riferimento: resta nella notizia sul sito.'),
  examples: {
    bad: ['Vietato ai sensi dell’art. 7 del codice.', 'Con ordinanza n. 43 del 27 maggio 2026.'],
    good: ['Vietato sostare.', 'Articolo sul giornale.'],
  },
};
