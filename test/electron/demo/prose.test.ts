import { describe, expect, it } from 'vitest';
import { ORDINARY_MAILS } from '#electron/demo/mails.ts';
import { NOTICES } from '#electron/demo/notices.ts';
import { fillPlaces } from '#electron/demo/prose.ts';
import { FRESH_MAILS, SPECIAL_MAILS } from '#electron/demo/writtenMails.ts';

const wordsOf = (eml: string): string =>
  eml
    .split('\r\n\r\n')
    .map((part) => Buffer.from(part, 'base64').toString('utf8'))
    .join('\n');

describe('the prose of the invented town', () => {
  it('fills days, addresses of news and mailboxes', () => {
    expect(fillPlaces('{^2026-11-09} e {2026-11-09}')).toBe('Lunedì 9 novembre e lunedì 9 novembre');
    expect(fillPlaces('{notizia:tari}')).toBe('https://www.comune.valdombra.example/novita/tari');
    expect(fillPlaces('{casella:sport}')).toBe('sport@comune.valdombra.example');
  });

  it('refuses a place it does not know', () => {
    expect(() => fillPlaces('il {9 novembre}')).toThrow('{9 novembre}');
  });

  it('leaves no place unfilled in any e-mail, and names each of them once', () => {
    const mails = [...ORDINARY_MAILS, ...SPECIAL_MAILS, ...FRESH_MAILS];
    expect(mails.length).toBe(NOTICES.length + 22);
    expect(mails.filter(({ eml }) => /\{[^}]*\}/.test(eml + wordsOf(eml)))).toEqual([]);
    expect(new Set(mails.map(({ name }) => name)).size).toBe(mails.length);
  });
});
