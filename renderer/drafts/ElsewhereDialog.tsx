import { useState } from 'react';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
import {
  Button,
  DayField,
  Dialog,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  TextArea,
  TimeField,
  useToast,
} from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';

export interface ElsewhereDialogProps {
  readonly view: ApprovalView;
  readonly status: Status;
  readonly onClose: () => void;
}

const WAYS = [
  { value: 'telefono', label: 'Per telefono' },
  { value: 'e-mail', label: 'Per e-mail' },
] as const;

/** An operator writes down that the head approved away from the app: how and when stay on record (P38). */
export function ElsewhereDialog({ view, status, onClose }: ElsewhereDialogProps) {
  const approve = useAct('drafts.approveElsewhere');
  const show = useToast();
  const now = romeOf(status.now);
  const [how, setHow] = useState<'telefono' | 'e-mail'>('telefono');
  const [day, setDay] = useState(now.day);
  const [time, setTime] = useState(now.time);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const run = async () => {
    setAsked(true);
    if (day === '' || time === '' || approve.busy) return;
    // The clock shows minutes: a decision of this very minute has not to come.
    const isNow = day === now.day && time === now.time;
    const when = isNow ? status.now : instantAt(day, time);
    const reply = await approve.run({ id: view.id, how, when, note: note.trim() });
    if (!reply.ok) return;
    onClose();
    show({ text: `Approvazione registrata, parte ${sayMomentAt(reply.value.plannedFor, status.today)}.` });
  };
  return (
    <Dialog
      title="Registra l’approvazione"
      icon="approve"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            Registra l’approvazione
          </Button>
        </>
      }
    >
      <p>
        {status.duty.head ?? 'Il capo settore'} ha approvato «{view.request.title}» così come è stato inoltrato. Resta
        scritto che l’hai registrato tu.
      </p>
      <SegmentedChoice legend="Come l’ha detto" size="normal" options={WAYS} value={how} onChange={setHow} />
      <div className="field-pair">
        <DayField
          label="Deciso il giorno"
          today={status.today}
          past
          value={day}
          onChange={setDay}
          error={asked && day === '' ? 'Indica il giorno della decisione.' : undefined}
        />
        <TimeField
          label="alle ore"
          value={time}
          onChange={setTime}
          error={asked && time === '' ? 'Indica l’ora della decisione.' : undefined}
        />
      </div>
      <TextArea
        label="Nota"
        rows={2}
        value={note}
        onChange={setNote}
        hint="Per esempio le sue parole, o il numero dell’e-mail."
      />
      {approve.problem && <ProblemBanner {...problemOf(approve.problem)} />}
    </Dialog>
  );
}
