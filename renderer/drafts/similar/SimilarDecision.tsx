import { type RefObject, useId, useState } from 'react';
import { Button, CheckField, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { Problem } from '#shared/kernel/problem.ts';
import { nameNotice, type SimilarNotice } from '#shared/requests/comparison.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { SimilarSeriesDialog } from './SimilarSeriesDialog.tsx';
import { sayConsequences } from './similarWords.ts';
import type { SimilarChoice } from './useSimilarDecision.ts';

export interface SimilarDecisionProps {
  readonly request: RequestDetail;
  readonly notice: SimilarNotice;
  /** Where the keys 1 2 3 work. */
  readonly within: RefObject<HTMLElement | null>;
  readonly problem: Problem | undefined;
  /** How many others nobody has decided yet. */
  readonly others: number;
  readonly onDecide: (choice: SimilarChoice) => void;
  /** None of those that are open is the same notice, for one reason. */
  readonly onNone: (why: string) => void;
  /** A dialog is closed: its problem is put away. */
  readonly onPutAway: () => void;
}

/** The three decisions, and one for all that are open: none of them proposed, each with its consequence (P21). */
export function SimilarDecision(props: SimilarDecisionProps) {
  const { request, notice, within, problem, others, onDecide, onNone, onPutAway } = props;
  const [open, setOpen] = useState<'serie' | 'diverso' | 'none'>();
  const [letter, setLetter] = useState(true);
  const canAnswer = request.senderAddress !== null;
  const base = useId();
  const consequences = sayConsequences(notice);
  const close = () => {
    setOpen(undefined);
    onPutAway();
  };
  const decide = (verdict: SimilarChoice['verdict'], rest: Partial<SimilarChoice> = {}) =>
    onDecide({ verdict, why: '', series: null, letter: canAnswer && letter, ...rest });
  const choice = (key: '1' | '2' | '3', verdict: keyof typeof consequences, label: string, run: () => void) => (
    <div>
      <Button keys={key} keysWithin={within} aria-describedby={`${base}-${verdict}`} onClick={run}>
        {label}
      </Button>
      <p id={`${base}-${verdict}`}>{consequences[verdict]}</p>
      {verdict === 'duplicato' && canAnswer && (
        <CheckField label="Rispondi all’ufficio che è già stato chiesto" checked={letter} onChange={setLetter} />
      )}
    </div>
  );
  return (
    <>
      {problem && open === undefined && <ProblemBanner {...problemOf(problem)} />}
      <section className="similar-decisions" aria-label="Decisione">
        {choice('1', 'duplicato', 'È un duplicato', () => decide('duplicato'))}
        {choice('2', 'serie', 'Fa parte di una serie…', () => setOpen('serie'))}
        {choice('3', 'diverso', 'È diverso, perché…', () => setOpen('diverso'))}
        {others > 0 && notice.decided === null && (
          <div>
            <Button keys="4" keysWithin={within} aria-describedby={`${base}-none`} onClick={() => setOpen('none')}>
              Nessuno è lo stesso, perché…
            </Button>
            <p id={`${base}-none`}>Vale per {others + 1} testi simili, con lo stesso motivo.</p>
          </div>
        )}
      </section>
      {open === 'serie' && (
        <SimilarSeriesDialog
          proposed={request.series ?? notice.asSeries}
          problem={problem}
          onRun={(series) => decide('serie', { series })}
          onClose={close}
        />
      )}
      {(open === 'diverso' || open === 'none') && (
        <ReasonDialog
          title={open === 'none' ? 'Nessuno è lo stesso avviso' : 'È un avviso diverso'}
          explanation={
            open === 'none'
              ? `La richiesta continua. Il motivo resta scritto accanto a ognuno dei ${others + 1} testi simili.`
              : `La richiesta continua. Il motivo resta scritto accanto a ${nameNotice(notice)}.`
          }
          label="In che cosa è diverso"
          action={open === 'none' ? 'Sono tutti diversi' : 'È diverso'}
          missing="Scrivi in che cosa è diverso, per esempio «altra data, altro luogo»."
          problem={problem}
          onRun={(why) => (open === 'none' ? onNone(why) : decide('diverso', { why }))}
          onClose={close}
        />
      )}
    </>
  );
}
