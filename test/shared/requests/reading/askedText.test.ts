import { describe, expect, test } from 'vitest';
import { findAskedText } from '#shared/requests/reading/askedText.ts';

const draftOf = (text: string): string | undefined => findAskedText(text, 0, text.length, true)?.text;

describe('the number an office gives to one of several texts (P12)', () => {
  test.each(['2) ', '2. '])('«%s» is no part of the text', (ordinal) => {
    const text = `${ordinal}Da lunedì 4 gennaio la biblioteca apre anche il giovedì mattina dalle 9 alle 12.30.`;
    expect(draftOf(text)).toBe(text.slice(ordinal.length));
  });

  test('a text that is a list keeps its numbers', () => {
    const text =
      '1) Porta la carta d’identità allo sportello.\n2) Compila il modulo e consegnalo entro venerdì 4 dicembre.';
    expect(draftOf(text)).toBe(text);
  });
});

describe('a greeting to the desk is no part of a text that is guessed (R53)', () => {
  const words = 'domani la biblioteca resta chiusa per inventario e riapre giovedì alle 9.';

  test.each(['Ciao, ', 'Buongiorno Marta, ', 'Salve,\n', 'Buonasera Anna Bellini, '])('«%s»', (greeting) => {
    expect(draftOf(`${greeting}${words}`)).toBe(words);
  });

  test.each([`Buongiorno a tutti, ${words}`, `Cari genitori, ${words}`])('«%s» speaks to citizens', (text) => {
    expect(draftOf(text)).toBe(text);
  });

  test('where the office marked its text, its greeting is its own', () => {
    expect(draftOf(`Testo: Ciao, ${words}`)).toBe(`Ciao, ${words}`);
  });
});
