import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { forgetWriting } from '#renderer/drafts/editor/writing.ts';
import { useSession } from '#renderer/session.tsx';
import { DayField, Field, SegmentedChoice, TimeField, useToast } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/ui/ReasonDialog.tsx';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';

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
  const session = useSession();
  const takeBack = useAct('queue.withdraw');
  const toast = useToast();
  const now = romeOf(session.now);
  const [way, setWay] = useState<Way>('e-mail');
  const [by, setBy] = useState('');
  const [day, setDay] = useState(now.day);
  const [time, setTime] = useState(now.time);
  const [asked, setAsked] = useState(false);
  const isTold = way !== 'e-mail';
  const withdraw = async (why: string) => {
    setAsked(true);
    if (takeBack.busy || (isTold && (by.trim() === '' || day === '' || time === ''))) return;
    const told = isTold ? { told: { by: by.trim(), way, at: instantAt(day, time) } } : {};
    const reply = await takeBack.run({ id, why, ...told });
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
        <>
          <Field
            label="Chi l’ha detto"
            value={by}
            onChange={setBy}
            error={asked && by.trim() === '' ? 'Scrivi il nome di chi ha ritirato la richiesta.' : undefined}
          />
          <div className="field-pair">
            <DayField
              label="Detto il giorno"
              today={session.today}
              past
              value={day}
              onChange={setDay}
              error={asked && day === '' ? 'Indica il giorno.' : undefined}
            />
            <TimeField
              label="alle ore"
              value={time}
              onChange={setTime}
              error={asked && time === '' ? 'Indica l’ora.' : undefined}
            />
          </div>
        </>
      )}
    </ReasonDialog>
  );
}
