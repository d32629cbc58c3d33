import type { Desk } from '#electron/people/desk.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Entry } from '#shared/register/entry.ts';
import type { RegisterFilter } from '#shared/register/search.ts';
import { type EntryDetail, entryLink, entryRow, isAltered, type RegisterSearch } from '#shared/register/views.ts';
import type { RegisterIndex } from './search.ts';
import type { RegisterStore } from './store.ts';

/** What the use-cases of the register are made of. */
export interface RegisterSources {
  readonly store: RegisterStore;
  readonly index: RegisterIndex;
  /** Name of who asked for the notice of a row, as long as it is known. */
  readonly askedBy: (id: string) => string | null;
  /** What changed from one text to another, word by word. */
  readonly differences: (old: string, fresh: string) => readonly EntryDetail['differences'][number][];
}

const unknownEntry = (): Result<never, Problem> =>
  problem('entry-unknown', 'Questa riga non è nel registro.', 'Torna al registro e cerca di nuovo.');

/** Use-cases that read the register (P40, P43). */
export function registerCases(desk: Desk, { store, index, askedBy, differences }: RegisterSources) {
  const entriesOf = (ids: readonly string[]): readonly Entry[] =>
    ids.map((id) => store.get(id)).filter((entry) => entry !== undefined);

  /** One page of what a filter lets through, with its facets. */
  const search = (filter: RegisterFilter & { readonly limit: number; readonly offset: number }): RegisterSearch => {
    const { ids, total, facets, words } = index.find(filter, filter);
    const { rows: all, since } = index.extent();
    return {
      rows: entriesOf(ids).map((entry) => entryRow(entry, index.correctionsOf(entry.id).length > 0)),
      ...{ total, all, since },
      facets: {
        office: [...facets.office],
        category: [...facets.category],
        route: [...facets.route],
        year: [...facets.year],
      },
      words: [...words],
    };
  };

  /** A row with everything its detail shows. */
  const detail = (id: string): Result<EntryDetail, Problem> => {
    const entry = store.get(id);
    if (!entry) return unknownEntry();
    const roster = desk.roster();
    const { approved, rewritten, sent } = entry;
    const wrong = entry.corrects === undefined ? undefined : store.get(entry.corrects);
    const altered = isAltered(entry);
    return ok({
      ...entry,
      askedByName: askedBy(id),
      rewrittenByName: nameOf(roster, rewritten.by),
      approvedByName: approved && nameOf(roster, approved.by),
      sentByName: nameOf(roster, sent.by),
      altered,
      differences: altered && approved ? [...differences(approved.text, sent.text)] : [],
      correctsEntry: wrong ? entryLink(wrong) : null,
      correctedBy: entriesOf(index.correctionsOf(id)).map(entryLink),
    });
  };
  return { search, detail };
}
