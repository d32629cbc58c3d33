import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type ColumnId, columnOrder, type Layout } from '#shared/register/deskView.ts';
import { entryNumber } from '#shared/register/entry.ts';
import type { Note } from '#shared/register/notes.ts';
import type { SearchTerm } from '#shared/register/search.ts';
import { saySeries } from '#shared/register/series.ts';
import type { EntryRow } from '#shared/register/views.ts';
import { Sign, type TableColumn, VisuallyHidden } from '../ui/index.ts';
import { useMedia } from '../ui/useNarrow.ts';
import { Hits } from './Hits.tsx';
import { NOT_SAID, sayNumber, sayShortDay, shortRoute } from './registerWords.ts';

/** A column of the register. `from` is the width of the window in px from which it shows without being asked for. */
export interface RegisterColumn extends TableColumn<EntryRow> {
  readonly id: ColumnId;
  readonly from?: number;
}

const TONES: Readonly<Record<Note, string>> = {
  emergenza: 'text-bad strong',
  'testo cambiato': 'text-warn strong',
  'senza approvazione': 'text-warn strong',
  'controllo forzato': 'muted',
  'una sola persona': 'muted',
  'altro scostamento': 'muted',
  rettifica: 'muted',
};

function Notes({ row: { notes, state, series } }: { readonly row: EntryRow }) {
  const words = [
    ...(state === 'rettificato' ? [{ text: state, tone: 'text-bad strong' }] : []),
    ...notes.map((note) => ({ text: note, tone: TONES[note] })),
    ...(series ? [{ text: `serie ${saySeries(series)}`, tone: 'muted' }] : []),
  ];
  const [first, ...others] = words;
  if (!first) return null;
  return (
    <>
      <span className={first.tone}>{first.text}</span>
      {others.length > 0 && (
        <span className="muted">
          <span aria-hidden="true"> +{others.length}</span>
          <VisuallyHidden>, {others.map(({ text }) => text).join(', ')}</VisuallyHidden>
        </span>
      )}
    </>
  );
}

/** The number of the row with what the search found in it: also without the zeros before it. */
function NumberHits({ row, terms }: { readonly row: EntryRow; readonly terms: readonly SearchTerm[] }) {
  const whole = entryNumber(row);
  const bare = row.number === null ? whole : String(row.number);
  const zeros = whole.slice(0, whole.length - bare.length);
  const padded = terms.some(({ words: [word = ''] }) => word.startsWith('0'));
  if (padded) return <Hits text={whole} terms={terms} />;
  return (
    <>
      <Hits text={zeros} terms={terms} />
      <Hits text={bare} terms={terms} />
    </>
  );
}

/** Every column the register may have. */
export function registerColumns(terms: readonly SearchTerm[], today: Day): readonly RegisterColumn[] {
  const words = (text: string | null) => <Hits text={text ?? NOT_SAID} terms={text === null ? [] : terms} />;
  return [
    {
      ...{ id: 'number', header: 'Numero', width: 88, muted: true, sortable: true },
      cell: (row) => <NumberHits row={row} terms={terms} />,
    },
    {
      ...{ id: 'sentAt', header: 'Data', width: 92, sortable: true },
      cell: ({ sentAt }) => sayShortDay(romeOf(sentAt).day, today),
    },
    { ...{ id: 'time', header: 'Ora', width: 56, from: 1600, muted: true }, cell: ({ sentAt }) => romeOf(sentAt).time },
    {
      ...{ id: 'title', header: 'Avviso', rowHeader: true, sortable: true },
      cell: ({ title, state }) => (
        <>
          <span className="register-sign">
            <Sign name={state === 'inviato' ? 'done' : 'warning'} label={state} size={14} />
          </span>
          {words(title)}
        </>
      ),
    },
    {
      ...{ id: 'office', header: 'Ufficio', width: 124, muted: true, sortable: true },
      cell: ({ office }) => words(office),
    },
    {
      ...{ id: 'category', header: 'Categoria', width: 130, from: 1600, muted: true, sortable: true },
      cell: ({ category }) => words(category),
    },
    {
      ...{ id: 'route', header: 'Via', width: 72, from: 1280, sortable: true },
      cell: ({ route }) => shortRoute(route),
    },
    {
      ...{ id: 'recipients', header: 'Persone', width: 84, from: 1600, numeric: true, sortable: true },
      cell: ({ recipients }) => (recipients === null ? 'non noto' : sayNumber(recipients)),
    },
    { ...{ id: 'note', header: 'Note', width: 140, sortable: true }, cell: (row) => <Notes row={row} /> },
  ];
}

const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature, columnSizingFeature });
const NO_ROWS: EntryRow[] = [];

/** Width from which a column shows by itself; in one column the table scrolls sideways and shows what it always has. */
function useRoom(): (from: number | undefined) => boolean {
  const medium = useMedia('(min-width: 1280px)');
  const wide = useMedia('(min-width: 1600px)');
  const narrow = useMedia('(max-width: 900px)');
  return (from = 0) => (from < 1280 ? true : from < 1600 ? medium || narrow : wide);
}

export interface ShownColumns {
  /** The columns on screen, in order, with their widths. */
  readonly shown: readonly RegisterColumn[];
  /** Every column in order, and whether it is on screen. */
  readonly all: readonly { readonly column: RegisterColumn; readonly isShown: boolean }[];
}

/** Orders, hides and sizes the columns as the desk wants them and the window has room (L10). */
export function useShownColumns(specs: readonly RegisterColumn[], layout: Layout): ShownColumns {
  const hasRoom = useRoom();
  const table = useTable({
    features,
    data: NO_ROWS,
    columns: specs.map(({ id, width }) => ({ id, ...(width === undefined ? {} : { size: width }) })),
    state: {
      columnOrder: [...columnOrder(layout)],
      columnVisibility: Object.fromEntries(
        specs.map(({ id, from, rowHeader }) => [id, rowHeader || (layout.shown[id] ?? hasRoom(from))]),
      ),
      columnSizing: layout.widths,
    },
  });
  const sized = table.getAllLeafColumns().flatMap((column) => {
    const spec = specs.find(({ id }) => id === column.id);
    if (!spec) return [];
    const width = spec.width === undefined ? undefined : column.getSize();
    return [{ column: { ...spec, width }, isShown: column.getIsVisible() }];
  });
  return { all: sized, shown: sized.filter(({ isShown }) => isShown).map(({ column }) => column) };
}
