import { expect, test } from 'vitest';
import type { EntryBody } from '#shared/register/facts.ts';
import { isAltered, notesOf } from '#shared/register/notes.ts';
import { BODY } from './sample.ts';

const entry = (change: Partial<EntryBody> = {}) => ({ ...BODY, id: 'strada', year: 2026, number: 1, ...change });

test.each([
  ['nothing', {}, []],
  ['another text', { sent: { ...BODY.sent, text: 'Altro testo.' } }, ['testo cambiato']],
  ['other spaces at the ends of lines', { sent: { ...BODY.sent, text: `${BODY.sent.text}  \r\n` } }, []],
  ['the head away', { approved: null, deviations: ['Via alternativa, senza approvazione.'] }, ['senza approvazione']],
  [
    'an emergency',
    {
      approved: null,
      emergency: { authoriser: 'La sindaca', why: 'Temporali' },
      deviations: ['Emergenza: inviato senza approvazione.'],
    },
    ['emergenza'],
  ],
  [
    'one person alone',
    { approved: BODY.approved && { ...BODY.approved, by: BODY.rewritten.by } },
    ['una sola persona'],
  ],
  ['a check overridden', { deviations: ['Controllo «link» forzato: arriva domani'] }, ['controllo forzato']],
  ['words of a later version of the app', { deviations: ['Qualcosa di nuovo.'] }, ['altro scostamento']],
  ['a rettifica', { corrects: 'entry-1' }, ['rettifica']],
] as const)('%s', (_, change, notes) => {
  expect(notesOf(entry(change as Partial<EntryBody>))).toEqual(notes);
});

test('what was never approved was not altered', () => {
  expect(isAltered({ approved: null, sent: BODY.sent })).toBe(false);
});
