import { type ReactNode, useState } from 'react';
import { Button, Dialog, ProblemBanner, problemOf, TextArea } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { useForgetOnceDecided, useKeptText } from './keptText.ts';

export interface ReasonDialogProps {
  /** What is decided: `Chiudi come duplicato`. */
  readonly title: string;
  /** What follows from it, in a sentence. */
  readonly explanation: string;
  /** The verb of the main button: `Chiudi la richiesta`. */
  readonly action: string;
  /** What to write when the reason is missing: `Scrivi di quale avviso è il doppio.` */
  readonly missing: string;
  /** Name of the field, when what is written is no reason: `Che cosa si aspetta`. */
  readonly label?: string | undefined;
  readonly initial?: string | undefined;
  /** A choice under the reason: whether the office is told. */
  readonly children?: ReactNode;
  /** Why it did not succeed; the reason stays written. */
  readonly problem?: Problem | undefined;
  readonly onRun: (why: string) => void;
  readonly onClose: () => void;
}

/** Asks the reason that a decision keeps on record (P16, P25, P30); Ctrl+Invio decides. What is typed outlives Esc (P67). */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    title,
    explanation,
    action,
    missing,
    label = 'Perché',
    initial = '',
    children,
    problem,
    onRun,
    onClose,
  } = props;
  const [why, setWhy, forget] = useKeptText(`${title}: ${explanation}`, initial);
  const [asked, setAsked] = useState(false);
  const isMissing = why.trim() === '';
  const { decide, leave } = useForgetOnceDecided(forget);
  const run = () => {
    setAsked(true);
    if (isMissing) return;
    decide();
    onRun(why.trim());
  };
  const close = () => {
    leave();
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            {action}
          </Button>
        </>
      }
    >
      <p>{explanation}</p>
      <TextArea label={label} rows={3} value={why} onChange={setWhy} error={asked && isMissing ? missing : undefined} />
      {children}
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
