import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { type Understanding, understand } from '#shared/requests/reading/understand.ts';
import { aMail } from './aMail.ts';

const town = mailProfileOf(valdombra);
const SITE = 'https://www.comune.valdombra.example';
const read = (text: string, more: Partial<ParsedMail> = {}): Understanding =>
  understand(aMail({ text, ...more }), town);
const codes = (understanding: Understanding): readonly string[] => understanding.warnings.map(({ code }) => code);

describe('kinds of mail', () => {
  it.each([
    ['un messaggio chiesto', "Si chiede l'invio del messaggio domani.", {}, 'request'],
    ['una riunione', 'La riunione è spostata a giovedì 3 dicembre alle 9.', { subject: 'Riunione' }, 'not-a-request'],
    [
      'una fattura',
      'Le invio in allegato la fattura n. 12/2026 del 20/11/2026.',
      { subject: 'Fattura' },
      'not-a-request',
    ],
    ['un modulo', 'Potete inviare il modulo compilato entro venerdì?', { subject: 'Modulo' }, 'not-a-request'],
    ['un invito', 'La invitiamo all’inaugurazione del 5 dicembre.', { subject: 'Invito' }, 'not-a-request'],
    ['una risposta', 'Ok per domani', { subject: 'R: x', references: ['<a@b>'] }, 'reply'],
    ['una risposta con lo stesso oggetto', 'Ok per domani', { subject: 'x', references: ['<a@b>'] }, 'reply'],
    ['una PEC qualsiasi', 'Testo senza altro', { transport: 'pec' }, 'pec-request'],
    ['una ricevuta', "Si chiede l'invio del messaggio domani.", { transport: 'pec-receipt' }, 'pec-receipt'],
    ['una risposta automatica', "Si chiede l'invio del messaggio domani.", { transport: 'auto-reply' }, 'auto-reply'],
    [
      'una lista interna che chiede',
      `Data invio: 4 dicembre\nTesto: Biblioteca chiusa martedì 8 dicembre.\nLink: ${SITE}/novita/a`,
      { transport: 'bulk' },
      'request',
    ],
    [
      'la pubblicità di uno sconosciuto',
      'Inviare il messaggio giusto ai cittadini: il nostro servizio WhatsApp',
      { transport: 'bulk', from: { name: '', address: 'a@b.example' } },
      'not-a-request',
    ],
  ] as const)('%s', (_, text, more, kind) => {
    const understanding = read(text, more as Partial<ParsedMail>);
    expect(understanding.kind).toBe(kind);
    if (kind !== 'request' && kind !== 'pec-request' && kind !== 'reply') {
      expect(understanding).toMatchObject({ requests: [], missing: [], warnings: [] });
    }
  });

  it('an answer without news holds no request', () => {
    expect(read('Grazie mille!', { subject: 'R: x', references: ['<a@b>'] }).requests).toEqual([]);
  });
});

describe('a last line with name and office ends a request (R53)', () => {
  const words = 'La biblioteca resta chiusa domani per inventario e riapre giovedì alle 9.';
  const draftOf = (text: string) => read(text, { subject: 'Avviso WhatsApp per domani' }).requests[0]?.draft;

  it.each([
    `Ciao, ${words}\n\nGiulia Ferrante - Ufficio Cultura`,
    `Testo: ${words}\nGiulia Ferrante – Ufficio Cultura`,
    `Vi chiedo di pubblicare:\n\n${words}\n\nGiulia De Rossi | Settore Servizi alla persona`,
  ])('%s', (text) => {
    expect(draftOf(text)).toBe(words);
  });

  it('a place with its office stays', () => {
    const text = `${words}\nPalazzo Verdi - Ufficio Cultura`;
    expect(draftOf(`Testo: ${text}`)).toBe(text);
  });
});

describe('a notice asked on each day of an event (P15)', () => {
  const event = 'Buongiorno, la Festa d’autunno è da venerdì 11 a domenica 13 dicembre 2026 in piazza.';
  const words = `Testo: Festa d’autunno in piazza: musica e castagne.\n${SITE}/novita/festa`;

  it.each([
    'Chiediamo un messaggio venerdì, uno sabato e uno domenica.',
    'Vi chiediamo di mandare l’avviso venerdì, sabato e domenica.',
  ])('«%s» gets one, on the first day, and says so', (asked) => {
    const understanding = read(`${event}\n${asked}\n${words}`);
    expect(understanding.requests).toMatchObject([{ sendDate: '2026-12-11', sendTime: null }]);
    expect(codes(understanding)).toContain('one-notice');
    expect(understanding.warnings.find(({ code }) => code === 'one-notice')?.message).toContain(
      'dura 3 giorni e l’ufficio chiede un avviso al giorno: se ne manda uno solo, all’inizio, venerdì 11 dicembre 2026',
    );
  });

  it.each([
    'Da inviare mercoledì 9 dicembre. Venerdì c’è la musica, sabato le castagne.',
    'Venerdì c’è la musica, sabato le castagne, domenica la tombola.',
    'Chiediamo un messaggio venerdì.',
  ])('not for «%s»', (asked) => {
    expect(codes(read(`${event}\n${asked}\n${words}`))).not.toContain('one-notice');
  });
});

describe('one request', () => {
  it('in capital letters, field by field', () => {
    const [request] = read(
      `DATA INVIO RICHIESTA: LUNEDI' 30 NOVEMBRE\nORA: 9,30\nOGGETTO: TARI\nTESTO: SCADE IL 16 DICEMBRE LA SECONDA RATA DELLA TARI.\nLINK: ${SITE}/novita/tari\nUFFICIO: TRIBUTI`,
      { from: { name: 'X', address: 'x@comune.valdombra.example' } },
    ).requests;
    expect(request).toMatchObject({
      sendDate: '2026-11-30',
      sendTime: '09:30',
      link: `${SITE}/novita/tari`,
      draft: 'SCADE IL 16 DICEMBRE LA SECONDA RATA DELLA TARI.',
      office: 'TRIBUTI',
    });
  });

  it('told in sentences, with the act it rests on', () => {
    const understanding = read(
      `Con riferimento alla delibera n. 45/2026 del 12/11/2026, si chiede di avvisare i cittadini.\nIl messaggio dovrebbe uscire il 2.12 ore 9.\n\nTesto proposto:\nNuovo regolamento per l'uso delle sale: dal 1° gennaio 2027 si prenota solo online.\n\nLink: www.comune.valdombra.example/novita/sale`,
    );
    expect(understanding.requests[0]).toMatchObject({ sendDate: '2026-12-02', sendTime: '09:00' });
    expect(codes(understanding)).toEqual(['date-to-confirm']);
  });

  it('with the colon of a time before the text', () => {
    const [request] = read(
      'Si chiede di inviare il seguente messaggio in data giovedì 3 dicembre 2026, ore 11:00:\n"Pista ciclabile di via Marconi: da oggi percorribile tutto l\'anno."',
    ).requests;
    expect(request?.draft).toBe("Pista ciclabile di via Marconi: da oggi percorribile tutto l'anno.");
    expect(request?.sendTime).toBe('11:00');
  });

  it('with the text in quotes in the middle of a line', () => {
    const [request] = read(
      `Il testo è: "Concerto di Natale domenica 20 dicembre alle 17 in auditorium." La notizia è su ${SITE}/eventi/a. Potete inviarlo il 10 dicembre alle 9:00?`,
    ).requests;
    expect(request?.draft).toBe('Concerto di Natale domenica 20 dicembre alle 17 in auditorium.');
    expect(request).toMatchObject({ sendDate: '2026-12-10', sendTime: '09:00' });
  });

  it('with labels on lines of their own, as tables leave them', () => {
    const understanding = read(
      `Testo\nDomani chiusura anticipata degli sportelli alle 11.\n\nData\nlunedì 30 novembre\n\nLink\n${SITE}/novita/a`,
    );
    expect(understanding.requests[0]).toMatchObject({
      sendDate: '2026-11-30',
      draft: 'Domani chiusura anticipata degli sportelli alle 11.',
    });
    expect(understanding.missing).toEqual([]);
  });

  it('with the text between lines, its first words looking like a label', () => {
    const [request] = read(
      `In data 1 dicembre 2026 alle ore 10:00 si chiede di inviare il promemoria che segue.\n--\nPromemoria: il 5 dicembre vaccinazione antirabbica gratuita.\n--\nNotizia: ${SITE}/novita/a`,
    ).requests;
    expect(request?.draft).toBe('Promemoria: il 5 dicembre vaccinazione antirabbica gratuita.');
    expect(request).toMatchObject({ sendDate: '2026-12-01', sendTime: '10:00' });
  });

  it('with the day in the subject only', () => {
    const [request] = read('Di seguito il testo:\nConcorso fotografico: foto entro il 20 gennaio 2027.', {
      subject: 'Richiesta invio messaggio per il 4 dicembre',
    }).requests;
    expect(request?.sendDate).toBe('2026-12-04');
  });

  it('takes no day of the notice itself as the day of sending', () => {
    const understanding = read(
      `Vi chiediamo di inviare:\n"Festa di Santa Lucia sabato 12 dicembre in piazza Grande, dalle 15."`,
    );
    expect(understanding.requests[0]?.sendDate).toBeNull();
    expect(understanding.missing).toEqual(['date', 'link']);
    expect(codes(understanding)).toEqual(['date-to-confirm']);
  });

  it('does not split a programme of days', () => {
    const { requests } = read(
      `Da inviare lunedì 30 novembre.\nTesto:\nSettimana della sicurezza:\n- lunedì 30 novembre scuola Manzoni\n- martedì 1 dicembre scuola Fermi\n1) casco\n2) luci\nLink: ${SITE}/novita/sicurezza`,
    );
    expect(requests).toHaveLength(1);
    expect(requests[0]?.draft).toContain('2) luci');
  });

  it('does not split a text between lines from its link', () => {
    const { requests } = read(
      `Si chiede la diffusione il 15 alle ore 9:\n---\nVaccinazione antinfluenzale: giornata aperta sabato 19 dicembre. ${SITE}/novita/vaccini\n---\nPagina: ${SITE}/novita/vaccini`,
    );
    expect(requests).toHaveLength(1);
  });
});

describe('several requests in one mail', () => {
  const spansOf = (text: string): readonly string[] =>
    read(text).requests.map(({ span: [from, to] }) => text.slice(from, to).split('\n')[0] ?? '');

  it.each([
    [
      'by number',
      `1. Per il 1/12: "Ludoteca: nuovi orari da gennaio, anche il sabato mattina." ${SITE}/novita/a\n2. Per il 3/12: "Nonno vigile: si cercano volontari per le scuole." ${SITE}/novita/b`,
      2,
    ],
    [
      'by name',
      `PRIMO MESSAGGIO (da inviare martedì 1 dicembre)\nCorso di fotografia: aperte le iscrizioni.\n${SITE}/novita/a\n\nSECONDO MESSAGGIO (da inviare giovedì 10 dicembre)\nMercatino dei libri usati in biblioteca.\n${SITE}/novita/b`,
      2,
    ],
    [
      'by labels, link first',
      `Link: ${SITE}/novita/a\nData: 01/12/2026\nMessaggio: Natale, il programma completo è online.\n\nLink: ${SITE}/novita/b\nData: 28/12/2026\nMessaggio: Capodanno in piazza con musica.`,
      2,
    ],
    [
      'by dividing lines',
      `Inviare il 1 dicembre: "Ludoteca: nuovi orari da gennaio, anche sabato." ${SITE}/novita/a\n*****\nInviare il 3 dicembre: "Nonno vigile: si cercano volontari." ${SITE}/novita/b`,
      2,
    ],
    [
      'by rows of a table in text',
      `| Data | Testo | Link |\n|---|---|---|\n| 01/12/2026 | Iscrizioni al nido aperte | ${SITE}/novita/a |\n| 03/12/2026 | Bonus bollette, come chiederlo | ${SITE}/novita/b |`,
      2,
    ],
    [
      'by letters',
      `Da inviare:\na) lunedì 30 novembre, apertura pista: ${SITE}/novita/a\nb) giovedì 3 dicembre, chiusura parco: ${SITE}/novita/b`,
      2,
    ],
  ])('%s', (_, text, count) => {
    const { requests } = read(text);
    expect(requests).toHaveLength(count);
    expect(new Set(requests.map(({ link }) => link)).size).toBe(count);
    expect(new Set(requests.map(({ sendDate }) => sendDate)).size).toBe(count);
    expect(
      requests.map(({ draft }) => draft?.length ?? 0).every((length) => length > 10 || text.startsWith('Da inviare')),
    ).toBe(true);
  });

  it('keeps each request at its place, and the words for all before the first', () => {
    const text = `Chiediamo l'invio per giovedì 3 dicembre dei messaggi:\n\nMessaggio 1\nTesto: IMU, il saldo si paga entro il 16.\n\nMessaggio 2\nTesto: Canone unico, ultimi giorni.`;
    expect(spansOf(text)).toEqual(['Messaggio 1', 'Messaggio 2']);
    expect(read(text).requests.map(({ sendDate }) => sendDate)).toEqual(['2026-12-03', '2026-12-03']);
  });

  it('says in each warning which request it is about', () => {
    const { warnings } = read(
      `Data invio: 20 novembre\nTesto: Rassegna di teatro per ragazzi.\nLink: ${SITE}/novita/a\n\nData invio: domenica 29 novembre\nTesto: Concerto in duomo.\nLink: ${SITE}/novita/b`,
    );
    expect(warnings.map(({ message }) => message.slice(0, 12))).toEqual(['Richiesta 1:', 'Richiesta 2:']);
  });
});

describe('warnings', () => {
  it.each([
    ['una data passata', 'Data invio: 20 novembre'],
    ['un sabato', 'Data invio: sabato 5 dicembre'],
    ['una festa', 'Data invio: 8 dicembre'],
    ['fuori orario', 'Data invio: 4 dicembre ore 20'],
    ['due date', 'Da inviare il 3 dicembre oppure il 4 dicembre'],
  ])('ask to confirm %s', (_, line) => {
    const understanding = read(`${line}\nTesto: Biblioteca chiusa per inventario.\nLink: ${SITE}/novita/a`);
    expect(codes(understanding)).toEqual(['date-to-confirm']);
  });

  it('ask nothing about a plain date', () => {
    const understanding = read(`Data invio: 4 dicembre ore 10\nTesto: Biblioteca chiusa.\nLink: ${SITE}/novita/a`);
    expect(understanding.warnings).toEqual([]);
    expect(understanding.missing).toEqual([]);
  });

  it('ask to confirm a day counted in a forwarded message that has no date', () => {
    const text =
      "Vedi sotto.\n\n-----Messaggio originale-----\nDa: Bruno\nOggetto: y\n\nSi chiede l'invio del messaggio domani.";
    const understanding = read(text, { subject: 'I: y' });
    expect(understanding.requests[0]?.sendDate).toBe('2026-11-27');
    expect(codes(understanding)).toContain('date-to-confirm');
  });

  it('name a sender who may not ask, also inside a forward', () => {
    const text =
      "Vedi sotto.\n\nDa: Acque <i@acque.example>\nInviato: martedì 24 novembre 2026 11:30\nA: x\nOggetto: y\n\nSi chiede l'invio del messaggio domani.";
    const understanding = read(text, { subject: 'I: y' });
    expect(understanding.from).toBe('Acque <i@acque.example>');
    expect(codes(understanding)).toContain('unknown-sender');
  });

  it('are whole sentences that say what to do', () => {
    for (const { message } of read('Data invio: giovedì 4 dicembre\nLink: https://altrove.example/x', { date: null })
      .warnings) {
      expect(message).toMatch(/^.+\.$/);
      expect(message).not.toMatch(/[!…]/);
    }
  });
});

describe('understand on anything', () => {
  const PIECES = fc.constantFrom(
    'Data invio: 12/12/2026\n',
    'Testo: ',
    '"avviso ai cittadini di Valdombra"\n',
    `Link: ${SITE}/novita/a\n`,
    '\n\n',
    '1) ',
    '> ',
    'Da: a <a@b.example>\nInviato: 3/3/2026\nA: b\nOggetto: c\n\n',
    'Cordiali saluti\n',
    'lunedì ',
    '---\n',
    'Messaggio 2\n',
  );
  it('never throws, and every span lies in the text, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(PIECES, { maxLength: 25 }).map((pieces) => pieces.join('')),
        ),
        fc.constantFrom('I: richiesta invio messaggio', 'R: x', 'Richiesta invio messaggio'),
        (text, subject) => {
          let last = 0;
          for (const { span } of read(text, { subject }).requests) {
            expect(span[0]).toBeGreaterThanOrEqual(last);
            expect(span[1]).toBeGreaterThanOrEqual(span[0]);
            expect(span[1]).toBeLessThanOrEqual(text.length);
            last = span[1];
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
