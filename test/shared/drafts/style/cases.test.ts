import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixSafely } from '#shared/drafts/style/applyFix.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { defaultPack, packSchema } from '#shared/drafts/style/pack.ts';
import { countCharacters } from '#shared/kernel/text.ts';
import { gulpease } from '#shared/text/gulpease.ts';
import { context } from './sample.ts';

const root = new URL('../../../cases/drafts/', import.meta.url);
const json = (url: URL) => JSON.parse(readFileSync(url, 'utf8'));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map(({ name }) => name))('draft %s', (name) => {
  const folder = new URL(`${name}/`, root);
  const text = readFileSync(new URL('input.txt', folder), 'utf8');
  const options = new URL('options.json', folder);
  const pack = packSchema.parse({ ...defaultPack, ...(existsSync(options) ? json(options) : {}) });
  const expected = json(new URL('expected.json', folder));

  it('gets exactly the findings a person expects', () => {
    const findings = checkDraft(text, pack, context).map(({ rule, severity, excerpt, fixes }) => ({
      rule,
      severity,
      excerpt,
      fixes: fixes.map(({ label }) => label),
    }));
    expect(findings).toEqual(expected.findings);
    expect(fixSafely(text, pack, context)).toBe(expected.fixed ?? text);
    expect({ gulpease: gulpease(text), characters: countCharacters(text) }).toEqual({
      gulpease: expected.gulpease,
      characters: expected.characters,
    });
  });
});

describe('well-written notices', () => {
  it.each<string>(json(new URL('clean.json', root)))('has nothing to say about: %s', (text) => {
    expect(checkDraft(text, defaultPack, context)).toEqual([]);
    expect(gulpease(text)).toBeGreaterThanOrEqual(70);
  });
});
