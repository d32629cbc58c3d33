import { describe, expect, it } from 'vitest';
import { pageOf, traitsOf } from '#shared/register/duplicates/likeness.ts';

describe('traitsOf', () => {
  const traits = traitsOf(
    'Lunedì 30 novembre la biblioteca di via Po è chiusa. Si ricorda la mostra. https://www.x.example/y',
    '2026-11-23',
  );

  it('reads days, places and reminders', () => {
    expect(traits.days).toEqual(['2026-11-30']);
    expect(traits.places).toEqual(['via po', 'biblioteca']);
    expect(traits.reminder).toBe(true);
  });

  it('keeps the words that carry meaning, and of the topic none that name a place', () => {
    expect(traits.stems).toContain('bibliot');
    expect(traits.topic).not.toContain('po');
    for (const word of ['lunedi', '30', 'novembre', 'la', 'example']) expect(traits.stems).not.toContain(word);
  });

  it('gives words for one thing one stem', () => {
    const stems = (text: string) => traitsOf(text, '2026-11-23').stems;
    expect(stems('sospesa erogazione idrica')).toEqual(stems('manca acqua'));
    expect(stems('biblioteche')).toEqual(stems('biblioteca'));
  });

  it.each([
    ['nelle vie Po e Adige', ['via po', 'via adige']],
    ['in viale Po', ['via po']],
    ['Via Roma chiusa', ['via roma']],
    ['in piazza della Libertà', ['piazza della liberta']],
    ['la via più breve', []],
  ])('reads the places of %j', (text, places) => {
    expect(traitsOf(text, '2026-11-23').places).toEqual(places);
  });
});

describe('pageOf', () => {
  it('is one for all the spellings of an address', () => {
    const spellings = [
      'https://www.comune.example/novita/x',
      'http://comune.example/novita/x/',
      'WWW.Comune.example/novita/x?utm_source=a#b',
      ' comune.example/novita/x ',
    ];
    expect(new Set(spellings.map(pageOf))).toEqual(new Set(['comune.example/novita/x']));
  });

  it('keeps what tells two pages apart', () => {
    expect(pageOf('https://comune.example/x?id=1&fbclid=2')).toBe('comune.example/x?id=1');
    expect(pageOf('https://comune.example/X')).not.toBe(pageOf('https://comune.example/x'));
  });

  it.each([null, '', 'https://www.comune.example', 'comune.example/', 'https://comune.example/?utm_source=x'])(
    'is nothing for %j',
    (link) => {
      expect(pageOf(link)).toBeNull();
    },
  );
});
