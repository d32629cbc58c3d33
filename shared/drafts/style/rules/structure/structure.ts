import { hitsOf, LETTER, rewrite, WORD_END, WORD_START } from '#shared/drafts/style/engine/patterns.ts';
import { type Hit, type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';
import { gulpeaseOf } from '#shared/text/gulpease.ts';
import { countWords } from '#shared/text/sentences.ts';

const HARD_SENTENCE =
  'A causa dei lavori di asfaltatura previsti nel tratto tra via Roma e via Po la strada resta chiusa al traffico da lunedì 30 novembre a venerdì 4 dicembre dalle 8 alle 18.';

/** S05. */
export const longSentence: Rule = {
  id: 'S05',
  title: 'Frase lunga',
  severity: 'avviso',
  why: 'Le frasi brevi si capiscono alla prima lettura.',
  source: 'Direttiva 8/5/2002 (frasi brevi)',
  parameters: ['maximumSentenceWords'],
  safeFix: false,
  check: ({ sentences, parameters: { maximumSentenceWords } }) =>
    sentences
      .filter(({ words }) => words > maximumSentenceWords)
      .map(({ from, to, words }) => ({ from, to, message: `La frase ha ${words} parole: dividila in due.` })),
  examples: { bad: [HARD_SENTENCE], good: ['La strada resta chiusa da lunedì 30 novembre.'] },
};

/** S06. */
export const longParagraph: Rule = {
  id: 'S06',
  title: 'Paragrafo lungo',
  severity: 'suggerimento',
  why: 'Sul telefono un blocco di testo scoraggia.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura',
  parameters: ['maximumParagraphLength'],
  safeFix: false,
  check: ({ masked, parameters: { maximumParagraphLength } }) =>
    hitsOf(masked, /\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g, (match, from, to) =>
      match[0].length > maximumParagraphLength
        ? { from, to, message: `Il paragrafo ha ${match[0].length} caratteri: dividilo con una riga vuota.` }
        : undefined,
    ),
  examples: {
    bad: ['Testo '.repeat(80)],
    good: ['Testo breve.\n\nAltro testo.', `${'Testo '.repeat(50)}\n\n${'Testo '.repeat(50)}`],
  },
};

/** A shorter text has too few words for the index to mean anything. */
const WORDS_FOR_INDEX = 30;
const HARD_TEXT =
  'La deliberazione concernente la regolamentazione temporanea della circolazione veicolare determinerà conseguentemente la rimodulazione organizzativa delle percorrenze automobilistiche interessate dalle lavorazioni preventivamente autorizzate dall’amministrazione comunale competente territorialmente per la manutenzione straordinaria.';

/** S07. */
export const hardToRead: Rule = {
  id: 'S07',
  title: 'Testo difficile da leggere',
  severity: 'avviso',
  why: 'Parole lunghe e frasi lunghe insieme chiudono fuori chi legge con fatica.',
  source: 'Indice Gulpease (GULP, 1988)',
  parameters: ['minimumGulpease'],
  safeFix: false,
  check({ masked, sentences, parameters: { minimumGulpease } }) {
    if (countWords(masked) < WORDS_FOR_INDEX) return [];
    const index = gulpeaseOf(masked, sentences);
    if (index >= minimumGulpease) return [];
    return [{ from: 0, to: 0, message: `Leggibilità ${index} su 100: accorcia le frasi e usa parole comuni.` }];
  },
  examples: {
    bad: [HARD_TEXT],
    good: [
      'Via Roma è chiusa lunedì. Passa da via Po. I lavori durano due giorni. Il bus 10 cambia strada. La fermata è in piazza. Leggi tutto sul sito del Comune di Valdombra.',
    ],
  },
};

/** S09. */
export const blankLines: Rule = {
  id: 'S09',
  title: 'Più righe vuote di seguito',
  severity: 'avviso',
  why: 'Le righe vuote di troppo spingono il testo fuori dallo schermo.',
  source: 'Uso redazionale',
  safeFix: true,
  check: ({ text }) =>
    hitsOf(text, /\n[ \t]*\n(?:[ \t]*\n)+/g, (_, from, to) => ({
      from,
      to,
      message: 'Lascia una riga vuota sola.',
      fixes: [replaceFix('Lascia una riga vuota', from, to, '\n\n')],
    })),
  examples: { bad: ['Titolo\n\n\nTesto'], good: ['Titolo\n\nTesto'] },
};

const LIST_SIGN = /^[ \t]*([-–—•*·▪‣►➡])\ufe0f?[ \t]+(?=\S)/gmu;

/** S10. */
export const mixedList: Rule = {
  id: 'S10',
  title: 'Elenco con segni diversi',
  severity: 'suggerimento',
  why: 'Un elenco con un segno solo si riconosce a colpo d’occhio.',
  source: 'Uso redazionale',
  safeFix: false,
  check({ text }) {
    const signs = [...text.matchAll(LIST_SIGN)].map((match) => {
      const sign = match[1] ?? '';
      return { sign, from: match.index + match[0].indexOf(sign) };
    });
    const [first] = signs;
    const others = signs.filter(({ sign }) => sign !== first?.sign);
    const [other] = others;
    if (first === undefined || other === undefined) return [];
    const edits = others.map(({ sign, from }) => ({ from, to: from + sign.length, text: first.sign }));
    return [
      {
        from: other.from,
        to: other.from + other.sign.length,
        message: 'Usa lo stesso segno per tutto l’elenco.',
        fixes: [{ label: `Metti ${first.sign} in tutto l’elenco`, edits }],
      } satisfies Hit,
    ];
  },
  examples: { bad: ['- uno\n• due'], good: ['- uno\n- due', '1. uno\n2. due'] },
};

const DOUBLED = new RegExp(`${WORD_START}([${LETTER}]{2,})[ \u00a0]+\\1${WORD_END}`, 'gi');
const WELCOME_TWICE = /^(?:via|così|piano|subito|man|mano|pian|appena|ben|bene|quasi|poco|passo|su|giù|zitto|cin)$/i;

/** S11. */
export const doubledWord: Rule = {
  id: 'S11',
  title: 'Parola ripetuta',
  severity: 'errore',
  why: 'È un refuso che l’occhio di chi scrive salta.',
  source: 'Ortografia italiana',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, DOUBLED, (match, from, to) => {
      const word = match[1] ?? '';
      return WELCOME_TWICE.test(word) ? undefined : rewrite(from, to, word, `«${word}» è scritto due volte.`);
    }),
  examples: {
    bad: ['In quanto giornata giornata festiva.', 'Nella nella sala.'],
    good: ['In quanto giornata festiva.', 'Via via che si libera.'],
  },
};
