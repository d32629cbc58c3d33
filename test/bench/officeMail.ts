const LOGO_BYTES = 36_000;
const POSTER_BYTES = 150_000;
const CSS =
  '@font-face{font-family:Calibri;panose-1:2 15 5 2 2 2 4 3 2 4;} p.MsoNormal,li.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;} a:link{color:#0563C1;text-decoration:underline;} .MsoChpDefault{font-size:10.0pt;} @page WordSection1{size:612.0pt 792.0pt;margin:70.85pt 2.0cm 2.0cm 2.0cm;}';

const base64 = (bytes: number): string =>
  Buffer.alloc(bytes, 'stemma del Comune').toString('base64').replace(/.{76}/g, '$&\r\n');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const linked = (line: string): string =>
  escaped(line).replace(/https?:\/\/[^\s<>"]+/g, (url) => `<a href="${url}">${url}</a>`);

/** Quoted-printable with soft line breaks, as mail programs write it. */
function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const encoded = [...Buffer.from(line, 'utf8')].map((byte) =>
        byte > 126 || byte < 32 || byte === 61
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      );
      const rows: string[] = [''];
      for (const piece of encoded) {
        if ((rows.at(-1) ?? '').length + piece.length > 75) rows.push('');
        rows.push(`${rows.pop() ?? ''}${piece}`);
      }
      return rows.join('=\r\n');
    })
    .join('\r\n');
}

/**
 * A mail with this text as a town hall's Outlook sends it: plain and HTML part, styles, the logo of the signature, and
 * with `poster` the picture of the event attached.
 */
export function asSentByOffice(subject: string, text: string, poster: boolean): Uint8Array {
  const paragraphs = text
    .split('\n')
    .map(
      (line) =>
        `<p class=3D"MsoNormal"><span lang=3D"IT" style=3D"font-size:11.0pt">${line === '' ? '&nbsp;' : '\u0000'}</span></p>`,
    );
  const lines = text.split('\n').filter((line) => line !== '');
  const words = paragraphs
    .map((paragraph) => paragraph.replaceAll('=3D', '=').replace('\u0000', () => linked(lines.shift() ?? '')))
    .join('\n');
  const html = `<html><head><style>${CSS.repeat(6)}</style></head><body lang="IT"><div class="WordSection1">${words}<p class="MsoNormal"><img width="180" src="cid:logo"></p></div></body></html>`;
  const part = (head: string, content: string): string => `--B\r\n${head}\r\n\r\n${content}\r\n`;
  const alternative =
    `--A\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(text)}\r\n` +
    `--A\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(html)}\r\n--A--`;
  const head = [
    'Received: from posta.comune.valdombra.example (10.0.0.5) by caselle.valdombra.example; Thu, 26 Nov 2026 09:12:02 +0100',
    'From: Anna Bellini <cultura@comune.valdombra.example>',
    'To: Avvisi <avvisi@comune.valdombra.example>',
    `Subject: =?UTF-8?B?${Buffer.from(subject, 'utf8').toString('base64')}?=`,
    'Date: Thu, 26 Nov 2026 09:12:00 +0100',
    'Message-ID: <bench@comune.valdombra.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=B',
  ].join('\r\n');
  const logo = part(
    'Content-Type: image/png; name="logo.png"\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64',
    base64(LOGO_BYTES),
  );
  const picture = part(
    'Content-Type: image/jpeg; name="locandina.jpg"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64',
    base64(POSTER_BYTES),
  );
  const body = part('Content-Type: multipart/alternative; boundary=A', alternative);
  const raw = `${head}\r\n\r\n${body}${logo}${poster ? picture : ''}--B--\r\n`;
  return new Uint8Array(Buffer.from(raw, 'utf8'));
}
