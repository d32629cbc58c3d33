import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';

const TAG = /<\/?(?:b|i|u|s|em|strong|del|br|p|a|div|span|h[1-6]|ul|ol|li)(?:\s[^<>\n]{0,200})?\/?>/gi;

/** W03. */
export const foreignMarkup: Rule = {
  id: 'W03',
  title: 'Formattazione che WhatsApp non mostra',
  severity: 'errore',
  why: 'Doppi asterischi, titoli con # e HTML arrivano al cittadino come segni.',
  source: 'WhatsApp, formattazione dei messaggi',
  safeFix: false,
  check: ({ text }) => [
    ...hitsOf(text, /\*\*([^*\n]+)\*\*/g, (match, from, to) =>
      rewrite(from, to, `*${match[1]?.trim()}*`, 'In WhatsApp basta un asterisco per parte.'),
    ),
    ...hitsOf(text, /(?<![\w/])__([^_\n]+)__(?![\w/])/g, (match, from, to) =>
      rewrite(from, to, `_${match[1]?.trim()}_`, 'In WhatsApp basta un trattino basso per parte.'),
    ),
    ...hitsOf(text, /^#{1,6} +(\S[^\n]*)$/gm, (match, from, to) =>
      rewrite(from, to, `*${match[1]?.trim()}*`, 'WhatsApp non ha titoli: usa il grassetto.'),
    ),
    ...hitsOf(text, /\[([^[\]\n]{1,200})\]\((https?:[^)\s]+)\)/g, (match, from, to) =>
      rewrite(
        from,
        to,
        `${match[1]}: ${match[2]}`,
        'WhatsApp non nasconde i link sotto le parole: scrivi il link per intero.',
      ),
    ),
    ...hitsOf(text, TAG, (_, from, to) => ({
      from,
      to,
      message: 'Togli il codice HTML: WhatsApp lo mostra com’è.',
      fixes: [replaceFix('Togli il codice', from, to, '')],
    })),
  ],
  examples: {
    bad: ['**Parco chiuso** lunedì.', '# Avviso\nParco chiuso.', 'Parco <b>chiuso</b>.'],
    good: ['*Parco chiuso* lunedì.', '_Parco_ *chiuso*'],
  },
};

const BOLD_SHARE = 0.35;
const SHORT_TEXT = 80;

/** W08. */
export const muchBold: Rule = {
  id: 'W08',
  title: 'Troppo grassetto',
  severity: 'suggerimento',
  why: 'Se tutto è in grassetto, niente risalta.',
  source: 'AgID, Guida al linguaggio della PA, Regole di formattazione',
  safeFix: false,
  check({ text, markup }) {
    const bold = markup.pairs.filter(({ mark }) => mark === '*').reduce((sum, { from, to }) => sum + to - from - 2, 0);
    return text.length > SHORT_TEXT && bold / text.length > BOLD_SHARE
      ? [{ from: 0, to: 0, message: 'Più di un terzo del testo è in grassetto: lascialo solo alle parole chiave.' }]
      : [];
  },
  examples: {
    bad: ['*Il parco resta chiuso lunedì 30 novembre per lavori di potatura degli alberi* fino a sera.'],
    good: ['*Parco chiuso*\nIl parco resta chiuso lunedì 30 novembre per lavori di potatura degli alberi fino a sera.'],
  },
};

/** W10. */
export const hashtag: Rule = {
  id: 'W10',
  title: 'Hashtag o menzione',
  severity: 'suggerimento',
  why: 'WhatsApp non li usa e i lettori di schermo li leggono male.',
  source: 'WhatsApp, formattazione dei messaggi',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, /(?<![\p{L}\d&/.#@])[#@](?=\p{L}[\p{L}\d_]+)/gu, (match, from, to) => ({
      from,
      to,
      message: `Togli ${match[0]} e scrivi la parola da sola.`,
      fixes: [replaceFix(`Togli ${match[0]}`, from, to, '')],
    })),
  examples: {
    bad: ['Vieni a #Valdombra', 'Con @comune'],
    good: ['Vieni a Valdombra', 'Scrivi a urp@comune.valdombra.example'],
  },
};
