import { useState } from 'react';
import { CheckField } from '../ui/index.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { ForwardDialog } from './ForwardDialog.tsx';
import { joinedReasons } from './judging.ts';
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
  release: {
    title: 'Via alternativa, senza approvazione',
    explanation:
      'Si usa quando il capo settore è assente: il testo parte per e-mail alla ditta, con capo settore e sindaco in copia. Al posto dell’approvazione vale il tuo controllo, e resta scritto.',
    action: 'Metti in coda',
    missing: 'Scrivi perché serve la via alternativa.',
  },
} as const;

export interface EndingDialogsProps {
  readonly open: OpenEnding | undefined;
  readonly judged: ReturnType<typeof useJudgedText>;
  readonly endings: ReturnType<typeof useEndings>;
  /** Whether the app knows an address of who asked. */
  readonly canAnswer: boolean;
  /** The substitute counts; with nobody, the reason of the alternative way is already known (P32). */
  readonly headPresent: boolean;
  readonly onClose: () => void;
}

/** The one dialog that is open before a request leaves the desk, if any: each asks the reasons that stay on record. */
export function EndingDialogs({ open, judged, endings, canAnswer, headPresent, onClose }: EndingDialogsProps) {
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
  const tells = open === 'non necessario' && canAnswer;
  const run = (why: string) =>
    void (open === 'release' ? endings.release(why, judged.reasons) : endings.close(open, why, tells && letter));
  return (
    <ReasonDialog
      key={open}
      {...WORDS[open]}
      initial={open === 'release' && !headPresent ? 'Il capo settore è assente.' : ''}
      problem={open === 'release' ? endings.problems.release : endings.problems.close}
      onRun={run}
      onClose={onClose}
    >
      {tells && <CheckField label="Rispondi all’ufficio con questo motivo" checked={letter} onChange={setLetter} />}
    </ReasonDialog>
  );
}
