import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MISSING_MARK, mapStrings, textPrinter } from '#electron/pdf/printable.ts';

const LETTERS = new Set(
  [...' \u00A0abcdefghijklmnopqrstuvwxyzéèàùòì0123456789-:/.?&=_@#*'].map((sign) => sign.charCodeAt(0)),
);
const EMOJI = new Set([0x26a0, 0x1f468, 0x1f469, 0x1f467, MISSING_MARK.charCodeAt(0)]);
const printer = () => textPrinter(LETTERS, EMOJI);

test.each([
  ['righe di Windows', 'a\r\nb\rc', 'a\nb\nc'],
  ['spazi stretti e tabulazioni', 'a\u202Fb\u00A0\tc', 'a b\u00A0 c'],
  ['trattini che non spezzano', 'a\u2011b', 'a-b'],
  ['accenti staccati', 'e\u0300', 'è'],
  ['cifre nei tasti', '1\uFE0F\u20E3 due 2\u20E3', '1 due 2'],
  ['segni invisibili e comandi', 'a\u00AD\u200B\u202E\u2066\uFEFF\u0000\u0007b', 'ab'],
  [
    'emoji unite',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u26A0\uFE0F',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u26A0\uFE0F',
  ],
  ['lettere in grassetto di un social', '𝗮𝗯 ﬁ', 'ab fi'],
  ['quello che nessun file può tenere', 'a\ufffeb\u0001c\uffff', `a${MISSING_MARK}bc${MISSING_MARK}`],
  ['segni di emoji senza emoji', 'a\u200Db\uFE0F', 'ab'],
])('prints %s', (_, text, printed) => {
  expect(printer().print(text)).toBe(printed);
});

test('marks what no font draws and names it once', () => {
  const { print, missing } = printer();
  expect(print('a 中 b 文 c 中')).toBe(`a ${MISSING_MARK} b ${MISSING_MARK} c ${MISSING_MARK}`);
  expect(print('\uD83D')).toBe(MISSING_MARK);
  expect(missing()).toEqual(['中', '文', '\uD83D']);
});

test('lets long words break and leaves addresses whole', () => {
  const address = `https://www.comune.valdombra.example/${'notizia/'.repeat(8)}`;
  expect(printer().print(`www.${'x'.repeat(40)} ${address}`)).toBe(`www.${'x'.repeat(40)} ${address}`);
  expect(printer().print('a'.repeat(50))).toBe(`${'a'.repeat(20)}\u200B${'a'.repeat(20)}\u200B${'a'.repeat(10)}`);
  expect(printer().print('ufficio.tributi@comune.valdombra.example')).toBe(
    'ufficio.\u200Btributi@\u200Bcomune.\u200Bvaldombra.\u200Bexample',
  );
});

test('never lets through a character that no font draws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const sign of printer().print(text)) {
        const code = sign.codePointAt(0) ?? 0;
        const steers = ['\u200D', '\uFE0F', '\u200B', '\n'].includes(sign) || (code >= 0xe0020 && code <= 0xe007f);
        expect(LETTERS.has(code) || EMOJI.has(code) || steers).toBe(true);
      }
    }),
  );
});

test('reaches every text of plain data and leaves the rest as it is', () => {
  const data = { a: 'x', b: [1, null, { c: 'y', d: true }] };
  expect(mapStrings(data, (text) => text.toUpperCase())).toEqual({ a: 'X', b: [1, null, { c: 'Y', d: true }] });
});
