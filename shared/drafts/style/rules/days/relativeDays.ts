import { hitsOf, wholeWords } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';

const RELATIVE = wholeWords(
  'oggi|domani|dopodomani|ieri|stasera|stanotte|domattina|(?:la )?(?:prossima settimana|settimana prossima)|quest[ao] (?:sera|mattina|pomeriggio|notte|weekend)',
);

/** D11. */
export const relativeDay: Rule = {
  id: 'D11',
  title: 'Oggi, domani, stasera senza la data',
  severity: 'avviso',
  why: 'Il messaggio si legge anche giorni dopo: «domani» diventa un altro giorno.',
  source: 'Uso redazionale',
  safeFix: false,
  check: ({ masked, dates }) =>
    hitsOf(masked, RELATIVE, (match, from, to) => {
      const after = masked.slice(to, to + 24);
      const dated = dates.some(
        (date) => date.from >= to && date.from - to <= 30 && !/[.\n]/.test(masked.slice(to, date.from)),
      );
      if (dated || /^,?\s*\(/.test(after)) return undefined;
      return { from, to, message: `Dopo «${match[0]}» aggiungi la data completa.` };
    }),
  examples: {
    bad: ['Domani il parco resta chiuso.', 'Stasera alle 20.30 concerto.'],
    good: ['Domani, martedì 24 novembre, il parco resta chiuso.', 'Da oggi, 23 novembre, cambia l’orario.'],
  },
};

const RANGE_OF_DAYS =
  /(?<!\p{L})da(?:l(?: giorno)? |ll['’])(\d{1,2})[°º]? al(?:l['’]| )(\d{1,2})[°º]?\s+(?=\p{L}{3})/giu;

/** D17. */
export const reversedDays: Rule = {
  id: 'D17',
  title: 'Intervallo di giorni invertito',
  severity: 'avviso',
  why: 'Se la fine viene prima dell’inizio, manca un mese o una delle due date è sbagliata.',
  source: 'Calendario',
  safeFix: false,
  check: ({ masked, dates }) =>
    hitsOf(masked, RANGE_OF_DAYS, (match, from, to) =>
      Number(match[1]) > Number(match[2]) && dates.some((date) => date.dateFrom > from && date.dateFrom < to)
        ? {
            from,
            to: from + match[0].trimEnd().length,
            message: 'La fine viene prima dell’inizio: scrivi il mese di tutte e due le date.',
          }
        : undefined,
    ),
  examples: {
    bad: ['Via Roma è chiusa dal 30 al 4 dicembre.'],
    good: ['Via Roma è chiusa dal 30 novembre al 4 dicembre.', 'Via Roma è chiusa dal 4 al 30 dicembre.'],
  },
};
