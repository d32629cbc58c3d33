import type { Desk } from '#electron/desk/desk.ts';
import type { Page, RegisterIndex } from '#electron/register/search/search.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Entry } from '#shared/register/entry.ts';
import { isAltered } from '#shared/register/notes.ts';
import type { RegisterFilter, RegisterOrder } from '#shared/register/search/search.ts';
import { type EntryDetail, type EntryRow, entryLink, entryRow, type RegisterSearch } from '#shared/register/views.ts';
import { differences } from '#shared/text/differences.ts';
import type { RegisterStore } from './store.ts';

/** What the use-cases of the register are made of. */
export interface RegisterSources {
  readonly store: RegisterStore;
  readonly index: RegisterIndex;
  /** Name of who asked for the notice of a row, as long as it is known. */
  readonly askedBy: (id: string) => string | null;
}

/** The rows asked for, and their order. */
type Wanted = RegisterFilter & { readonly order: RegisterOrder };

const unknownEntry = (): Result<never, Problem> =>
  problem({
    code: 'entry-unknown',
    what: 'Questa riga non è nel registro.',
    remedy: 'Torna al registro e cerca di nuovo.',
  });

/** Use-cases that read the register (P40, P43). */
export function registerCases(desk: Desk, { store, index, askedBy }: RegisterSources) {
  const entriesOf = (ids: readonly string[]): readonly Entry[] =>
    ids.map((id) => store.get(id)).filter((entry) => entry !== undefined);

  /** A page of what a filter lets through. */
  const page = (wanted: Wanted & Page): { rows: EntryRow[] } => ({
    rows: entriesOf(index.idsOf(wanted, wanted.order, wanted)).map((entry) =>
      entryRow(entry, index.correctionsOf(entry.id).length > 0),
    ),
  });

  /** The first page of what a filter lets through, with its count and its facets. */
  const search = (wanted: Wanted & Pick<Page, 'limit'>): RegisterSearch => {
    const { total, facets } = index.count(wanted);
    const { rows: all, since } = index.extent();
    return {
      ...page({ ...wanted, offset: 0 }),
      ...{ total, all, since },
      facets: {
        office: [...facets.office],
        category: [...facets.category],
        route: [...facets.route],
        year: [...facets.year],
        note: [...facets.note],
        state: [...facets.state],
      },
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
      approvedElsewhere: entry.approval
        ? {
            ...{ way: entry.approval.way, at: entry.approval.recordedAt, note: entry.approval.note },
            by: nameOf(roster, entry.approval.recordedBy),
          }
        : null,
      sentByName: nameOf(roster, sent.by),
      altered,
      differences: altered && approved ? [...differences(approved.text, sent.text)] : [],
      correctsEntry: wrong ? entryLink(wrong) : null,
      correctedBy: entriesOf(index.correctionsOf(id)).map(entryLink),
    });
  };
  /** Where a row stands among those a filter lets through, counted from 0; null when it is not among them. */
  const place = ({ id, ...wanted }: Wanted & { readonly id: string }): { index: number | null } => ({
    index: index.placeOf(wanted, wanted.order, id),
  });
  return { search, page, place, detail };
}
