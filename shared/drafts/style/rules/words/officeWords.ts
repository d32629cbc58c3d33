import { hitsOf, likeCase, wholeWords } from '#shared/drafts/style/engine/patterns.ts';
import type { Reading } from '#shared/drafts/style/engine/reading.ts';
import { type Hit, type Rule, writeFix } from '#shared/drafts/style/engine/rule.ts';
import { AGID_WORDS, DIRECTIVE_WORDS, HOUSE_WORDS, type OfficeWord } from './lexicon.ts';

/** The words of one list as one pattern: group n is word n, the longest first so that it wins over a part of it. */
function lexiconOf(words: readonly OfficeWord[]) {
  const sorted = [...words].sort((one, other) => other[0].length - one[0].length);
  return { sorted, pattern: wholeWords(sorted.map(([pattern]) => `(${pattern})`).join('|')) };
}

function officeWordsIn({ masked }: Reading, { sorted, pattern }: ReturnType<typeof lexiconOf>): readonly Hit[] {
  return hitsOf(masked, pattern, (match, from, to) => {
    const word = sorted[match.slice(1).findIndex((group) => group !== undefined)];
    if (word === undefined) return undefined;
    const [, advice, replacement] = word;
    const message = `«${match[0]}» è linguaggio d’ufficio: meglio ${advice}.`;
    const fixes = replacement === undefined ? [] : [writeFix(from, to, likeCase(replacement, match[0]))];
    return { from, to, message, fixes };
  });
}

const agid = lexiconOf(AGID_WORDS);
const directive = lexiconOf(DIRECTIVE_WORDS);
const house = lexiconOf(HOUSE_WORDS);
const WHY = 'Chi non lavora in un ufficio pubblico non usa queste parole.';

/** B01. */
export const directiveWords: Rule = {
  id: 'B01',
  title: 'Linguaggio d’ufficio: qualora, nonché, istanza',
  severity: 'suggerimento',
  why: WHY,
  source: 'Direttiva 8/5/2002 (parole comuni)',
  safeFix: false,
  check: (reading) => officeWordsIn(reading, directive),
  examples: {
    bad: [
      'L’ufficio è ubicato in via Roma.',
      'Qualora piova si rinvia.',
      'Presentare istanza entro e non oltre il 30 novembre.',
    ],
    good: ['L’ufficio è in via Roma.', 'Se piove si rinvia.'],
  },
};

/** B15. */
export const agidWords: Rule = {
  id: 'B15',
  title: 'Parola d’ufficio con un sostituto nella guida AgID',
  severity: 'suggerimento',
  why: WHY,
  source: 'AgID, Guida al linguaggio della PA, Guida alle parole',
  safeFix: false,
  check: (reading) => officeWordsIn(reading, agid),
  examples: {
    bad: ['Sospesa l’erogazione dell’acqua.', 'Contratto di locazione.'],
    good: ['Manca l’acqua.', 'Contratto di affitto.'],
  },
};

/** B16. */
export const houseWords: Rule = {
  id: 'B16',
  title: 'Giro di parole da avviso: presso, mediante, in occasione di',
  severity: 'suggerimento',
  why: WHY,
  source: 'Uso redazionale',
  safeFix: false,
  check: (reading) => officeWordsIn(reading, house),
  examples: {
    bad: ['Rivolgersi presso lo sportello.', 'Si paga mediante bonifico.', 'Aperto esclusivamente il lunedì.'],
    good: ['Vai allo sportello.', 'Si paga con bonifico.', 'Aperto solo il lunedì.'],
  },
};
