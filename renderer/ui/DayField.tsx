import { useRef, useState } from 'react';
import { addDays, type Day, sayDayAndYear } from '#shared/kernel/day.ts';
import { readDay, readTime } from '#shared/text/dates/typed.ts';
import { DayPicker } from './DayPicker.tsx';
import { Field, type FieldProps } from './Field.tsx';
import { useIsClosed } from './serviceDays.ts';

export interface DayFieldProps extends Pick<FieldProps, 'label' | 'hint' | 'error'> {
  /** Empty while none is chosen, or what is typed is no day. */
  readonly value: Day | '';
  readonly onChange: (day: Day | '') => void;
  /** What `domani` and days without a year count from. */
  readonly today: Day;
  /** The day in words, where there is no room for the weekday. */
  readonly say?: (day: Day) => string;
  /** The day has been: days without a year are looked for backwards. */
  readonly past?: boolean;
  /** The field is left, or Invio pressed, with a day or nothing in it. */
  readonly onLeave?: () => void;
  /** A day was chosen from the calendar: nothing more has to be left. */
  readonly onPicked?: (day: Day) => void;
}

const ARROWS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * A day, said in words whatever the language of the computer: a native date field would show the month first on some.
 * Typed in figures or words, or chosen from a calendar (Alt+↓); the arrows go a day on and back.
 */
export function DayField({
  label,
  hint,
  error,
  value,
  onChange,
  today,
  say = sayDayAndYear,
  past = false,
  onLeave,
  onPicked,
}: DayFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const calendar = useRef<HTMLButtonElement>(null);
  const isClosed = useIsClosed();
  const isUnclear = typed !== undefined && typed.trim() !== '' && value === '';
  const leave = () => {
    setLeft(true);
    if (isUnclear) return;
    setTyped(undefined);
    onLeave?.();
  };
  return (
    <Field
      label={label}
      after={
        <DayPicker
          ref={calendar}
          label={label}
          value={value}
          today={today}
          onPick={(day) => {
            setTyped(undefined);
            onChange(day);
            onPicked?.(day);
          }}
        />
      }
      value={typed ?? (value === '' ? '' : say(value))}
      hint={
        typed !== undefined && value !== '' ? (
          <span aria-live="polite">
            {sayDayAndYear(value)}
            {isClosed(value) && ', chiuso'}
          </span>
        ) : (
          (hint ?? 'Per esempio 4/12/2026 o «4 dicembre».')
        )
      }
      error={left && isUnclear ? 'Non capisco questo giorno: scrivi per esempio «4/12/2026».' : error}
      onChange={(text) => {
        setTyped(text);
        setLeft(false);
        onChange(readDay(text, today, past) ?? '');
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'ArrowDown') {
          calendar.current?.click();
          event.preventDefault();
          return;
        }
        const step = event.ctrlKey || event.altKey ? undefined : ARROWS[event.key];
        if (step !== undefined) {
          setTyped(undefined);
          onChange(addDays(value === '' ? today : value, value === '' ? 0 : step));
          event.preventDefault();
        }
        if (event.key === 'Enter') leave();
      }}
    />
  );
}

export interface TimeFieldProps extends Pick<FieldProps, 'label' | 'error'> {
  /** `09:05`; empty while what is typed is no time. */
  readonly value: string;
  readonly onChange: (time: string) => void;
}

/** A time of the clock of 24 hours, whatever the language of the computer. */
export function TimeField({ label, error, value, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const isUnclear = typed !== undefined && value === '';
  return (
    <Field
      label={label}
      icon="clock"
      inputMode="numeric"
      value={typed ?? value}
      error={left && isUnclear ? 'Scrivi l’ora così: 9:05.' : error}
      onChange={(text) => {
        setTyped(text);
        setLeft(false);
        onChange(readTime(text) ?? '');
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        setLeft(true);
        if (!isUnclear) setTyped(undefined);
      }}
    />
  );
}
