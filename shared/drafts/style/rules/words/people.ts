import { flag, hitsOf, likeCase, wholeWords } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, writeFix } from '#shared/drafts/style/engine/rule.ts';

const FOREIGN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    weekend: 'fine settimana',
    workshop: 'laboratorio',
    'open day': 'giornata aperta',
    budget: 'bilancio',
    trend: 'tendenza',
    show: 'spettacolo',
    'black out': 'interruzione di corrente',
    blackout: 'interruzione di corrente',
    'front office': 'sportello',
    'front-office': 'sportello',
    'back office': 'ufficio interno',
    'back-office': 'ufficio interno',
    'smart working': 'lavoro da casa',
    location: 'luogo',
    'kick off': 'avvio',
    'info point': 'punto informazioni',
    infopoint: 'punto informazioni',
    'save the date': 'segna la data',
    news: 'notizie',
    form: 'modulo',
    ticket: 'biglietto',
    step: 'fase',
    staff: 'personale',
    download: 'scarica',
    range: 'intervallo',
    slot: 'turno',
    partner: 'collaboratori',
    input: 'ingresso',
    output: 'risultato',
  }),
);

/** B09. */
export const foreignWord: Rule = {
  id: 'B09',
  title: 'Parola straniera che ha la sua italiana',
  severity: 'suggerimento',
  why: 'La parola italiana la capiscono tutti.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (parole straniere)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, FOREIGN_WORDS, (match, from, to) => {
      const italian = FOREIGN.get(match[0].toLowerCase()) ?? '';
      return {
        from,
        to,
        message: `Meglio in italiano: «${italian}».`,
        fixes: [writeFix(from, to, likeCase(italian, match[0]))],
      };
    }),
  examples: { bad: ['Iscriviti al workshop.', 'Open day al nido.'], good: ['Iscriviti al laboratorio.'] },
};
const FOREIGN_WORDS = wholeWords([...FOREIGN.keys()].join('|'));

/** The sign comes first in each branch: it is rare, and the search stays fast. */
const GENDER_SIGN =
  /\*(?<=\p{L}[b-df-hj-np-tv-z]\*)(?=[\s.,;:!?)]|$)|ə\p{L}*|@(?<=\p{L}{3}@)(?=[\s.,;:!?)]|$)|\/(?<=(?<!\p{L})(?:il|la|gli|le|i|un|del|dei|ai|al|alla)\/)(?:il|la|gli|le|i|una|della|delle|alle|alla)(?!\p{L})|\/(?<=\p{L}{3}[oaie]\/)[aeoi](?!\p{L})/giu;

/** B10. */
export const genderSigns: Rule = {
  id: 'B10',
  title: 'Forme di genere che non si leggono: asterisco, schwa, barra',
  severity: 'avviso',
  why: 'I lettori di schermo non le pronunciano e in WhatsApp l’asterisco è il grassetto.',
  source: 'Accademia della Crusca (parere del 2021); accessibilità',
  safeFix: false,
  check: ({ markup: { plain } }) =>
    hitsOf(plain, GENDER_SIGN, (_, from, to) => {
      const start = from - (/\p{L}{0,30}$/u.exec(plain.slice(Math.max(0, from - 30), from))?.[0].length ?? 0);
      return { from: start, to, message: 'Usa una forma neutra o scrivi per intero tutte e due.' };
    }),
  examples: {
    bad: ['Carə cittadinə, il parco è chiuso.', 'Cari tutt*', 'Cittadini/e e bambini/e'],
    good: ['Il parco è chiuso.', '*Parco chiuso* lunedì.'],
  },
};

/** B11. */
export const masculineForAll: Rule = {
  id: 'B11',
  title: 'Maschile per tutti: i cittadini, gli utenti',
  severity: 'suggerimento',
  why: 'Una forma che comprende tutti, o il «tu», parla a ogni persona che legge.',
  source: 'AgID, Guida al linguaggio della PA, Accessibilità e inclusione',
  safeFix: false,
  check: ({ masked }) =>
    flag(
      masked,
      /(?<!\p{L})(?<!(?:cittadine|bambine|alunne|studentesse|utenti) e )(?:(?:i|ai|dei|dai) (?:cittadini|residenti|genitori interessati|bambini|volontari|lavoratori)|(?:gli|agli|degli) (?:utenti|interessati|alunni|studenti|anziani))(?!\p{L})(?! e (?:le|alle|delle|dalle))/giu,
      'Prova «la cittadinanza», «chi abita in…», «le persone anziane», oppure «tu».',
    ),
  examples: {
    bad: ['I cittadini possono iscriversi.', 'Riservato agli anziani.'],
    good: ['La cittadinanza può iscriversi.', 'I bambini e le bambine della scuola.'],
  },
};

const WITH_PREPOSITION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'i disabili': 'le persone con disabilità',
    'ai disabili': 'alle persone con disabilità',
    'dei disabili': 'delle persone con disabilità',
    'per disabili': 'per persone con disabilità',
    'per i disabili': 'per le persone con disabilità',
    disabili: 'persone con disabilità',
  }),
);

/** B12. */
export const dignity: Rule = {
  id: 'B12',
  title: 'Termini su disabilità e origine',
  severity: 'avviso',
  why: 'Prima viene la persona: così chiede la Convenzione ONU.',
  source: 'AgID, Guida al linguaggio della PA, Accessibilità e inclusione; Convenzione ONU del 2006',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      wholeWords(
        '(?:per i |i |ai |dei |per )?disabili|handicappat[oaie]|portator[ei] di handicap|diversamente abil[ei]|invalid[oaie](?! civil[ei])|extracomunitari[oaie]?|clandestin[oaie]|zingar[oaie]|barbon[ei]',
      ),
      (match, from, to) => {
        const right = WITH_PREPOSITION.get(match[0].toLowerCase());
        const message = 'Scrivi «persone con disabilità» o il termine che rispetta la persona.';
        return right === undefined
          ? { from, to, message }
          : { from, to, message, fixes: [writeFix(from, to, likeCase(right, match[0]))] };
      },
    ),
  examples: {
    bad: ['Parcheggio per disabili.', 'Aiuto ai portatori di handicap.'],
    good: ['Parcheggio per persone con disabilità.'],
  },
};
