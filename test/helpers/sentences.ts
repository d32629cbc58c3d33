/** What every sentence of the Cronologia must be, and worse facts than people write. */
import { expect } from 'vitest';
import type { Json } from '#shared/journal/canonical.ts';

const MOST_CHARACTERS = 300;
/** A hash, an id of the journal, a word of the code, an ISO moment, a file. */
const CODES =
  /[0-9a-f]{12,}|[a-z]+-[0-9a-f]{6,}|undefined|\bnull\b|\[object|NaN|\d{4}-\d\d-\d\d|T\d\d:|\.(?:json|csv|xml|eml)\b/;

/** Fails unless these words are one whole, plain Italian sentence without codes, begun by a person or by the app. */
export function expectSentence(sentence: string, names: readonly string[], what: string): void {
  expect(sentence, what).toMatch(/^\p{Lu}.*[.?!]$/u);
  expect(sentence, what).not.toMatch(CODES);
  expect(sentence, what).not.toMatch(/'| {2}|«»|\.»?\.$/);
  expect(sentence.length, what).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(
    names.some((name) => sentence.startsWith(`${name} `)),
    `${what}: ${sentence}`,
  ).toBe(true);
}

/** A body with each of its texts in turn replaced by `text`, then all that stay valid at once. */
export function stretched(body: Json, text: string, isValid: (body: Json) => boolean): Json {
  const replace = (value: Json, path: readonly (string | number)[]): Json => {
    const [key, ...rest] = path;
    if (key === undefined) return text;
    if (Array.isArray(value)) return value.map((one, index) => (index === key ? replace(one, rest) : one));
    return { ...(value as Record<string, Json>), [key]: replace((value as Record<string, Json>)[key] ?? null, rest) };
  };
  return pathsOf(body).reduce<Json>((changed, path) => {
    const longer = replace(changed, path);
    return isValid(longer) ? longer : changed;
  }, body);
}

function pathsOf(value: Json, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((one, index) => pathsOf(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
}
