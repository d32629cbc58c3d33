import { useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Button, DayField, Dialog, ProblemBanner, problemOf, TextArea } from '#renderer/ui/index.ts';
import { useForgetOnceDecided, useKeptText } from '#renderer/writing/keptText.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { Decline } from '#shared/drafts/decide.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { nextWorkingDay } from '#shared/kernel/workdays.ts';

export interface ApprovalDeclineProps {
  readonly kind: Decline['kind'];
  readonly view: ApprovalView;
  readonly today: Day;
  /** Where a putting off begins: the first day of service after an election period; absent outside of one. */
  readonly until?: Day | undefined;
  readonly problem: Problem | undefined;
  readonly onRun: (how: Decline) => void;
  readonly onClose: () => void;
}

function Postpone({ view, today, until: first, problem, onRun, onClose }: ApprovalDeclineProps) {
  const tomorrow = addDays(today, 1);
  const { profile } = useSession();
  const [until, setUntil] = useState(first ?? nextWorkingDay(profile.calendar, today));
  const [why, setWhy, forget] = useKeptText(`Rinvia ${view.id}`);
  const { decide, leave } = useForgetOnceDecided(forget);
  const [asked, setAsked] = useState(false);
  const [missingWhy, missingDay] = [why.trim() === '', until < tomorrow];
  const run = () => {
    setAsked(true);
    if (missingWhy || missingDay) return;
    decide();
    onRun({ kind: 'postponed', until, why: why.trim() });
  };
  const close = () => {
    leave();
    onClose();
  };
  return (
    <Dialog
      title="Rinvia la decisione"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            Rinvia
          </Button>
        </>
      }
    >
      <p>Il testo torna tra quelli da decidere il giorno che indichi. Fino ad allora non parte.</p>
      <DayField
        label="Fino a"
        today={today}
        value={until}
        onChange={setUntil}
        error={asked && missingDay ? 'Indica un giorno da domani in poi.' : undefined}
      />
      <TextArea
        label="Perché"
        rows={3}
        value={why}
        onChange={setWhy}
        error={asked && missingWhy ? 'Scrivi perché: chi ha preparato il testo deve poterlo leggere.' : undefined}
      />
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}

/** Asks the reason with which the head gives a text back, does not select it, or puts it off (P30). */
export function ApprovalDecline(props: ApprovalDeclineProps) {
  const { kind, view, problem, onRun, onClose } = props;
  if (kind === 'postponed') return <Postpone {...props} />;
  const words =
    kind === 'returned'
      ? {
          title: 'Restituisci il testo',
          explanation: `«${view.request.title}» torna a ${view.rewrittenByName} con quello che scrivi qui.`,
          action: 'Restituisci',
          missing: 'Scrivi che cosa va cambiato.',
        }
      : {
          title: 'Non selezionare l’avviso',
          explanation: `«${view.request.title}» non si invia. Il motivo resta nella richiesta.`,
          action: 'Non selezionare',
          missing: 'Scrivi perché non si invia.',
        };
  return <ReasonDialog {...words} problem={problem} onRun={(why) => onRun({ kind, why })} onClose={onClose} />;
}
