import { useState } from 'react';
import { Button, CheckField, DayField, Field, SelectField, VisuallyHidden } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { type Day, sayDate, sayDayAndYear, WEEKDAYS } from '#shared/kernel/day.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { WEEK } from '#shared/people/profile/words.ts';
import { readHours, readYearDay } from '#shared/text/dates/hours.ts';
import { calendarOf, type TypedCalendar, type TypedWeek, typedCalendar, withWeekFrom } from './calendarForm.ts';
import type { EditorProps } from './editor.ts';
import { YearGrid } from './YearGrid.tsx';

const HOURS_ERROR = 'Scrivi gli orari così: 09:00-13:00, 15:00-18:00.';
const sayWeek = ({ from }: TypedWeek): string => (from === '' ? 'da sempre' : `dal ${sayDate(from)}`);

interface HoursProps {
  readonly weeks: readonly TypedWeek[];
  readonly readOnly: boolean;
  readonly today: Day;
  readonly onChange: (weeks: readonly TypedWeek[]) => void;
}

/** Hours of service, with the day from which they hold: what was due before keeps those of its own day (P5). */
function Hours({ weeks, readOnly, today, onChange }: HoursProps) {
  const [chosen, setChosen] = useState<Day | ''>(weeks.findLast(({ from }) => from <= today)?.from ?? '');
  const [from, setFrom] = useState<Day | ''>('');
  const at = Math.max(
    0,
    weeks.findIndex((week) => week.from === chosen),
  );
  const week = weeks[at] ?? { from: '', hours: [] };
  return (
    <>
      <fieldset className="town-hours">
        <legend>Orari del servizio{weeks.length > 1 && `, ${sayWeek(week)}`}</legend>
        {weeks.length > 1 && (
          <SelectField
            label="Quali orari"
            value={week.from}
            options={weeks.map((one) => ({ value: one.from, label: sayWeek(one) }))}
            onChange={setChosen}
          />
        )}
        {WEEK.map((weekday) => {
          const hours = week.hours[weekday] ?? '';
          return (
            <Field
              key={weekday}
              label={capitalised(WEEKDAYS[weekday] ?? '')}
              value={hours}
              placeholder="chiuso"
              readOnly={readOnly}
              error={readHours(hours) === undefined ? HOURS_ERROR : undefined}
              onChange={(text) => onChange(weeks.with(at, { ...week, hours: week.hours.with(weekday, text) }))}
            />
          );
        })}
      </fieldset>
      {!readOnly && (
        <div className="town-add">
          <DayField
            label="Orari nuovi: valgono dal giorno"
            value={from}
            onChange={setFrom}
            today={today}
            say={sayDate}
          />
          <Button
            icon="plus"
            onClick={() => {
              if (from === '') return;
              onChange(withWeekFrom(weeks, from));
              setChosen(from);
              setFrom('');
            }}
          >
            Cambia da quel giorno
          </Button>
          {week.from !== '' && (
            <Button kind="quiet" onClick={() => onChange(weeks.toSpliced(at, 1))}>
              Togli gli orari {sayWeek(week)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface ClosedProps extends Pick<TypedCalendar, 'closed' | 'names'> {
  readonly readOnly: boolean;
  readonly today: Day;
  readonly onToggle: (day: Day) => void;
  readonly onName: (day: Day, name: string) => void;
}

/** The closing days the municipality chose, each with its name. */
function Closed({ closed, names, readOnly, today, onToggle, onName }: ClosedProps) {
  const [adding, setAdding] = useState<Day | ''>('');
  const add = () => {
    if (adding === '' || closed.includes(adding)) return;
    onToggle(adding);
    setAdding('');
  };
  return (
    <section className="town-closed" aria-label="Altre chiusure">
      <h3>Altre chiusure</h3>
      {closed.length === 0 && <p className="muted">Nessuna: le feste nazionali ci sono già.</p>}
      <ul>
        {closed.map((day) => (
          <li key={day}>
            <span className="grow">
              {sayDayAndYear(day)}
              {readOnly && names[day] !== undefined && `, ${names[day]}`}
            </span>
            {!readOnly && (
              <>
                <Field
                  label={`Nome della chiusura di ${sayDayAndYear(day)}`}
                  hideLabel
                  placeholder="nome, facoltativo"
                  maxLength={100}
                  value={names[day] ?? ''}
                  onChange={(name) => onName(day, name)}
                />
                <Button kind="quiet" size="small" onClick={() => onToggle(day)}>
                  Togli
                  <VisuallyHidden> la chiusura di {sayDayAndYear(day)}</VisuallyHidden>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className="town-add">
          <DayField label="Un altro giorno di chiusura" value={adding} onChange={setAdding} today={today} />
          <Button icon="plus" onClick={add}>
            Aggiungi la chiusura
          </Button>
        </div>
      )}
    </section>
  );
}

/** When the office serves: hours, patron, closing days, when an urgent request is due, and the year they make (P5). */
export function CalendarEditor({ value, readOnly, onChange, today }: EditorProps<Calendar> & { readonly today: Day }) {
  const [typed, setTyped] = useState<TypedCalendar>(() => typedCalendar(value));
  const change = (part: Partial<TypedCalendar>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(calendarOf(next));
  };
  const toggle = (day: Day) =>
    change({
      closed: typed.closed.includes(day) ? typed.closed.filter((one) => one !== day) : [...typed.closed, day].sort(),
    });
  const isPatronWrong = typed.patron.trim() !== '' && readYearDay(typed.patron) === undefined;
  return (
    <>
      <Hours weeks={typed.weeks} readOnly={readOnly} today={today} onChange={(weeks) => change({ weeks })} />
      <fieldset className="town-plain" disabled={readOnly}>
        <legend>Richieste urgenti</legend>
        <CheckField
          label="Un urgente scade lo stesso giorno"
          checked={typed.sameDay}
          onChange={(sameDay) => change({ sameDay })}
        />
        <Field
          label="Minuti di servizio prima dell’invio"
          hint="Ogni passo è fatto almeno così prima del momento in cui l’avviso deve partire."
          value={typed.leadMinutes}
          inputMode="numeric"
          error={/^\d{1,3}$/.test(typed.leadMinutes.trim()) ? undefined : 'Scrivi i minuti, in cifre.'}
          onChange={(leadMinutes) => change({ leadMinutes })}
        />
      </fieldset>
      <Field
        label="Patrono"
        value={typed.patron}
        readOnly={readOnly}
        hint="Giorno e mese, come 13/06: vale ogni anno."
        error={isPatronWrong ? 'Scrivi giorno e mese così: 13/06.' : undefined}
        onChange={(patron) => change({ patron })}
      />
      <YearGrid
        calendar={calendarOf(typed) ?? value}
        names={typed.names}
        today={today}
        onToggle={readOnly ? undefined : toggle}
      />
      <Closed
        closed={typed.closed}
        names={typed.names}
        readOnly={readOnly}
        today={today}
        onToggle={toggle}
        onName={(day, name) => change({ names: { ...typed.names, [day]: name } })}
      />
    </>
  );
}
