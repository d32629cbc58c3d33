import { type RefObject, useRef, useState } from 'react';
import { DayPicker, Field, type FieldProps } from '#renderer/ui/index.ts';
import { type Day, sayDay, sayDayAndYear, type Time } from '#shared/kernel/day.ts';
import { findDates } from '#shared/text/dates/findDates.ts';

export interface DateAndTime {
  readonly date: Day | null;
  readonly time: Time | null;
}

export interface DateFieldProps
  extends Pick<FieldProps, 'label' | 'source' | 'hint' | 'sign' | 'signLabel' | 'invalid'> {
  readonly value: DateAndTime;
  /** The day relative words count from: `domani`, `4 dicembre`. */
  readonly today: Day;
  readonly readOnly: boolean;
  /** Invio, or leaving the field after a change: the date as understood; both null when the field is empty. */
  readonly onCommit: (value: DateAndTime) => void;
  readonly ref?: RefObject<HTMLInputElement | null> | undefined;
}

/** A date in words, as people say it and as e-mails write it: `venerdì 4 dicembre 2026 alle 10:00`. */
export const sayDateAndTime = ({ date, time }: DateAndTime): string =>
  date === null ? '' : `${sayDayAndYear(date)}${time === null ? '' : ` alle ${time}`}`;

/** The same in a narrow field: a day of this year without its year. */
const sayIn = ({ date, time }: DateAndTime, today: Day): string =>
  date !== null && date.slice(0, 4) === today.slice(0, 4)
    ? `${sayDay(date)}${time === null ? '' : ` alle ${time}`}`
    : sayDateAndTime({ date, time });

/** A field for a day, and perhaps a time, typed in any way the grammar of e-mails understands, or chosen with Alt+↓. */
export function DateField({ value, today, readOnly, hint, onCommit, ...words }: DateFieldProps) {
  const said = sayIn(value, today);
  const [typed, setTyped] = useState<string>();
  const [failed, setFailed] = useState(false);
  const calendar = useRef<HTMLButtonElement>(null);
  const [understood] = typed === undefined || typed === said ? [] : findDates(typed, today);
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
      readOnly={readOnly}
      value={typed ?? said}
      hint={understood ? <span aria-live="polite">{sayDateAndTime(understood)}</span> : hint}
      onChange={setTyped}
      error={failed ? 'Non capisco questa data: scrivi per esempio «4 dicembre» o «domani».' : undefined}
      onBlur={() => commit(false)}
      onKeyDown={(event) => {
        if (!readOnly && event.altKey && event.key === 'ArrowDown') calendar.current?.click();
        else if (readOnly || event.ctrlKey || event.altKey) return;
        else if (event.key === 'Enter') commit(true);
        else if (event.key === 'Escape' && typed !== undefined) forget();
        else return;
        event.preventDefault();
      }}
      after={
        !readOnly && (
          <DayPicker
            ref={calendar}
            label={words.label}
            value={value.date}
            today={today}
            onPick={(date) => {
              forget();
              onCommit({ date, time: value.time });
            }}
          />
        )
      }
    />
  );
}
