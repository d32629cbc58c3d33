/** The register behind the fake bridge: searched by the rules of `shared/`, without an index. */
import { differences } from '#shared/drafts/differences.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { FIRST_LAYOUT, keepFilter, type Layout, type SavedFilter } from '#shared/register/deskView.ts';
import { type Entry, entryNumber } from '#shared/register/entry.ts';
import { countFacets, isWanted } from '#shared/register/facets.ts';
import { hasHit } from '#shared/register/hits.ts';
import { isAltered, notesOf } from '#shared/register/notes.ts';
import { parseSearch, type RegisterFilter, type RegisterOrder, searchableText } from '#shared/register/search.ts';
import { entryLink, entryRow } from '#shared/register/views.ts';
import type { FakeHandlers } from './fakeHandlers.ts';

const NAMES: Readonly<Record<string, string>> = { bellin: 'Marta Bellin', vidal: 'Ornella Vidal' };

/** What the register of the fake holds. */
export interface FakeRegisterOptions {
  readonly entries?: readonly Entry[];
  /** So many rows in all: the entries again and again, an hour apart. */
  readonly registerRows?: number;
}

function multiplied(entries: readonly Entry[], rows: number): readonly Entry[] {
  const [newest] = entries;
  if (!newest) return [];
  const start = Date.parse(newest.sentAt);
  return Array.from({ length: rows }, (_, index) => ({
    ...(entries[index % entries.length] ?? newest),
    id: `row-${index}`,
    number: rows - index,
    sentAt: new Date(start - index * 3_600_000).toISOString(),
  }));
}

/** Answers everything about the register, and keeps what the desk likes to see. */
export function fakeRegister(usual: readonly Entry[], options: FakeRegisterOptions) {
  const given = options.entries ?? usual;
  const all = options.registerRows === undefined ? given : multiplied(given, options.registerRows);
  const correctionsOf = (id: string) => all.filter(({ corrects }) => corrects === id);
  const wrong = new Set(all.flatMap(({ corrects }) => corrects ?? []));
  const cells = all.map((entry, cell) => ({
    cell,
    entry,
    ...{ office: entry.office, category: entry.category, route: entry.route },
    year: entry.year ?? Number(entry.sentAt.slice(0, 4)),
    note: notesOf(entry),
    state: wrong.has(entry.id) ? ('rettificato' as const) : ('inviato' as const),
  }));

  const matching = ({ text, from, to }: RegisterFilter) => {
    const { terms, number } = parseSearch(text);
    return cells.filter(({ entry }) => {
      const words = terms.length === 0 ? '' : wordsOf(entry);
      const day = entry.sentAt.slice(0, 10);
      const fits = !number || (entry.year === number.year && inRange(entry.number, number));
      return fits && terms.every((term) => hasHit(words, [term])) && day >= (from ?? '') && day <= (to ?? '9999');
    });
  };
  const rowsOf = (input: RegisterFilter & { order: RegisterOrder; limit: number }, offset: number) => {
    const { by, direction } = input.order;
    const key = (entry: Entry) => (by === 'note' ? notesOf(entry).join() : entry[by]) ?? '\u{10FFFF}';
    const sorted = matching(input)
      .filter((cell) => isWanted(cell, input))
      .toSorted((one, other) => compare(key(one.entry), key(other.entry)));
    const ordered = direction === 'ascending' ? sorted : sorted.toReversed();
    return ordered.slice(offset, offset + input.limit).map(({ entry, state }) => entryRow(entry, state !== 'inviato'));
  };

  let filters: readonly SavedFilter[] = [];
  let layout: Layout = FIRST_LAYOUT;
  const handlers = {
    'register.list': () => ok(structuredClone([...all])),
    'register.search': (input) => {
      const counts = new Map(matching(input).map(({ cell }) => [cell, 1]));
      const { facets, total } = countFacets(cells, counts, input);
      const since = all.length === 0 ? null : Math.min(...cells.map(({ year }) => year));
      return ok(structuredClone({ rows: rowsOf(input, 0), total, all: all.length, since, facets }) as never);
    },
    'register.page': (input) => ok({ rows: rowsOf(input, input.offset) }),
    'register.place': (input) => {
      const index = rowsOf({ ...input, limit: all.length }, 0).findIndex(({ id }) => id === input.id);
      return ok({ index: index < 0 ? null : index });
    },
    'register.get': ({ id }) => {
      const entry = all.find((one) => one.id === id);
      if (!entry) return unknown();
      const corrected = all.find((one) => one.id === entry.corrects);
      const { rewritten, approved, sent } = entry;
      const altered = isAltered(entry);
      return ok({
        ...structuredClone(entry),
        askedByName: null,
        rewrittenByName: NAMES[rewritten.by] ?? rewritten.by,
        approvedByName: approved && (NAMES[approved.by] ?? approved.by),
        sentByName: NAMES[sent.by] ?? sent.by,
        altered,
        differences: altered && approved ? [...differences(approved.text, sent.text)] : [],
        correctsEntry: corrected ? entryLink(corrected) : null,
        correctedBy: correctionsOf(id).map(entryLink),
      });
    },
    'register.export': (input) => {
      const rows = rowsOf({ ...input, limit: all.length }, 0).length;
      return ok({ fileName: `registro-2026-11-24.${input.format}`, rows });
    },
    'register.openExport': () => ok({}),
    'register.view': () => ok(structuredClone({ filters: [...filters], layout })),
    'register.saveFilter': (input) => {
      const id = input.id ?? `filter-${filters.length + 1}`;
      const kept = keepFilter(filters, { ...input, id });
      if (!kept.ok) return kept;
      filters = kept.value;
      return ok({ id });
    },
    'register.removeFilter': ({ id }) => {
      filters = filters.filter((one) => one.id !== id);
      return ok({});
    },
    'register.setLayout': (next) => {
      layout = next;
      return ok({});
    },
  } satisfies FakeHandlers;
  return handlers;
}

const wordsOf = (entry: Entry): string =>
  searchableText([
    ...[entry.title, entry.office, entry.category, entry.link, `${entryNumber(entry)} ${entry.number}`],
    ...[entry.asked, entry.rewritten.text, entry.approved?.text ?? null, entry.sent.text],
  ]);

const unknown = (): Result<never, Problem> =>
  problem('entry-unknown', 'Questa riga non è nel registro.', 'Torna al registro e cerca di nuovo.');

const inRange = (value: number | null, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  value !== null && value >= from && value <= to;

const compare = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0);
