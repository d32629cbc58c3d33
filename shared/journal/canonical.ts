/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One spelling of a JSON value: keys sorted at every level, no spaces, so that equal values have equal hashes.
 * Keys that hold `undefined` are left out. Throws on numbers JSON cannot write.
 */
export function canonicalJson(value: Json | undefined): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`Numero senza forma JSON: ${value}`);
    return JSON.stringify(value);
  }
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item as Json)).join(',')}]`;
  const object = value as Record<string, Json | undefined>;
  let entries = '';
  // Every fact that arrives passes here: no list is made for it.
  for (const key of Object.keys(object).sort()) {
    const item = object[key];
    if (item !== undefined) entries += `${entries === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${entries}}`;
}
