import type { ReactNode, RefObject } from 'react';
import { type Action, ActionBar } from '#renderer/ui/index.ts';
import type { ApprovalActs } from './approvalActs.ts';

export interface ApprovalBarProps {
  readonly acts: ApprovalActs;
  /** Who wrote the text that was forwarded. */
  readonly author: string;
  /** How the text that the head changed stands. */
  readonly state: ReactNode;
  readonly onApprove: () => void;
  readonly isHead: boolean;
  /** What must hold the focus for the letters. */
  readonly keysWithin: RefObject<HTMLElement | null>;
  readonly onOpenRequest: (() => void) | undefined;
  /** Opens an answer that nobody has read (P18): it comes before every decision; absent where there is none. */
  readonly onRead: (() => void) | undefined;
  /** Goes to the first of the two answers that is missing (P39). */
  readonly onAnswer: () => void;
  /** The first day of service after the election period, in words: `al 9 dicembre`; absent outside of one. */
  readonly postponeTo: string | undefined;
  /** An operator writes down what the head decided away from the app (P38); absent for those who may not. */
  readonly onElsewhere: (() => void) | undefined;
}

/** What stands beside the decisions, by how many of the two answers are missing. */
const MISSING_ANSWERS = [
  'Se il testo cambia serve una nuova approvazione.',
  'Manca una risposta.',
  'Mancano le 2 risposte.',
] as const;

/** The head's decisions (P30); approving is the one main act. Who is not the head can only look at the request. */
export function ApprovalBar(props: ApprovalBarProps) {
  const { acts, author, state, isHead, keysWithin } = props;
  const { onApprove, onOpenRequest, onElsewhere, onAnswer, onRead, postponeTo } = props;
  const open: readonly Action[] = onOpenRequest
    ? [{ label: 'Apri la richiesta', kind: isHead ? 'quiet' : 'plain', onRun: onOpenRequest }]
    : [];
  if (!isHead) {
    const record: readonly Action[] = onElsewhere
      ? [{ label: 'Registra la decisione del capo…', kind: 'plain', onRun: onElsewhere }]
      : [];
    const actions = [...open, ...record];
    return (
      actions.length > 0 && (
        <ActionBar
          message={onElsewhere && 'Se il capo settore ha deciso per telefono o per e-mail, registralo.'}
          actions={actions}
        />
      )
    );
  }
  const approve = { keys: 'Control+Enter', onRun: onApprove, icon: 'tick' } as const;
  const missing = acts.election?.missing.length ?? 0;
  // Never disabled: the press leads to what is missing.
  const answer: Action | undefined = onRead
    ? { label: 'Approva: prima leggi la risposta', keys: 'Control+Enter', kind: 'plain', onRun: onRead }
    : missing === 0
      ? undefined
      : {
          label: missing === 2 ? 'Approva: mancano 2 risposte' : 'Approva: manca 1 risposta',
          keys: 'Control+Enter',
          kind: 'plain',
          onRun: onAnswer,
        };
  const grouped = acts.route === 'gruppo operativo';
  const back = { label: `Torna al testo di ${author}`, onRun: acts.dropEdit };
  const changed = { label: grouped ? 'Approva con le modifiche e copia' : 'Approva con le modifiche', ...approve };
  if (acts.editing) {
    return (
      <ActionBar
        message={state}
        actions={[back, { label: 'Chiudi l’editor', keys: 'Escape', onRun: acts.leaveEdit }]}
        main={answer ?? changed}
      />
    );
  }
  return (
    <ActionBar
      message={acts.changed ? state : MISSING_ANSWERS[missing]}
      actions={[
        ...open,
        { label: 'Non selezionare…', kind: 'quiet', onRun: () => acts.ask('refused') },
        {
          label: postponeTo === undefined ? 'Rinvia…' : `Rinvia ${postponeTo}…`,
          kind: 'quiet',
          onRun: () => acts.ask('postponed'),
        },
        { label: 'Restituisci…', keys: 'R', keysWithin, onRun: () => acts.ask('returned') },
        ...(acts.changed ? [back] : []),
        { label: 'Modifica il testo', keys: 'M', keysWithin, onRun: acts.edit },
      ]}
      main={
        answer ??
        (acts.changed ? changed : { label: grouped ? 'Approva e copia per il gruppo' : 'Approva', ...approve })
      }
    />
  );
}
