/** Deterministic numbers from 0 to 1 (mulberry32): the same seed gives the same damage. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Damage = (bytes: Uint8Array, at: number, length: number, below: (limit: number) => number) => Uint8Array;

const replaced = (bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...added, ...bytes.subarray(at + removed)]);

const DAMAGES: readonly Damage[] = [
  (bytes, at, _, below) => replaced(bytes, at, 1, Uint8Array.of(below(256))),
  (bytes, at, length) => replaced(bytes, at, length, new Uint8Array()),
  (bytes, at, length) => replaced(bytes, at, 0, bytes.slice(at, at + length)),
  (bytes, at, length, below) =>
    replaced(
      bytes,
      at,
      0,
      Uint8Array.from({ length }, () => below(256)),
    ),
  (bytes, at) => bytes.slice(0, at + 1),
  (bytes, at, length) => replaced(bytes, at, 0, new Uint8Array(length * 50).fill(bytes[at] ?? 32)),
];

/** A damaged copy of `bytes`: a few bytes changed, cut, doubled, filled or thrown in. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  let damaged = bytes;
  for (let times = 1 + below(6); times > 0 && damaged.length > 0; times--) {
    const damage = DAMAGES[below(DAMAGES.length)];
    if (damage) damaged = damage(damaged, below(damaged.length), 1 + below(60), below);
  }
  return damaged;
}
