import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Chip, DayField, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sayDeadline } from '#shared/report/invoice/deadline.ts';
import type { ReportView } from '#shared/report/views.ts';
import { countdownWords } from './invoiceWords.ts';

export interface InvoiceDaysProps {
  readonly view: ReportView;
  readonly today: Day;
}

interface DayInputProps {
  readonly label: string;
  readonly hint: string;
  readonly value: Day | null;
  readonly today: Day;
  readonly onKeep: (day: Day | null) => void;
}

/** A day that is kept when the field is left, or with Invio. */
function DayInput({ label, hint, value, today, onKeep }: DayInputProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value ?? '';
  const late = shown > today;
  const keep = (chosen: string | undefined) => {
    if (chosen === undefined || chosen > today) return;
    setTyped(undefined);
    const day = chosen === '' ? null : chosen;
    if (day !== value) onKeep(day);
  };
  return (
    <DayField
      label={label}
      today={today}
      past
      value={shown}
      onChange={setTyped}
      hint={hint}
      error={late ? 'Questo giorno deve ancora venire: scrivi oggi o un giorno passato.' : undefined}
      onLeave={() => keep(typed)}
      onPicked={keep}
    />
  );
}

interface DayLeftProps {
  readonly countdown: ReportView['deadline'];
  readonly unknown: string;
}

/** When a term ends, with a chip from three days before (L4). */
function DayLeft({ countdown, unknown }: DayLeftProps) {
  if (!countdown) return <p className="small muted">{unknown}</p>;
  const { alarm } = countdownWords(countdown);
  return (
    <p className="small">
      {countdown.sentence}{' '}
      {alarm && (
        <Chip tone={alarm.tone} sign={alarm.sign}>
          {alarm.word}
        </Chip>
      )}
    </p>
  );
}

/** The two days a person types in, and the deadlines that follow from them (P53). */
export function InvoiceDays({ view, today }: InvoiceDaysProps) {
  const { period, deadline, exchange } = view;
  const { assigned, delivered } = view.case;
  const { reportDeadline } = useSession().profile;
  const assign = useAct('report.assign');
  const keep = (days: { readonly assigned: Day | null; readonly delivered: Day | null }) =>
    void assign.run({ period, ...days });
  return (
    <section className="invoice-part" aria-labelledby="invoice-days">
      <h2 id="invoice-days">I giorni</h2>
      <DayInput
        label="Assegnata nel programma di contabilità"
        hint={`Da questo giorno si conta ${sayDeadline(reportDeadline).toLowerCase()}.`}
        value={assigned}
        today={today}
        onKeep={(day) => keep({ assigned: day, delivered })}
      />
      <DayLeft countdown={deadline} unknown={`${sayDeadline(reportDeadline)} non è ancora noto.`} />
      <DayInput
        label="Consegnata dal sistema di interscambio"
        hint="Sta nella ricevuta di consegna della fattura."
        value={delivered}
        today={today}
        onKeep={(day) => keep({ assigned, delivered: day })}
      />
      <DayLeft countdown={exchange} unknown="I 15 giorni del sistema di interscambio non sono ancora noti." />
      {assign.problem && <ProblemBanner {...problemOf(assign.problem)} place="below" />}
    </section>
  );
}
