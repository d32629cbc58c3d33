/** Every problem written in the code speaks in whole sentences, and a code has one meaning. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** A string or a template on one line, with its quotes. */
const TEXT = String.raw`'(?:[^'\\\n]|\\.)*'|\`[^\`\n]*\``;
const PROBLEM = new RegExp(
  String.raw`code:\s*'([a-z0-9-]+)',\s*what:\s*(${TEXT}),\s*(?:why:\s*(${TEXT}|\w+),\s*)?remedy:\s*(${TEXT}|\w+)`,
  'g',
);
/** Its remedy ends with what is to be typed. */
const TYPED = 'map-invalid';

interface Written {
  readonly code: string;
  readonly what: string;
  /** What happened, why, and the remedy, as far as they are written on the spot. */
  readonly texts: readonly string[];
}

/** The problems whose parts stand together in a source. */
function problemsOf(source: string): readonly Written[] {
  return [...source.matchAll(PROBLEM)].map(([, code = '', ...parts]) => {
    const texts = parts.filter((part) => /^['`]/.test(part ?? '')).map((text) => text.slice(1, -1));
    return { code, what: texts[0] ?? '', texts };
  });
}

/** The beginnings of the words that carry the meaning of a sentence. */
const stemsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 4));

const haveInCommon = (one: string, other: string): boolean => {
  const stems = stemsOf(other);
  return stemsOf(one).some((stem) => stems.includes(stem));
};

/** Texts that are no whole sentences. */
const brokenTexts = (problems: readonly Written[]): readonly string[] =>
  problems
    .filter(({ code }) => code !== TYPED)
    .flatMap(({ code, texts }) => texts.filter((text) => !/[.?]$/.test(text)).map((text) => `${code}: ${text}`));

/** Codes used for two things that happened with no word in common. */
const codesOfTwo = (problems: readonly Written[]): readonly string[] =>
  [...Map.groupBy(problems, ({ code }) => code)]
    .filter(([, [first, ...others]]) => others.some(({ what }) => !haveInCommon(first?.what ?? '', what)))
    .map(([code]) => code);

const WRITTEN = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => problemsOf(readFileSync(join(ROOT, folder, name), 'utf8'))),
);

test('every problem says what happened, why and what to do in whole sentences', () => {
  expect(WRITTEN.length).toBeGreaterThan(150);
  expect(brokenTexts(WRITTEN)).toEqual([]);
});

test('no code stands for two things that happened', () => {
  expect(codesOfTwo(WRITTEN)).toEqual([]);
});

test('a sentence without its end and a code of two meanings are found', () => {
  const full = problemsOf("{ code: 'full', what: 'Il disco è pieno', remedy: 'Libera spazio.' }");
  const away = problemsOf("{ code: 'full', what: 'La cartella non risponde.', why: SAFE, remedy: AGAIN }");
  expect(brokenTexts([...full, ...away])).toEqual(['full: Il disco è pieno']);
  expect(codesOfTwo([...full, ...away])).toEqual(['full']);
});
