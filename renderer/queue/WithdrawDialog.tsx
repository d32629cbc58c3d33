import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { ToldFields, useTold } from '#renderer/requests/letters/ToldFields.tsx';
import { SegmentedChoice, useToast } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import { forgetWriting } from '#renderer/writing/writing.ts';

export interface WithdrawDialogProps {
  /** The request that its office takes back. */
  readonly id: string;
  readonly onClose: () => void;
}

const WAYS = [
  { value: 'e-mail', label: 'Per e-mail' },
  { value: 'telefono', label: 'Per telefono' },
  { value: 'di persona', label: 'Di persona' },
] as const;
type Way = (typeof WAYS)[number]['value'];

/**
 * Takes a request back with its text, also out of approval and queue (P18): why, and, where no e-mail says so, who said it
 * and when, stay on record.
 */
export function WithdrawDialog({ id, onClose }: WithdrawDialogProps) {
  const takeBack = useAct('queue.withdraw');
  const toast = useToast();
  const [way, setWay] = useState<Way>('e-mail');
  const { told, setTold, said } = useTold();
  const [asked, setAsked] = useState(false);
  const isTold = way !== 'e-mail';
  const withdraw = async (why: string) => {
    setAsked(true);
    if (takeBack.busy || (isTold && said === undefined)) return;
    const reply = await takeBack.run({ id, why, ...(isTold && said ? { told: { ...said, way } } : {}) });
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
    >
      <SegmentedChoice legend="Come l’ha detto l’ufficio" size="normal" options={WAYS} value={way} onChange={setWay} />
      {isTold && (
        <ToldFields
          value={told}
          onChange={setTold}
          asked={asked}
          missing="Scrivi il nome di chi ha ritirato la richiesta."
        />
      )}
    </ReasonDialog>
  );
}
