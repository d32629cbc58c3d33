import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseEml } from '#electron/requests/reading/parseEml.ts';
import { mailIdentity } from '#shared/requests/reading/identity.ts';

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const RAW = [
  `From: ${word('Uf\ufffeficio\u0001')} <cul\ufffetura@comune.valdombra.example>`,
  'Date: Mon, 2 Mar 2026 09:00:00 +0100',
  `Subject: ${word('A\ufffev\u0002viso\uffff')}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Testo\ufffe uno \uffff due',
  '--b',
  'Content-Type: message/rfc822',
  '',
  `From: ${word('Tizio\ufffeCaio\u0003')} <tizio@comune.valdombra.example>`,
  'Date: Sun, 1 Mar 2026 09:00:00 +0100',
  `Subject: ${word('Den\ufffetro\u0004')}`,
  'Message-ID: <x@y.example>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Interno\ufffe qui',
  '--b--',
  '',
].join('\r\n');

it('what no file may hold is stopped at the border, and the identity is the one it had before', async () => {
  const mail = await parseEml(Buffer.from(RAW));
  expect([mail.from?.name, mail.subject]).toEqual(['Uf\ufffdficio', 'A\ufffdvviso\ufffd']);
  expect(mail.text).not.toMatch(/[\p{Noncharacter_Code_Point}\p{Cs}]/u);
  expect(mail.text).toContain('Oggetto: Den\ufffdtro');
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  expect(mailIdentity(mail, sha256)).toBe('hash:1e276c32e28b5ecd857759146b2db019523ce8789b4193f46ae09560184fbd66');
});
