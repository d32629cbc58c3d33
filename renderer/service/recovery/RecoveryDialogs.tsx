import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, CheckField, Dialog, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { CopyView } from '#shared/ipc/recovery.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { copyLines, sayCopy } from './recoveryWords.ts';

interface DeedProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly action: string;
  /** What has to be said a second time before it is done. */
  readonly sure?: string;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

/** A deliberate act on the data, with what follows from it. */
function DeedDialog({ title, lines, action, sure, busy, problem, onRun, onClose }: DeedProps) {
  const [isSure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const run = () => {
    setAsked(true);
    if (!busy && (sure === undefined || isSure)) onRun();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            {action}
          </Button>
        </>
      }
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {sure !== undefined && <CheckField label={sure} checked={isSure} onChange={setSure} />}
      {sure !== undefined && asked && !isSure && (
        <p role="alert">Se è quello che vuoi, metti prima il segno di spunta qui sopra.</p>
      )}
      {busy && <p role="status">Lavoro sui dati: può volerci qualche minuto, non chiudere l’app.</p>}
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}

interface OfCopyProps {
  readonly copy: CopyView;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Restores a copy, after saying what that means. */
export function RestoreDialog({ copy, today, onClose }: OfCopyProps) {
  const restore = useAct('core.restoreCopy');
  const run = async () => {
    const done = await restore.run({ name: copy.name });
    if (done.ok) onClose();
  };
  return (
    <DeedDialog
      title={`Ripristina la copia: ${sayCopy(copy, today).toLowerCase()}`}
      lines={[
        ...copyLines(copy, today),
        'Il file dei dati di adesso non si cancella: viene messo da parte. Quello che è stato fatto dopo la copia torna dal registro condiviso, se questa postazione ne faceva parte; il resto va rifatto.',
        'Dopo il ripristino gli invii aspettano finché qualcuno guarda la coda e dice che possono partire.',
      ]}
      action="Ripristina questa copia"
      busy={restore.busy}
      problem={restore.problem}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}

/** Begins anew; asked twice. */
export function StartOverDialog({ onClose }: { readonly onClose: () => void }) {
  const startOver = useAct('core.startOver');
  const run = async () => {
    const done = await startOver.run({});
    if (done.ok) onClose();
  };
  return (
    <DeedDialog
      title="Ricomincia da capo"
      lines={[
        'L’app riparte vuota, come il primo giorno: senza richieste, registro e persone.',
        'Niente viene cancellato: dati, copie e allegati di adesso sono messi da parte nella cartella di questa postazione.',
      ]}
      sure="Sì, voglio ricominciare senza i dati di questa postazione"
      action="Ricomincia da capo"
      busy={startOver.busy}
      problem={startOver.problem}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}

/** Saves what can be read of damaged data. */
export function RepairDialog({ onClose }: { readonly onClose: () => void }) {
  const repair = useAct('core.repair');
  const run = async () => {
    const done = await repair.run({});
    if (done.ok) onClose();
  };
  return (
    <DeedDialog
      title="Salva quello che si legge"
      lines={[
        'L’app prende dal file rovinato tutto quello che è ancora intero e ne fa un file nuovo. Quello rovinato viene messo da parte.',
        'Quello che manca torna dal registro condiviso, se questa postazione ne faceva parte. Gli invii aspettano finché qualcuno guarda la coda.',
      ]}
      action="Salva quello che si legge"
      busy={repair.busy}
      problem={repair.problem}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}

/** Comes back from the shared register. */
export function RebuildDialog({ share, onClose }: { readonly share: string | null; readonly onClose: () => void }) {
  const rebuild = useAct('core.rebuildFromShare');
  const run = async () => {
    const done = await rebuild.run({});
    if (done.ok) onClose();
  };
  return (
    <DeedDialog
      title="Ricostruisci dal registro condiviso"
      lines={[
        share === null
          ? 'Scegli la cartella del registro nella finestra che si apre.'
          : `La cartella del registro è ${share}`,
        'Torna tutto quello che le postazioni hanno condiviso. Quello che era solo su questo computer resta nel file messo da parte.',
        'La postazione è nuova per le altre: qualcuno la accetta, come la prima volta.',
      ]}
      action="Ricostruisci"
      busy={rebuild.busy}
      problem={rebuild.problem}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}
