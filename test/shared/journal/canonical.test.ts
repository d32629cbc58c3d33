import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import { hashOf } from '#shared/journal/fact.ts';
import { pen, requestReceived } from '../../helpers/facts.ts';

const anyJson = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }) as fc.Arbitrary<Json>;
const isBranch = (value: Json): value is readonly Json[] | { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null;

/** The same value, the keys of every object in another order. */
function shuffled(value: Json, random: () => number): Json {
  if (!isBranch(value)) return value;
  if (Array.isArray(value)) return value.map((item: Json) => shuffled(item, random));
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [random(), key, shuffled(item, random)] as const)
      .sort(([a], [b]) => a - b)
      .map(([, key, item]) => [key, item]),
  );
}

/** Every copy of `value` with one leaf changed, whatever depth it lies at. */
function changedCopies(value: Json): readonly Json[] {
  if (!isBranch(value)) return [value === 'changed' ? 'changed twice' : 'changed'];
  const entries = Object.entries(value) as [string, Json][];
  const rebuilt = (at: number, item: Json): Json => {
    const items = entries.map(([key, old], index) => [key, index === at ? item : old] as const);
    return Array.isArray(value) ? items.map(([, one]) => one) : Object.fromEntries(items);
  };
  return [
    ...entries.flatMap(([, item], index) => changedCopies(item).map((copy) => rebuilt(index, copy))),
    Array.isArray(value) ? [...value, null] : { ...value, added: null, 'added too': 0 },
  ];
}

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: { d: 2, c: [3, { f: 4, e: null }] } }, '{"a":{"c":[3,{"e":null,"f":4}],"d":2},"b":1}'],
    [{ ent: 'x', body: { v: 1 } }, '{"body":{"v":1},"ent":"x"}'],
    ['perché «no»', '"perché «no»"'],
    [[], '[]'],
    [{}, '{}'],
    [-0, '0'],
    [{ è: 1, e: 2, Z: 3 }, '{"Z":3,"e":2,"è":1}'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 } as unknown as Json)).toBe('{"b":1}');
    expect(canonicalJson([undefined, 1] as unknown as Json)).toBe('[null,1]');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d', (value) => {
    expect(() => canonicalJson({ recipients: value })).toThrow('senza forma JSON');
  });

  it('is one spelling: equal for equal values, and read back as the very same value', () => {
    fc.assert(
      fc.property(anyJson, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (value, randoms) => {
        const text = canonicalJson(value);
        const random = (): number => randoms.next().value ?? 0;
        expect(canonicalJson(shuffled(value, random))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('changes with any change, however deep', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const texts = [value, ...changedCopies(value)].map(canonicalJson);
        expect(texts.slice(1)).not.toContain(texts[0]);
      }),
    );
  });
});

describe('hashOf', () => {
  const [fact] = pen().write('marta', requestReceived('r1'));
  if (!fact) throw new Error('no fact');
  const { h, ...open } = fact;

  it('covers every field of the envelope', () => {
    for (const [field, value] of Object.entries(open)) {
      const changed = typeof value === 'number' ? value + 1 : `${String(value)}x`;
      expect(hashOf({ ...open, [field]: changed }, sha256), field).not.toBe(h);
    }
  });

  it('covers every leaf of the body', () => {
    const copies = changedCopies(open.body);
    expect(copies.length).toBeGreaterThan(15);
    for (const body of copies) expect(hashOf({ ...open, body }, sha256), JSON.stringify(body)).not.toBe(h);
  });

  it('is the same after a round through JSON and with the keys in another order', () => {
    const body = shuffled(JSON.parse(JSON.stringify(open.body)) as Json, () => 1);
    const turned = Object.fromEntries(Object.entries({ ...open, body }).reverse()) as typeof open;
    expect(hashOf(turned, sha256)).toBe(h);
    expect(h).toMatch(/^[0-9a-f]{64}$/);
  });
});
