import { useState } from 'react';
import { Button, DayField, Dialog, Field, ProblemBanner, problemOf, TimeField } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import { eventIn } from '#shared/drafts/eventDays.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { type Instant, instantAt, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { checkMoment, comesTooLate } from '#shared/kernel/sendingMoment.ts';
import { type Calendar, plannedMoment } from '#shared/kernel/workdays.ts';
import type { JobRow } from '#shared/queue/views.ts';

/** The other moment of a sending. */
export interface Moved {
  readonly plannedFor: Instant;
  /** Null when nobody says. */
  readonly why: string | null;
}

export interface QueueMoveProps {
  readonly job: JobRow;
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly problem: Problem | undefined;
  readonly onRun: (moved: Moved) => void;
  readonly onClose: () => void;
}

interface OutOfHoursProps {
  /** A person asks for it in the operational group (P31). */
  readonly isAsked: boolean;
  readonly moment: Instant;
  /** The next moment of service. */
  readonly service: Instant;
  readonly onChoose: () => void;
}

function OutOfHours({ isAsked, moment, service, onChoose }: OutOfHoursProps) {
  const [{ day, time }, next] = [romeOf(moment), romeOf(service)];
  return (
    <ProblemBanner
      tone="warn"
      place="below"
      heading="Fuori dalle ore di servizio"
      lines={[
        `${capitalised(sayDay(day))} alle ${time} il servizio è chiuso. ${isAsked ? 'A quell’ora qualcuno deve chiedere l’invio nel gruppo operativo.' : 'L’invio parte lo stesso a quell’ora, se una postazione è accesa.'}`,
      ]}
      actions={
        <Button size="small" onClick={onChoose}>
          Usa {sayDay(next.day)} alle {next.time}
        </Button>
      }
    />
  );
}

interface TooLateProps {
  /** The nearest good moments before the event is over. */
  readonly moments: readonly Instant[];
  readonly today: Day;
  readonly onChoose: (moment: Instant) => void;
}

function TooLate({ moments, today, onChoose }: TooLateProps) {
  return (
    <ProblemBanner
      place="below"
      heading="A evento finito"
      lines={['Quello di cui parla l’avviso a quell’ora è già finito: scegli un momento prima.']}
      actions={moments.map((moment) => (
        <Button key={moment} size="small" onClick={() => onChoose(moment)}>
          Manda {sayMomentAt(moment, today)}
        </Button>
      ))}
    />
  );
}

/** Another day and time for a sending that has not left (P33); outside the hours of service it warns. */
export function QueueMove({ job, now, calendar, problem, onRun, onClose }: QueueMoveProps) {
  const today = romeOf(now).day;
  const first = job.plannedFor > now ? job.plannedFor : plannedMoment(calendar, now, null, null);
  const [chosen, setChosen] = useState(romeOf(first));
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const { day, time } = chosen;
  const moment = day === '' || time === '' ? undefined : instantAt(day, time);
  const event = eventIn(job.notice.text, today);
  const isPast = moment !== undefined && moment <= now;
  const isSame = moment === job.plannedFor && job.state !== 'held';
  const service = moment === undefined || isPast ? undefined : plannedMoment(calendar, now, day, time);
  const wrongTime = isPast
    ? 'Questo momento è già passato.'
    : isSame
      ? 'È già previsto per questo momento.'
      : time === ''
        ? 'Indica l’ora dell’invio.'
        : undefined;
  const run = () => {
    setAsked(true);
    if (moment !== undefined && !isPast && !isSame) onRun({ plannedFor: moment, why: why.trim() || null });
  };
  return (
    <Dialog
      title="Sposta l’invio"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            Sposta
          </Button>
        </>
      }
    >
      <p>
        «{job.notice.title}» è previsto {sayMomentAt(job.plannedFor, today)}. Lo spostamento vale per tutte le
        postazioni.
      </p>
      <div className="field-pair">
        <DayField
          label="Parte il giorno"
          today={today}
          value={day}
          onChange={(next) => setChosen({ ...chosen, day: next })}
          error={asked && day === '' ? 'Indica il giorno dell’invio.' : undefined}
        />
        <TimeField
          label="alle ore"
          value={time}
          onChange={(next) => setChosen({ ...chosen, time: next })}
          error={asked || isPast ? wrongTime : undefined}
        />
      </div>
      {moment !== undefined && comesTooLate(moment, event) && (
        <TooLate
          moments={checkMoment(calendar, { day, time }, { now, event }).offers}
          today={today}
          onChoose={(offer) => setChosen(romeOf(offer))}
        />
      )}
      {moment !== undefined && service !== undefined && service !== moment && !comesTooLate(service, event) && (
        <OutOfHours
          isAsked={job.route === 'gruppo operativo'}
          moment={moment}
          service={service}
          onChoose={() => setChosen(romeOf(service))}
        />
      )}
      <Field label="Perché" hint="Facoltativo: resta scritto nella coda." value={why} onChange={setWhy} />
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
