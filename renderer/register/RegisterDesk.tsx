import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
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
} from '../ui/index.ts';
import { RegisterDetail } from './RegisterDetail.tsx';
import { RegisterExport } from './RegisterExport.tsx';
import { chosenFilters, RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { registerColumns } from './registerColumns.tsx';
import { type RegisterRow, rowAsLine, sayNumber } from './registerRows.ts';
import type { RegisterView } from './registerTable.ts';

export interface RegisterDeskProps {
  readonly view: RegisterView;
  /** How many rows the register has. */
  readonly total: number;
  readonly status: Status;
  /** The row that is selected at the start. */
  readonly first: string | undefined;
  /** The rows on screen, for the search field to go down into. */
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** Takes every filter and the search away. */
  readonly onClear: () => void;
}

/** Copies the row, or what is marked with the pointer when something is. */
function useCopy(selected: RegisterRow | undefined) {
  const copy = useAct('shell.copyText');
  const show = useToast();
  const run = async () => {
    const marked = getSelection()?.toString() ?? '';
    if (marked === '' && !selected) return;
    const reply = await copy.run({ text: marked === '' && selected ? rowAsLine(selected) : marked });
    if (reply.ok) show({ text: marked === '' ? 'Riga copiata.' : 'Testo copiato.' });
  };
  return { run: () => void run(), problem: copy.problem };
}

/** Filters, rows and the row that explains itself. */
export function RegisterDesk({ view, total, status, first, body, onClear }: RegisterDeskProps) {
  const { today, people } = status;
  const { rows, words } = view;
  const [chosen, setChosen] = useState<string | null>(first ?? null);
  const [detail, setDetail] = useState(true);
  const [exporting, setExporting] = useState(false);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const facets = useRef<HTMLDivElement>(null);
  const selected = rows.find(({ id }) => id === chosen) ?? rows[0];
  const copy = useCopy(selected);
  const columns = useMemo(() => registerColumns(words, today), [words, today]);
  const active = chosenFilters(view);
  const narrowed = active.length > 0 || words.length > 0;

  useShortcuts([
    { keys: 'Control+C', label: 'Copia la riga', within: body, run: copy.run },
    {
      keys: 'Control+Shift+F',
      label: 'Vai ai filtri',
      run: () => {
        setFiltersOpen(true);
        requestAnimationFrame(() => facets.current?.querySelector('input')?.focus());
      },
    },
  ]);

  const table = (
    <>
      <div className="register-tools">
        <Button size="small" icon="filter" className="only-compact" onClick={() => setFiltersOpen(true)}>
          Filtri
        </Button>
        {active.map(({ facet, value, text }) => (
          <FilterChip key={text} text={text} onRemove={() => view.toggle(facet, value)} />
        ))}
        {narrowed && (
          <button type="button" className="link small" onClick={onClear}>
            Togli i filtri
          </button>
        )}
        <span className="grow" />
        <span className="small muted nowrap" role="status">
          {sayNumber(rows.length)} di {sayNumber(total)}
        </span>
        <Button size="small" icon="download" keys="Control+S" onClick={() => setExporting(true)}>
          Esporta…
        </Button>
      </div>
      {copy.problem && <ProblemBanner {...problemOf(copy.problem)} />}
      {rows.length > 0 ? (
        <RegisterTable
          caption="Avvisi inviati"
          columns={columns}
          rows={rows}
          selected={selected?.id ?? null}
          onSelect={setChosen}
          sort={view.sort}
          onSort={view.onSort}
          onDetail={setDetail}
          ref={body}
        />
      ) : (
        <EmptyState
          title="Nessun avviso corrisponde"
          lines={['Ho cercato nel titolo, nel testo inviato, nell’ufficio, nella categoria, nel link e nel numero.']}
          actions={<Button onClick={onClear}>Togli i filtri</Button>}
        />
      )}
    </>
  );
  const panes: readonly PaneSpec[] = [
    {
      id: 'filters',
      label: 'Filtri',
      width: 189,
      sunken: true,
      folds: true,
      content: <RegisterFilters view={view} ref={facets} open={filtersOpen} onOpen={setFiltersOpen} />,
    },
    { id: 'rows', label: 'Avvisi', content: table },
    ...(detail && selected
      ? [
          {
            id: 'detail',
            label: 'Dettaglio',
            width: 312,
            content: (
              <RegisterDetail
                key={selected.id}
                row={selected}
                today={today}
                people={people}
                onClose={() => setDetail(false)}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Panes panes={panes} openPane={filtersOpen ? 'filters' : undefined} onClosePane={() => setFiltersOpen(false)} />
      {exporting && <RegisterExport view={view} onClose={() => setExporting(false)} />}
    </>
  );
}
