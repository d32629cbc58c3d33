import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Reading } from '#shared/drafts/style/engine/reading.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';

/** Plain Latin capitals: letters drawn as symbols count as capitals too, and have a rule of their own. */
const SHOUTED =
  /(?<![\p{L}\d.])(?:(?:[A-ZÀ-ÖØ-Þ]['’]?){4,}(?:[ ,:'’&-]+(?:[A-ZÀ-ÖØ-Þ]['’]?){2,})*|[A-ZÀ-ÖØ-Þ]{2,3}(?:[ ,:'’]+[A-ZÀ-ÖØ-Þ]{2,}){2,})(?![\p{L}\d])/gu;
const SHORT_WORD = 5;

/** The words in capitals that are right: acronyms everybody knows and the words citizens send to the number. */
function rightCapitals({ parameters, context }: Reading): ReadonlySet<string> {
  return new Set([...parameters.acronyms, ...context.commands.flatMap((command) => [command, ...command.split(' ')])]);
}

/** O13. */
export const allCapitals: Rule = {
  id: 'O13',
  title: 'Tutto maiuscolo',
  severity: 'avviso',
  why: 'Le parole tutte maiuscole si leggono a fatica e sembrano gridate.',
  source: 'AgID, Guida al linguaggio della PA, Regole di formattazione',
  parameters: ['acronyms'],
  safeFix: false,
  check(reading) {
    const right = rightCapitals(reading);
    return hitsOf(reading.masked, SHOUTED, (match, from) => {
      const shout = match[0].replace(/['’]+$/, '');
      const words = shout.match(/\p{Lu}+/gu) ?? [];
      const single = words.length === 1 && shout.length < SHORT_WORD;
      if (single || right.has(shout) || words.every((word) => right.has(word))) return undefined;
      const lower = shout.replace(/\p{Lu}+/gu, (word) => (right.has(word) ? word : word.toLowerCase()));
      const text = right.has(words[0] ?? '') ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
      if (text.length !== shout.length || text === shout) return undefined;
      return rewrite(from, from + shout.length, text, 'Scrivi in minuscolo e usa il grassetto per dare rilievo.');
    });
  },
  examples: {
    bad: ['CHIUSURA UFFICI COMUNALI', 'Biblioteca CHIUSA lunedì'],
    good: ['Chiusura uffici comunali', 'Bonus con ISEE basso', 'Scrivi ISCRIVIMI al numero'],
  },
};

const COURTESY =
  /(?<!\p{L})(?:Cittadinanza|Cittadin[iao]|Sindac[oa]|Assessor[ei]|Ordinanza|Decreto|Delibera|Regolamento|Bando|Uffici|Amministrazione|Ente|Utenti|Legge|Residenti|Ditta|Mensa|Trasporto|Avviso)(?!\p{L})(?!\s+\p{Lu}\p{Ll}+\s+\p{Lu})/gu;
const AFTER_LOWER_CASE = /[\p{Ll},)]['’\s]\s*(?:[LlDd]['’]|(?:[Dd]el|[Aa]l|[Nn]el|[Ss]ul|[Dd]al)l['’])?$/u;

/** O14. */
export const courtesyCapital: Rule = {
  id: 'O14',
  title: 'Maiuscola di cortesia',
  severity: 'suggerimento',
  why: 'Cariche e uffici si scrivono con la minuscola; la maiuscola resta ai nomi.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (cariche)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, COURTESY, (match, from, to) =>
      AFTER_LOWER_CASE.test(masked.slice(Math.max(0, from - 12), from)) &&
      !/\n/.test(masked.slice(Math.max(0, from - 2), from))
        ? rewrite(from, to, match[0].toLowerCase(), 'Scrivilo con la minuscola.')
        : undefined,
    ),
  examples: {
    bad: ['Avvisiamo la Cittadinanza che il parco è chiuso.', 'Per decisione del Sindaco.'],
    good: ['Avvisiamo la cittadinanza che il parco è chiuso.', 'Uffici chiusi.'],
  },
};

/** O15. */
export const municipalityCapital: Rule = {
  id: 'O15',
  title: 'Comune con la maiuscola quando è l’ente',
  severity: 'avviso',
  why: 'Il nome dell’ente è un nome proprio.',
  source: 'AgID, Guida al linguaggio della PA, Guida alle parole',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, /(?<!\p{L})comune(?= di \p{Lu})/gu, (_, from, to) =>
      rewrite(from, to, 'Comune', 'Scrivi «Comune».'),
    ),
  examples: {
    bad: ['Il comune di Valdombra informa.'],
    good: ['Il Comune di Valdombra informa.', 'In comune di solito.'],
  },
};

/** O16. */
export const streetCapital: Rule = {
  id: 'O16',
  title: 'Via e piazza con la minuscola dentro la frase',
  severity: 'suggerimento',
  why: 'In italiano «via Roma» si scrive come «fiume Po».',
  source: 'Uso italiano dei nomi di luogo',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<=[\p{Ll},(][ \u00a0])(?:Via|Viale|Piazza|Piazzale|Corso|Vicolo|Largo)(?=\s(?:\p{Lu}|d\p{Ll}))/gu,
      (match, from, to) => rewrite(from, to, match[0].toLowerCase(), 'Scrivilo con la minuscola.'),
    ),
  examples: { bad: ['Chiude in Via Roma.'], good: ['Chiude in via Roma.', 'Via Roma chiude.'] },
};

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'p.za': 'piazza',
    'p.zza': 'piazza',
    'v.le': 'viale',
    'c.so': 'corso',
    'tel.': 'telefono',
    'cell.': 'cellulare',
    'es.': 'esempio',
    'nr.': 'numero',
    'gg.': 'giorni',
    'sig.': 'signor',
    'sig.ra': 'signora',
    'dott.': 'dottor',
    'dott.ssa': 'dottoressa',
    'c/o': 'presso',
    'fraz.': 'frazione',
    'loc.': 'località',
    'info.': 'informazioni',
    'min.': 'minuti',
    'max.': 'al massimo',
  }),
);
const ABBREVIATED =
  /(?<![\p{L}\d.])(?:p\.zz?a|v\.le|c\.so|tel\.|cell\.|es\.|nr\.|gg\.|sig\.ra|sig\.|dott\.ssa|dott\.|c\/o|fraz\.|loc\.|min\.|max\.)(?=[\s:]|$)/giu;

/** O17. */
export const abbreviation: Rule = {
  id: 'O17',
  title: 'Abbreviazioni come p.zza, v.le, tel',
  severity: 'suggerimento',
  why: 'Le parole intere si leggono meglio, anche ad alta voce.',
  source: 'Direttiva 8/5/2002 (poche abbreviazioni)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, ABBREVIATED, (match, from, to) => {
      const word = ABBREVIATIONS.get(match[0].toLowerCase()) ?? match[0];
      const text = /^\p{Lu}/u.test(match[0]) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      return rewrite(from, to, text, 'Scrivi la parola intera.');
    }),
  examples: {
    bad: ['Ritrovo in p.zza Roma.', 'Tel. 049 5550100'],
    good: ['Ritrovo in piazza Roma.', 'Telefono 049 5550100'],
  },
};
