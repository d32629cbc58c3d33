import { useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { DayField, Field, TimeField } from '#renderer/ui/index.ts';
import type { Day, Time } from '#shared/kernel/day.ts';
import { type Instant, instantAt, romeOf } from '#shared/kernel/instant.ts';

/** Who of the office said it, and when, while it is typed. */
export interface ToldDraft {
  readonly by: string;
  readonly day: Day | '';
  readonly time: Time | '';
}

/** What is typed about who said it, from now on the clock; `said` is undefined while something is missing. */
export function useTold() {
  const { now } = useSession();
  const [told, setTold] = useState<ToldDraft>(() => ({ by: '', ...romeOf(now) }));
  const { by, day, time } = told;
  const isWhole = by.trim() !== '' && day !== '' && time !== '';
  const said: { readonly by: string; readonly at: Instant } | undefined = isWhole
    ? { by: by.trim(), at: instantAt(day, time) }
    : undefined;
  return { told, setTold, said };
}

export interface ToldFieldsProps {
  readonly value: ToldDraft;
  readonly onChange: (value: ToldDraft) => void;
  /** It was to be kept: what is missing is said. */
  readonly asked: boolean;
  /** What to write where nobody is named: `Scrivi il nome di chi ha ritirato la richiesta.` */
  readonly missing: string;
}

/** Who of the office said it by telephone or in person, and when (P18). */
export function ToldFields({ value, onChange, asked, missing }: ToldFieldsProps) {
  const { today } = useSession();
  const { by, day, time } = value;
  return (
    <>
      <Field
        label="Chi l’ha detto"
        maxLength={200}
        value={by}
        onChange={(name) => onChange({ ...value, by: name })}
        error={asked && by.trim() === '' ? missing : undefined}
      />
      <div className="field-pair">
        <DayField
          label="Detto il giorno"
          today={today}
          past
          value={day}
          onChange={(said) => onChange({ ...value, day: said })}
          error={asked && day === '' ? 'Indica il giorno.' : undefined}
        />
        <TimeField
          label="alle ore"
          value={time}
          onChange={(said) => onChange({ ...value, time: said })}
          error={asked && time === '' ? 'Indica l’ora.' : undefined}
        />
      </div>
    </>
  );
}
