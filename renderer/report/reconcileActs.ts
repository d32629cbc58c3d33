import { useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';
import { useAct } from '../api.ts';
import { useToast } from '../ui/index.ts';
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
  /** Why a pair was not kept. */
  readonly problem: Problem | undefined;
  /** Why a decision was not kept. */
  readonly decisionProblem: Problem | undefined;
}

/** Keeps choices and decisions; `onDecided` moves on to the next row. */
export function useReconcileActs(period: string, onDecided: () => void): ReconcileActs {
  const pair = useAct('report.pair');
  const decide = useAct('report.decide');
  const show = useToast();
  const [deciding, setDeciding] = useState<Deciding>();
  const keepPair: ReconcileActs['pair'] = async (kind, row, companion) => {
    const register = row.register ?? companion?.register;
    const statement = row.statement ?? companion?.statement;
    if (!register || !statement || pair.busy) return;
    const reply = await pair.run({ period, choice: { kind, register: register.number, statement: statement.key } });
    if (!reply.ok) return;
    const words = kind === 'same' ? 'abbinati' : 'tenuti separati';
    show({ text: `N. ${register.number} e riga ${statement.row} ${words}.` });
  };
  const keepDecision = async (note: string) => {
    const about = deciding?.row.about;
    if (!deciding || !about || decide.busy) return;
    const reply = await decide.run({ period, about, outcome: deciding.offer.outcome, note });
    if (!reply.ok) return;
    setDeciding(undefined);
    onDecided();
    show({ text: `«${titleOf(deciding.row)}»: ${OUTCOME_WORDS[deciding.offer.outcome]}.` });
  };
  return {
    pair: (kind, row, companion) => void keepPair(kind, row, companion),
    deciding,
    ask: (asked) => {
      decide.putAway();
      setDeciding(asked);
    },
    decide: (note) => void keepDecision(note),
    problem: pair.problem,
    decisionProblem: decide.problem,
  };
}
