import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '#renderer/ui/index.ts';
import { addDays, type Day, MONTHS, sayDayAndYear, weekdayOf } from '#shared/kernel/day.ts';
import { isNationalHoliday } from '#shared/kernel/holidays.ts';
import { type Calendar, isWorkingDay } from '#shared/kernel/workdays.ts';

const MONTH_NUMBERS = Array.from({ length: 12 }, (_, index) => index + 1);
const WEEK_LETTERS = ['l', 'm', 'm', 'g', 'v', 's', 'd'] as const;
const pad = (number: number): string => String(number).padStart(2, '0');

function daysOf(year: number, month: number): readonly Day[] {
  const first = `${year}-${pad(month)}-01` as Day;
  const days: Day[] = [];
  for (let day = first; day.slice(5, 7) === pad(month); day = addDays(day, 1)) days.push(day);
  return days;
}

type Kind = 'chosen' | 'patron' | 'national' | 'off' | 'service';

/** How a day of the year stands: closed by choice, patron, national, without service, or of service. */
function kindOf(calendar: Calendar, day: Day): Kind {
  if (calendar.closed.includes(day)) return 'chosen';
  if (day.slice(5) === calendar.patron) return 'patron';
  if (isNationalHoliday(day)) return 'national';
  return isWorkingDay(calendar, day) ? 'service' : 'off';
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  chosen: 'chiuso per scelta del Comune',
  patron: 'patrono',
  national: 'festa nazionale',
  off: 'senza servizio',
  service: 'di servizio',
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export interface YearGridProps {
  readonly calendar: Calendar;
  readonly names: Readonly<Record<Day, string>>;
  readonly today: Day;
  /** Closes a day of service, or opens one closed by choice; absent where nothing may be changed. */
  readonly onToggle: ((day: Day) => void) | undefined;
}

/** The year a calendar makes (P5): a click, or arrows and space, closes a day; holidays and patron are shown. */
export function YearGrid({ calendar, names, today, onToggle }: YearGridProps) {
  const [at, setAt] = useState<Day>(today);
  const grid = useRef<HTMLDivElement>(null);
  const year = Number(at.slice(0, 4));
  const months = MONTH_NUMBERS.map((month) => daysOf(year, month));
  const days = months.flat();
  const service = days.filter((day) => isWorkingDay(calendar, day)).length;
  const closed = days.filter((day) => calendar.closed.includes(day)).length;
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const next = addDays(at, step);
    setAt(next);
    // The day may stand in a year that is drawn only now.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  };
  const toYear = (next: number) => setAt(`${next}-01-01`);
  const isFree = (kind: Kind) => onToggle !== undefined && (kind === 'chosen' || kind === 'service');
  return (
    <section className="town-year" aria-label="L’anno">
      <div className="town-year-head">
        <h3 className="grow" role="status">
          Anno {year}: {service} giorni di servizio, {closed === 1 ? '1 chiusura' : `${closed} chiusure`} del Comune
        </h3>
        <Button kind="quiet" size="small" icon="left" label="L’anno prima" onClick={() => toYear(year - 1)} />
        <Button kind="quiet" size="small" icon="right" label="L’anno dopo" onClick={() => toYear(year + 1)} />
      </div>
      <div className="town-months" ref={grid}>
        {months.map((list, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a month of buttons is no set of fields
          <div key={MONTHS[index]} role="group" aria-label={`${MONTHS[index]} ${year}`}>
            <p className="town-month" aria-hidden="true">
              {MONTHS[index]}
            </p>
            <div className="town-days">
              {WEEK_LETTERS.map((letter, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the letters of a week stand still
                <span key={place} className="town-letter" aria-hidden="true">
                  {letter}
                </span>
              ))}
              {list.map((day, place) => {
                const kind = kindOf(calendar, day);
                const name = kind === 'chosen' ? names[day] : undefined;
                return (
                  <button
                    key={day}
                    type="button"
                    data-day={day}
                    tabIndex={day === at ? 0 : -1}
                    className={`town-day town-day-${kind}`}
                    style={place === 0 ? { gridColumnStart: ((weekdayOf(day) + 6) % 7) + 1 } : undefined}
                    aria-label={`${sayDayAndYear(day)}, ${name || KIND_WORDS[kind]}`}
                    aria-pressed={kind === 'chosen'}
                    aria-disabled={!isFree(kind)}
                    title={name || (kind === 'service' ? undefined : KIND_WORDS[kind])}
                    onKeyDown={move}
                    onFocus={() => setAt(day)}
                    onClick={() => isFree(kind) && onToggle?.(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <ul className="town-legend small muted">
        {(['chosen', 'patron', 'national', 'off'] as const).map((kind) => (
          <li key={kind}>
            <span className={`town-day town-day-${kind}`} aria-hidden="true">
              1
            </span>
            {KIND_WORDS[kind]}
          </li>
        ))}
      </ul>
      {onToggle && (
        <p className="small muted">Un giorno si chiude con un clic, o con le frecce e la barra spaziatrice.</p>
      )}
    </section>
  );
}
