/** Mails of old programs, of Outlook and of groups, as they really come (T12, T14, T17). */
import { describe, expect, it } from 'vitest';
import { rtfText } from '#electron/documents/rtf.ts';
import { decodeHtml, withoutMisreading, withReadableHeads } from '#electron/requests/reading/charsets.ts';
import { htmlToText } from '#electron/requests/reading/htmlText.ts';
import { parseEml } from '#electron/requests/reading/parseEml.ts';

const western = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const mail = (heads: readonly string[], body: string): string =>
  [
    'From: Anna Bellini <cultura@comune.valdombra.example>',
    'To: avvisi@comune.valdombra.example',
    ...heads,
    '',
    body,
  ].join('\r\n');

describe('letters', () => {
  it('bare Western letters in heads and names of files are read, the body keeps its own set', async () => {
    const body = ['--x', 'Content-Type: text/plain; charset=iso-8859-1', '', 'Perché no', '--x'].join('\r\n');
    const part =
      'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="Attività.txt"\r\n\r\nx\r\n--x--';
    const raw = mail(['Subject: Viabilità', 'Content-Type: multipart/mixed; boundary=x'], `${body}\r\n${part}`);
    const { subject, text, attachments } = await parseEml(western(raw));
    expect([subject, text, attachments[0]?.name]).toEqual(['Viabilità', 'Perché no', 'Attività.txt']);
  });

  it('what is whole is not touched', () => {
    const whole = new TextEncoder().encode(mail(['Subject: Viabilità'], 'è'));
    expect(withReadableHeads(whole)).toBe(whole);
  });

  it('UTF-8 read as Western letters is read again; Western words are left alone', () => {
    expect(withoutMisreading('L’attivitÃ\u00a0 Ã¨ sospesa â€“ 5 â‚¬')).toBe('L’attività è sospesa – 5 €');
    expect(withoutMisreading('Così è: «5 €» à la carte')).toBe('Così è: «5 €» à la carte');
  });

  it('HTML in bytes is read by its own word, by that of the message, else by what it is', () => {
    expect(decodeHtml(western('<meta charset=iso-8859-15><p>5 \u00a4'), undefined)).toContain('5 €');
    expect(decodeHtml(western('<p>è'), 28_591)).toBe('<p>è');
    expect(decodeHtml(western('<p>è'), 65_001)).toBe('<p>è');
    expect(decodeHtml(new TextEncoder().encode('<p>è'), undefined)).toBe('<p>è');
    expect(decodeHtml(western('<meta charset=x-nobody><p>è'), undefined)).toContain('<p>è');
  });

  it('Rich Text gives its words and nothing else', () => {
    const rtf =
      "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator Riched20}\\uc1 L\\'92attivit\\'e0 \\u232?\\par {\\b sospesa}\\line da \\{luned\\'ec\\}}";
    expect(rtfText(rtf)).toBe('L’attività è\nsospesa\nda {lunedì}');
    expect(rtfText('{'.repeat(5_000))).toBe('');
  });
});

describe('who wrote', () => {
  const via = 'From: "\'Sara Conte\' via PuntoSi" <gruppo@comune.valdombra.example>';
  const sent = (...heads: readonly string[]) =>
    parseEml(new TextEncoder().encode([via, ...heads, 'Subject: x', '', 'x'].join('\r\n')));

  it('a group of the Comune says for whom it sends on; another domain is not believed', async () => {
    const list = 'List-Id: <gruppo.comune.valdombra.example>';
    const own = await sent(list, 'X-Original-From: Sara Conte <sport@comune.valdombra.example>');
    expect(own.from).toEqual({ name: 'Sara Conte', address: 'sport@comune.valdombra.example' });
    const foreign = await sent(list, 'X-Original-From: Sara <sara@altrove.example>');
    expect(foreign.from?.address).toBe('gruppo@comune.valdombra.example');
    const bare = await sent('Reply-To: Sara Conte <sport@comune.valdombra.example>');
    expect(bare.from?.address).toBe('gruppo@comune.valdombra.example');
  });
});

describe('what lies inside', () => {
  it('the documents of an attached e-mail are listed with the others', async () => {
    const inner = mail(
      ['Subject: dentro', 'Content-Type: multipart/mixed; boundary=y'],
      '--y\r\nContent-Type: application/msword; name="testo.doc"\r\nContent-Disposition: attachment; filename="testo.doc"\r\n\r\nx\r\n--y--',
    );
    const body = `--z\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--z--`;
    const raw = mail(['Subject: fuori', 'Content-Type: multipart/mixed; boundary=z'], body);
    const found: string[] = [];
    const { attachments } = await parseEml(new TextEncoder().encode(raw), 0, (hash) => found.push(hash));
    expect(attachments.map(({ name }) => name)).toContain('testo.doc');
    expect(attachments.every(({ sha256 }) => found.includes(sha256))).toBe(true);
  });
});

describe('tables', () => {
  const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

  it('a cell over two rows holds for both, under a title too', () => {
    const day = '<tr><td rowspan="2">giovedì 3</td><td>Piscina</td></tr>';
    const html = `<table>${row('Avvisi di dicembre')}${row('Data', 'Testo')}${day}${row('Palestra')}</table>`;
    const { text } = htmlToText(html);
    expect(text.match(/Data: giovedì 3\nTesto: \w+/g)).toEqual([
      'Data: giovedì 3\nTesto: Piscina',
      'Data: giovedì 3\nTesto: Palestra',
    ]);
  });

  it('hours keep one row a line; boundless spans end', () => {
    expect(htmlToText(`<table>${row('lunedì', '9-13')}${row('martedì', '15-18')}</table>`).text).toBe(
      'lunedì 9-13\nmartedì 15-18',
    );
    expect(htmlToText(`<table><tr><td rowspan="999999999">a</td></tr>${row('b').repeat(3)}</table>`).text).toContain(
      'b',
    );
  });

  it('words struck through are no words', () => {
    expect(
      htmlToText('<p>chiusa <s>domenica</s> <span style="text-decoration:line-through">6</span> lunedì</p>').text,
    ).toBe('chiusa lunedì');
  });
});
