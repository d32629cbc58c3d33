import './recovery.css';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { Button, Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { RetryButton } from '#renderer/ui/RetryButton.tsx';
import type { CopyView, RecoveryView } from '#shared/ipc/recovery.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { CopyList } from './CopyList.tsx';
import { RebuildDialog, RepairDialog, RestoreDialog, StartOverDialog } from './RecoveryDialogs.tsx';
import { foundLines } from './recoveryWords.ts';

/** Codes of the problems of which this screen shows the ways out. */
export const RECOVERABLE: readonly string[] = ['database-damaged', 'database-missing'];

type Choice =
  | { readonly what: 'restore'; readonly copy: CopyView }
  | { readonly what: 'repair' | 'rebuild' | 'start-over' };

export interface RecoveryViewProps {
  readonly view: RecoveryView;
  readonly problem: Problem;
  readonly onChoose: (choice: Choice) => void;
}

/** What was found, the copies, and the other ways on. */
export function RecoveryWays({ view, problem, onChoose }: RecoveryViewProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isThere = view.found.databaseBytes > 0;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        Recupera i dati di questa postazione
      </h1>
      <ProblemBanner {...problemOf(problem)} live="off" />
      <section aria-labelledby="recovery-found">
        <h2 id="recovery-found">Che cosa ho trovato</h2>
        <ul className="recovery-found">
          {foundLines(view).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="recovery-copies">
        <h2 id="recovery-copies">Le copie</h2>
        <CopyList copies={view.copies} today={view.today} onRestore={(copy) => onChoose({ what: 'restore', copy })} />
      </section>
      <section aria-labelledby="recovery-others">
        <h2 id="recovery-others">Altre strade</h2>
        <p className="muted">Nessuna cancella qualcosa: quello che c’è adesso viene messo da parte.</p>
        <div className="recovery-acts">
          {isThere && <Button onClick={() => onChoose({ what: 'repair' })}>Salva quello che si legge…</Button>}
          <Button icon="folder" onClick={() => onChoose({ what: 'rebuild' })}>
            Ricostruisci dal registro condiviso…
          </Button>
          <Button onClick={() => onChoose({ what: 'start-over' })}>Ricomincia da capo…</Button>
        </div>
      </section>
    </>
  );
}

/** In place of the app when its data are gone or damaged: never a new installation (P41, P66). */
export function RecoveryScreen({ problem }: { readonly problem: Problem }) {
  const recovery = useAnswer('core.recovery', {});
  const [choice, setChoice] = useState<Choice>();
  const close = () => setChoice(undefined);
  const view = recovery.value;
  return (
    <main className="recovery" id="contenuto">
      {view && <RecoveryWays view={view} problem={view.problem ?? problem} onChoose={setChoice} />}
      {!view && recovery.loading && <Loading label="Guardo che cosa c’è nella cartella dei dati" />}
      {!view && recovery.problem && <ProblemBanner {...problemOf(recovery.problem)} actions={<RetryButton />} />}
      {view && choice?.what === 'restore' && <RestoreDialog copy={choice.copy} today={view.today} onClose={close} />}
      {choice?.what === 'repair' && <RepairDialog onClose={close} />}
      {view && choice?.what === 'rebuild' && <RebuildDialog share={view.share} onClose={close} />}
      {choice?.what === 'start-over' && <StartOverDialog onClose={close} />}
    </main>
  );
}
