import { useState } from 'react';
import type { FilledLine, Reasons } from '#renderer/drafts/editor/judging.ts';
import { Button, Dialog, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ReasonFields, unexplained } from './ReasonFields.tsx';

export interface ForwardDialogProps {
  /** Lines of the checklist that fail and may go on with a reason (P25). */
  readonly lines: readonly FilledLine[];
  /** The errors of the text, named under the line of the style guide. */
  readonly errors: readonly Finding[];
  readonly text: string;
  /** Title, explanation and main button, when it does not go to the head. */
  readonly words?: { readonly title: string; readonly explanation: string; readonly action: string } | undefined;
  readonly problem: Problem | undefined;
  readonly onForward: (reasons: Reasons) => void;
  readonly onClose: () => void;
}

const TO_THE_HEAD = {
  title: 'Inoltra con un motivo',
  explanation:
    'Qualcosa non è a posto. Se va bene così, scrivi perché: il capo settore lo legge e il motivo resta nel registro.',
  action: 'Inoltra al capo settore',
};

/** Asks for the reasons with which a text goes on although not everything is in order. */
export function ForwardDialog({
  lines,
  errors,
  text,
  words = TO_THE_HEAD,
  problem,
  onForward,
  onClose,
}: ForwardDialogProps) {
  const [reasons, setReasons] = useState<Reasons>({});
  const [asked, setAsked] = useState(false);
  const forward = () => {
    setAsked(true);
    if (unexplained(lines, reasons).length === 0) onForward(reasons);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Torna a correggere</Button>
          <Button kind="main" keys="Control+Enter" onClick={forward}>
            {words.action}
          </Button>
        </>
      }
    >
      <p>{words.explanation}</p>
      <ReasonFields
        lines={lines}
        errors={errors}
        text={text}
        reasons={reasons}
        asked={asked}
        onReason={(line, why) => setReasons((before) => ({ ...before, [line]: why }))}
      />
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
