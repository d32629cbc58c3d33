import { describe, expect, it } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { normaliseBody } from '#shared/requests/reading/bodyText.ts';
import { mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { transportOf } from '#shared/requests/reading/transport.ts';
import { understand } from '#shared/requests/reading/understand.ts';
import { aMail } from './aMail.ts';

const town = mailProfileOf(valdombra);
const SITE = 'https://www.comune.valdombra.example/novita';
const asked = (lines: readonly string[], more: Partial<ParsedMail> = {}) =>
  understand(aMail({ text: lines.join('\n'), ...more }), town);
const days = (lines: readonly string[]) => asked(lines).requests.map(({ sendDate, link }) => [sendDate, link]);

describe('two requests in one e-mail keep their own day and page (T2)', () => {
  const POOL = 'Testo: La piscina resta chiusa sabato 5 dicembre per manutenzione.';
  const GYM = 'Testo: La palestra resta chiusa domenica 6 dicembre per il torneo.';
  const [pool, gym] = [`${SITE}/piscina`, `${SITE}/palestra`];
  const EACH = [
    ['2026-11-30', pool],
    ['2026-12-02', gym],
  ];

  it('with the day above each text, in a line, in a sentence, in a heading, after a dividing line', () => {
    const with_ = (first: string, second: string, between = '') =>
      days(['Buongiorno,', '', first, POOL, `Link: ${pool}`, between, second, GYM, `Link: ${gym}`]);
    expect(with_('Da inviare lunedì 30 novembre:', 'Da inviare mercoledì 2 dicembre:')).toEqual(EACH);
    expect(with_('PISCINA - invio lunedì 30 novembre', 'PALESTRA - invio mercoledì 2 dicembre')).toEqual(EACH);
    expect(with_('Questo va inviato lunedì 30 novembre.', 'Questo va inviato mercoledì 2 dicembre.')).toEqual(EACH);
    expect(with_('Invio: lunedì 30 novembre', 'Invio: mercoledì 2 dicembre', '------')).toEqual(EACH);
  });

  it('with the page above each text', () => {
    const both = days(['Da inviare lunedì 30 novembre.', '', pool, POOL, '', gym, GYM]);
    expect(both.map(([, link]) => link)).toEqual([pool, gym]);
  });

  it('with one day for both, and the page below each text', () => {
    const lines = ['Da inviare lunedì 30 novembre:', '', POOL, `Link: ${pool}`, '', GYM, `Link: ${gym}`];
    expect(days(lines).map(([, link]) => link)).toEqual([pool, gym]);
  });
});

describe('what is not the notice', () => {
  const NOTICE = 'La palestra di via Adige resta chiusa sabato 5 dicembre per il torneo di pallavolo.';
  const ASKS = 'vi chiedo di inviare venerdì 4 dicembre questo avviso.';

  it.each([
    'ATTENZIONE: questa e-mail proviene dall’esterno. Non aprire link o allegati se non riconosci il mittente.',
    '[ESTERNO] Messaggio esterno: attenzione ai link.',
    'Non si ricevono spesso messaggi di posta elettronica da questo mittente. Scopri perché è importante',
    'CAUTION: This email originated from outside your organization.',
  ])('the warning of the server: %s', (banner) => {
    const [request] = asked([banner, '', 'Buongiorno,', ASKS, '', NOTICE, '', `${SITE}/palestra`]).requests;
    expect(request?.draft).toMatch(/^La palestra/);
  });

  it('a memo names its own sender, not another', () => {
    const memo = [
      'Da: Ufficio Tributi',
      'A: PuntoSi',
      'Data: 26 novembre 2026',
      'Oggetto: scadenza',
      '',
      ASKS,
      '',
      NOTICE,
    ];
    expect(asked(memo).from).toBe('Anna Bellini <cultura@comune.valdombra.example>');
  });

  it('a whole request that answers an old e-mail is a new one (T3); an answer is not', () => {
    const references = ['<vecchia@comune.valdombra.example>'];
    const lines = ['Buongiorno,', ASKS, '', NOTICE, '', `${SITE}/palestra`];
    expect(asked(lines, { subject: 'Palestra', references }).kind).toBe('request');
    expect(asked([`${SITE}/palestra`], { subject: 'Palestra', references }).kind).toBe('reply');
    expect(asked(lines, { subject: 'R: Palestra', references }).kind).toBe('reply');
  });

  it('a link glued to a word gets its blank (T4), one cut in two lines is one (T17)', () => {
    const glued = `Testo: Biblioteca chiusa lunedì 7 dicembre. Leggi la notizia<${SITE}/biblio> sul sito.`;
    expect(asked([glued]).requests[0]?.draft).toContain(`notizia ${SITE}/biblio sul sito`);
    expect(normaliseBody(`${SITE}/biblioteca-chiusa-\n2026\n\nGrazie`)).toContain(`${SITE}/biblioteca-chiusa-2026`);
    expect(normaliseBody(`${SITE}/biblio\ngrazie`)).toBe(`${SITE}/biblio\ngrazie`);
  });

  it('signs of lists are one sign and one blank (T7)', () => {
    const [request] = asked([
      'Testo: Si portano:',
      '·       rami e foglie',
      '',
      '§   olio esausto',
      '*   vetro',
    ]).requests;
    expect(request?.draft).toBe('Si portano:\n- rami e foglie\n- olio esausto\n- vetro');
  });

  it('all in one line, or all in the subject', () => {
    const line = `Chiediamo l’invio martedì 1 dicembre. Testo: Biblioteca chiusa lunedì 7 dicembre. Link: ${SITE}/biblio Grazie`;
    expect(asked([line]).requests[0]?.draft).toBe('Biblioteca chiusa lunedì 7 dicembre.');
    const subject = 'Avviso: giovedì 3 dicembre la biblioteca chiude alle 17';
    const [request] = asked(['Anna Bellini', 'Ufficio Cultura', 'Tel. 049 5550177'], { subject }).requests;
    expect(request).toMatchObject({
      draft: 'Giovedì 3 dicembre la biblioteca chiude alle 17',
      dateCandidates: [{ date: '2026-12-03' }],
    });
  });

  it('an answer to an invitation is automatic, the form of an intranet is not', () => {
    const head = (value: string) => [{ key: 'auto-submitted', value }];
    expect(transportOf([], 'Accettata: Invio avvisi')).toBe('auto-reply');
    expect(transportOf([], 'Accettata la proposta di avviso')).toBe('ordinary');
    expect(transportOf(head('auto-generated'), 'Richiesta di avviso')).toBe('ordinary');
    expect(transportOf(head('auto-replied'), 'Richiesta di avviso')).toBe('auto-reply');
  });
});
