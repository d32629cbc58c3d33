/** The register as its screen shows and searches it: rows with the words of their columns. Pure. */
import { type Day, MONTHS, partsOf, WEEKDAYS, weekdayOf } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { foldText } from '#shared/kernel/text.ts';
import { type Entry, entryNumber } from '#shared/register/entry.ts';

/** What went differently from the rule (P40), in the words of the column and of its filter. */
const NOTES = [
  'emergenza',
  'testo cambiato',
  'senza approvazione',
  'controllo forzato',
  'una sola persona',
  'rettifica',
] as const;
export type Note = (typeof NOTES)[number];

/** A row of the table. */
export interface RegisterRow {
  readonly id: string;
  readonly entry: Entry;
  readonly number: string;
  readonly day: Day;
  readonly time: string;
  readonly office: string;
  readonly category: string;
  readonly route: string;
  readonly notes: readonly Note[];
  /** Everything the search looks through, folded. */
  readonly haystack: string;
}

/** What a missing office or category is called. */
export const NOT_SAID = 'non indicato';

/** Whether the contractor sent another text than the approved one (P36). */
export const isAltered = ({ approved, sent }: Entry): boolean => approved !== null && approved.hash !== sent.hash;

function notesOf(entry: Entry): readonly Note[] {
  const { emergency, approved, rewritten, deviations, corrects } = entry;
  const found: Readonly<Record<Note, boolean>> = {
    emergenza: emergency !== undefined,
    'testo cambiato': isAltered(entry),
    'senza approvazione': approved === null && emergency === undefined,
    'controllo forzato': deviations.some((deviation) => deviation.startsWith('Controllo «')),
    'una sola persona': approved?.by === rewritten.by,
    rettifica: corrects !== undefined,
  };
  return NOTES.filter((note) => found[note]);
}

/** The rows of the register, as they come. */
export function rowsOf(entries: readonly Entry[]): readonly RegisterRow[] {
  return entries.map((entry) => {
    const { id, title, office, category, route, link, sent, sentAt } = entry;
    const { day, time } = romeOf(sentAt);
    const number = entryNumber(entry);
    return {
      id,
      entry,
      number,
      day,
      time,
      office: office ?? NOT_SAID,
      category: category ?? NOT_SAID,
      route,
      notes: notesOf(entry),
      haystack: foldText([number, title, office, category, route, link, sent.text].filter(Boolean).join(' ')),
    };
  });
}

/** The words a search looks for, all of them. */
export const searchWords = (query: string): readonly string[] => foldText(query).split(' ').filter(Boolean);

/** `mar 24 nov`; in another year than `today` `24 nov 2025`. */
export function sayShortDay(day: Day, today: Day): string {
  const { year, month, date } = partsOf(day);
  const short = `${date} ${MONTHS[month - 1]?.slice(0, 3)}`;
  return year === partsOf(today).year ? `${WEEKDAYS[weekdayOf(day)]?.slice(0, 3)} ${short}` : `${short} ${year}`;
}

/** `18 nov 09:05`, with the year when it is another one. */
export function sayShortMoment(instant: Instant, today: Day): string {
  const { day, time } = romeOf(instant);
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]?.slice(0, 3)}${year === partsOf(today).year ? '' : ` ${year}`} ${time}`;
}

const SHORT_ROUTES: Readonly<Record<Entry['route'], string>> = {
  'gruppo operativo': 'Gruppo',
  'e-mail alla ditta': 'E-mail',
  'cartella della ditta': 'Cartella',
};

/** The way as the narrow column shows it. */
export const shortRoute = ({ entry }: RegisterRow): string => SHORT_ROUTES[entry.route];

/** The row as one line for a spreadsheet: columns between tabs. */
export function rowAsLine({ entry, number, day, time, office, category, route, notes }: RegisterRow): string {
  const { title, recipients, link, sent } = entry;
  return [number, day, time, title, office, category, route, recipients ?? '', link ?? '', notes.join(', '), sent.text]
    .map((cell) => String(cell).replace(/\s+/g, ' '))
    .join('\t');
}

const FORMAT = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });

/** `1.604`. */
export const sayNumber = (value: number): string => FORMAT.format(value);
