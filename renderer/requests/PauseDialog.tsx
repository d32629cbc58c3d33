import { useAct } from '../api.ts';
import { useToast } from '../ui/index.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';

export interface PauseDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Notes whom or what a request waits for: until then its time does not count (P27). */
export function PauseDialog({ id, onClose }: PauseDialogProps) {
  const { run, busy, problem } = useAct('requests.pause');
  const resume = useAct('requests.resume');
  const toast = useToast();
  const pause = async (words: string) => {
    if (busy) return;
    const reply = await run({ id, for: words });
    if (!reply.ok) return;
    const undo = () => void resume.run({ id });
    toast({
      text: 'In attesa: il tempo della richiesta non conta.',
      action: { label: 'Annulla', keys: 'Control+Z', run: undo },
    });
    onClose();
  };
  return (
    <ReasonDialog
      title="Metti in attesa"
      explanation="La richiesta passa tra quelle in attesa e il suo tempo si ferma, finché la riprendi o arriva la risposta."
      label="Che cosa si aspetta"
      action="Metti in attesa"
      missing="Scrivi chi deve fare che cosa, per esempio «Cultura pubblica la notizia»."
      problem={problem}
      onRun={(words) => void pause(words)}
      onClose={onClose}
    />
  );
}
