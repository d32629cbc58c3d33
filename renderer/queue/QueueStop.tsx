import { useAct } from '#renderer/api.ts';
import { useToast } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';

export interface QueueStopProps {
  readonly onClose: () => void;
}

/** Why every sending stops; for ten seconds it can be taken back (L1). */
export function QueueStop({ onClose }: QueueStopProps) {
  const stop = useAct('queue.stop');
  const resume = useAct('queue.resume');
  const show = useToast();
  const run = async (why: string) => {
    if (stop.busy || !(await stop.run({ why })).ok) return;
    onClose();
    show({
      text: 'Tutti gli invii sono fermi.',
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void resume.run({}) },
    });
  };
  return (
    <ReasonDialog
      title="Ferma tutti gli invii"
      explanation="Quello che non è ancora partito resta in coda finché qualcuno non sceglie «Riprendi». Vale per tutte le postazioni: le altre si fermano appena leggono la cartella condivisa. Quello che è già consegnato non si può più fermare da qui."
      action="Ferma tutti gli invii"
      missing="Scrivi perché gli invii devono fermarsi."
      problem={stop.problem}
      onRun={(why) => void run(why)}
      onClose={onClose}
    />
  );
}
