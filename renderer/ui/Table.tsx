import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { MultipleChoice } from './multiple.ts';
import { columnClass, type TableColumn, TableHead, type TableSort } from './TableHead.tsx';
import { useListKeys } from './useListKeys.ts';
import { useTableModel } from './useTableModel.ts';

export interface TableProps<Row> {
  /** Hidden caption: what the rows are. */
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** With `onSelect` the table is a grid: arrows, Home, End and first letters move the selected row. */
  readonly selected?: string | null | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
  /** Invio or a double click on a row. */
  readonly onOpen?: ((id: string) => void) | undefined;
  /** Several rows may be chosen, beside the one that is selected. */
  readonly multiple?: MultipleChoice | undefined;
  /** `dense` 30 px (register), `normal` 32 px, `roomy` 36 px (queue). */
  readonly density?: 'dense' | 'normal' | 'roomy' | undefined;
  readonly ref?: RefObject<HTMLTableElement | null> | undefined;
}

/** How many rows PagSu and PagGiù go. */
const PAGE = 10;

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select') !== null;

/** A table with sticky head, lines and tabular digits (L10). Above 200 rows use a virtual one with the same classes. */
export function Table<Row extends object>(props: TableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    rowId,
    sort,
    onSort,
    selected = null,
    onSelect,
    onOpen,
    multiple,
    density = 'normal',
    ref,
  } = props;
  const own = useRef<HTMLTableElement>(null);
  const table = ref ?? own;
  const ids = rows.map(rowId);
  const index = selected === null ? -1 : ids.indexOf(selected);

  // The focus follows the selection, unless it is on a control inside a row.
  useEffect(() => {
    const body = table.current?.querySelector('tbody');
    const row = body?.children[index];
    if (row instanceof HTMLElement && document.activeElement?.parentElement === body) row.focus();
  }, [table, index]);

  const model = useTableModel({
    columns,
    rows,
    rowId,
    selected: multiple ? multiple.chosen : selected === null ? [] : [selected],
    sort,
    onSort,
  });
  const keys = useListKeys({
    count: ids.length,
    index,
    page: PAGE,
    onMove: (at) => ids[at] !== undefined && onSelect?.(ids[at]),
    textOf: (at) => table.current?.querySelectorAll('tbody tr')[at]?.querySelector('th')?.textContent ?? undefined,
    multiple,
    idAt: (at) => ids[at],
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof HTMLTableRowElement) || keys.onKeyDown(event)) return;
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || selected === null || !onOpen) return;
    event.preventDefault();
    onOpen(selected);
  };

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: with a selection the table is a grid
    <table
      ref={table}
      className={`table table-${density}`}
      role={onSelect ? 'grid' : undefined}
      aria-multiselectable={multiple ? true : undefined}
    >
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        {model.shown.map((column) => (
          <col key={column.id} width={column.width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {model.shown.map((column) => (
            <TableHead key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={onSelect ? onKeyDown : undefined}>
        {rows.map((row, position) => {
          const id = rowId(row);
          const focusable = id === selected || (index < 0 && position === 0);
          return (
            <tr
              key={id}
              aria-selected={onSelect ? model.isSelected(id) : undefined}
              tabIndex={onSelect ? (focusable ? 0 : -1) : undefined}
              onClick={onSelect ? (event) => keys.onPick(event, position) : undefined}
              onDoubleClick={onOpen ? ({ target }) => isControl(target) || onOpen(id) : undefined}
            >
              {model.shown.map((column) =>
                column.rowHeader ? (
                  <th key={column.id} scope="row" className={columnClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={columnClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
