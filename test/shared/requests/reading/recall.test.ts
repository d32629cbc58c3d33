import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recalledSubject, subjectKey } from '#shared/requests/reading/recall.ts';

const SUBJECT = 'Chiusura di via Roma';

describe('a recall of Outlook (R4)', () => {
  it.each([
    [`Richiamo: ${SUBJECT}`, `Ferrante Giulia desidera richiamare il messaggio "${SUBJECT}".`],
    [
      `Richiamo: ${SUBJECT}`,
      `Giulia Ferrante desidera richiamare il messaggio, «${SUBJECT}».\n\nAvviso di riservatezza.`,
    ],
    [`Recall: ${SUBJECT}`, `Giulia Ferrante would like to recall the message, "${SUBJECT}".`],
    [SUBJECT, `The sender would like to recall the message, “${SUBJECT}”.`],
  ])('«%s» names the message it wants back', (subject, text) => {
    expect(recalledSubject({ subject, text })).toBe(SUBJECT);
  });

  it.each([
    ['Richiamo: vaccino antitetanico', 'Si chiede di inviare un avviso: da lunedì si può fare il richiamo.'],
    [
      'Avviso',
      'Il Comune desidera richiamare il messaggio della Sindaca sul risparmio idrico: si chiede l’invio lunedì.',
    ],
    [
      `R: ${SUBJECT}`,
      'Annullate la richiesta.\n\nIl 2 marzo 2026 X ha scritto:\n> Y desidera richiamare il messaggio "Z".',
    ],
    ['Richiamo:', 'Giulia Ferrante desidera richiamare il messaggio.'],
  ])('«%s» is none', (subject, text) => {
    expect(recalledSubject({ subject, text })).toBeUndefined();
  });

  it('never throws, whatever it reads, and compares subjects without capitals and blanks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), fc.string({ maxLength: 900 }), (subject, text) => {
        const found = recalledSubject({ subject, text });
        return found === undefined || found.trim() !== '';
      }),
    );
    expect(subjectKey('  Chiusura   di VIA Roma ')).toBe(subjectKey('chiusura di via roma'));
  });
});
