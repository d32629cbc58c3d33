import { useState } from 'react';
import { joinedReasons } from '#renderer/drafts/editor/judging.ts';
import { CheckField } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { RequestDetail } from '#shared/requests/views.ts';
import { ForwardDialog } from './ForwardDialog.tsx';
import type { HeadState } from './Readiness.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import type { Ending, useEndings } from './useEndings.ts';
import type { useJudgedText } from './useRequestWork.ts';

export type OpenEnding = 'forward' | 'release' | Ending;

const CLOSED = 'La richiesta si chiude senza avviso. Il motivo resta nel registro e serve per rispondere all’ufficio.';
const WORDS = {
  duplicato: {
    title: 'È un duplicato',
    explanation: CLOSED,
    action: 'Chiudi la richiesta',
    missing: 'Scrivi di quale avviso è il doppio, per esempio «n. 2026/0204 del 12 novembre».',
  },
  'non necessario': {
    title: 'L’avviso non è necessario',
    explanation: CLOSED,
    action: 'Chiudi la richiesta',
    missing: 'Scrivi perché l’avviso non serve ai cittadini.',
  },
} as const;

export interface EndingDialogsProps {
  readonly open: OpenEnding | undefined;
  readonly judged: ReturnType<typeof useJudgedText>;
  readonly endings: ReturnType<typeof useEndings>;
  readonly request: RequestDetail;
  /** Whether the app knows an address of who asked. */
  readonly canAnswer: boolean;
  /** The reason of the alternative way is already known while the head is away (P32). */
  readonly head: HeadState;
  readonly onClose: () => void;
}

/** The one dialog that is open before a request leaves the desk, if any: each asks the reasons that stay on record. */
export function EndingDialogs({ open, judged, endings, request, canAnswer, head, onClose }: EndingDialogsProps) {
  const [letter, setLetter] = useState(true);
  if (open === undefined) return null;
  if (open === 'forward') {
    return (
      <ForwardDialog
        lines={judged.toExplain}
        errors={judged.errors}
        text={judged.text}
        problem={endings.problems.forward}
        onForward={(reasons) => void endings.forward(joinedReasons(judged.reasons, reasons))}
        onClose={onClose}
      />
    );
  }
  if (open === 'release') {
    return (
      <ReleaseDialog
        head={head}
        request={request}
        lines={judged.toExplain}
        errors={judged.errors}
        text={judged.text}
        problem={endings.problems.release}
        onRelease={(why, reasons) => void endings.release(why, joinedReasons(judged.reasons, reasons))}
        onClose={onClose}
      />
    );
  }
  const tells = open === 'non necessario' && canAnswer;
  return (
    <ReasonDialog
      key={open}
      {...WORDS[open]}
      problem={endings.problems.close}
      onRun={(why) => void endings.close(open, why, tells && letter)}
      onClose={onClose}
    >
      {tells && <CheckField label="Rispondi all’ufficio con questo motivo" checked={letter} onChange={setLetter} />}
    </ReasonDialog>
  );
}
