import type { RefObject } from 'react';
import { type Action, ActionBar } from '../ui/index.ts';
import type { ApprovalActs } from './approvalActs.ts';

export interface ApprovalBarProps {
  readonly acts: ApprovalActs;
  readonly isHead: boolean;
  /** What must hold the focus for the letters. */
  readonly keysWithin: RefObject<HTMLElement | null>;
  readonly onOpenRequest: (() => void) | undefined;
  /** An operator writes down what the head decided away from the app (P38); absent for those who may not. */
  readonly onElsewhere: (() => void) | undefined;
}

/** The head's decisions (P30); approving is the one main act. Who is not the head can only look at the request. */
export function ApprovalBar({ acts, isHead, keysWithin, onOpenRequest, onElsewhere }: ApprovalBarProps) {
  const open: readonly Action[] = onOpenRequest
    ? [{ label: 'Apri la richiesta', kind: isHead ? 'quiet' : 'plain', onRun: onOpenRequest }]
    : [];
  if (!isHead) {
    const record: readonly Action[] = onElsewhere
      ? [{ label: 'Registra l’approvazione…', kind: 'plain', onRun: onElsewhere }]
      : [];
    const actions = [...open, ...record];
    return (
      actions.length > 0 && (
        <ActionBar
          message={onElsewhere && 'Se il capo settore ha approvato per telefono o per e-mail, registralo.'}
          actions={actions}
        />
      )
    );
  }
  const approve = { keys: 'Control+Enter', onRun: acts.approve, icon: 'tick' } as const;
  const grouped = acts.route === 'gruppo operativo';
  if (acts.editing) {
    return (
      <ActionBar
        message="Approvi il testo come l’hai cambiato."
        actions={[{ label: 'Lascia il testo com’era', keys: 'Escape', onRun: acts.leaveEdit }]}
        main={{ label: grouped ? 'Approva con le modifiche e copia' : 'Approva con le modifiche', ...approve }}
      />
    );
  }
  return (
    <ActionBar
      message="Se il testo cambia serve una nuova approvazione."
      actions={[
        ...open,
        { label: 'Non selezionare…', kind: 'quiet', onRun: () => acts.ask('refused') },
        { label: 'Rinvia…', kind: 'quiet', onRun: () => acts.ask('postponed') },
        { label: 'Restituisci…', keys: 'R', keysWithin, onRun: () => acts.ask('returned') },
        { label: 'Modifica il testo', keys: 'M', keysWithin, onRun: () => acts.write(acts.text) },
      ]}
      main={{ label: grouped ? 'Approva e copia per il gruppo' : 'Approva', ...approve }}
    />
  );
}
