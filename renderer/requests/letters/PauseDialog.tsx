import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { useToast } from '#renderer/ui/index.ts';
import { sayNearDay } from '#renderer/ui/moments.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { Day } from '#shared/kernel/day.ts';
import { wakeDay } from '#shared/requests/waiting.ts';
import { WakeField } from './WakeField.tsx';

export interface PauseDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Notes whom or what a request waits for, and when it wakes by itself: until then its time does not count (P17, P27). */
export function PauseDialog({ id, onClose }: PauseDialogProps) {
  const { run, busy, problem } = useAct('requests.pause');
  const resume = useAct('requests.resume');
  const toast = useToast();
  const session = useSession();
  const [until, setUntil] = useState<Day | ''>(wakeDay(session.profile.calendar, session.now));
  const pause = async (words: string) => {
    if (busy || until === '') return;
    const reply = await run({ id, for: words, until });
    if (!reply.ok) return;
    const undo = () => void resume.run({ id });
    toast({
      text: `In attesa, riprende ${sayNearDay(until, session.today)}: fino ad allora il tempo non conta.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: undo },
    });
    onClose();
  };
  return (
    <ReasonDialog
      title="Metti in attesa"
      explanation="La richiesta passa tra quelle in attesa e il suo tempo si ferma, finché la riprendi, arriva la risposta o viene il giorno che indichi."
      label="Che cosa si aspetta"
      action="Metti in attesa"
      missing="Scrivi chi deve fare che cosa, per esempio «Cultura pubblica la notizia»."
      problem={problem}
      onRun={(words) => void pause(words)}
      onClose={onClose}
    >
      <WakeField id={id} value={until} onChange={setUntil} />
    </ReasonDialog>
  );
}
