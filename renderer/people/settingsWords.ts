/** The profile of the municipality in words (P4, P5). Pure. */
import { type Day, MONTHS, sayDayAndYear, WEEKDAYS } from '#shared/kernel/day.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import type { Profile } from '#shared/people/profile.ts';
import { capitalised } from '../ui/moments.ts';

type Hours = Calendar['hours'][number];

const sayHours = (hours: Hours): string =>
  hours.length === 0 ? 'chiuso' : hours.map(({ from, to }) => `dalle ${from} alle ${to}`).join(' e ');

/** Monday first, as a week is read. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** `Da lunedì a venerdì dalle 08:30 alle 12:30`, `Sabato e domenica chiuso`: days of the same hours together. */
export function hoursLines({ hours }: Calendar): readonly string[] {
  const runs: { days: string[]; said: string }[] = [];
  for (const weekday of WEEK) {
    const said = sayHours(hours[weekday] ?? []);
    const last = runs.at(-1);
    if (last?.said === said) last.days.push(WEEKDAYS[weekday] ?? '');
    else runs.push({ days: [WEEKDAYS[weekday] ?? ''], said });
  }
  return runs.map(({ days, said }) => {
    const [first = '', ...others] = days;
    const last = others.at(-1);
    const range = last === undefined ? first : others.length === 1 ? `${first} e ${last}` : `da ${first} a ${last}`;
    return `${capitalised(range)} ${said}`;
  });
}

/** `24 giugno` of `06-24`. */
function sayPatron(patron: string): string {
  const [month = 1, date = 1] = patron.split('-').map(Number);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]}`;
}

/** One datum of the profile: its lines, and whether the municipality has still to confirm it. */
export interface ProfileFact {
  readonly label: string;
  /** Empty when nothing is known. */
  readonly lines: readonly string[];
  readonly toConfirm: boolean;
}

export interface ProfileGroup {
  readonly title: string;
  readonly facts: readonly ProfileFact[];
}

/** Everything of the profile that is shown, by theme. */
export function profileGroups(profile: Profile): readonly ProfileGroup[] {
  const { contractor, calendar, pressure, senders } = profile;
  const fact = (
    label: string,
    lines: readonly (string | null)[],
    ...names: readonly (keyof Profile)[]
  ): ProfileFact => ({
    label,
    lines: lines.filter((line): line is string => line !== null && line !== ''),
    toConfirm: names.some((name) => profile.toConfirm.includes(name)),
  });
  const joined = (words: readonly string[]): string => words.join(', ');
  return [
    {
      title: 'Ente',
      facts: [
        fact('Comune', [profile.municipality], 'municipality'),
        fact('Casella degli uffici', [profile.mailbox], 'mailbox'),
        fact('Sindaco, in copia', [profile.mayor], 'mayor'),
        fact('Numero del servizio', [profile.serviceNumber], 'serviceNumber'),
        fact('Per iscriversi', [profile.optInWord], 'optInWord'),
        fact('Per cancellarsi', [profile.optOutWord], 'optOutWord'),
        fact('Atti', profile.acts, 'acts'),
      ],
    },
    {
      title: 'Invio',
      facts: [
        fact('Ditta incaricata', [contractor.name, contractor.address], 'contractor'),
        fact('Via normale', [capitalised(profile.normalRoute)], 'normalRoute'),
        fact(
          'Avvisi al massimo',
          [`${pressure.sevenDays} in 7 giorni, ${pressure.thirtyDays} in 30 giorni`],
          'pressure',
        ),
        fact('Percorso del registro', [profile.registerPath], 'registerPath'),
      ],
    },
    {
      title: 'Orari',
      facts: [
        fact('Servizio', hoursLines(calendar), 'calendar'),
        fact('Patrono', [calendar.patron === null ? null : sayPatron(calendar.patron)], 'calendar'),
        fact(
          'Altre chiusure',
          calendar.closed.length === 0 ? ['nessuna'] : calendar.closed.map((day: Day) => sayDayAndYear(day)),
          'calendar',
        ),
      ],
    },
    {
      title: 'Richieste',
      facts: [
        fact('Siti del Comune', profile.hosts, 'hosts'),
        fact('Indirizzi del Comune', profile.mailDomains, 'mailDomains'),
        fact('Chi può chiedere', [senders.length === 0 ? null : `${senders.length} indirizzi`], 'senders'),
        fact('Uffici', [joined(profile.offices)], 'offices'),
        fact('Categorie', [joined(profile.categories)], 'categories'),
      ],
    },
  ];
}
