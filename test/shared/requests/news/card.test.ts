/** The card citizens will see (P22). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_TITLE_LENGTH, cardOf, cutForCard, isBareAddress } from '#shared/requests/news/card.ts';

const NOTHING = { title: null, description: null, ogTitle: null, ogDescription: null, ogImage: null };
const own = (address: string) => address.includes('valdombra');

describe('the card of a page', () => {
  it('falls back on the title and the description of the page', () => {
    expect(cardOf({ ...NOTHING, title: ' Uno\n due ', description: 'Tre' }, own)).toEqual({
      ...{ title: 'Uno due', description: 'Tre', image: null },
    });
  });

  it('is none without a title: never an invented one', () => {
    expect(cardOf({ ...NOTHING, description: 'Tre', ogImage: 'https://valdombra.example/a.jpg' }, own)).toBeNull();
  });

  it.each([
    ['https://www.comune.valdombra.example/a.jpg', 'own'],
    ['https://altrove.example/a.jpg', 'elsewhere'],
    ['http://www.comune.valdombra.example/a.jpg', 'unusable'],
    ['/a.jpg', 'unusable'],
    ['//www.comune.valdombra.example/a.jpg', 'unusable'],
    ['data:image/png;base64,AA', 'unusable'],
  ])('with the picture %s: %s', (ogImage, place) => {
    expect(cardOf({ ...NOTHING, title: 'Uno', ogImage }, own)?.image).toEqual({ place, address: ogImage });
  });
});

it('a title that is only an address is no title of a news', () => {
  for (const title of ['www.comune.valdombra.example', 'comune.valdombra.example/novita/a', 'https://x.example/'])
    expect([title, isBareAddress(title)]).toEqual([title, true]);
  for (const title of ['Ecocentro chiuso', 'Comune di Valdombra', 'Domani.', 'Biblioteca: orari. Nuovi'])
    expect([title, isBareAddress(title)]).toEqual([title, false]);
});

it('a cut is never longer, and keeps what it shows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const cut = cutForCard(text, CARD_TITLE_LENGTH);
      expect(Array.from(cut).length).toBeLessThanOrEqual(CARD_TITLE_LENGTH);
      expect(cut === text || text.startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
});
