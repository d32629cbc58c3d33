import type { NewFact } from '../journal/fact.ts';
import { addDays, type Day, sayDay } from '../kernel/day.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Calendar, isWorkingDay } from '../kernel/workdays.ts';
import { peopleFact } from './facts.ts';
import { type Absence, PHASES, type Phase } from './person.ts';
import { onDuty, type Roster } from './roster.ts';

type Decision = Result<readonly NewFact[], Problem>;

/** Marks or changes the days on which a person is away (P3): never a reason. */
export function setAbsence(roster: Roster, absence: Absence): Decision {
  if (!roster.people.some(({ id }) => id === absence.person)) {
    return problem('person-unknown', 'Questa persona non è nell’elenco.', 'Scegli un nome dell’elenco.');
  }
  if (absence.from > absence.to) {
    return problem('absence-reversed', 'L’ultimo giorno di assenza viene prima del primo.', 'Correggi le due date.');
  }
  return ok([peopleFact('absence.set', `absence/${absence.id}`, absence)]);
}

/** Takes an absence back. */
export function removeAbsence(roster: Roster, id: string): Decision {
  if (!roster.absences.some((absence) => absence.id === id)) {
    return problem('absence-unknown', 'Questa assenza non c’è più.', 'Aggiorna l’elenco delle assenze.');
  }
  return ok([peopleFact('absence.removed', `absence/${id}`, {})]);
}

/** Changes the order in which a phase calls people (P2); everybody named must be known, each once. */
export function setChain(roster: Roster, phase: Phase, people: readonly string[]): Decision {
  const known = people.every((id) => roster.people.some((person) => person.id === id));
  if (!known || new Set(people).size !== people.length) {
    return problem(
      'chain-invalid',
      'L’ordine contiene una persona che non c’è, o due volte la stessa.',
      'Ricarica l’elenco e riprova.',
    );
  }
  return ok([peopleFact('chain.set', `chain/${phase}`, { phase, people: [...people] })]);
}

/** `lunedì 7 dicembre`, `da lunedì 7 dicembre a venerdì 11 dicembre`. */
export const sayAbsence = ({ from, to }: Pick<Absence, 'from' | 'to'>): string =>
  from === to ? sayDay(from) : `da ${sayDay(from)} a ${sayDay(to)}`;

/** A working day on which nobody can do a phase. */
export interface UncoveredDay {
  readonly day: Day;
  readonly phase: Phase;
}

/** The working days from `from` on, `days` calendar days long, on which a phase has nobody (P3). */
export function uncoveredDays(roster: Roster, calendar: Calendar, from: Day, days: number): readonly UncoveredDay[] {
  return Array.from({ length: days }, (_, ahead) => addDays(from, ahead))
    .filter((day) => isWorkingDay(calendar, day))
    .flatMap((day) =>
      PHASES.filter((phase) => onDuty(roster, phase, day) === undefined).map((phase) => ({ day, phase })),
    );
}

/** What each phase does, after «può». */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  intake: 'prendere in carico le richieste',
  alternative: 'fare un invio senza il capo settore',
  report: 'preparare il report',
};

/** What the app says, loudly, of an uncovered day (P3; L6, 15). */
export function sayUncovered({ day, phase }: UncoveredDay): string {
  const said = sayDay(day);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} nessuno può ${PHASE_WORDS[phase]}.`;
}
