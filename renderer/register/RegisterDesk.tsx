import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { call, useAct } from '#renderer/api.ts';
import { useNotes } from '#renderer/people/notes/NotesDialog.tsx';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  EmptyState,
  FilterChip,
  type PaneSpec,
  Panes,
  ProblemBanner,
  problemOf,
  useShortcuts,
  useToast,
} from '#renderer/ui/index.ts';
import { useMedia } from '#renderer/ui/useNarrow.ts';
import { useTableModel } from '#renderer/ui/useTableModel.ts';
import {
  builtInFilters,
  isSameFilter,
  type Layout,
  layoutSchema,
  type SavedFilter,
} from '#shared/register/search/deskView.ts';
import { EVERY_ROW, registerOrderSchema } from '#shared/register/search/search.ts';
import type { EntryRow, RegisterSearch } from '#shared/register/views.ts';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { RegisterDetail, type RegisterDetailProps } from './RegisterDetail.tsx';
import { activeFilters, RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { registerColumns } from './registerColumns.tsx';
import { rowAsLine, sayNumber } from './registerWords.ts';
import { FilterDialog } from './SavedFilters.tsx';
import { isNarrowed, type RegisterView } from './useRegisterSearch.ts';

export interface RegisterDeskProps {
  readonly view: RegisterView;
  readonly found: RegisterSearch;
  /** What this desk saved: filters, columns, widths. */
  readonly desk: { readonly filters: readonly SavedFilter[]; readonly layout: Layout };
  /** The row that is selected at the start. */
  readonly first: string | undefined;
  readonly onCorrect: RegisterDetailProps['onCorrect'];
  /** The rows on screen, for the search field to go down into. */
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** Every filter was taken away. */
  readonly onCleared: () => void;
}

/** Copies the row, or what is marked with the pointer when something is. */
function useCopy(selected: EntryRow | undefined) {
  const copy = useAct('shell.copyText');
  const show = useToast();
  const run = async () => {
    const marked = getSelection()?.toString() ?? '';
    if (marked !== '') {
      if ((await copy.run({ text: marked })).ok) show({ text: 'Testo copiato.' });
      return;
    }
    const whole = selected && (await call('register.get', { id: selected.id }));
    if (whole?.ok && (await copy.run({ text: rowAsLine(whole.value) })).ok) show({ text: 'Riga copiata.' });
  };
  return { run: () => void run(), problem: copy.problem };
}

/** A row that was selected, and of which answer it was a row. */
interface Chosen {
  readonly index: number;
  readonly id: string | null;
  readonly question: string;
}

/**
 * Which row is selected: by its id where it is among the rows that are here, else by its place. When other rows come, the
 * same one if it is on the first page, else the first.
 */
function useSelection(view: RegisterView, { rows, total }: RegisterSearch) {
  const question = JSON.stringify([view.shown, view.order]);
  const [chosen, setChosen] = useState<Chosen>({ index: 0, id: null, question });
  const indexOf = ({ index, id, question: asked }: Chosen): number => {
    if (asked !== question) return rows.findIndex((row) => row.id === id);
    const at = view.rowAt(index);
    return id === null || at === undefined || at.id === id ? index : view.placeOf(id);
  };
  const index = Math.min(Math.max(0, indexOf(chosen)), total - 1);
  return {
    index,
    row: view.rowAt(index),
    select: (next: number) => setChosen({ index: next, id: view.rowAt(next)?.id ?? null, question }),
  };
}

/** Columns and widths as the desk wants them; kept at once on screen, then in the core. */
function useLayout(first: Layout) {
  const [layout, setLayout] = useState(first);
  const keep = useAct('register.setLayout');
  const change = (next: Layout) => {
    setLayout(next);
    void keep.run(next);
  };
  return { layout, change, problem: keep.problem };
}

/** Filters, rows and the row that explains itself. */
export function RegisterDesk({ view, found, desk, first, onCorrect, body, onCleared }: RegisterDeskProps) {
  const { today } = useSession();
  const { total } = found;
  const wide = useMedia('(min-width: 1600px)');
  const [detail, setDetail] = useState(true);
  const [linked, setLinked] = useState<string>();
  const [asked, setAsked] = useState<'columns' | 'save'>();
  const [filtersOpen, setFiltersOpen] = useState(false);
  const facets = useRef<HTMLDivElement>(null);
  const selection = useSelection(view, found);
  const copy = useCopy(selection.row);
  const { layout, change, problem: unkept } = useLayout(desk.layout);
  const columns = useMemo(() => registerColumns({ terms: view.terms, today }), [view.terms, today]);
  const model = useTableModel({
    columns,
    rows: view.here,
    rowId: ({ at }) => String(at),
    selected: [String(selection.index)],
    sort: { column: view.order.by, direction: view.order.direction },
    onSort: ({ column, direction }) => view.setOrder(registerOrderSchema.parse({ by: column, direction })),
    layout,
    onLayout: (columnLayout) => change(layoutSchema.parse({ ...layout, ...columnLayout })),
  });
  const active = activeFilters(view.filter, today);
  const narrowed = isNarrowed(view.filter);
  const saved = [...builtInFilters(today), ...desk.filters].some(({ filter }) => isSameFilter(filter, view.filter));

  const clear = () => {
    view.change(EVERY_ROW);
    onCleared();
  };
  const pick = ({ filter, order }: SavedFilter) => {
    view.change(filter);
    view.setOrder(order);
  };
  const select = (index: number) => {
    setLinked(undefined);
    selection.select(index);
  };
  /** Selects a row that may be anywhere; one the filter leaves out is explained without being selected. */
  const showOther = async (id: string) => {
    const here = view.placeOf(id);
    if (here >= 0) return select(here);
    const { shown: filter, order } = view;
    const place = await call('register.place', { ...filter, order, id });
    if (place.ok && place.value.index !== null) select(place.value.index);
    else setLinked(id);
  };
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || first === undefined) return;
    begun.current = true;
    void showOther(first).then(() =>
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()),
    );
  });

  const notes = useNotes(selection.row && { about: `notice/${selection.row.id}`, title: selection.row.title }, body);
  useShortcuts([
    { keys: 'Control+C', label: 'Copia la riga', within: body, run: copy.run },
    { keys: 'Control+Shift+L', label: 'Colonne', run: () => setAsked('columns') },
    {
      keys: 'Control+Shift+F',
      label: 'Vai ai filtri',
      run: () => {
        setFiltersOpen(true);
        requestAnimationFrame(() => facets.current?.querySelector<HTMLElement>('button, input')?.focus());
      },
    },
  ]);

  const problem = view.problem ?? copy.problem ?? unkept;
  const table = (
    <>
      <div className="register-tools">
        <Button size="small" icon="filter" className="only-compact" onClick={() => setFiltersOpen(true)}>
          Filtri
        </Button>
        {active.map(({ text, without }) => (
          <FilterChip key={text} text={text} onRemove={() => view.change(without)} />
        ))}
        {narrowed && (
          <button type="button" className="link small" onClick={clear}>
            Togli i filtri
          </button>
        )}
        {narrowed && !saved && (
          <button type="button" className="link small" onClick={() => setAsked('save')}>
            Salva il filtro…
          </button>
        )}
        <span className="grow" />
        <span className="small muted nowrap" role="status">
          {sayNumber(total)} di {sayNumber(found.all)}
        </span>
        <Button kind="quiet" size="small" icon="table" onClick={() => setAsked('columns')}>
          Colonne…
        </Button>
      </div>
      {problem && <ProblemBanner {...problemOf(problem)} />}
      {total > 0 ? (
        <RegisterTable
          view={view}
          total={total}
          model={model}
          selected={selection.index}
          onSelect={select}
          onDetail={setDetail}
          ref={body}
        />
      ) : (
        <EmptyState
          title="Nessun avviso corrisponde"
          lines={[
            'Ho cercato l’inizio delle parole nel titolo, nei quattro testi, nell’ufficio, nella categoria, nel link e nel numero.',
            'Prova con meno parole o con meno filtri.',
          ]}
          actions={<Button onClick={clear}>Togli i filtri</Button>}
        />
      )}
    </>
  );
  const explained = linked ?? selection.row?.id;
  const panes: readonly PaneSpec[] = [
    {
      id: 'filters',
      label: 'Filtri',
      width: wide ? 249 : 189,
      sunken: true,
      folds: true,
      content: (
        <RegisterFilters
          view={view}
          today={today}
          saved={desk.filters}
          onPick={pick}
          ref={facets}
          open={filtersOpen}
          onOpen={setFiltersOpen}
        />
      ),
    },
    { id: 'rows', label: 'Avvisi', content: table },
    ...(detail && explained !== undefined && total > 0
      ? [
          {
            id: 'detail',
            label: 'Dettaglio',
            width: wide ? 420 : 312,
            content: (
              <RegisterDetail
                id={explained}
                today={today}
                terms={view.terms}
                onShow={(id) => void showOther(id)}
                onCorrect={onCorrect}
                onNotes={notes.show}
                onClose={() => setDetail(false)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Panes
        panes={panes}
        widths={layout.panes}
        onWidths={(widths) => change({ ...layout, panes: { ...layout.panes, ...widths } })}
        openPane={filtersOpen ? 'filters' : undefined}
        onClosePane={() => setFiltersOpen(false)}
      />
      {notes.dialog}
      {asked === 'columns' && <ColumnsDialog model={model} onClose={() => setAsked(undefined)} />}
      {asked === 'save' && (
        <FilterDialog
          filter={{ id: null, name: '', filter: view.filter, order: view.order }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
