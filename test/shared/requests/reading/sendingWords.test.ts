/** What the contractor writes of a sending (R47): hour and number are proposed, never taken for granted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldSendingIn } from '#shared/requests/reading/sendingWords.ts';

/** Thursday 5 March 2026, 11:00 in Rome. */
const RECEIVED = '2026-03-05T10:00:00.000Z';
const at = (time: string, day = '05'): string => `2026-03-${day}T${time}:00.000Z`;

describe('a sending that was made', () => {
  it.each([
    ['inviato alle 10.15 a 1.240 utenti', at('09:15'), 1240],
    ['Buongiorno, messaggio inviato alle ore 10:15 a 1240 iscritti. Saluti', at('09:15'), 1240],
    ['Invio effettuato oggi alle 8.30. Destinatari: 3.412', at('07:30'), 3412],
    ['L’avviso è partito ieri alle 18.', at('17:00', '04'), null],
    ['Invio completato: 980 destinatari.', null, 980],
    ['Inviato a 1 240 contatti alle ore 9', at('08:00'), 1240],
    ['Inviato alle 10.15 a 1.240', at('09:15'), 1240],
    ['Messaggio spedito il 4 marzo 2026 alle 10.15 a n. 55 cittadini', at('09:15', '04'), 55],
    ['Inviato.', null, null],
    ['Inviato alle 23.50', null, null],
  ])('«%s»', (words, sentAt, recipients) => {
    expect(toldSendingIn(words, RECEIVED)).toMatchObject({ sentAt, recipients });
  });

  it('tells the sentence it was read in', () => {
    expect(toldSendingIn('Buongiorno.\nInviato alle 10.15 a 1.240 utenti.\nSaluti', RECEIVED)?.words).toBe(
      'Inviato alle 10.15 a 1.240 utenti.',
    );
  });
});

it.each([
  'Non è stato ancora inviato.',
  'Sarà inviato alle 10.15 a 1.240 utenti.',
  'Invieremo domani.',
  'Invio programmato per le 10.',
  'È stato inviato?',
  'Inviato in parte: 300 destinatari su 1.240.',
  'Invio fallito alle 10.15.',
  'Vi abbiamo inviato la fattura.',
  'Grazie, ricevuto.',
  '',
])('«%s» tells none', (words) => {
  expect(toldSendingIn(words, RECEIVED)).toBeUndefined();
});

it('never tells a moment after the e-mail, whatever the words', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.nat(9_999_999),
      (hour, minute, count) => {
        const told = toldSendingIn(
          `Inviato alle ${hour}.${String(minute).padStart(2, '0')} a ${count.toLocaleString('it-IT')} utenti`,
          RECEIVED,
        );
        expect(told?.recipients).toBe(count);
        expect((told?.sentAt ?? '') <= RECEIVED).toBe(true);
      },
    ),
  );
});
