import { describe, expect, it } from 'vitest';
import { applyEdits } from '#shared/drafts/style/applyFix.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { defaultPack, withSetting } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { context } from './sample.ts';

describe.each(catalogue.map((rule) => ({ name: `${rule.id} ${rule.title}`, rule })))('$name', ({ rule }) => {
  const pack = withSetting(defaultPack, rule.id, { on: true, severity: rule.severity });
  const findingsOf = (text: string) => checkDraft(text, pack, context).filter((finding) => finding.rule === rule.id);

  it.each(rule.examples.bad)('fires on: %s', (text) => {
    expect(findingsOf(text)).not.toEqual([]);
  });

  it.each(rule.examples.good)('is silent on: %s', (text) => {
    expect(findingsOf(text)).toEqual([]);
  });

  it.each(rule.examples.bad)('has fixes that reduce its findings on: %s', (text) => {
    const before = findingsOf(text);
    for (const fix of before.flatMap((finding) => finding.fixes)) {
      expect(findingsOf(applyEdits(text, fix.edits)).length, fix.label).toBeLessThan(before.length);
    }
    if (rule.safeFix) expect(before.every((finding) => finding.fixes.length > 0)).toBe(true);
  });
});

describe('the catalogue', () => {
  it('names every rule once, with examples of both kinds', () => {
    expect(new Set(catalogue.map((rule) => rule.id)).size).toBe(catalogue.length);
    for (const { id, examples } of catalogue) {
      expect(id).toMatch(/^[A-Z]\d\d$/);
      expect(examples.bad.length, id).toBeGreaterThan(0);
      expect(examples.good.length, id).toBeGreaterThan(0);
    }
  });

  it('writes titles, reasons and messages as looks.md L6 asks', () => {
    for (const rule of catalogue) {
      expect(rule.title, rule.id).not.toMatch(/[.!]$/);
      expect(rule.why, rule.id).toMatch(/^\p{Lu}.*\.$/u);
      const messages = rule.examples.bad.flatMap((text) =>
        checkDraft(text, defaultPack, context).map((finding) => finding.message),
      );
      for (const message of messages) expect(message).toMatch(/[.?]$/u);
    }
  });

  it('never claims to quote the municipality’s own style guide', () => {
    expect(catalogue.filter((rule) => /prontuario/i.test(`${rule.source} ${rule.why}`))).toEqual([]);
  });
});

describe('a title where there is none (S04, W17)', () => {
  const titlesFor = (text: string, title?: string) =>
    checkDraft(text, defaultPack, { ...context, title })
      .filter(({ rule }) => rule === 'S04')
      .flatMap(({ fixes }) => fixes)
      .map(({ label, edits }) => [label, applyEdits(text, edits)]);

  it('takes the first sentence where it is short enough, and the name of the request', () => {
    expect(titlesFor('La biblioteca chiude alle 18.30 di lunedì. Riapre martedì.', 'Orari della biblioteca')).toEqual([
      [
        'Usa «La biblioteca chiude alle 18.30 di lunedì» come titolo',
        '*La biblioteca chiude alle 18.30 di lunedì*\nRiapre martedì.',
      ],
      [
        'Usa «Orari della biblioteca» come titolo',
        '*Orari della biblioteca*\nLa biblioteca chiude alle 18.30 di lunedì. Riapre martedì.',
      ],
    ]);
  });

  it.each([
    ['the only sentence stays text', 'La biblioteca resta chiusa lunedì.', undefined],
    ['a name that is there already', 'La biblioteca resta chiusa lunedì.', 'La biblioteca resta chiusa'],
    ['a name that is too long', 'La biblioteca resta chiusa lunedì.', 'lunga '.repeat(30)],
    ['a name with marks', 'La biblioteca resta chiusa lunedì.', 'Avviso *urgente*'],
    ['no text', '', 'Orari'],
  ])('%s', (_, text, title) => {
    expect(titlesFor(text, title)).toEqual([]);
  });
});
