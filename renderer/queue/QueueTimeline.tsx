import { useMemo } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Sign, TRUTH_LOOKS } from '#renderer/ui/index.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { hoursOf } from '#shared/kernel/workdays.ts';
import { momentOf } from '#shared/queue/job.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { signOf, stateWord } from './queueRows.ts';
import { timelineOf } from './timeline.ts';

const TITLE_LENGTH = 24;
/** Per cent of the line that the clock of now covers. */
const FLAG_WIDTH = 4;
const TONES: Partial<Readonly<Record<JobRow['state'], string>>> = {
  uncertain: 'warn',
  refused: 'warn',
  partlySent: 'warn',
};

/** The colour of a pill: green with its evidence alone. */
function toneOf(job: JobRow): string {
  const mark = signOf(job);
  const tone = typeof mark === 'string' ? TONES[job.state] : TRUTH_LOOKS[mark.sign].tone;
  return tone === undefined ? '' : `timeline-${tone}`;
}

export interface QueueTimelineProps {
  readonly jobs: readonly JobRow[];
  readonly day: Day;
}

/** The day at a glance: hours of service shaded, a pill for every sending. The table below says the same in words. */
export function QueueTimeline({ jobs, day }: QueueTimelineProps) {
  const { profile, now, today } = useSession();
  const line = useMemo(() => timelineOf(jobs, day, profile.calendar), [jobs, day, profile.calendar]);
  const clock = romeOf(now).time;
  const nowAt = line.at(clock);
  const isCovered = (left: number) => day === today && left < nowAt + FLAG_WIDTH && left > nowAt - FLAG_WIDTH;
  const service = hoursOf(profile.calendar, day).map(({ from, to }) => `dalle ${from} alle ${to}`);
  const said = line.pills.map(({ job }) => `${romeOf(momentOf(job)).time} ${job.notice.title}, ${stateWord(job)}`);
  const summary = [
    `Invii di ${sayDay(day)}: ${said.length > 0 ? said.join('; ') : 'nessuno'}.`,
    service.length > 0 ? `Servizio ${service.join(' e ')}.` : 'Servizio chiuso.',
    day === today ? `Adesso sono le ${clock}.` : '',
  ];
  return (
    <div className={`timeline timeline-${line.lanes}`} role="img" aria-label={summary.join(' ').trim()}>
      <div className="timeline-line">
        {line.service.map(({ from, to }) => (
          <span key={from} className="timeline-service" style={{ left: `${from}%`, width: `${to - from}%` }} />
        ))}
        {line.hours.map(({ hour, left }) => (
          <span
            key={hour}
            className={left < 100 ? 'timeline-hour' : 'timeline-hour timeline-end'}
            style={{ left: `${left}%` }}
          >
            {!isCovered(left) && <span>{String(hour).padStart(2, '0')}:00</span>}
          </span>
        ))}
        {line.pills.map(({ job, left, lane }) => (
          <span key={job.id} className={`timeline-pill lane-${lane} ${toneOf(job)}`} style={{ left: `${left}%` }}>
            <Sign name={signOf(job)} size={14} />
            {excerpt(job.notice.title, TITLE_LENGTH)}
          </span>
        ))}
        {day === today && (
          <span className="timeline-now" style={{ left: `${nowAt}%` }}>
            <b>{clock}</b>
          </span>
        )}
      </div>
    </div>
  );
}
