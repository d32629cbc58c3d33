import type { RefObject } from 'react';
import { Chip, ListBox, ListRow } from '#renderer/ui/index.ts';
import type { Companion } from './reconcileCompanions.ts';
import { isOpen, type ReconcileList, type ReconcileRow, sayRegister, sayStatement, titleOf } from './reconcileLists.ts';
import { sayLikeness, sayPair, stateOf } from './reconcileWords.ts';

const detailOf = (row: ReconcileRow): string => {
  if (row.pair) return sayPair(row);
  if (row.register) return sayRegister(row.register);
  return row.statement ? sayStatement(row.statement) : '';
};

function Row({ row }: { readonly row: ReconcileRow }) {
  const { sign, word } = stateOf(row);
  const flag = row.repeats !== null && !row.decision ? row.repeats : word;
  return (
    <ListRow
      sign={sign}
      signLabel={word}
      title={titleOf(row)}
      detail={detailOf(row)}
      flags={
        (row.about || row.toConfirm) && (
          <Chip tone={isOpen(row) ? 'warn' : 'idle'} sign={isOpen(row) ? 'warning' : undefined}>
            {flag}
          </Chip>
        )
      }
    />
  );
}

export interface ReconcileRowsProps {
  readonly list: ReconcileList;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onPair: () => void;
  readonly ref: RefObject<HTMLDivElement | null>;
}

/** The rows of one list. */
export function ReconcileRows({ list, selected, onSelect, onPair, ref }: ReconcileRowsProps) {
  return (
    <ListBox
      ref={ref}
      label={list.label}
      selected={selected}
      onSelect={onSelect}
      onOpen={onPair}
      groups={list.groups.map(({ id, title, rows }) => ({
        id,
        title: title === '' ? undefined : `${title}: ${rows.length}`,
        options: rows.map((row) => ({ id: row.id, content: <Row row={row} /> })),
      }))}
    />
  );
}

export interface ReconcileCompanionsProps {
  readonly label: string;
  readonly companions: readonly Companion[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onPair: () => void;
  readonly ref: RefObject<HTMLDivElement | null>;
}

/** The rows of the other side, the likest first. */
export function ReconcileCompanions(props: ReconcileCompanionsProps) {
  const { label, companions, selected, onSelect, onPair, ref } = props;
  return (
    <ListBox
      ref={ref}
      label={label}
      selected={selected}
      onSelect={onSelect}
      onOpen={onPair}
      groups={[
        {
          id: 'companions',
          options: companions.map(({ row, likeness }) => ({
            id: row.id,
            content: (
              <ListRow
                sign={row.id === selected ? 'info' : 'todo'}
                signLabel={row.id === selected ? 'scelto' : 'da scegliere'}
                title={titleOf(row)}
                detail={detailOf(row)}
                flags={<Chip tone="info">{sayLikeness(likeness)}</Chip>}
              />
            ),
          })),
        },
      ]}
    />
  );
}
