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
  /** Width of the window in px from which it shows without being asked for. */
  readonly from?: number | undefined;
  /** Row commands: appear on hover and on focus, at the right. */
  readonly commands?: boolean | undefined;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A column as it is shown now. */
export interface ShownColumn<Row> extends TableColumn<Row> {
  readonly direction: TableSort['direction'] | undefined;
  /** Orders by it, the other way round when it already does; undefined where that cannot be. */
  readonly onSort: (() => void) | undefined;
}

/** Classes of a cell, the same in head and body. */
export const columnClass = <Row,>(column: TableColumn<Row>): string | undefined =>
  [column.numeric && 'numeric', column.muted && 'muted', column.commands && 'commands'].filter(Boolean).join(' ') ||
  undefined;

export interface TableHeadProps<Row> {
  readonly column: ShownColumn<Row>;
  /** The separator that changes the width of the column. */
  readonly resizer?: ReactNode;
  readonly id?: string | undefined;
}

/** One head cell; a sortable one holds a button and says its order with `aria-sort`. */
export function TableHead<Row>({ column, resizer, id }: TableHeadProps<Row>) {
  const { direction, onSort } = column;
  const label = column.hideHeader ? <span className="visually-hidden">{column.header}</span> : column.header;
  return (
    <th
      id={id}
      scope="col"
      className={columnClass(column)}
      aria-label={resizer ? column.header : undefined}
      aria-sort={column.sortable ? (direction ?? 'none') : undefined}
    >
      {onSort ? (
        <button type="button" className="sort" onClick={onSort}>
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
