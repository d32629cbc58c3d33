import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseBody } from '#shared/requests/reading/bodyText.ts';
import { MAX_BODY_LENGTH } from '#shared/requests/reading/mail.ts';
import { blank, plainForm } from '#shared/text/plainForm.ts';

describe('normaliseBody', () => {
  it('leaves one kind of line end and blank, and nothing invisible', () => {
    expect(normaliseBody('\ufeffa\u00a0b\r\nc\u200b\u00add \t \r\r\re\u0000')).toBe('a b\ncd\n\n\ne');
  });

  it('keeps emoji with their joiners', () => {
    expect(normaliseBody('👨‍👩‍👧 ☎️')).toBe('👨‍👩‍👧 ☎️');
  });

  it('holds nothing that no file may hold', () => {
    expect(normaliseBody('a\ufffeb \ufdd0c\u{1ffff} \ud800d\u0001e')).toBe('a\ufffdb \ufffdc\ufffd \ufffdde');
  });

  it('is whole also where it is cut through a character', () => {
    expect(normaliseBody(`${'a'.repeat(MAX_BODY_LENGTH - 1)}\u{1F4A1}`).isWellFormed()).toBe(true);
  });

  it('writes accents in one way', () => {
    expect(normaliseBody('gioved\u0069\u0300')).toBe('giovedì');
  });

  it('writes a link once when its text is its own address', () => {
    expect(normaliseBody('vedi https://a.example/n <https://a.example/n/> e a@b.example<mailto:a@b.example>')).toBe(
      'vedi https://a.example/n e a@b.example',
    );
    expect(normaliseBody('www.a.example<http://www.a.example>')).toBe('www.a.example');
    expect(normaliseBody('qui <https://a.example/n>')).toBe('qui <https://a.example/n>');
  });

  it('joins an address broken inside its brackets, and nothing else', () => {
    expect(normaliseBody('<https://a.example/nov\nita/x>')).toBe('<https://a.example/novita/x>');
    expect(normaliseBody('<https://a.example/x\ne poi altro>')).toBe('<https://a.example/x\ne poi altro>');
  });

  it('undoes the redirects of mail filters', () => {
    const hidden = 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fn%3Fid%3D1&data=x';
    expect(normaliseBody(`vai a ${hidden} ora`)).toBe('vai a https://a.example/n?id=1 ora');
  });

  it('is short, stable when repeated, and free of half characters', () => {
    expect(normaliseBody('é'.repeat(MAX_BODY_LENGTH + 5)).length).toBe(MAX_BODY_LENGTH);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (raw) => {
        const once = normaliseBody(raw);
        expect(normaliseBody(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('plainForm and blank', () => {
  it('keep every index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.nat(100), fc.nat(100), (text, one, other) => {
        expect(plainForm(text)).toHaveLength(text.length);
        const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const blanked = blank(text, [[from, to]]);
        expect(blanked).toHaveLength(text.length);
        expect(blanked.slice(0, from) + blanked.slice(to)).toBe(text.slice(0, from) + text.slice(to));
        expect(blanked.slice(from, to).trim()).toBe('');
      }),
    );
  });

  it('know the apostrophes of every keyboard', () => {
    expect(plainForm('L’8 GIOVEDÌ dell`Acqua')).toBe("l'8 giovedì dell'acqua");
    expect(plainForm('A\u00a0B\tC')).toBe('a b c');
  });

  it('keep line breaks where they blank', () => {
    expect(
      blank('uno\ndue tre', [
        [6, 9],
        [0, 5],
      ]),
    ).toBe('   \n u   re');
  });
});
