import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Shortcut, useShortcuts } from '#renderer/ui/index.ts';
import { Separator } from '#renderer/ui/Separator.tsx';
import { columnClass, type ShownColumn, TableHead } from '#renderer/ui/TableHead.tsx';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { TableModel } from '#renderer/ui/useTableModel.ts';
import type { PlacedRow } from './registerColumns.tsx';
import type { RegisterView } from './useRegisterSearch.ts';

export interface RegisterTableProps {
  readonly view: RegisterView;
  readonly total: number;
  /** Its columns, and the rows that are here under their places. */
  readonly model: TableModel<PlacedRow>;
  /** The place of the selected row. */
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  /** → opens the detail, ← closes it. */
  readonly onDetail: (open: boolean) => void;
  readonly ref: RefObject<HTMLTableSectionElement | null>;
}

/** Above this many rows only those on screen are drawn (L10). */
const VIRTUAL_ABOVE = 200;
const ROW_HEIGHT = 30;
const HEAD_HEIGHT = 30;
const OVERSCAN = 12;
/** Least and greatest width of a column, and what the title keeps, in px. */
const NARROWEST = 48;
const WIDEST = 480;
const TITLE_WIDTH = 176;

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
  const inView = indexes.filter((index) => index !== selected);
  const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - HEAD_HEIGHT) / height));
  return { indexes, height, page, first: inView[0] ?? 0, last: inView.at(-1) ?? 0 };
}

interface HeadProps {
  readonly column: ShownColumn<PlacedRow>;
  readonly model: Pick<TableModel<PlacedRow>, 'resize' | 'resized'>;
}

/** A head whose right edge can be moved; the title takes what the others leave. */
function ResizableHead({ column, model }: HeadProps) {
  const id = useId();
  const { width } = column;
  const resizer = width !== undefined && (
    <Separator
      className="separator-column"
      label={`Larghezza di ${column.header}`}
      controls={id}
      width={width}
      min={NARROWEST}
      max={WIDEST}
      side={1}
      onMove={(next) => model.resize(column.id, next)}
      onDone={(next) => model.resized(column.id, next)}
    />
  );
  return <TableHead id={id} column={column} resizer={resizer} />;
}

interface CellsProps {
  readonly row: PlacedRow | undefined;
  readonly columns: readonly ShownColumn<PlacedRow>[];
}

function Cells({ row, columns }: CellsProps) {
  return columns.map((column) => {
    const Cell = column.rowHeader ? 'th' : 'td';
    return (
      <Cell key={column.id} scope={column.rowHeader ? 'row' : undefined} className={columnClass(column)}>
        {row ? column.cell(row) : column.rowHeader && <span className="muted">Leggo la riga</span>}
      </Cell>
    );
  });
}

/** The rows of the register as a grid: arrows, PagSu, PagGiù, Home and End move the selected row (L5). */
export function RegisterTable(props: RegisterTableProps) {
  const { view, total, model, selected, onSelect, onDetail, ref } = props;
  const columns = model.shown;
  const scroll = useRef<HTMLDivElement>(null);
  const { indexes, height, page, first, last } = useDrawnRows(scroll, total, selected);
  const { onRange, shown, order } = view;

  useEffect(() => onRange({ first, last, selected }), [onRange, first, last, selected]);
  // Other rows, or another order: they begin at the top.
  const question = JSON.stringify([shown, order]);
  const before = useRef(question);
  useEffect(() => {
    if (before.current !== question) scroll.current?.scrollTo({ top: 0 });
    before.current = question;
  }, [question]);
  const selectedBefore = useRef(selected);
  useEffect(() => {
    if (selectedBefore.current === selected) return;
    selectedBefore.current = selected;
    const row = ref.current?.querySelector<HTMLElement>('tr[aria-selected="true"]');
    if (ref.current?.contains(document.activeElement)) row?.focus();
    else row?.scrollIntoView({ block: 'nearest' });
  }, [selected, ref]);

  const keys = useListKeys({
    count: total,
    index: selected,
    page,
    onMove: onSelect,
    textOf: (at) => model.rowOf(String(at))?.row.title,
  });
  const goTo = (index: number) => onSelect(Math.max(0, Math.min(total - 1, index)));
  // The arrows are those of every list; here they stand in the map of keys too.
  const moves: readonly Shortcut[] = [
    { keys: 'ArrowDown', label: 'Riga sotto', run: () => goTo(selected + 1) },
    { keys: 'ArrowUp', label: 'Riga sopra', run: () => goTo(selected - 1) },
    { keys: 'PageDown', label: 'Una pagina sotto', run: () => goTo(selected + page) },
    { keys: 'PageUp', label: 'Una pagina sopra', run: () => goTo(selected - page) },
    { keys: 'Home', label: 'Prima riga', run: () => goTo(0) },
    { keys: 'End', label: 'Ultima riga', run: () => goTo(total - 1) },
    { keys: 'ArrowRight', label: 'Apri il dettaglio', run: () => onDetail(true) },
    { keys: 'ArrowLeft', label: 'Chiudi il dettaglio', run: () => onDetail(false) },
  ];
  useShortcuts(moves.map((move) => ({ ...move, within: ref })));

  const spacer = (from: number, to: number) =>
    to > from && (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it only keeps the place of rows that are not drawn
      <tr role="presentation">
        <td aria-hidden="true" className="register-spacer" style={{ height: (to - from) * height }} />
      </tr>
    );
  const least = columns.reduce((sum, { width }) => sum + (width ?? TITLE_WIDTH), 0);
  return (
    <div ref={scroll} className="register-scroll">
      <table
        className="table table-dense register-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid whose rows are drawn only where they show
        role="grid"
        aria-rowcount={total + 1}
        style={{ minWidth: least }}
      >
        <caption className="visually-hidden">Avvisi inviati</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} width={column.width} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ResizableHead key={column.id} column={column} model={model} />
            ))}
          </tr>
        </thead>
        <tbody ref={ref} onKeyDown={keys.onKeyDown}>
          {indexes.map((at, position) => {
            const row = model.rowOf(String(at));
            const above = position === 0 ? 0 : (indexes[position - 1] ?? 0) + 1;
            return (
              <Fragment key={at}>
                {spacer(above, at)}
                <tr
                  aria-rowindex={at + 2}
                  aria-selected={model.isSelected(String(at))}
                  aria-busy={row ? undefined : true}
                  tabIndex={at === selected ? 0 : -1}
                  onClick={() => onSelect(at)}
                  onDoubleClick={() => onDetail(true)}
                >
                  <Cells row={row} columns={columns} />
                </tr>
              </Fragment>
            );
          })}
          {spacer((indexes.at(-1) ?? -1) + 1, total)}
        </tbody>
      </table>
    </div>
  );
}
