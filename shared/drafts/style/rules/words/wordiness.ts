import { flag, hitsOf, LETTER, wholeWords } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';

const PUBLIC =
  "(?: (?:a |al |ai |agli |alla |all['’]|la |i |gli |l['’]|tutta la |tutti i )?(?:gentil\\w+ )?(?:cittadinanza|cittadini|cittadine e i cittadini|utenti|utenza|residenti|famiglie|genitori))?";
const OPENING = wholeWords(
  `si (?:avvis|inform|comunic|avvert|rend|ricord|segnal)(?:a|ano|e)(?: (?:noto|inoltre))?${PUBLIC}(?:,? che)?|(?:il comune(?: di [${LETTER}]+)?|l['’]amministrazione(?: comunale)?|l['’]ufficio[^.\\n]{0,30}) (?:informa|comunica|avvisa|rende noto)${PUBLIC}(?: che)?`,
);

/** B02. */
export const openingFormula: Rule = {
  id: 'B02',
  title: 'Formula di apertura: si avvisa la cittadinanza che',
  severity: 'avviso',
  why: 'Nella notifica del telefono si leggono solo le prime parole: meglio che siano il fatto.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (vai dritto al punto)',
  safeFix: false,
  check: ({ text, masked }) =>
    hitsOf(masked, OPENING, (match, from, to) => {
      const rest = /^(\s+)(\p{L})/u.exec(text.slice(to, to + 8));
      const message = 'Togli la formula e comincia dal fatto.';
      const opensSentence = /(?:^|[.!?\n*_]\s*)$/.test(text.slice(Math.max(0, from - 4), from));
      if (!match[0].endsWith('che') || rest === null || !opensSentence) return { from, to, message };
      const end = to + rest[0].length;
      return { from, to, message, fixes: [replaceFix('Togli la formula', from, end, (rest[2] ?? '').toUpperCase())] };
    }),
  examples: {
    bad: ['Si avvisa la cittadinanza che il parco è chiuso.', 'Il Comune di Valdombra informa che il parco è chiuso.'],
    good: ['Il parco è chiuso.', 'Si comincia alle 9.'],
  },
};

const PASSIVE =
  /(?<!\p{L})(?:sar(?:à|anno)|verr(?:à|anno)|vien[e]|vengono|venga|essere|è stat[oa]|sono stat[ie])(?:\s+(?:\p{L}+mente|inoltre|altresì|sempre|anche))?\s+(\p{L}{2,}(?:at|ut|it|es|ers|ot|ett|ost|ort|olt|int|ess|unt|as|us)[oaie])(?!\p{L})/giu;
/** Past participles that are adjectives here: nothing hides behind them. */
const ADJECTIVE =
  /^(?:stat|complet|gratuit|vietat|pront|cert|apert|sospes|tenut|obbligat|limitat|adatt|tutt|molt|spess|mess|pos)[oaie]$/i;

/** B03. */
export const passive: Rule = {
  id: 'B03',
  title: 'Forma passiva',
  severity: 'suggerimento',
  why: 'Con il soggetto si capisce chi fa che cosa.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (verbi); Direttiva 8/5/2002',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, PASSIVE, (match, from, to) =>
      ADJECTIVE.test(match[1] ?? '') ? undefined : { from, to, message: 'Prova la forma attiva: chi fa che cosa?' },
    ),
  examples: {
    bad: ['Il ritiro verrà effettuato lunedì.', 'La seduta è stata rinviata.'],
    good: ['Ritiriamo i rifiuti lunedì.', 'Il parco sarà aperto.'],
  },
};

/** B04. */
export const impersonal: Rule = {
  id: 'B04',
  title: 'Forma impersonale: è possibile, si raccomanda',
  severity: 'suggerimento',
  why: 'Chi legge capisce subito che si parla a lui se gli si dice «prenota», «chiudi».',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (verbi)',
  safeFix: false,
  check: ({ masked }) =>
    flag(
      masked,
      wholeWords(
        '(?:è|sarà) (?:possibile|necessario|opportuno)|occorre|si (?:raccomanda|invita(?:no)?|prega|chiede|consiglia|ringrazia)(?: (?:di|i|la|gli))?',
      ),
      'Rivolgiti a chi legge: «Prenota», «Chiudi le finestre».',
    ),
  examples: {
    bad: ['È possibile iscriversi sul sito.', 'Si prega di chiudere le finestre.'],
    good: ['Iscriviti sul sito.'],
  },
};

const NOMINAL = /(?:zion[ei]|ment[oi])(?!\p{L})(?<=\p{L}{7})/giu;
const MANY_NOUNS = 3;

/** B05. */
export const nominalStyle: Rule = {
  id: 'B05',
  title: 'Troppi nomi in -zione e -mento nella stessa frase',
  severity: 'suggerimento',
  why: 'Un verbo dice la stessa cosa con meno parole.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura',
  safeFix: false,
  check: ({ sentences }) =>
    sentences
      .filter(({ text }) => (text.match(NOMINAL)?.length ?? 0) >= MANY_NOUNS)
      .map(({ from, to }) => ({ from, to, message: 'Cambia qualche nome in -zione o -mento in un verbo.' })),
  examples: {
    bad: ['La regolamentazione della circolazione comporta il posizionamento di segnali.'],
    good: ['I segnali indicano dove passare.'],
  },
};

const MANY_ADVERBS = 3;

/** B13. */
export const adverbs: Rule = {
  id: 'B13',
  title: 'Avverbi in -mente in serie',
  severity: 'suggerimento',
  why: 'Uno dopo l’altro rallentano la lettura e di solito si possono togliere.',
  source: 'Uso redazionale',
  safeFix: false,
  check({ masked }) {
    const found = flag(masked, /(?<!\p{L})\p{L}{4,}mente(?!\p{L})/giu, 'Troppi avverbi in -mente: togline qualcuno.');
    return found.length >= MANY_ADVERBS ? found.slice(MANY_ADVERBS - 1) : [];
  },
  examples: { bad: ['Regolarmente e gratuitamente, esclusivamente oggi.'], good: ['Gratis, solo oggi.'] },
};

/** B14. */
export const negative: Rule = {
  id: 'B14',
  title: 'Doppia negazione o «non oltre»',
  severity: 'suggerimento',
  why: 'La forma affermativa si capisce senza rileggere.',
  source: 'Direttiva 8/5/2002 (forma affermativa)',
  safeFix: false,
  check: ({ masked }) => [
    ...hitsOf(masked, /(?<!\p{L})(?<!entro e )non oltre(?!\p{L})/giu, (match, from, to) => ({
      from,
      to,
      message: 'Scrivi in forma affermativa: «entro».',
      fixes: [replaceFix('Scrivi «entro»', from, to, match[0].startsWith('N') ? 'Entro' : 'entro')],
    })),
    ...flag(
      masked,
      /(?<!\p{L})(?:non (?:è|sono) (?:im|in(?!iziat|clus|tern|caric)|ir|il)\p{L}{4,}|non (?:si )?(?:può|possono|possiamo) non|nulla osta|se non previo)(?!\p{L})/giu,
      'Scrivi in forma affermativa.',
    ),
  ],
  examples: {
    bad: ['Consegna non oltre il 30 novembre.', 'Non è impossibile.'],
    good: ['Consegna entro il 30 novembre.'],
  },
};
