import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { MAX_MAIL_BYTES, type ParsedMail } from '#shared/requests/reading/mail.ts';
import { understand } from '#shared/requests/reading/understand.ts';
import { town } from './emailCases.ts';
import { msgFile } from './msgFixture.ts';

afterAll(stopWorkers);

const HEAD = [
  'From: Anna <cultura@comune.valdombra.example>',
  'To: avvisi@comune.valdombra.example',
  'Subject: Richiesta messaggio',
  'Date: Thu, 26 Nov 2026 09:12:00 +0100',
  'Message-ID: <p-1@comune.valdombra.example>',
  'MIME-Version: 1.0',
].join('\r\n');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(raw: Uint8Array | string, name = 'prova.eml'): Promise<ParsedMail> {
  const parsed = await parseMail(typeof raw === 'string' ? bytes(raw) : raw, name);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

async function problemOf(raw: Uint8Array): Promise<string> {
  const parsed = await parseMail(raw, 'richiesta.eml');
  if (parsed.ok) throw new Error('letta');
  expect(parsed.error.what).toMatch(/^.*«richiesta\.eml».*\.$/);
  expect(parsed.error.remedy).toMatch(/\.$/);
  return parsed.error.code;
}

describe('parseMail refuses, in Italian and without a stack trace', () => {
  it.each([
    ['nothing', new Uint8Array(), 'mail-empty'],
    ['blanks and zeros', bytes('\r\n \0\0 \n'), 'mail-empty'],
    ['25 MB and a byte', new Uint8Array(MAX_MAIL_BYTES + 1).fill(65), 'mail-too-large'],
    ['a PDF', bytes('%PDF-1.7\n1 0 obj <<>> endobj'), 'mail-unreadable'],
    ['noise', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251), 'mail-unreadable'],
    [
      'an Outlook file cut short',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3),
      'mail-unreadable',
    ],
    ['parts nested beyond measure', bytes(nestedParts(300)), 'mail-unreadable'],
  ])('%s', async (_, raw, code) => {
    expect(await problemOf(raw)).toBe(code);
  });

  it('and reads the next one all the same, with the bytes given left as they were', async () => {
    const raw = bytes(`${HEAD}\r\n\r\nciao`);
    await problemOf(bytes('%PDF'));
    expect((await read(raw)).text).toBe('ciao');
    expect(raw.length).toBeGreaterThan(0);
  });
});

describe('parseMail does not hold a bad moment against a mail', () => {
  it('a thread that is stopped at its limit leaves the mail to be tried again', async () => {
    await stopWorkers();
    const mail = bytes(`${HEAD}\r\n\r\nciao`);
    const first = await parseMail(mail, 'richiesta.eml', 1);
    expect(first.ok ? 'letta' : first.error.code).toBe('mail-too-slow');
    expect(first.ok ? '' : first.error.what).not.toMatch(/rovinat|non è una e-mail/);
    expect((await read(mail)).text).toBe('ciao');
  });
});

function nestedParts(depth: number): string {
  const levels = Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary=B${level}\r\n\r\n--B${level}\r\n`,
  );
  return `${HEAD}\r\n${levels.join('')}Content-Type: text/plain\r\n\r\nx`;
}

describe('parseMail reads', () => {
  it('a mail of 24 MB, most of it an attachment', async () => {
    const line = `${'A'.repeat(76)}\r\n`;
    const raw = `${HEAD}\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nDa inviare domani\r\n--B\r\nContent-Type: application/pdf; name="locandina.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(300_000)}--B--\r\n`;
    const mail = await read(raw);
    expect(mail.text).toBe('Da inviare domani');
    expect(mail.attachments.map(({ name, size }) => [name, size])).toEqual([['locandina.pdf', 300_000 * 57]]);
  });

  it('attachments with their size and hash', async () => {
    const content = Buffer.from('contenuto');
    const raw = `${HEAD}\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: image/png; name="=?UTF-8?Q?citt=C3=A0.png?="\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n--B--`;
    expect((await read(raw)).attachments).toEqual([
      { name: 'città.png', type: 'image/png', size: 9, sha256: createHash('sha256').update(content).digest('hex') },
    ]);
  });

  it('the ids a mail answers, and no date when the header is none', async () => {
    const raw = HEAD.replace(/Date: .*\r\n/, 'Date: 5\r\nIn-Reply-To: <b@x>\r\nReferences: <a@x>\r\n <b@x>\r\n');
    const mail = await read(`${raw}\r\n\r\nciao`);
    expect(mail.references).toEqual(['<b@x>', '<a@x>']);
    expect(mail.date).toBeNull();
  });

  it('only the beginning of an endless body, and says so', async () => {
    const mail = await read(`${HEAD}\r\n\r\n${'parole e parole\r\n'.repeat(20_000)}`);
    expect(mail.textCut).toBe(true);
    expect(mail.text.length).toBeLessThanOrEqual(60_000);
  });

  it('the plain part, unless the HTML says more', async () => {
    const both = (plain: string, html: string): string =>
      `${HEAD}\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain}\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--B--`;
    expect((await read(both('ciao piano', '<p>ciao <b>HTML</b></p>'))).text).toBe('ciao piano');
    expect((await read(both('la notizia', '<p>la <a href="https://a.example/n">notizia</a></p>'))).text).toBe(
      'la notizia <https://a.example/n>',
    );
    expect((await read(both('https://a.example/n', '<a href="https://a.example/n">x</a>'))).text).toBe(
      'https://a.example/n',
    );
    const table = '<table><tr><td>Data invio</td><td>domani</td></tr><tr><td>Testo</td><td>avviso</td></tr></table>';
    expect((await read(both('Data invio\r\n\r\ndomani\r\n\r\nTesto\r\n\r\navviso', table))).text).toBe(
      'Data invio: domani\nTesto: avviso',
    );
  });
});

describe('messages inside messages', () => {
  const attached = (inner: string): string =>
    `${HEAD}\r\nContent-Type: multipart/mixed; boundary=B${inner.length}\r\n\r\n--B${inner.length}\r\n\r\nvedi\r\n--B${inner.length}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--B${inner.length}--`;

  it('are read under a head of their own, with their author and day', async () => {
    const inner = HEAD.replace('Anna <cultura', 'Bruno <scuola').replace('26 Nov', '24 Nov').replace('Thu', 'Tue');
    const mail = await read(
      attached(`${inner}\r\n\r\nSi chiede l'invio domani del messaggio: chiusura uffici lunedì.`),
    );
    const understanding = understand(mail, town);
    expect(understanding.from).toBe('Bruno <scuola@comune.valdombra.example>');
    expect(understanding.requests[0]?.sendDate).toBe('2026-11-25');
  });

  it('are followed four deep, not for ever', async () => {
    let raw = `${HEAD}\r\n\r\nil più interno`;
    for (let depth = 0; depth < 8; depth++) raw = attached(raw);
    const mail = await read(raw);
    expect(mail.text.match(/Messaggio allegato/g)).toHaveLength(4);
    expect(mail.text).not.toContain('il più interno');
  });

  it('that are none stay attachments', async () => {
    const mail = await read(attached('%PDF niente'));
    expect(mail.text).toBe('vedi');
    expect(mail.attachments).toHaveLength(1);
  });
});

describe('PEC envelopes', () => {
  const envelope = (inner: string, headers: string): string => {
    const boundary = `P${inner.length}`;
    return `${HEAD.replace('Anna <cultura@', '"Per conto di: ufficio@pec.example" <posta-certificata@').replace('p-1@', 'busta@')}\r\n${headers}\r\nContent-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n\r\nMessaggio di posta certificata\r\n--${boundary}\r\nContent-Type: message/rfc822; name=postacert.eml\r\nContent-Disposition: inline; filename=postacert.eml\r\n\r\n${inner}\r\n--${boundary}--`;
  };
  const CERTIFIED = 'X-Trasporto: posta-certificata\r\nX-Riferimento-Message-ID: <vero@a.example>';

  it('give way to the message inside, whatever it says of being a receipt', async () => {
    const inner = `${HEAD}\r\nX-Ricevuta: accettazione\r\n\r\nSi chiede l'invio domani del messaggio.`;
    const mail = await read(envelope(inner, CERTIFIED));
    expect(mail).toMatchObject({
      transport: 'pec',
      pecReference: '<vero@a.example>',
      messageId: '<p-1@comune.valdombra.example>',
    });
    expect(mail.from?.address).toBe('cultura@comune.valdombra.example');
    expect(mail.attachments).toEqual([]);
    expect(understand(mail, town).kind).toBe('pec-request');
  });

  it('inside other envelopes are opened too', async () => {
    const mail = await read(envelope(envelope(`${HEAD}\r\n\r\ndentro`, CERTIFIED), CERTIFIED));
    expect(mail.text).toBe('dentro');
  });

  it('name the sender when the message inside does not', async () => {
    const inner = HEAD.replace(/From: .*\r\n/, '');
    const mail = await read(envelope(`${inner}\r\n\r\nx`, CERTIFIED));
    expect(mail.from?.address).toBe('ufficio@pec.example');
  });

  it('without a message inside stay as they are', async () => {
    const mail = await read(`${HEAD}\r\n${CERTIFIED}\r\n\r\nsolo la busta`);
    expect(mail).toMatchObject({ transport: 'pec', text: 'solo la busta' });
  });
});

describe('Outlook files', () => {
  it('are known by their bytes, not by their name', async () => {
    const raw = msgFile({
      subject: 'Richiesta messaggio – città',
      body: "Si chiede l'invio per venerdì 4 dicembre del messaggio:\r\nBiblioteca chiusa martedì 8 dicembre.",
      senderName: 'Anna Bellini',
      senderAddress: 'cultura@comune.valdombra.example',
      headers: 'Date: Thu, 26 Nov 2026 09:12:00 +0100\r\nMessage-ID: <msg-1@comune.valdombra.example>\r\n',
    });
    const mail = await read(raw, 'senza-estensione');
    expect(mail).toMatchObject({
      subject: 'Richiesta messaggio – città',
      from: { name: 'Anna Bellini', address: 'cultura@comune.valdombra.example' },
      messageId: '<msg-1@comune.valdombra.example>',
      date: '2026-11-26T08:12:00.000Z',
    });
    expect(understand(mail, town).requests[0]).toMatchObject({
      sendDate: '2026-12-04',
      draft: 'Biblioteca chiusa martedì 8 dicembre.',
    });
  });

  it('never sent have neither id nor date, and no address from the directory of Exchange', async () => {
    const mail = await read(
      msgFile({ subject: 'bozza', body: 'testo', senderName: 'Anna', senderAddress: '/O=EXCHANGE/CN=ANNA' }),
    );
    expect(mail).toMatchObject({ messageId: null, date: null, from: { name: 'Anna', address: '' } });
  });

  it('cut anywhere are a problem or are read, and never end the process', async () => {
    const whole = msgFile({
      subject: 'x',
      body: 'corpo '.repeat(200),
      senderName: 'Anna',
      senderAddress: 'a@b.example',
    });
    for (let length = 8; length < whole.length; length += 397) {
      const parsed = await parseMail(whole.slice(0, length), 'x.msg');
      if (!parsed.ok) expect(parsed.error.code).toBe('mail-unreadable');
    }
  });
});
