import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useElection } from '#renderer/people/election/ElectionStrip.tsx';
import { ElectionForm } from '#renderer/queue/election/ElectionForm.tsx';
import { keptAnswers, NO_ANSWERS } from '#renderer/queue/election/electionAnswers.ts';
import { useSession } from '#renderer/session.tsx';
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
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { type Instant, instantAt, romeOf } from '#shared/kernel/instant.ts';
import { plannedMoment } from '#shared/kernel/workdays.ts';
import { ApprovalMoment } from './ApprovalMoment.tsx';

export interface ElsewhereDialogProps {
  readonly view: ApprovalView;
  readonly onClose: () => void;
}

const WAYS = [
  { value: 'telefono', label: 'Per telefono' },
  { value: 'e-mail', label: 'Per e-mail' },
] as const;

/** An operator writes down that the head approved away from the app: how and when stay on record (P38). */
export function ElsewhereDialog({ view, onClose }: ElsewhereDialogProps) {
  const session = useSession();
  const approve = useAct('queue.approveElsewhere');
  const undo = useAct('queue.undo');
  const show = useToast();
  const now = romeOf(session.now);
  const [how, setHow] = useState<'telefono' | 'e-mail'>('telefono');
  const [day, setDay] = useState(now.day);
  const [time, setTime] = useState(now.time);
  const [note, setNote] = useState('');
  const [at, setAt] = useState<Instant>();
  const [asked, setAsked] = useState(false);
  const [answering, setAnswering] = useState(NO_ANSWERS);
  const { sendDate, sendTime } = view.request.data;
  const isElection =
    useElection(at ?? plannedMoment(session.profile.calendar, session.now, sendDate, sendTime)) !== undefined;
  const answers = isElection ? keptAnswers(answering) : undefined;
  const run = async () => {
    setAsked(true);
    if (day === '' || time === '' || (isElection && !answers) || approve.busy) return;
    // The clock shows minutes: a decision of this very minute has not to come.
    const isNow = day === now.day && time === now.time;
    const when = isNow ? session.now : instantAt(day, time);
    const reply = await approve.run({
      ...{ id: view.id, how, when, note: note.trim() },
      ...(at === undefined ? {} : { at }),
      ...(answers ? { answers } : {}),
    });
    if (!reply.ok) return;
    onClose();
    show({
      text: `Approvazione registrata, parte ${sayMomentAt(reply.value.plannedFor, session.today)}.`,
      undo: () => void undo.run({ id: view.id }).then(({ ok }) => ok && show({ text: 'Registrazione ripresa.' })),
    });
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
        {session.duty.head ?? 'Il capo settore'} ha approvato «{view.request.title}» così come è stato inoltrato. Resta
        scritto che l’hai registrato tu.
      </p>
      <SegmentedChoice legend="Come l’ha detto" size="normal" options={WAYS} value={how} onChange={setHow} />
      <div className="field-pair">
        <DayField
          label="Deciso il giorno"
          today={session.today}
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
      <ApprovalMoment view={view} text={view.rewritten.text} at={at} onChoose={setAt} />
      {isElection && (
        <>
          <p>Parte in periodo elettorale: scrivi anche che cosa ha risposto alle due domande.</p>
          <ElectionForm
            answering={answering}
            asked={asked}
            onAnswer={(part) => setAnswering((before) => ({ ...before, ...part }))}
          />
        </>
      )}
      {at !== undefined && <p>L’avviso parte {sayMomentAt(at, session.today)}.</p>}
      {approve.problem && <ProblemBanner {...problemOf(approve.problem)} />}
    </Dialog>
  );
}
