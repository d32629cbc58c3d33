import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';

const withoutCents = (whole: string, cents: string | undefined): string =>
  cents === undefined || cents === '00' ? whole : `${whole},${cents}`;

/** O08. */
export const price: Rule = {
  id: 'O08',
  title: 'Prezzo: la cifra e poi «euro»',
  severity: 'avviso',
  why: 'Così il prezzo si legge come si dice.',
  source: 'AgID, Guida al linguaggio della PA, Numeri e date',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /€\.?[ \u00a0]?(\d+(?:\.\d{3})*)(?:,(\d{2})|,?=)?(?!\d)|(?<![\d.,])(\d+(?:\.\d{3})*)(?:,(\d{2}))?[ \u00a0]?(?:€|(?:Euro|EURO|EUR|euri)(?!\p{L}))|(?<![\d.,])(\d+(?:\.\d{3})*),00[ \u00a0]+euro(?!\p{L})/gu,
      (match, from, to) => {
        const text = `${withoutCents(match[1] ?? match[3] ?? match[5] ?? '', match[2] ?? match[4])} euro`;
        return rewrite(from, to, text, `Scrivi «${text}».`);
      },
    ),
  examples: {
    bad: ['Costo: € 5,00.', 'Costo: 12,50€.', 'Costo: 1.200,00 euro.'],
    good: ['Costo: 5 euro.', 'Costo: 12,50 euro.'],
  },
};

/** O09. */
export const percent: Rule = {
  id: 'O09',
  title: 'Simbolo % nel testo',
  severity: 'suggerimento',
  why: 'Le parole si leggono meglio dei simboli.',
  source: 'AgID, Guida al linguaggio della PA, Numeri e date',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, /(?<![\d.,])(\d+(?:[.,]\d+)?)[ \u00a0]?%/g, (match, from, to) =>
      rewrite(from, to, `${match[1]} per cento`, 'Scrivi «per cento».'),
    ),
  examples: { bad: ['Sconto del 40%.'], good: ['Sconto del 40 per cento.'] },
};
