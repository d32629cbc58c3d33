import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  DayField,
  Dialog,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  TimeField,
  useToast,
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import type { OpenElection } from '#shared/queue/views.ts';
import { ElectionForm, WHERE_ANSWERS_STAY } from './ElectionForm.tsx';
import { answersAfter, keptAnswers, NO_ANSWERS } from './electionAnswers.ts';

const WAYS = [
  { value: 'telefono', label: 'Per telefono' },
  { value: 'e-mail', label: 'Per e-mail' },
] as const;

export interface ElectionDialogProps {
  readonly open: OpenElection;
  readonly onClose: () => void;
}

/** The head answers for a notice that is already in the queue or has left; an operator writes down what she said (P38, P39). */
export function ElectionDialog({ open, onClose }: ElectionDialogProps) {
  const session = useSession();
  const isHead = session.person?.roles.includes('capo settore') ?? false;
  const act = useAct('queue.answerElection');
  const show = useToast();
  const now = romeOf(session.now);
  const [answering, setAnswering] = useState(NO_ANSWERS);
  const [how, setHow] = useState<'telefono' | 'e-mail'>('telefono');
  const [day, setDay] = useState(now.day);
  const [time, setTime] = useState(now.time);
  const [asked, setAsked] = useState(false);
  const { id, title, text, until, when, plannedFor } = open;
  const run = async () => {
    setAsked(true);
    const answers = (when === 'after' ? answersAfter : keptAnswers)(answering);
    if (!answers || act.busy || (!isHead && (day === '' || time === ''))) return;
    const isNow = day === now.day && time === now.time;
    const moment = isNow ? session.now : instantAt(day, time);
    const elsewhere = isHead ? {} : { elsewhere: { how, when: moment, note: '' } };
    if (!(await act.run({ id, answers, ...elsewhere })).ok) return;
    onClose();
    show({
      text: when === 'before' ? `Risposte date: «${title}» riprende da solo.` : `Risposte date per «${title}».`,
    });
  };
  const action = isHead ? 'Rispondi' : 'Registra le risposte';
  return (
    <Dialog
      title={isHead ? 'Le tue due risposte' : 'Registra le due risposte'}
      icon="approve"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            {action}
          </Button>
        </>
      }
    >
      <p>
        «{title}» {when === 'before' ? 'parte' : 'è partito o parte'} {sayMomentAt(plannedFor, session.today)}, in
        periodo elettorale fino a {sayDay(until)}.{' '}
        {when === 'before' ? 'Senza le due risposte resta fermo.' : 'Le due risposte si danno dopo.'}
      </p>
      <p className="election-text">{text}</p>
      {!isHead && (
        <>
          <p>
            Scrivi quello che ha detto {session.duty.head ?? 'il capo settore'}: resta scritto che l’hai registrato tu.
          </p>
          <SegmentedChoice legend="Come l’ha detto" size="normal" options={WAYS} value={how} onChange={setHow} />
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
      <ElectionForm
        answering={answering}
        asked={asked}
        after={when === 'after'}
        onAnswer={(part) => setAnswering((before) => ({ ...before, ...part }))}
      />
      <p className="small muted">{WHERE_ANSWERS_STAY}</p>
      {act.problem && <ProblemBanner {...problemOf(act.problem)} />}
    </Dialog>
  );
}
