import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { columnClass, type TableColumn, TableHead, type TableSort } from './TableHead.tsx';

export interface TableProps<Row> {
  /** Hidden caption: what the rows are. */
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** With `onSelect` the table is a grid: arrows, Home and End move the selected row. */
  readonly selected?: string | null | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
  /** Invio or a double click on a row. */
  readonly onOpen?: ((id: string) => void) | undefined;
  /** `dense` 30 px (register), `normal` 32 px, `roomy` 36 px (queue). */
  readonly density?: 'dense' | 'normal' | 'roomy' | undefined;
  readonly ref?: RefObject<HTMLTableElement | null> | undefined;
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select') !== null;

/** A table with sticky head, lines and tabular digits (L10). Above 200 rows use a virtual one with the same classes. */
export function Table<Row>(props: TableProps<Row>) {
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

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.ctrlKey || event.altKey) return;
    const last = ids.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(index + 1, last),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: last,
    };
    const next = ids[moves[event.key] ?? -1];
    if (next !== undefined) onSelect?.(next);
    else if (event.key === 'Enter' && selected !== null && onOpen) onOpen(selected);
    else return;
    event.preventDefault();
  };

  return (
    <table ref={table} className={`table table-${density}`} role={onSelect ? 'grid' : undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} className={column.wide ? 'wide' : undefined} width={column.width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <TableHead key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={onSelect ? onKeyDown : undefined}>
        {rows.map((row, position) => {
          const id = rowId(row);
          const chosen = id === selected;
          const focusable = chosen || (index < 0 && position === 0);
          return (
            <tr
              key={id}
              aria-selected={onSelect ? chosen : undefined}
              tabIndex={onSelect ? (focusable ? 0 : -1) : undefined}
              onClick={onSelect ? () => onSelect(id) : undefined}
              onDoubleClick={onOpen ? ({ target }) => isControl(target) || onOpen(id) : undefined}
            >
              {columns.map((column) =>
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
