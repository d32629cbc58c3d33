import { hitsOf, likeCase, rewrite, wholeWords } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';

/** Spellings that no Italian word has, and the right ones. */
const MISSPELLED: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    pò: 'po’',
    mò: 'mo’',
    fà: 'fa',
    và: 'va',
    sà: 'sa',
    stà: 'sta',
    quì: 'qui',
    quà: 'qua',
    sù: 'su',
  }),
  ...Object.entries({ nò: 'no', sò: 'so', blù: 'blu', trè: 'tre', rè: 're', metereologico: 'meteorologico' }),
  ...Object.entries({
    metereologica: 'meteorologica',
    metereologiche: 'meteorologiche',
    metereologici: 'meteorologici',
  }),
  ...Object.entries({
    aereoporto: 'aeroporto',
    propio: 'proprio',
    propia: 'propria',
    apposto: 'a posto',
    daccordo: 'd’accordo',
  }),
  ...Object.entries({
    sopratutto: 'soprattutto',
    eccezzionale: 'eccezionale',
    obbiettivo: 'obiettivo',
    scenza: 'scienza',
  }),
  ...Object.entries({
    coscenza: 'coscienza',
    conoscienza: 'conoscenza',
    efficente: 'efficiente',
    sufficente: 'sufficiente',
  }),
  ...Object.entries({ pultroppo: 'purtroppo', accellerare: 'accelerare', innaugurazione: 'inaugurazione' }),
  ...Object.entries({
    proffessore: 'professore',
    dispostizioni: 'disposizioni',
    inerimento: 'in merito',
    subbito: 'subito',
  }),
  ...Object.entries({
    sconsegnare: 'consegnare',
    interuzione: 'interruzione',
    publico: 'pubblico',
    publica: 'pubblica',
  }),
  ...Object.entries({
    collaudazione: 'collaudo',
    arrichire: 'arricchire',
    tuttaltro: 'tutt’altro',
    avvolte: 'a volte',
  }),
  ...Object.entries({
    aqua: 'acqua',
    aquisto: 'acquisto',
    aquistare: 'acquistare',
    communale: 'comunale',
    communicazione: 'comunicazione',
  }),
]);

/** O04. */
export const misspelling: Rule = {
  id: 'O04',
  title: 'Refusi e accenti di troppo: pò, fà, metereologico',
  severity: 'errore',
  why: 'Un refuso toglie credito a tutto l’avviso.',
  source: 'Accademia della Crusca; ortografia italiana',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, MISSPELLINGS, (match, from, to) => {
      const right = likeCase(MISSPELLED.get(match[0].toLowerCase()) ?? match[0], match[0]);
      return right === match[0] ? undefined : rewrite(from, to, right, `Si scrive «${right}».`);
    }),
  examples: {
    bad: ['Un pò di pioggia.', 'Allerta metereologica.'],
    good: ['Un po’ di pioggia.', 'Allerta meteorologica.'],
  },
};
const MISSPELLINGS = wholeWords([...MISSPELLED.keys()].join('|'));

const NO_APOSTROPHE =
  /(?<!\p{L})(un|nessun|alcun|buon)['’](altro|uomo|amico|anno|evento|incontro|ufficio|avviso|intervento|orario|impianto|albero|appuntamento|aiuto|autobus|errore|esame|obbligo)(?!\p{L})/giu;
const APOSTROPHE =
  /(?<!\p{L})(un|nessun) (altra|area|iniziativa|ordinanza|allerta|attività|ora|opera|assemblea|auto|interruzione|occasione|isola|uscita|edizione|esposizione|estate|emergenza|email|app)(?!\p{L})/giu;

/** O06. */
export const elision: Rule = {
  id: 'O06',
  title: 'Apostrofo sbagliato: qual è, un altro, un’altra',
  severity: 'errore',
  why: 'L’apostrofo segue «un» solo davanti a parole femminili, e mai «qual» davanti a «è».',
  source: 'Accademia della Crusca',
  safeFix: true,
  check: ({ masked }) => [
    ...hitsOf(masked, /(?<!\p{L})(qual)['’](?=è|era|erano)/giu, (match, from, to) =>
      rewrite(from, to, `${match[1]} `, 'Si scrive senza apostrofo.'),
    ),
    ...hitsOf(masked, NO_APOSTROPHE, (match, from, to) =>
      rewrite(from, to, `${match[1]} ${match[2]}`, 'Si scrive senza apostrofo.'),
    ),
    ...hitsOf(masked, APOSTROPHE, (match, from, to) =>
      rewrite(from, to, `${match[1]}’${match[2]}`, 'Si scrive con l’apostrofo.'),
    ),
  ],
  examples: {
    bad: ["Qual'è l'orario?", 'Un’altro ufficio.', 'Un altra sala.'],
    good: ["Qual è l'orario?", 'Un altro ufficio.', 'Un’altra sala.'],
  },
};

/** O07. */
export const euphonicD: Rule = {
  id: 'O07',
  title: 'D di troppo: ed inumazione, ad un',
  severity: 'suggerimento',
  why: 'La d serve solo tra due vocali uguali: «ed è», «ad aprile».',
  source: 'Accademia della Crusca',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<!\p{L})(?:(e)d(?=\s+[aiouàìòù])(?!\s+altr)|(a)d(?=\s+[eiouèéìòù])(?!\s+(?:es\.|esempio|eccezione|hoc|ogni costo|interim|uso|opera))|(o)d(?=\s+[aeiu]))/giu,
      (match, from, to) => {
        const vowel = match[1] ?? match[2] ?? match[3] ?? '';
        return rewrite(from, to, vowel, `Scrivi «${vowel.toLowerCase()}».`);
      },
    ),
  examples: {
    bad: ['Orari ed indirizzi.', 'Fino ad un massimo di 10.'],
    good: ['Orari e indirizzi.', 'Ad esempio.', 'Sole ed energia.'],
  },
};

const RECOMMENDED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'e-mail': 'email',
    'on-line': 'online',
    'on line': 'online',
    'web site': 'sito',
    'sito internet': 'sito',
    'smart phone': 'smartphone',
    'smart-phone': 'smartphone',
    'web-site': 'sito',
  }),
);

/** O11. */
export const netWords: Rule = {
  id: 'O11',
  title: 'Grafia: email, online, sito',
  severity: 'suggerimento',
  why: 'Una parola scritta sempre allo stesso modo si riconosce.',
  source: 'AgID, Guida al linguaggio della PA, Guida alle parole',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, wholeWords([...RECOMMENDED.keys()].join('|')), (match, from, to) => {
      const right = likeCase(RECOMMENDED.get(match[0].toLowerCase()) ?? '', match[0]);
      return rewrite(from, to, right, `Si scrive «${right}».`);
    }),
  examples: { bad: ['Iscrizioni on-line.', 'Scrivi una e-mail.'], good: ['Iscrizioni online.', 'Scrivi una email.'] },
};
