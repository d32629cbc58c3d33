/** An e-mail with files, as a mail program writes it. */

/** A file of an e-mail; with `cid` it stands in the text. */
export interface MailPart {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly cid?: string;
}

const BOUNDARY = 'parte-4711';
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

function partLines({ name, type, bytes, cid }: MailPart): readonly string[] {
  const encoded = `=?utf-8?B?${Buffer.from(name, 'utf8').toString('base64')}?=`;
  return [
    `--${BOUNDARY}`,
    `Content-Type: ${type}; name="${encoded}"`,
    `Content-Disposition: ${cid ? 'inline' : 'attachment'}; filename="${encoded}"`,
    ...(cid ? [`Content-ID: <${cid}>`] : []),
    'Content-Transfer-Encoding: base64',
    '',
    base64(bytes),
  ];
}

/** The request of a road closed on Tuesday 24 November 2026, with these files. */
export function emlWith(...parts: readonly MailPart[]): string {
  const html = [
    '<p>Buongiorno,<br>da inviare oggi, martedì 24 novembre.</p>',
    '<p>Testo:<br>Via dei Tigli è chiusa mercoledì 25 novembre dalle 8 alle 17.</p>',
    '<p>https://www.comune.valdombra.example/novita/via-dei-tigli</p>',
    '<p><img src="https://altrove.example/contatore.png"></p>',
    ...parts.flatMap(({ cid }) => (cid ? [`<p><img src="cid:${cid}"></p>`] : [])),
  ].join('\n');
  return [
    'From: Renato Sartor <lavori.pubblici@comune.valdombra.example>',
    'To: avvisi@comune.valdombra.example',
    'Subject: Via dei Tigli',
    'Date: Tue, 24 Nov 2026 08:05:00 +0100',
    'Message-ID: <tigli-con-allegati@comune.valdombra.example>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(html, 'utf8')),
    ...parts.flatMap(partLines),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}

/** An e-mail in plain text with its files, as a mail program writes it. */
export function mailWith(mail: {
  readonly id: string;
  readonly subject: string;
  readonly receivedAt: string;
  readonly sender: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly lines: readonly string[];
  readonly parts: readonly MailPart[];
}): string {
  const { id, subject, receivedAt, sender, to, lines, parts } = mail;
  return [
    `From: ${sender.name} <${sender.address}>`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject, 'utf8').toString('base64')}?=`,
    `Date: ${new Date(receivedAt).toUTCString()}`,
    `Message-ID: <${id}@comune.valdombra.example>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(lines.join('\r\n'), 'utf8')),
    ...parts.flatMap(partLines),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}
