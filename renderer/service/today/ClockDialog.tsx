import { useAct } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayClockMoment } from '#shared/journal/clockProof.ts';
import type { ShareView } from '#shared/service/share.ts';

export interface ClockDialogProps {
  readonly clock: ShareView['clock'];
  readonly onClose: () => void;
}

/** Asks a person whether the clock of this computer is right, and says how to put it right (P33). */
export function ClockDialog({ clock: { shows, problem }, onClose }: ClockDialogProps) {
  const confirm = useAct('service.confirmClock');
  const show = useToast();
  const run = async () => {
    if (confirm.busy) return;
    const reply = await confirm.run({});
    if (!reply.ok) return;
    onClose();
    show({ text: 'Ora confermata. Gli invii ripartono, ognuno alla sua ora.' });
  };
  return (
    <Dialog
      title="L’ora di questo computer è giusta?"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Non lo so, lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            L’ora è giusta
          </Button>
        </>
      }
    >
      <p>
        Questo computer segna <strong>{sayClockMoment(shows)}</strong>.
      </p>
      {problem?.why && <p>{problem.why}</p>}
      <p>
        Confronta con un telefono: giorno, anno e ora. Se è giusta, resta scritto che l’hai detto tu e gli invii
        ripartono.
      </p>
      <p>
        Se è sbagliata non premere niente qui: in Windows apri Impostazioni, «Data/ora e lingua», e accendi «Imposta
        automaticamente l’ora». Se non te lo lascia fare, chiama l’assistenza. L’app se ne accorge da sola.
      </p>
      {confirm.problem && <ProblemBanner {...problemOf(confirm.problem)} />}
    </Dialog>
  );
}
