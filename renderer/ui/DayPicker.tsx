import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Day, partsOf, sayDay, WEEKDAYS } from '#shared/kernel/day.ts';
import { Button } from './Button.tsx';
import { addMonths, dayAfterKey, sayMonth, weeksOf } from './monthGrid.ts';
import { useIsClosed } from './serviceDays.ts';

export interface DayPickerProps {
  /** Name of the field it fills: `Data richiesta`. */
  readonly label: string;
  /** The day in the field; empty or null while there is none. */
  readonly value: Day | '' | null;
  readonly today: Day;
  readonly onPick: (day: Day) => void;
  /** The button, so that the field may open the calendar with Alt+↓. */
  readonly ref?: RefObject<HTMLButtonElement | null> | undefined;
}

/** Monday to Sunday, as the calendar begins its weeks here. */
const WEEK = [...WEEKDAYS.slice(1), WEEKDAYS[0]] as const;

interface MonthProps extends Omit<DayPickerProps, 'ref' | 'label'> {
  /** Null when nothing was chosen. */
  readonly onLeave: () => void;
}

/** One month: arrows by day and week, PagSu and PagGiù by month, with Maiusc by year, Home and Fine to the week's ends. */
function Month({ value, today, onPick, onLeave }: MonthProps) {
  const id = useId();
  const isClosed = useIsClosed();
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Day>(value || today);
  const [byKey, setByKey] = useState(true);
  useEffect(() => {
    if (byKey) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at, byKey]);
  const go = (day: Day, withKey: boolean) => {
    setByKey(withKey);
    setAt(day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = event.key === 'Escape' ? undefined : dayAfterKey(at, event);
    if (event.key === 'Escape') onLeave();
    else if (next === undefined) return;
    else go(next, true);
    event.preventDefault();
    event.stopPropagation();
  };
  const nameOf = (day: Day): string =>
    [sayDay(day), ...(day === today ? ['oggi'] : []), ...(isClosed(day) ? ['chiuso'] : [])].join(', ');
  return (
    <>
      <div className="row">
        <Button
          kind="quiet"
          size="small"
          icon="left"
          label="Mese precedente"
          onClick={() => go(addMonths(at, -1), false)}
        />
        <span id={id} className="grow day-picker-month" aria-live="polite">
          {sayMonth(at)}
        </span>
        <Button
          kind="quiet"
          size="small"
          icon="right"
          label="Mese seguente"
          onClick={() => go(addMonths(at, 1), false)}
        />
      </div>
      {/* The names of the days say their weekday. */}
      <div className="day-picker-week day-picker-names" aria-hidden="true">
        {WEEK.map((name) => (
          <span key={name}>{name.slice(0, 2)}</span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as a table its cells could not be the buttons the arrows walk through */}
      <div ref={grid} role="grid" tabIndex={-1} aria-labelledby={id} className="day-picker-grid" onKeyDown={onKeyDown}>
        {weeksOf(at).map((week) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of the grid above
          <div key={week.find((day) => day !== null)} role="row" tabIndex={-1} className="day-picker-week">
            {week.map((day, index) =>
              day === null ? (
                <span key={WEEK[index]} />
              ) : (
                // biome-ignore lint/a11y/useSemanticElements: a cell of the grid above, and a button
                <button
                  key={day}
                  type="button"
                  role="gridcell"
                  className="day-picker-day"
                  data-day={day}
                  data-closed={isClosed(day) ? '' : undefined}
                  tabIndex={day === at ? 0 : -1}
                  aria-label={nameOf(day)}
                  aria-selected={day === value}
                  aria-current={day === today ? 'date' : undefined}
                  onClick={() => onPick(day)}
                >
                  {partsOf(day).date}
                </button>
              ),
            )}
          </div>
        ))}
      </div>
      {weeksOf(at)
        .flat()
        .some((day) => day !== null && isClosed(day)) && <p className="small muted">I giorni barrati sono chiusi.</p>}
      <Button size="small" onClick={() => onPick(today)}>
        Oggi, {sayDay(today)}
      </Button>
    </>
  );
}

/** The button of a date field and the calendar it opens over the page; Esc leaves it, Invio chooses. */
export function DayPicker({ label, value, today, onPick, ref }: DayPickerProps) {
  const own = useRef<HTMLButtonElement>(null);
  const button = ref ?? own;
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open && button.current) popover.current?.showPopover({ source: button.current });
  }, [open, button]);
  const leave = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        kind="quiet"
        size="small"
        icon="calendar"
        label={`Calendario: ${label}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div
          ref={popover}
          popover="auto"
          role="dialog"
          aria-label={`Scegli il giorno: ${label}`}
          className="day-picker"
          onToggle={({ newState }) => newState === 'closed' && setOpen(false)}
        >
          <Month
            value={value}
            today={today}
            onLeave={leave}
            onPick={(day) => {
              onPick(day);
              leave();
            }}
          />
        </div>
      )}
    </>
  );
}
