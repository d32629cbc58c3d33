import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, applyFix, fixSafely } from '#shared/drafts/style/applyFix.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import { context } from './sample.ts';

describe('applyEdits', () => {
  it('makes edits given in any order, as if all at once', () => {
    const edits = [
      { from: 4, to: 5, text: 'E' },
      { from: 0, to: 1, text: '' },
      { from: 2, to: 2, text: '--' },
    ];
    expect(applyEdits('abcde', edits)).toBe('b--cdE');
  });

  it('refuses edits that overlap or leave the text', () => {
    const overlapping = [
      { from: 0, to: 3, text: '' },
      { from: 2, to: 4, text: '' },
    ];
    expect(() => applyEdits('abcde', overlapping)).toThrow();
    expect(() => applyEdits('abc', [{ from: 2, to: 9, text: '' }])).toThrow();
  });

  it('changes nothing without edits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(applyEdits(text, [])).toBe(text);
      }),
    );
  });
});

describe('applyFix', () => {
  const text = 'Incontro alle 20:30 in sala.';
  const finding = checkDraft(text, defaultPack, context).find(({ rule }) => rule === 'D06');

  it('applies to the text that was checked, and refuses another', () => {
    const fix = finding?.fixes[0];
    if (finding === undefined || fix === undefined) throw new Error('D06 tace.');
    expect(applyFix(text, finding, fix)).toEqual({ ok: true, value: 'Incontro alle 20.30 in sala.' });
    expect(applyFix(`Nuovo ${text}`, finding, fix)).toMatchObject({ ok: false, error: { code: 'finding-stale' } });
    expect(applyFix('', finding, fix)).toMatchObject({ ok: false });
  });
});

describe('fixSafely', () => {
  it('corrects what is certain and leaves choices to the operator', () => {
    const text =
      "E' chiuso  il parco , perchè piove !!\n\n\nLunedi 24 novembre alle 20:30 http://www.comune.valdombra.example/x.";
    expect(fixSafely(text, defaultPack, context)).toBe(
      'È chiuso il parco, perché piove.\n\nLunedì 24 novembre alle 20:30 https://www.comune.valdombra.example/x',
    );
  });
});
