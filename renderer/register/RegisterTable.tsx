import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { TableColumn, TableSort } from '../ui/index.ts';
import { columnClass, TableHead } from '../ui/TableHead.tsx';
import type { RegisterRow } from './registerRows.ts';

export interface RegisterTableProps {
  /** Hidden caption: what the rows are. */
  readonly caption: string;
  readonly columns: readonly TableColumn<RegisterRow>[];
  readonly rows: readonly RegisterRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  /** → opens the detail, ← closes it. */
  readonly onDetail: (open: boolean) => void;
  readonly ref: RefObject<HTMLTableSectionElement | null>;
}

/** Above this many rows only those on screen are drawn (L10). */
const VIRTUAL_ABOVE = 200;
const ROW_HEIGHT = 30;
const HEAD_HEIGHT = 30;
const OVERSCAN = 12;

/** Height of a row in px: the setting "Righe più alte" adds to it. */
const rowHeight = (): number =>
  ROW_HEIGHT + (Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--row-extra'), 10) || 0);

/** Which rows to draw: all of a short table, else those in view and always the selected one, which may hold the focus. */
function useDrawnRows(scroll: RefObject<HTMLElement | null>, count: number, selected: number) {
  const [height] = useState(rowHeight);
  const virtual = count > VIRTUAL_ABOVE;
  const virtualizer = useVirtualizer({
    count,
    enabled: virtual,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (selected < 0 || selected >= count || indexes.includes(selected)) return indexes;
      return [...indexes, selected].sort((one, other) => one - other);
    },
  });
  const indexes = virtual ? virtualizer.getVirtualItems().map(({ index }) => index) : [...Array(count).keys()];
  const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - HEAD_HEIGHT) / height));
  return { indexes, height, page };
}

/** The rows of the register as a grid: arrows, PagSu, PagGiù, Home and End move the selected row (L5). */
export function RegisterTable(props: RegisterTableProps) {
  const { caption, columns, rows, selected, onSelect, sort, onSort, onDetail, ref } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const index = rows.findIndex(({ id }) => id === selected);
  const { indexes, height, page } = useDrawnRows(scroll, rows.length, index);

  useEffect(() => {
    if (index < 0 || !ref.current?.contains(document.activeElement)) return;
    ref.current.querySelector<HTMLElement>('tr[aria-selected="true"]')?.focus();
  }, [index, ref]);

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const last = rows.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(index + 1, last),
      ArrowUp: Math.max(index - 1, 0),
      PageDown: Math.min(index + page, last),
      PageUp: Math.max(index - page, 0),
      Home: 0,
      End: last,
    };
    const next = rows[moves[event.key] ?? -1];
    if (next) onSelect(next.id);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') onDetail(event.key === 'ArrowRight');
    else return;
    event.preventDefault();
  };

  const spacer = (from: number, to: number) =>
    to > from && (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it only keeps the place of rows that are not drawn
      <tr role="presentation">
        <td aria-hidden="true" className="register-spacer" style={{ height: (to - from) * height }} />
      </tr>
    );
  return (
    <div ref={scroll} className="register-scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid whose rows are drawn only where they show */}
      <table className="table table-dense register-table" role="grid" aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} className={column.wide ? 'wide' : undefined} width={column.width} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <TableHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={ref} onKeyDown={onKeyDown}>
          {indexes.map((at, position) => {
            const row = rows[at];
            if (!row) return null;
            const before = position === 0 ? 0 : (indexes[position - 1] ?? 0) + 1;
            return (
              <Fragment key={row.id}>
                {spacer(before, at)}
                <tr
                  aria-rowindex={at + 2}
                  aria-selected={at === index}
                  tabIndex={at === index ? 0 : -1}
                  onClick={() => onSelect(row.id)}
                  onDoubleClick={() => onDetail(true)}
                >
                  {columns.map((column) => {
                    const Cell = column.rowHeader ? 'th' : 'td';
                    return (
                      <Cell
                        key={column.id}
                        scope={column.rowHeader ? 'row' : undefined}
                        className={columnClass(column)}
                      >
                        {column.cell(row)}
                      </Cell>
                    );
                  })}
                </tr>
              </Fragment>
            );
          })}
          {spacer((indexes.at(-1) ?? -1) + 1, rows.length)}
        </tbody>
      </table>
    </div>
  );
}
