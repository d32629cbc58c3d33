import { useAct } from '#renderer/api.ts';
import { forgetWriting } from '#renderer/drafts/editor/writing.ts';
import { useToast } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/ui/ReasonDialog.tsx';

export interface WithdrawDialogProps {
  /** The request that its office takes back. */
  readonly id: string;
  readonly onClose: () => void;
}

/** Takes a request back with its text, also out of approval and queue; the reason stays on record (P18). */
export function WithdrawDialog({ id, onClose }: WithdrawDialogProps) {
  const takeBack = useAct('queue.withdraw');
  const toast = useToast();
  const withdraw = async (why: string) => {
    if (takeBack.busy) return;
    const reply = await takeBack.run({ id, why });
    if (!reply.ok) return;
    forgetWriting(id);
    onClose();
    toast({ text: 'Richiesta ritirata: niente parte.' });
  };
  return (
    <ReasonDialog
      title="Ritira la richiesta"
      explanation="Il testo esce dall’approvazione e dalla coda. La richiesta resta tra quelle decise."
      action="Ritira"
      missing="Scrivi perché l’ufficio la ritira."
      problem={takeBack.problem}
      onRun={(why) => void withdraw(why)}
      onClose={onClose}
    />
  );
}
