import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { ShownColumn, TableColumn, TableSort } from './TableHead.tsx';
import { useMedia } from './useNarrow.ts';

/** What was changed of the columns; what is missing is as at the start. Widths in px. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
}
const AS_AT_START: ColumnLayout = { order: [], shown: {}, widths: {} };

export interface TableModelOptions<Row extends object> {
  readonly columns: readonly TableColumn<Row>[];
  /** The rows that are here: all of a short table, the read ones of a long table, which the core pages and orders. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Ids of the selected rows, which need not be here. */
  readonly selected: Iterable<string>;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  readonly layout?: ColumnLayout | undefined;
  readonly onLayout?: ((layout: ColumnLayout) => void) | undefined;
}

/** A table as `@tanstack/react-table` keeps it: columns, their order, widths and visibility, order and choice of rows. */
export interface TableModel<Row> {
  /** The columns on screen, in order. */
  readonly shown: readonly ShownColumn<Row>[];
  /** Every column in order, and whether it is on screen. */
  readonly all: readonly { readonly column: ShownColumn<Row>; readonly isShown: boolean }[];
  readonly rowOf: (id: string) => Row | undefined;
  readonly isSelected: (id: string) => boolean;
  readonly show: (column: string, isShown: boolean) => void;
  /** Moves a column one place before or after; at the end it stays. */
  readonly move: (column: string, step: 1 | -1) => void;
  /** Widens a column while its edge is dragged; `resized` keeps the width. */
  readonly resize: (column: string, width: number) => void;
  readonly resized: (column: string, width: number) => void;
  readonly reset: () => void;
}

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  rowSortingFeature,
  rowSelectionFeature,
});
/** What every table of the app wants: the core orders the rows, by one column. */
const FIXED = {
  features,
  manualSorting: true,
  sortDescFirst: false,
  enableSortingRemoval: false,
  enableMultiSort: false,
} as const;

/** Width from which a column shows by itself; in one column the table scrolls sideways and shows what it always has. */
function useRoom(): (from: number | undefined) => boolean {
  const medium = useMedia('(min-width: 1280px)');
  const wide = useMedia('(min-width: 1600px)');
  const narrow = useMedia('(max-width: 900px)');
  return (from = 0) => (from < 1280 ? true : from < 1600 ? medium || narrow : wide);
}

/** The model of a table: its columns and rows as they are shown, and what changes them (L10). */
export function useTableModel<Row extends object>(options: TableModelOptions<Row>): TableModel<Row> {
  const { columns, rows, rowId, selected, sort, onSort, layout = AS_AT_START, onLayout } = options;
  const hasRoom = useRoom();
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({});
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => row,
        enableSorting: column.sortable ?? false,
        enableHiding: !column.rowHeader,
        ...(column.width === undefined ? {} : { size: column.width }),
      })),
    [columns],
  );
  const visibility = Object.fromEntries(
    columns.map(({ id, from, rowHeader }) => [id, rowHeader || (layout.shown[id] ?? hasRoom(from))]),
  );
  const sizing = { ...layout.widths, ...dragged };
  const sorting = sort ? [{ id: sort.column, desc: sort.direction === 'descending' }] : [];
  const table = useTable({
    ...FIXED,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: {
      columnOrder: [...layout.order],
      columnVisibility: visibility,
      columnSizing: sizing,
      sorting,
      rowSelection: Object.fromEntries([...selected].map((id) => [id, true as const])),
    },
    onColumnOrderChange: (updater) => {
      onLayout?.({ ...layout, order: functionalUpdate(updater, [...layout.order]) });
    },
    onColumnVisibilityChange: (updater) => {
      const changed = Object.entries(functionalUpdate(updater, visibility)).filter(
        ([id, isShown]) => isShown !== visibility[id],
      );
      onLayout?.({ ...layout, shown: { ...layout.shown, ...Object.fromEntries(changed) } });
    },
    onColumnSizingChange: (updater) => setDragged(functionalUpdate(updater, sizing)),
    onSortingChange: (updater) => {
      const [next] = functionalUpdate(updater, sorting);
      if (next) onSort?.({ column: next.id, direction: next.desc ? 'descending' : 'ascending' });
    },
  });

  const all = table.getAllLeafColumns().flatMap((column) => {
    const spec = columns.find(({ id }) => id === column.id);
    if (!spec) return [];
    const sorted = column.getIsSorted();
    const shown: ShownColumn<Row> = {
      ...spec,
      width: spec.width === undefined ? undefined : column.getSize(),
      direction: sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending',
      onSort: onSort && column.getCanSort() ? () => column.toggleSorting() : undefined,
    };
    return [{ column: shown, isShown: column.getIsVisible() }];
  });
  const { rowsById } = table.getCoreRowModel();
  return {
    all,
    shown: all.filter(({ isShown }) => isShown).map(({ column }) => column),
    rowOf: (id) => rowsById[id]?.original,
    isSelected: (id) => table.state.rowSelection[id] === true,
    show: (id, isShown) => table.getColumn(id)?.toggleVisibility(isShown),
    move: (id, step) => {
      const order = all.map(({ column }) => column.id);
      const from = order.indexOf(id);
      const other = order[from + step];
      if (from < 0 || other === undefined) return;
      order[from] = other;
      order[from + step] = id;
      table.setColumnOrder(order);
    },
    resize: (id, width) => table.setColumnSizing((widths) => ({ ...widths, [id]: width })),
    resized: (id, width) => {
      setDragged({});
      onLayout?.({ ...layout, widths: { ...layout.widths, [id]: width } });
    },
    reset: () => {
      setDragged({});
      onLayout?.(AS_AT_START);
    },
  };
}
