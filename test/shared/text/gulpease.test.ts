import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gulpease, readability } from '#shared/text/gulpease.ts';
import { sentencesOf } from '#shared/text/sentences.ts';
import { anyDraft } from '../drafts/style/sample.ts';

describe('gulpease', () => {
  it('follows the formula: 89 + (300 sentences − 10 letters) / words', () => {
    // 1 sentence, 3 words, 36 letters: 89 + (300 - 360) / 3.
    expect(gulpease('Amministrazione provinciale competente')).toBe(69);
    // 2 sentences, 6 words, 72 letters: the same.
    expect(gulpease('Amministrazione provinciale competente. Amministrazione provinciale competente.')).toBe(69);
    // 2 sentences, 9 words, 33 letters: 119, held at 100.
    expect(gulpease('Via Roma è chiusa lunedì. Passa da via Po.')).toBe(100);
  });

  it('does not count links and addresses, and ends a sentence at a new line', () => {
    const text = 'Il parco comunale resta chiuso per lavori di manutenzione straordinaria';
    expect(gulpease(`${text} https://www.comune.valdombra.example/novita/parco`)).toBe(gulpease(text));
    expect(gulpease(`${text}\nRiapre lunedì`)).toBe(gulpease(`${text}. Riapre lunedì.`));
  });

  it('stays between 0 and 100 on any text; an empty one is 100', () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        expect(gulpease(text)).toBeGreaterThanOrEqual(0);
        expect(gulpease(text)).toBeLessThanOrEqual(100);
      }),
    );
    expect(gulpease('')).toBe(100);
  });

  it('has a word for each band', () => {
    expect([49, 50, 69, 70].map(readability)).toEqual(['difficile', 'media', 'media', 'facile']);
  });
});

describe('sentencesOf', () => {
  it.each([
    ['Telefona allo sportello tel. 049 5550100. Vieni.', 2],
    ['Il dott. Rossi apre alle 9.30. Chiude alle 12.', 2],
    ['In via S. Marco, art. 5, c.a. e p.v. Poi basta.', 2],
    ['*Titolo*\nTesto', 2],
    ['Hai prenotato? Vieni… Ciao!', 3],
    ['Vedi www.x.it/a.b', 1],
    ['Pane, latte, ecc. Domani chiuso.', 2],
    ['', 0],
  ])('counts the sentences of %j', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  it('gives exact places on any text', () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        for (const { from, to, text: sentence } of sentencesOf(text)) expect(text.slice(from, to)).toBe(sentence);
      }),
    );
  });
});
