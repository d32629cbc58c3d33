type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;

/** What names a row of a list; undefined for what is no row. */
function nameOf(item: unknown): string | number | undefined {
  const id = isParts(item) ? (item.id ?? item.dev) : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

function listOf(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const named = new Map(before.map((item) => [nameOf(item), item]));
  const items = now.map((item, at) => {
    const name = nameOf(item);
    return withSameParts(name === undefined ? before[at] : named.get(name), item);
  });
  return items.length === before.length && items.every((item, at) => Object.is(item, before[at])) ? before : items;
}

function partsOf(before: Parts, now: Parts): Parts {
  const names = Object.keys(now);
  const parts = names.map((name) => withSameParts(before[name], now[name]));
  const isSame =
    names.length === Object.keys(before).length &&
    names.every(
      (name, at) => Object.is(parts[at], before[name]) && (parts[at] !== undefined || Object.hasOwn(before, name)),
    );
  return isSame ? before : Object.fromEntries(names.map((name, at) => [name, parts[at]]));
}

/**
 * The answer `now`, in which every part that is as it was in the answer `before` is that very object: who shows a part sees
 * at once that it need not be drawn again. Rows of a list are found by their id, wherever they stand now. Plain data only.
 */
export function withSameParts(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return listOf(before, now);
  return isParts(before) && isParts(now) ? partsOf(before, now) : now;
}
