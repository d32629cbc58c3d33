/** Binary data as text and back; Node and the page have different means for it. */
export interface Base64 {
  readonly toText: (bytes: Uint8Array) => string;
  readonly toBytes: (text: string) => Uint8Array<ArrayBuffer>;
}

/** Structured-clone data as JSON text and back. `encode` throws where Electron says it cannot clone. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/** A value JSON cannot hold, or a reference to an object on the heap. */
type Wire =
  | null
  | string
  | boolean
  | number
  | { readonly $: 'undefined' }
  | { readonly $: 'number'; readonly text: string }
  | { readonly $: 'bigint'; readonly text: string }
  | { readonly $: 'object'; readonly id: number };

/** An object with its contents; objects lie on one heap, so that cycles and shared references survive. */
type Heaped =
  | { readonly type: 'Object'; readonly entries: readonly (readonly [string, Wire])[] }
  | { readonly type: 'Array'; readonly length: number; readonly entries: readonly (readonly [string, Wire])[] }
  | { readonly type: 'Date'; readonly time: number | null }
  | { readonly type: 'RegExp'; readonly source: string; readonly flags: string }
  | { readonly type: 'Map'; readonly entries: readonly (readonly [Wire, Wire])[] }
  | { readonly type: 'Set'; readonly values: readonly Wire[] }
  | {
      readonly type: 'Error';
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      readonly cause?: Wire;
    }
  | { readonly type: 'ArrayBuffer'; readonly bytes: string }
  | { readonly type: 'View'; readonly name: string; readonly bytes: string };

/**
 * Makes the codec. The function must stay self-contained: it runs in Node and, as text, inside the page.
 * Covered: primitives, plain objects, arrays, Date, RegExp, Map, Set, Error, binary data, cycles.
 */
export function makeCodec(base64: Base64): Codec {
  const views = [
    DataView,
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  ];
  const errors = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  const write = (input: unknown): string => {
    const heap: (Heaped | null)[] = [];
    const seen = new Map<object, number>();
    const entriesOf = (value: object): [string, Wire][] =>
      Object.entries(value).map(([key, item]) => [key, wire(item)]);
    const heaped = (value: object): Heaped => {
      if (Array.isArray(value)) return { type: 'Array', length: value.length, entries: entriesOf(value) };
      if (value instanceof Date) return { type: 'Date', time: value.getTime() };
      if (value instanceof RegExp) return { type: 'RegExp', source: value.source, flags: value.flags };
      if (value instanceof Map)
        return { type: 'Map', entries: [...value].map(([key, item]) => [wire(key), wire(item)]) };
      if (value instanceof Set) return { type: 'Set', values: [...value].map(wire) };
      if (value instanceof Error) {
        const { name, message, stack = '' } = value;
        return { type: 'Error', name, message, stack, ...('cause' in value ? { cause: wire(value.cause) } : {}) };
      }
      if (value instanceof ArrayBuffer) return { type: 'ArrayBuffer', bytes: base64.toText(new Uint8Array(value)) };
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return { type: 'View', name: kindOf(value), bytes: base64.toText(bytes) };
      }
      return { type: 'Object', entries: entriesOf(value) };
    };
    const wire = (value: unknown): Wire => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (value === undefined) return { $: 'undefined' };
      if (typeof value === 'bigint') return { $: 'bigint', text: String(value) };
      if (typeof value === 'number') {
        if (Number.isFinite(value) && !Object.is(value, -0)) return value;
        return { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) };
      }
      const known = seen.get(value as object);
      if (known !== undefined) return { $: 'object', id: known };
      const id = heap.push(null) - 1;
      seen.set(value as object, id);
      heap[id] = heaped(value as object);
      return { $: 'object', id };
    };
    const root = wire(input);
    return JSON.stringify([root, heap]);
  };

  const read = (text: string): unknown => {
    const [root, heap] = JSON.parse(text) as [Wire, Heaped[]];
    const restored = new Map<number, unknown>();
    const value = (item: Wire): unknown => {
      if (item === null || typeof item !== 'object') return item;
      if (item.$ === 'undefined') return undefined;
      if (item.$ === 'number') return Number(item.text);
      if (item.$ === 'bigint') return BigInt(item.text);
      return restored.has(item.id) ? restored.get(item.id) : object(item.id);
    };
    const keep = <Made>(id: number, item: Made): Made => {
      restored.set(id, item);
      return item;
    };
    const fill = <Made extends object>(target: Made, entries: readonly (readonly [string, Wire])[]): Made => {
      for (const [key, item] of entries) {
        Object.defineProperty(target, key, {
          value: value(item),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return target;
    };
    const object = (id: number): unknown => {
      const item = heap[id];
      switch (item?.type) {
        case 'Array':
          return fill(keep(id, new Array(item.length)), item.entries);
        case 'Date':
          return keep(id, new Date(item.time ?? Number.NaN));
        case 'RegExp':
          return keep(id, new RegExp(item.source, item.flags));
        case 'Map': {
          const map = keep(id, new Map());
          for (const [key, entry] of item.entries) map.set(value(key), value(entry));
          return map;
        }
        case 'Set': {
          const set = keep(id, new Set());
          for (const entry of item.values) set.add(value(entry));
          return set;
        }
        case 'Error': {
          const Kind = errors.find((known) => known.name === item.name) ?? Error;
          const error = keep(id, new Kind(item.message));
          Object.defineProperty(error, 'stack', { value: item.stack, writable: true, configurable: true });
          if (item.cause !== undefined) error.cause = value(item.cause);
          return error;
        }
        case 'ArrayBuffer':
          return keep(id, base64.toBytes(item.bytes).buffer);
        case 'View': {
          const View = views.find((known) => known.name === item.name) as typeof Uint8Array | undefined;
          return keep(id, new (View ?? Uint8Array)(base64.toBytes(item.bytes).buffer));
        }
        default:
          return fill(keep(id, {}), item?.entries ?? []);
      }
    };
    return value(root);
  };

  return {
    encode: (value) => {
      try {
        structuredClone(value);
      } catch {
        throw new Error('An object could not be cloned.');
      }
      return write(value);
    },
    decode: read,
  };
}

/** The codec on Node's side. */
export const codec: Codec = makeCodec({
  toText: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  toBytes: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});
