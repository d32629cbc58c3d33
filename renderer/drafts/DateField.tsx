import { type RefObject, useState } from 'react';
import { type Day, sayDayAndYear, type Time } from '#shared/kernel/day.ts';
import { findDates } from '#shared/requests/dates.ts';
import { Field, type FieldProps } from '../ui/index.ts';

export interface DateAndTime {
  readonly date: Day | null;
  readonly time: Time | null;
}

export interface DateFieldProps extends Pick<FieldProps, 'label' | 'source' | 'hint' | 'sign' | 'signLabel'> {
  readonly value: DateAndTime;
  /** The day relative words count from: `domani`, `4 dicembre`. */
  readonly today: Day;
  readonly readOnly: boolean;
  /** Invio, or leaving the field after a change: the date as understood; both null when the field is empty. */
  readonly onCommit: (value: DateAndTime) => void;
  readonly ref?: RefObject<HTMLInputElement | null> | undefined;
}

/** A date in words, as people say it and as e-mails write it: `venerdì 4 dicembre 2026 alle 10:00`. */
const say = ({ date, time }: DateAndTime): string =>
  date === null ? '' : `${sayDayAndYear(date)}${time === null ? '' : ` alle ${time}`}`;

/** A field for a day, and perhaps a time, typed in any way the grammar of e-mails understands. */
export function DateField({ value, today, readOnly, onCommit, ...words }: DateFieldProps) {
  const said = say(value);
  const [typed, setTyped] = useState<string>();
  const [failed, setFailed] = useState(false);
  const forget = () => {
    setTyped(undefined);
    setFailed(false);
  };
  const commit = (always: boolean) => {
    const text = (typed ?? said).trim();
    if (!always && (typed === undefined || text === said)) return forget();
    const [found] = text === said ? [] : findDates(text, today);
    if (text === said) onCommit(value);
    else if (text === '') onCommit({ date: null, time: null });
    else if (found) onCommit({ date: found.date, time: found.time });
    else return setFailed(true);
    forget();
  };
  return (
    <Field
      {...words}
      icon="calendar"
      readOnly={readOnly}
      value={typed ?? said}
      onChange={setTyped}
      error={failed ? 'Non capisco questa data: scrivi per esempio «4 dicembre» o «domani».' : undefined}
      onBlur={() => commit(false)}
      onKeyDown={(event) => {
        if (readOnly || event.ctrlKey || event.altKey) return;
        if (event.key === 'Enter') commit(true);
        else if (event.key === 'Escape' && typed !== undefined) forget();
        else return;
        event.preventDefault();
      }}
    />
  );
}
