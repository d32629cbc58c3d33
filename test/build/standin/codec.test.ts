import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codec } from '../../../build/standin/codec.ts';

const through = (value: unknown): unknown => codec.decode(codec.encode(value));

const leaf = fc.oneof(
  fc.string(),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.date({ noInvalidDate: false }),
  fc.uint8Array(),
  fc.float64Array(),
);
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
    fc.array(leaf).map((values) => new Set(values)),
  ),
})).value;

describe('structured-clone data as text', () => {
  test('comes back as structuredClone would give it', () => {
    fc.assert(
      fc.property(value, (sent) => {
        expect(through(sent)).toStrictEqual(structuredClone(sent));
      }),
    );
  });

  test('keeps cycles and shared objects', () => {
    const shared = { name: 'una' };
    const loop: Record<string, unknown> = { shared, again: shared };
    loop.self = loop;
    const back = through(loop) as typeof loop;
    expect(back.self).toBe(back);
    expect(back.again).toBe(back.shared);
  });

  test('keeps kind, cause and stack of errors, and holes in arrays', () => {
    const sent = new RangeError('fuori', { cause: new Error('dentro') });
    const back = through(sent) as RangeError;
    expect(back).toBeInstanceOf(RangeError);
    expect([back.message, (back.cause as Error).message, back.stack]).toEqual(['fuori', 'dentro', sent.stack]);
    const sparse = new Array(3);
    sparse[2] = 'x';
    expect(through(sparse)).toStrictEqual(sparse);
  });

  test('cuts a view out of its buffer', () => {
    const part = new Uint16Array(new Uint16Array([1, 2, 3, 4]).buffer, 2, 2);
    expect(through(part)).toStrictEqual(new Uint16Array([2, 3]));
    expect(through(new DataView(new Uint8Array([7, 8]).buffer, 1))).toHaveProperty('byteLength', 1);
  });

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
  ])('refuses %s with the text of Electron', (_name, sent) => {
    expect(() => codec.encode({ sent })).toThrow('An object could not be cloned.');
  });
});
