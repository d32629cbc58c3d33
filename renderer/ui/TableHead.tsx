import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Leaves the header to screen readers: the column of row commands. */
  readonly hideHeader?: boolean | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** The first text column names the row for screen readers. */
  readonly rowHeader?: boolean | undefined;
  /** Right-aligned: numbers and dates of the same kind. */
  readonly numeric?: boolean | undefined;
  /** Width in px; columns without one share the rest. */
  readonly width?: number | undefined;
  /** Second-rank text. */
  readonly muted?: boolean | undefined;
  readonly sortable?: boolean | undefined;
  /** Shown only from 1600 px on. */
  readonly wide?: boolean | undefined;
  /** Row commands: appear on hover and on focus, at the right. */
  readonly commands?: boolean | undefined;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** Classes of a cell, the same in head and body. */
export const columnClass = <Row,>(column: TableColumn<Row>): string | undefined =>
  [column.numeric && 'numeric', column.muted && 'muted', column.wide && 'wide', column.commands && 'commands']
    .filter(Boolean)
    .join(' ') || undefined;

export interface TableHeadProps<Row> {
  readonly column: TableColumn<Row>;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** The separator that changes the width of the column. */
  readonly resizer?: ReactNode;
  readonly id?: string | undefined;
}

/** One head cell; a sortable one holds a button and says its order with `aria-sort`. */
export function TableHead<Row>({ column, sort, onSort, resizer, id }: TableHeadProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const label = column.hideHeader ? <span className="visually-hidden">{column.header}</span> : column.header;
  const opposite = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th
      id={id}
      scope="col"
      className={columnClass(column)}
      aria-label={resizer ? column.header : undefined}
      aria-sort={column.sortable ? (direction ?? 'none') : undefined}
    >
      {column.sortable && onSort ? (
        <button type="button" className="sort" onClick={() => onSort({ column: column.id, direction: opposite })}>
          {label}
          <span className={`sort-arrow sort-${direction ?? 'none'}`}>
            <Icon name="down" size={14} />
          </span>
        </button>
      ) : (
        label
      )}
      {resizer}
    </th>
  );
}
