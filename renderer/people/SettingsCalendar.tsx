import { Fragment, useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Button, VisuallyHidden } from '#renderer/ui/index.ts';
import { addDays, type Day, partsOf, sayDay, WEEKDAYS, weekdayOf } from '#shared/kernel/day.ts';
import { HALF_WORDS, sayAbsence } from '#shared/people/absences.ts';
import type { Absence } from '#shared/people/person.ts';
import { onDuty, type Roster } from '#shared/people/roster.ts';
import { type CalendarCell, cellsOf, daysShown, mondayOf, shortNames, WEEKS_SHOWN } from './absenceCalendar.ts';

export interface SettingsCalendarProps {
  readonly roster: Roster;
  readonly onOpen: (absence: Absence) => void;
}

const STEP_DAYS = WEEKS_SHOWN * 7;
const startsWeek = (days: readonly Day[], index: number): boolean => {
  const [day, before] = [days[index], days[index - 1]];
  return day !== undefined && before !== undefined && mondayOf(day) !== mondayOf(before);
};

/** Who is away in the next weeks and who takes charge each day (P3): working days only. */
export function SettingsCalendar({ roster, onOpen }: SettingsCalendarProps) {
  const { today, profile } = useSession();
  const [monday, setMonday] = useState(mondayOf(today));
  const days = daysShown(profile.calendar, monday);
  const { people, absences } = roster;
  const short = shortNames(people);
  const weekClass = (index: number) => (startsWeek(days, index) ? 'absences-week' : undefined);
  const [first = monday] = days;
  const last = days.at(-1) ?? first;
  const inCharge = days.map((day) => ({ day, person: onDuty(roster, 'intake', day) }));
  const named = people.filter(({ id }) => inCharge.some(({ person }) => person?.id === id));

  const cell = ({ days: own, absence }: CalendarCell, name: string) => {
    const index = days.indexOf(own[0]);
    if (!absence) return <td key={own[0]} className={weekClass(index)} />;
    return (
      <td key={own[0]} colSpan={own.length} className={weekClass(index)}>
        <button
          type="button"
          className="absence"
          aria-label={`${name} assente ${sayAbsence(absence)}: cambia`}
          title={`Assente ${sayAbsence(absence)}`}
          onClick={() => onOpen(absence)}
        >
          {absence.part === undefined ? 'assente' : HALF_WORDS[absence.part].replace('solo ', '')}
        </button>
      </td>
    );
  };

  return (
    <section className="absences" aria-labelledby="absences-title">
      <div className="absences-head">
        <h2 id="absences-title" className="grow" aria-live="polite">
          Assenze, da {sayDay(first)} a {sayDay(last)}
        </h2>
        <Button
          size="small"
          icon="left"
          label="Settimane precedenti"
          onClick={() => setMonday(addDays(monday, -STEP_DAYS))}
        />
        <Button size="small" onClick={() => setMonday(mondayOf(today))}>
          Oggi
        </Button>
        <Button
          size="small"
          icon="right"
          label="Settimane seguenti"
          onClick={() => setMonday(addDays(monday, STEP_DAYS))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="absences-scroll" aria-label="Calendario delle assenze" tabIndex={0}>
        <table className="absences-table">
          <caption className="visually-hidden">Chi è assente e chi prende in carico, giorno per giorno</caption>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>Persona</VisuallyHidden>
              </th>
              {days.map((day, index) => (
                <th
                  key={day}
                  scope="col"
                  className={weekClass(index)}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <abbr title={sayDay(day)}>
                    {WEEKDAYS[weekdayOf(day)]?.slice(0, 3)}
                    <br />
                    {partsOf(day).date}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {cellsOf(absences, id, days).map((one) => cell(one, name))}
              </tr>
            ))}
            <tr className="absences-charge">
              <th scope="row">Presa in carico</th>
              {inCharge.map(({ day, person }, index) => (
                <td key={day} className={[weekClass(index), person ? '' : 'absences-nobody'].join(' ')}>
                  <span aria-hidden="true">{person ? short.get(person.id) : '!'}</span>
                  <VisuallyHidden>{person?.name ?? 'nessuno'}</VisuallyHidden>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      <p className="absences-legend">
        {named.map(({ id, name }) => (
          <Fragment key={id}>
            <b>{short.get(id)}</b> {name},{' '}
          </Fragment>
        ))}
        <b>!</b> nessuno. Sono mostrati solo i giorni di servizio.
      </p>
    </section>
  );
}
