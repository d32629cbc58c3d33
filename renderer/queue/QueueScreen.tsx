import './queue.css';
import { useState } from 'react';
import { addDays, type Day, sayDay } from '#shared/kernel/day.ts';
import type { Status } from '#shared/service/status.ts';
import { useAnswer } from '../api.ts';
import { Button, EmptyState, Loading, ProblemBanner, problemOf, ScreenHead } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import { RetryButton } from '../ui/RetryButton.tsx';
import { StoppedBanner } from '../ui/StoppedBanner.tsx';
import { QueueDesk } from './QueueDesk.tsx';
import { QueueStop } from './QueueStop.tsx';
import { queueSentence } from './queueRows.ts';

export interface QueueScreenProps {
  readonly status: Status;
  /** The sending to begin with: the first one when not given. */
  readonly selected?: string | undefined;
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
export function QueueScreen({ status, selected }: QueueScreenProps) {
  const { value: jobs, problem } = useAnswer('queue.list', {});
  const { today } = status;
  const [chosen, setChosen] = useState<Day>();
  const [stopping, setStopping] = useState(false);
  const day = chosen ?? today;
  return (
    <>
      <ScreenHead title="Coda di invio" sentence={jobs && queueSentence(jobs, status)}>
        {jobs && jobs.length > 0 && <DayChoice day={day} today={today} onDay={setChosen} />}
        {!status.stopped && (
          <Button icon="pause" onClick={() => setStopping(true)}>
            Ferma tutti gli invii
          </Button>
        )}
      </ScreenHead>
      {status.stopped && <StoppedBanner stopped={status.stopped} today={today} />}
      {stopping && <QueueStop onClose={() => setStopping(false)} />}
      {problem && <ProblemBanner {...problemOf(problem)} actions={<RetryButton />} />}
      {!jobs && !problem && <Loading label="Leggo la coda" />}
      {jobs?.length === 0 && (
        <EmptyState
          title="Niente in coda"
          lines={[
            'Ogni testo approvato arriva qui, con il giorno e l’ora in cui parte.',
            status.counts.approvals > 0
              ? 'Ci sono testi che aspettano l’approvazione.'
              : 'Nessun testo aspetta l’approvazione.',
          ]}
        />
      )}
      {jobs && jobs.length > 0 && (
        <QueueDesk key={day} jobs={jobs} day={day} status={status} first={selected ?? null} />
      )}
    </>
  );
}
