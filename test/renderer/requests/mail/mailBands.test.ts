import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BandRequest, bandState, linesToDivide, mailBands } from '#renderer/requests/mail/mailBands.ts';

const request = (index: number, span: [number, number] | null): BandRequest => ({
  id: `r-${index}`,
  index,
  title: `Richiesta ${index}`,
  state: 'open',
  missing: [],
  data: { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null },
  span,
});

test('an e-mail is cut at its requests, and what lies between stays plain', () => {
  const text = 'Buongiorno,\n\n1) Primo avviso.\n\n2) Secondo avviso.\n\nGrazie';
  const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const bands = mailBands(text, [request(2, span('2) Secondo avviso.')), request(1, span('1) Primo avviso.'))]);
  expect(bands.map(({ text: words, request: one }) => [words, one?.index])).toEqual([
    ['Buongiorno,', undefined],
    ['1) Primo avviso.', 1],
    ['2) Secondo avviso.', 2],
    ['Grazie', undefined],
  ]);
});

test('without places the whole e-mail is one plain stretch', () => {
  expect(mailBands('Ciao\n', [request(1, null)])).toEqual([{ text: 'Ciao', from: 0, request: undefined }]);
  expect(mailBands('  \n', [])).toEqual([]);
});

test('whatever the places, every word is shown once and in order', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 5 });
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z \n]{0,50}$/), spans, (text, places) => {
      const bands = mailBands(
        text,
        places.map((place, index) => request(index + 1, place)),
      );
      for (const band of bands) expect(text.slice(band.from).startsWith(band.text)).toBe(true);
      const words = (value: string): string => value.replaceAll(/\s/g, '');
      expect(words(bands.map((band) => band.text).join(''))).toBe(words(text));
    }),
  );
});

test('a request is divided at the beginning of any written line but its first', () => {
  const text = 'Uno.\n\n  Due.\nTre.';
  expect(linesToDivide({ text, from: 10 })).toEqual([
    { from: 16, text: 'Due.' },
    { from: 23, text: 'Tre.' },
  ]);
  expect(linesToDivide({ text: 'Solo.', from: 0 })).toEqual([]);
});

test.each([
  ['open', [], 'da prendere'],
  ['inCharge', [], 'in lavoro'],
  ['inCharge', ['link'], 'da completare'],
  ['forwarded', [], 'inoltrata'],
  ['closed', ['link'], 'chiusa'],
] as const)('a request that is %s and lacks %j is «%s»', (state, missing, words) => {
  expect(bandState({ state, missing: [...missing] })).toBe(words);
});
