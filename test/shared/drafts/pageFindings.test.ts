/** What the page of the news contradicts, with both words side by side (P22). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageFindings } from '#shared/drafts/pageFindings.ts';
import { saysOf } from '#shared/requests/news/says.ts';

const ON = '2026-11-24';
const found = (text: string, page: string, card: Parameters<typeof pageFindings>[0]['card'] = null) =>
  pageFindings({ card, mark: null, says: saysOf(page, ON) }, text, ON).map(
    ({ outcome, words }) => `${outcome}: ${words}`,
  );

describe('the day', () => {
  it('that the page does not share with the text is to be corrected', () => {
    expect(found('L’ecocentro chiude giovedì 26 novembre.', 'Chiuso venerdì 27 novembre.')).toEqual([
      'da correggere: il testo dice «giovedì 26 novembre», la pagina «venerdì 27 novembre»',
    ]);
  });

  it('that each names beside a day they share is to be looked at', () => {
    expect(
      found('Chiude il 26 novembre, riapre il 2 dicembre.', 'Chiude il 26 novembre, riapre il 3 dicembre.'),
    ).toEqual([expect.stringMatching(/^da vedere: il testo dice «.*2 dicembre», la pagina «.*3 dicembre»$/)]);
  });

  it.each([
    ['lies within the days of the page', 'Chiuso il 27 novembre.', 'Chiuso dal 26 al 28 novembre.'],
    ['is the same with its year', 'Chiuso il 27 novembre.', 'Chiuso il 27/11/2026.'],
    ['is one of several on the page', 'Chiuso il 27 novembre.', 'Chiuso il 27 novembre e il 4 dicembre.'],
    ['is not named on the page', 'Chiuso il 27 novembre.', 'Pubblicato il 20 novembre 2026. Ecocentro chiuso.'],
    ['is not named in the text', 'Domani chiuso.', 'Chiuso il 27 novembre.'],
    ['dates an act in the text', 'Ordinanza n. 4 del 20 novembre: chiuso.', 'Chiuso il 27 novembre.'],
  ])('says nothing where it %s', (_why, text, page) => {
    expect(found(text, page)).toEqual([]);
  });
});

describe('the hour', () => {
  it('of the same day that differs is to be corrected', () => {
    expect(found('Il 27 novembre alle 9 apre.', 'Apre il 27 novembre alle 10.')).toHaveLength(1);
  });

  it.each([
    ['Il 27 novembre alle 9 apre.', 'Apre il 27 novembre alle ore 9.00.'],
    ['Il 27 novembre alle 9 apre.', 'Apre il 27 novembre dalle 8 alle 9.'],
    ['Il 27 novembre alle 9 apre.', 'Apre il 27 novembre. Orario: 10.'],
    ['Il 27 novembre apre.', 'Apre il 27 novembre alle 10.'],
  ])('«%s» beside «%s» says nothing', (text, page) => {
    expect(found(text, page)).toEqual([]);
  });
});

describe('the place', () => {
  it('that differs where each names one is to be corrected', () => {
    expect(found('Ci vediamo in piazza Roma.', 'Ritrovo in piazza Dante.')).toEqual([
      'da correggere: il testo dice «piazza Roma», la pagina «piazza Dante»',
    ]);
  });

  it.each([
    ['in via Marconi', 'in via Guglielmo Marconi'],
    ['in piazza Roma', 'in piazza Roma e in piazza Dante'],
    ['in biblioteca', 'in piazza Dante'],
  ])('«%s» beside «%s» says nothing', (text, page) => {
    expect(found(text, page)).toEqual([]);
  });
});

it('a card with an address for its title, or with a picture nobody sees, is to be looked at', () => {
  const image = { place: 'unusable', address: '/a.jpg' } as const;
  expect(found('', '', { title: 'www.comune.valdombra.example', description: null, image })).toEqual([
    'da vedere: il titolo della scheda è solo un indirizzo: «www.comune.valdombra.example»',
    'da vedere: l’immagine della scheda non ha un indirizzo https completo: i cittadini non la vedono',
  ]);
});

it('a page that says what the text says contradicts nothing', () => {
  const day = fc.integer({ min: 1, max: 28 });
  fc.assert(
    fc.property(fc.array(day, { maxLength: 5 }), fc.integer({ min: 1, max: 23 }), (days, hour) => {
      const text = days.map((one) => `Il ${one} dicembre alle ${hour}.30 in via Argine.`).join('\n');
      expect(found(text, text)).toEqual([]);
    }),
  );
});
