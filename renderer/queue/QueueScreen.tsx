import './queue.css';
import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { ElectionStrip } from '#renderer/people/election/ElectionStrip.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, EmptyState, Loading, ProblemBanner, problemOf, ScreenHead } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { RetryButton } from '#renderer/ui/RetryButton.tsx';
import { addDays, type Day, sayDay } from '#shared/kernel/day.ts';
import { instantsOfDay } from '#shared/kernel/instant.ts';
import { ElectionOpen } from './election/ElectionOpen.tsx';
import { QueueDesk } from './QueueDesk.tsx';
import { QueueStop } from './QueueStop.tsx';
import { type Command, queueSentence } from './queueRows.ts';
import { StoppedBanner } from './StoppedBanner.tsx';

export interface QueueScreenProps {
  /** The sending to begin with: the first one when not given. */
  readonly selected?: string | undefined;
  /** The command of that sending whose dialog opens with it. */
  readonly command?: Command | undefined;
  /** A notice that was sent is wrong: the way to the one that puts it right (P37). */
  readonly onCorrect?: ((id: string) => void) | undefined;
}

interface DayChoiceProps {
  readonly day: Day;
  readonly today: Day;
  readonly onDay: (day: Day) => void;
}

function DayChoice({ day, today, onDay }: DayChoiceProps) {
  return (
    <>
      {day !== today && (
        <Button kind="quiet" onClick={() => onDay(today)}>
          Torna a oggi
        </Button>
      )}
      <Button icon="left" label="Giorno precedente" onClick={() => onDay(addDays(day, -1))} />
      <span className="queue-day" role="status">
        {capitalised(sayDay(day))}
      </span>
      <Button icon="right" label="Giorno seguente" onClick={() => onDay(addDays(day, 1))} />
    </>
  );
}

/** What leaves, when, and what nobody knows about (P33). */
export function QueueScreen({ selected, command, onCorrect }: QueueScreenProps) {
  const session = useSession();
  const status = useAnswer('service.status', {}).value;
  const stopped = status?.stopped ?? null;
  const { today } = session;
  const [chosen, setChosen] = useState<Day>();
  const [stopping, setStopping] = useState(false);
  const day = chosen ?? today;
  const { value: jobs, problem } = useAnswer('queue.list', day === today ? {} : { day });
  const isEmpty = jobs?.length === 0 && day === today;
  return (
    <>
      <ScreenHead title="Coda di invio" sentence={jobs && queueSentence(jobs, { ...session, stopped })}>
        <DayChoice day={day} today={today} onDay={setChosen} />
        {!stopped && (
          <Button icon="pause" onClick={() => setStopping(true)}>
            Ferma tutti gli invii
          </Button>
        )}
      </ScreenHead>
      {stopped && <StoppedBanner stopped={stopped} today={today} />}
      {stopping && <QueueStop onClose={() => setStopping(false)} />}
      {problem && <ProblemBanner {...problemOf(problem)} actions={<RetryButton />} />}
      <ElectionStrip moment={instantsOfDay(day).from} />
      <ElectionOpen folded />
      {!jobs && !problem && <Loading label="Leggo la coda" />}
      {isEmpty && (
        <EmptyState
          title="Niente in coda"
          lines={[
            'Ogni testo approvato arriva qui, con il giorno e l’ora in cui parte.',
            status && status.counts.approvals > 0
              ? 'Ci sono testi che aspettano l’approvazione.'
              : 'Nessun testo aspetta l’approvazione.',
          ]}
        />
      )}
      {jobs && !isEmpty && (
        <QueueDesk key={day} jobs={jobs} day={day} first={selected ?? null} command={command} onCorrect={onCorrect} />
      )}
    </>
  );
}
