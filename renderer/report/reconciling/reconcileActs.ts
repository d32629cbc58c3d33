import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useToast } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { isSameAbout } from '#shared/report/choices.ts';
import type { ReportView } from '#shared/report/views.ts';
import type { AddedMessage } from './ReconcileAdd.tsx';
import { type ReconcileRow, titleOf } from './reconcileLists.ts';
import type { DecisionOffer } from './reconcileOffers.ts';
import { OUTCOME_WORDS } from './reconcileWords.ts';

/** The decision that waits for its note. */
export interface Deciding {
  readonly offer: DecisionOffer;
  readonly row: ReconcileRow;
}

/** What a person does with the compared rows (P51). */
export interface ReconcileActs {
  readonly pair: (kind: 'same' | 'not the same', row: ReconcileRow, companion: ReconcileRow | undefined) => void;
  readonly deciding: Deciding | undefined;
  readonly ask: (deciding: Deciding | undefined) => void;
  readonly decide: (note: string) => void;
  readonly add: (message: AddedMessage) => void;
  /** Why a pair was not kept, or not taken back. */
  readonly problem: Problem | undefined;
  /** Why a decision was not kept. */
  readonly decisionProblem: Problem | undefined;
}

/** Keeps choices about pairs; a toast takes the last one back. */
function usePairing({ period, case: { choices } }: ReportView) {
  const pair = useAct('report.pair');
  const unpair = useAct('report.unpair');
  const show = useToast();
  const keep = async (kind: 'same' | 'not the same', row: ReconcileRow, companion: ReconcileRow | undefined) => {
    const register = row.register ?? companion?.register;
    const statement = row.statement ?? companion?.statement;
    if (!register || !statement || pair.busy) return;
    const names = { register: register.number, statement: statement.key };
    const before = choices.find((one) => one.register === names.register && one.statement === names.statement);
    const reply = await pair.run({ period, choice: { kind, ...names } });
    if (!reply.ok) return;
    show({
      text: `N. ${register.number} e riga ${statement.row} ${kind === 'same' ? 'abbinati' : 'tenuti separati'}.`,
      action: {
        label: 'Annulla',
        keys: 'Control+Z',
        run: () => void (before ? pair.run({ period, choice: before }) : unpair.run({ period, ...names })),
      },
    });
  };
  return { keep, problem: pair.problem ?? unpair.problem };
}

/** Keeps choices and decisions; `onDecided` moves on to the next row. */
export function useReconcileActs(view: ReportView, onDecided: () => void): ReconcileActs {
  const { period } = view;
  const pairing = usePairing(view);
  const decide = useAct('report.decide');
  const reopen = useAct('report.reopen');
  const add = useAct('report.addToRegister');
  const show = useToast();
  const [deciding, setDeciding] = useState<Deciding>();
  const keepDecision = async (note: string) => {
    const about = deciding?.row.about;
    if (!deciding || !about || decide.busy) return;
    const before = view.case.decisions.find((decision) => isSameAbout(decision.about, about));
    const { outcome } = deciding.offer;
    const reply = await decide.run({ period, about, outcome, note });
    if (!reply.ok) return;
    setDeciding(undefined);
    onDecided();
    show({
      text: `«${titleOf(deciding.row)}»: ${OUTCOME_WORDS[outcome]}.`,
      action: {
        label: 'Annulla',
        keys: 'Control+Z',
        run: () =>
          void (before
            ? decide.run({ period, about, outcome: before.outcome, note: before.note })
            : reopen.run({ period, about })),
      },
    });
  };
  const keepAddition = async (message: AddedMessage) => {
    const key = deciding?.row.statement?.key;
    if (key === undefined || add.busy) return;
    const reply = await add.run({ period, statement: key, ...message });
    if (!reply.ok) return;
    setDeciding(undefined);
    onDecided();
    show({ text: `«${message.title}» è nel registro con il numero ${reply.value.number}.` });
  };
  return {
    pair: (kind, row, companion) => void pairing.keep(kind, row, companion),
    deciding,
    ask: (asked) => {
      decide.putAway();
      add.putAway();
      setDeciding(asked);
    },
    decide: (note) => void keepDecision(note),
    add: (message) => void keepAddition(message),
    problem: pairing.problem ?? reopen.problem,
    decisionProblem: decide.problem ?? add.problem,
  };
}
