import type { Entry } from '#shared/register/entry.ts';
import { ENTRIES } from '../../helpers/morning/entries.ts';

/** A row of the invented town's register with something changed. */
export function entryWith(change: Partial<Entry> = {}): Entry {
  const [entry] = ENTRIES;
  if (!entry) throw new Error('The fixture has no register.');
  return { ...entry, ...change };
}
