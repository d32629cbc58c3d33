import { type RefObject, useEffect, useRef, useState } from 'react';
import {
  EmptyState,
  PaneHeader,
  type PaneSpec,
  Panes,
  ProblemBanner,
  problemOf,
  Tabs,
  useShortcuts,
} from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { ReportView } from '#shared/report/views.ts';
import { ReconcileAdd, type ReconcileAddProps } from './ReconcileAdd.tsx';
import { ReconcileCompare } from './ReconcileCompare.tsx';
import { ReconcileCompanions, ReconcileRows } from './ReconcileRows.tsx';
import { useReconcileActs } from './reconcileActs.ts';
import { companionsOf, proposedCompanion } from './reconcileCompanions.ts';
import { isOpen, type ListName, listsOf, type ReconcileList, titleOf } from './reconcileLists.ts';
import { sayList } from './reconcileWords.ts';

export interface ReconcileDeskProps {
  readonly view: ReportView;
  readonly profile: ReconcileAddProps['profile'];
}

const EMPTY: Readonly<Record<ListName, readonly [title: string, line: string]>> = {
  matched: ['Nessun avviso abbinato', 'Gli avvisi uguali nel registro e nel rendiconto stanno qui.'],
  different: ['Nessuna differenza', 'Gli avvisi abbinati sono uguali nel registro e nel rendiconto.'],
  onlyRegister: ['Niente solo nel registro', 'La ditta ha rendicontato tutto quello che è stato inviato.'],
  onlyStatement: ['Niente solo nel rendiconto', 'Tutto quello che la ditta ha rendicontato è nel registro.'],
  doubles: ['Nessun doppio', 'Nessun avviso compare due volte.'],
};

/** The list on screen, the row in it, the companion chosen for the row; each falls back to what comes first. */
function useChosen(lists: readonly ReconcileList[], view: ReportView) {
  const [name, setName] = useState<ListName>(() => lists.find(({ open }) => open > 0)?.name ?? 'matched');
  const [rows, setRows] = useState<Partial<Record<ListName, string>>>({});
  const [companion, setCompanion] = useState<string | null>(null);
  const list = lists.find((each) => each.name === name) ?? lists[0];
  const row = list?.rows.find(({ id }) => id === rows[name]) ?? list?.rows.find(isOpen) ?? list?.rows[0];
  const companions = row ? companionsOf(row, lists, view.case.choices) : [];
  const found = companions.find((each) => each.row.id === companion) ?? (row && proposedCompanion(row, companions));
  return {
    list,
    row,
    companions,
    companion: found,
    setName,
    setRow: (id: string) => {
      setRows((before) => ({ ...before, [name]: id }));
      setCompanion(null);
    },
    setCompanion,
  };
}

const focus = (list: RefObject<HTMLElement | null>): void => list.current?.focus();

/** The lists of the reconciliation, the texts side by side and the decisions (P51). */
export function ReconcileDesk({ view, profile }: ReconcileDeskProps) {
  const lists = listsOf(view);
  const { list, row, companions, companion, setName, setRow, setCompanion } = useChosen(lists, view);
  const area = useRef<HTMLDivElement>(null);
  const [rowsList, otherList] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const moved = useRef(false);
  const acts = useReconcileActs(view, () => {
    const next = list?.rows.find((each) => each.id !== row?.id && isOpen(each));
    if (next) setRow(next.id);
  });

  useEffect(() => {
    if (moved.current) focus(rowsList);
    moved.current = false;
  });
  const pair = (kind: 'same' | 'not the same') => {
    if (row && (companion || row.toConfirm || (kind === 'not the same' && row.pair)))
      acts.pair(kind, row, companion?.row);
  };
  const step = (by: 1 | -1) => {
    const filled = lists.filter(({ name, rows }) => rows.length > 0 || name === list?.name);
    const next = filled[filled.findIndex((each) => each.name === list?.name) + by];
    if (!next) return;
    moved.current = true;
    setName(next.name);
  };
  const inOther = (): boolean => document.activeElement === otherList.current;
  useShortcuts([
    {
      keys: 'ArrowRight',
      label: 'Lista seguente',
      within: area,
      run: () => (companions.length > 0 && !inOther() ? focus(otherList) : step(1)),
    },
    {
      keys: 'ArrowLeft',
      label: 'Lista precedente',
      within: area,
      run: () => (inOther() ? focus(rowsList) : step(-1)),
    },
    {
      keys: 'Space',
      label: 'Scegli la riga',
      within: area,
      run: () => (companions.length > 0 && !inOther() ? focus(otherList) : focus(rowsList)),
    },
  ]);
  if (!list) return null;
  const [emptyTitle, emptyLine] = EMPTY[list.name];
  const panes: PaneSpec[] = [
    {
      id: 'rows',
      label: list.label,
      width: companions.length > 0 ? 440 : undefined,
      content: (
        <>
          <PaneHeader title={list.label} note={list.open > 0 ? `${list.open} da decidere` : undefined} />
          <ReconcileRows
            list={list}
            selected={row?.id ?? null}
            onSelect={setRow}
            onPair={() => pair('same')}
            ref={rowsList}
          />
        </>
      ),
    },
  ];
  if (companions.length > 0) {
    const label = row?.register ? 'Possibili compagni nel rendiconto' : 'Possibili compagni nel registro';
    panes.push({
      id: 'companions',
      label,
      content: (
        <>
          <PaneHeader title={label} note={String(companions.length)} />
          <ReconcileCompanions
            label={label}
            companions={companions}
            selected={companion?.row.id ?? null}
            onSelect={setCompanion}
            onPair={() => pair('same')}
            ref={otherList}
          />
        </>
      ),
    });
  }
  if (row) {
    panes.push({
      id: 'compare',
      label: 'Confronto',
      width: 372,
      content: (
        <ReconcileCompare
          row={row}
          companion={companion?.row}
          keysWithin={area}
          onPair={() => pair('same')}
          onApart={() => pair('not the same')}
          onDecide={(offer) => acts.ask({ offer, row })}
        />
      ),
    });
  }
  const { deciding } = acts;
  return (
    <div className="reconcile">
      <Tabs
        label="Liste del confronto"
        selected={list.name}
        onSelect={setName}
        tabs={lists.map((each) => ({
          id: each.name,
          label: each.label,
          count: sayList(each),
          sign: each.open > 0 ? 'todo' : undefined,
        }))}
      >
        {acts.problem && <ProblemBanner {...problemOf(acts.problem)} />}
        <div ref={area} className="reconcile-area">
          {row ? <Panes key={list.name} panes={panes} /> : <EmptyState title={emptyTitle} lines={[emptyLine]} />}
        </div>
      </Tabs>
      {deciding?.offer.outcome === 'added to the register' && (
        <ReconcileAdd
          row={deciding.row}
          offer={deciding.offer}
          profile={profile}
          problem={acts.decisionProblem}
          onRun={acts.add}
          onClose={() => acts.ask(undefined)}
        />
      )}
      {deciding && deciding.offer.outcome !== 'added to the register' && (
        <ReasonDialog
          title={`${deciding.offer.title}: ${titleOf(deciding.row)}`}
          explanation={deciding.offer.explanation}
          action={deciding.offer.action}
          missing="Scrivi il motivo: resta nella relazione."
          initial={deciding.offer.initial}
          problem={acts.decisionProblem}
          onRun={acts.decide}
          onClose={() => acts.ask(undefined)}
        />
      )}
    </div>
  );
}
