/** The data of the municipality in words (P4, P5): labels, what a value should look like, and the value itself. Pure. */
import { type Day, MONTHS, sayDate, sayDayAndYear, WEEKDAYS } from '#shared/kernel/day.ts';
import { type Calendar, ORDINARY_URGENCY } from '#shared/kernel/workdays.ts';
import { saySending } from '#shared/outbox/sendingAccount.ts';
import { lastDayOf, sayElectionKind } from './elections.ts';
import { sayAccess } from './mailAccess.ts';
import { sayReceiving } from './mailAccount.ts';
import type { Profile, ProfileField } from './profile.ts';
import type { Sender } from './senders.ts';
import { supplyLines } from './supplyWords.ts';

type Hours = Calendar['hours'][number];

const sayHours = (hours: Hours): string =>
  hours.length === 0 ? 'chiuso' : hours.map(({ from, to }) => `dalle ${from} alle ${to}`).join(' e ');

/** Monday first, as a week is read. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Da lunedì a venerdì dalle 08:30 alle 12:30`, `Sabato e domenica chiuso`: days of the same hours together. */
export function hoursLines({ hours }: Pick<Calendar, 'hours'> & Partial<Calendar>): readonly string[] {
  const runs: { days: string[]; words: string }[] = [];
  for (const weekday of WEEK) {
    const words = sayHours(hours[weekday] ?? []);
    const last = runs.at(-1);
    if (last?.words === words) last.days.push(WEEKDAYS[weekday] ?? '');
    else runs.push({ days: [WEEKDAYS[weekday] ?? ''], words });
  }
  return runs.map(({ days, words }) => {
    const [first = '', ...others] = days;
    const last = others.at(-1);
    const range = last === undefined ? first : others.length === 1 ? `${first} e ${last}` : `da ${first} a ${last}`;
    return `${capitalised(range)} ${words}`;
  });
}

/** `24 giugno` of `06-24`. */
function sayPatron(patron: string): string {
  const [month = 1, date = 1] = patron.split('-').map(Number);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]}`;
}

/** `30 minuti`. */
const sayMinutes = (minutes: number): string => counted(minutes, 'minuto', 'minuti');

/** `31 indirizzi`, `1 indirizzo`. */
const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** One who may ask, in a line: who, office, why, telephone. */
export const saySender = ({ address, name, office, reason, telephone }: Sender): string =>
  [name, address, office, reason, telephone].filter((word) => word !== null).join(', ');

function calendarLines(calendar: Calendar): readonly string[] {
  const { patron, closed, later = [], names = {}, urgency = ORDINARY_URGENCY } = calendar;
  const sayClosed = (day: Day) => `${sayDayAndYear(day)}${names[day] === undefined ? '' : ` (${names[day]})`}`;
  return [
    ...hoursLines(calendar),
    ...later.flatMap(({ from, hours }) => hoursLines({ hours }).map((line) => `Dal ${sayDate(from)}: ${line}`)),
    `Patrono: ${patron === null ? 'non ancora noto' : sayPatron(patron)}`,
    `Altre chiusure: ${closed.length === 0 ? 'nessuna' : closed.map(sayClosed).join(', ')}`,
    ...(urgency.sameDay === ORDINARY_URGENCY.sameDay && urgency.leadMinutes === ORDINARY_URGENCY.leadMinutes
      ? []
      : [
          urgency.sameDay ? 'Un urgente scade lo stesso giorno' : 'Un urgente scade come gli altri',
          `Ogni passo è fatto ${sayMinutes(urgency.leadMinutes)} prima dell’invio`,
        ]),
  ];
}

const lines = (...words: readonly (string | null)[]) =>
  words.filter((line): line is string => line !== null && line !== '');

/** How a value of each field is said that is not one line or a list of lines. */
const SAYING: { readonly [Field in ProfileField]?: (value: Profile[Field]) => readonly string[] } = {
  contractor: ({ name, address }) => lines(name, address),
  senders: (senders) => {
    const open = senders.filter(({ confirmed }) => !confirmed).length;
    return senders.length === 0
      ? []
      : [`${counted(senders.length, 'indirizzo', 'indirizzi')}${open > 0 ? `, ${open} da verificare` : ''}`];
  },
  responsibles: (list) => (list.length === 0 ? [] : [counted(list.length, 'responsabile', 'responsabili')]),
  calendar: calendarLines,
  normalRoute: (route) => [capitalised(route)],
  pressure: ({ sevenDays, thirtyDays }) => [`${sevenDays} in 7 giorni, ${thirtyDays} in 30 giorni`],
  contract: (contract) => (contract === null ? [] : supplyLines(contract)),
  offices: (offices) => lines(offices.join(', ')),
  categories: (categories) => lines(categories.join(', ')),
  reasons: (reasons) => [reasons.join(', ')],
  electionPeriods: (periods) =>
    periods.map(
      (period) =>
        `${sayElectionKind(period.kind)}, da ${sayDayAndYear(period.from)} a ${sayDayAndYear(lastDayOf(period))}`,
    ),
  pauseMinutes: (minutes) => [`dopo ${sayMinutes(minutes)}`],
  askedHours: (hours) => [`dopo ${counted(hours, 'ora', 'ore')} di servizio`],
  mailboxChecks: ({ beforeStart, afterStart, beforeEnd, afterEnd }) => [
    `da ${sayMinutes(beforeStart)} prima a ${sayMinutes(afterStart)} dopo l’inizio`,
    `da ${sayMinutes(beforeEnd)} prima a ${sayMinutes(afterEnd)} dopo la fine`,
  ],
  reportDeadline: ({ days, counting }) => [
    `${counted(days, 'giorno', 'giorni')} ${counting === 'calendar' ? 'di calendario' : 'di servizio'}`,
  ],
  forbidOnePerson: (forbidden) => [forbidden ? 'Vietato' : 'Permesso, e resta scritto'],
  groupText: ({ day, office }) => [
    [day ? 'giorno e ora' : null, office ? 'ufficio' : null].filter((word) => word !== null).join(', ') ||
      'solo il testo',
  ],
  emergencyModels: (models) => (models.length === 0 ? ['nessuno'] : [models.map(({ name }) => name).join(', ')]),
  mailAccount: ({ receiving, sending, access }) => [
    ...(receiving === null ? [] : [`ricevere: ${sayReceiving(receiving)}`]),
    ...(sending === null ? [] : [`spedire: ${saySending(sending)}`]),
    ...(access === null ? [] : [`accesso: ${sayAccess(access)}`]),
  ],
  firstNumber: (number) => (number === null ? [] : [String(number)]),
};

/** What a value of one field says, in lines; none when nothing is known. The value is one its schema read. */
export function sayValue(field: ProfileField, value: unknown): readonly string[] {
  const say = SAYING[field] as ((value: unknown) => readonly string[]) | undefined;
  if (say) return say(value);
  return Array.isArray(value) ? value.map(String) : lines(typeof value === 'string' ? value : null);
}

/** What a profile says of one field, in lines; none when nothing is known. */
export const sayField = (profile: Profile, field: ProfileField): readonly string[] => sayValue(field, profile[field]);
