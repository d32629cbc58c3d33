/** What the head's e-mail says of a forwarded text (P38): an approval only where nothing else can be meant. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headReadingIn } from '#shared/requests/reading/headWords.ts';

const ON = '2026-03-03';
const decisionIn = (words: string) => headReadingIn(words, ON)?.decision;

describe('approves', () => {
  it.each([
    'Approvo.',
    'Approvato, grazie.',
    'Ok',
    'OK, grazie e buon lavoro.\nOrnella Vidal',
    'Va bene, procedete.',
    'Sì.',
    'Per me va bene',
    'D’accordo.',
    'Nulla osta.',
    'Buongiorno,\napprovo il testo.\nSaluti',
    'Via libera!',
    'Autorizzo l’invio',
  ])('«%s»', (words) => {
    expect(decisionIn(words)).toBe('approved');
  });
});

describe('approves with changes', () => {
  it.each([
    'Approvo con modifiche: aggiungi l’orario.',
    'Ok ma togli l’ultima frase',
    'Approvo, però cambia «domani» con «giovedì».',
    'Va bene, sostituisci «utenti» con «cittadini».',
    'Approvato con le seguenti correzioni: via Roma 12.',
  ])('«%s»', (words) => {
    expect(decisionIn(words)).toBe('changed');
  });
});

it.each([
  ['returned', 'Restituisco: manca l’orario.'],
  ['returned', 'Da rivedere il titolo.'],
  ['returned', 'Riscrivetelo più corto, grazie'],
  ['refused', 'Non seleziono: basta la notizia sul sito.'],
  ['refused', 'Non lo seleziono'],
  ['refused', 'Non approvo.'],
  ['refused', 'Non inviate questo avviso.'],
  ['refused', 'Respingo.'],
  ['postponed', 'Rinvio a lunedì 9 marzo.'],
  ['postponed', 'Ne riparliamo giovedì.'],
  ['postponed', 'Aspettiamo.'],
])('%s: «%s»', (decision, words) => {
  expect(decisionIn(words)).toBe(decision);
});

describe('decides nothing sure', () => {
  it.each([
    'Ok se lo conferma l’ufficio.',
    'Approvo ma ho dei dubbi.',
    'Approvo, a condizione che l’orario sia giusto.',
    'Ok, forse.',
    'Direi ok.',
    'Approvo, non serve altro.',
    'Va bene appena l’ufficio risponde',
    'Approvo. Però il link è quello giusto?',
    'Approvo il primo, rinvio il secondo.',
    'Ok? Non approvo.',
    'Ok, restituisco.',
    'Niente ok.',
  ])('«%s»', (words) => {
    expect(decisionIn(words) ?? null).not.toBe('approved');
    expect(decisionIn(words) ?? null).not.toBe('changed');
  });

  it.each([
    '',
    'Grazie, leggo più tardi.',
    'Sono fuori ufficio fino al 9 marzo. Ok, a presto.',
    'Risposta automatica: approvo al mio rientro',
    'Posso approvare domani?',
  ])('«%s»', (words) => {
    expect(headReadingIn(words, ON)?.decision ?? null).toBeNull();
  });
});

it('tells the words it read, the reason and the day it is put off to', () => {
  expect(headReadingIn('Ciao Marta.\nRinvio a lunedì 9 marzo, quando torna l’assessore.', ON)).toEqual({
    decision: 'postponed',
    words: 'Rinvio a lunedì 9 marzo, quando torna l’assessore.',
    why: 'Ciao Marta. Rinvio a lunedì 9 marzo, quando torna l’assessore.',
    until: '2026-03-09',
  });
});

describe('for all words', () => {
  const yes = fc.constantFrom('approvo', 'ok', 'va bene', 'procedete', 'sì', 'd’accordo', 'confermo', 'autorizzo');
  const no = fc.constantFrom('non', 'no', 'nemmeno', 'nessun', 'mai', 'senza', 'né', 'neanche', 'niente');
  const filler = fc.constantFrom(
    'il testo',
    'per me',
    'grazie',
    'così',
    'l’avviso',
    'direttore',
    'oggi',
    'tutto',
    ',',
    '.',
  );
  const sentence = (part: fc.Arbitrary<string>) =>
    fc.tuple(fc.array(filler, { maxLength: 4 }), part, fc.array(fc.oneof(filler, yes), { maxLength: 5 }));

  it('a sentence with a negation never proposes an approval', () => {
    fc.assert(
      fc.property(sentence(no), sentence(yes), fc.boolean(), ([a, b, c], [d, e, f], first) => {
        const [one, other] = [[...a, b, ...c].join(' '), [...d, e, ...f].join(' ')];
        const decision = decisionIn(first ? `${one}\n${other}` : `${other} ${one}`);
        expect(decision).not.toBe('approved');
        expect(decision).not.toBe('changed');
      }),
      { numRuns: 500 },
    );
  });

  it('a question or a condition never proposes an approval', () => {
    const doubt = fc.constantFrom('se', 'purché', 'forse', 'salvo', 'quando', 'tranne');
    fc.assert(
      fc.property(sentence(yes), doubt, fc.boolean(), ([a, b, c], condition, asks) => {
        const words = [...a, b, ...c].filter((one) => one !== '.').join(' ');
        expect(decisionIn(asks ? `${words}?` : `${words} ${condition} lo dice l’ufficio`) ?? null).toBeNull();
      }),
    );
  });

  it('never throws, and its evidence is of the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
        const reading = headReadingIn(`${words} approvo`, ON);
        expect((reading?.words.length ?? 0) <= 160).toBe(true);
      }),
    );
  });
});
