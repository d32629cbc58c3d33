import { MOST_DEPTH, MOST_ITEMS, MOST_TEXT_LENGTH } from './bounds.ts';

/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value beyond the bounds of a fact: nested, long or numerous as no honest desk writes. */
function refuse(): never {
  throw new RangeError('Un valore oltre i limiti di un fatto.');
}

function canonicalText(text: string): string {
  return text.length > MOST_TEXT_LENGTH ? refuse() : JSON.stringify(text);
}

/**
 * One spelling of a JSON value: keys sorted at every level, no spaces, so that equal values have equal hashes.
 * Keys that hold `undefined` are left out. Throws on numbers JSON cannot write, a `RangeError` beyond the bounds of a fact:
 * every fact passes here, written or arrived, so they cost no walk of their own.
 */
export const canonicalJson = (value: Json | undefined): string => spelled(value, 0);

const isSorted = (keys: readonly string[]): boolean =>
  keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);

/** `depth` levels lie around the value. */
function spelled(value: Json | undefined, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`Numero senza forma JSON: ${value}`);
    return JSON.stringify(value);
  }
  if (value === undefined) return 'null';
  if (depth > MOST_DEPTH) refuse();
  if (Array.isArray(value)) {
    if (value.length > MOST_ITEMS) refuse();
    return `[${value.map((item) => spelled(item as Json, depth + 1)).join(',')}]`;
  }
  const object = value as Record<string, Json | undefined>;
  const keys = Object.keys(object);
  if (keys.length > MOST_ITEMS) refuse();
  let entries = '';
  // Every fact that arrives passes here, its keys in order: no list is made for it, and nothing is sorted again.
  for (const key of isSorted(keys) ? keys : keys.sort()) {
    const item = object[key];
    if (item !== undefined) entries += `${entries === '' ? '' : ','}${canonicalText(key)}:${spelled(item, depth + 1)}`;
  }
  return `{${entries}}`;
}
