import { addDays, type Day, daysBetween } from '#shared/kernel/day.ts';
import { matchesOf, plainForm } from '#shared/text/plainForm.ts';
import type { DateCandidate } from './requestDates.ts';
import type { Span } from './split.ts';

/** Code of the remark that one request asks for several notices, on days apart from each other (P15). */
export const SEVERAL_NOTICES = 'several-notices';

/** A series is not longer; a hostile text may name more days. */
export const MOST_NOTICES = 40;

const NUMBERS: Readonly<Record<string, number>> = { un: 1, una: 1, due: 2, tre: 3, quattro: 4, cinque: 5, dieci: 10 };
const COUNT = `\\d{1,2}|${Object.keys(NUMBERS).join('|')}`;
/** How long before an event: `il giorno prima`, `una settimana prima`, `il giorno stesso`. */
const BEFORE = new RegExp(
  `\\b(?:(?:il|la|un) (?<day>giorno|sera|vigilia)(?: prima| precedente)(?! possibile)|(?<count>${COUNT}) (?<unit>giorn[oi]|settiman[ae])(?: prima| di anticipo)|(?<same>il giorno stesso|lo stesso giorno|il giorno dell['a-z]{1,8}))\\b`,
  'g',
);
/** What is wanted then. */
const NOTICE = /\b(?:messagg|avvis|invi(?![dt])|mand|spedi|promemori|pubblic|whatsapp|notific|ricord)/;
const EACH = /\b(?:ogni|ciascun[oa]?|tutt[ei] (?:gli|le|i)|ognun[oa]|per volta|singol[oi])\b/;
const REACH = 140;
/** What may stand between two days of one list: never «o», which leaves a choice. */
const IN_LIST = /^[\s,;]{0,4}(?:e |ed |poi |e poi |e infine )?(?:per )?(?:il |l'|la )?(?:giorno )?$/;

/** How long before the event the words say, and where they stand. */
interface Offset extends Span {
  readonly days: number;
}

function offsetsIn(plain: string, start: number, draft: Span | undefined): readonly Offset[] {
  return matchesOf(BEFORE, plain).flatMap((match) => {
    const { index: from, groups = {} } = match;
    if (from < start || (draft && from >= draft.from && from < draft.to)) return [];
    if (!NOTICE.test(plain.slice(Math.max(0, from - REACH), from + REACH))) return [];
    const count = NUMBERS[groups.count ?? ''] ?? Number(groups.count ?? 1);
    const days = groups.same !== undefined ? 0 : groups.unit?.startsWith('s') ? count * 7 : count;
    return [{ days, from, to: from + match[0].length }];
  });
}

const distinct = (days: readonly Day[]): readonly Day[] => [...new Set(days)].toSorted().slice(0, MOST_NOTICES);

/** Days in one list after a word of sending: `da inviare il 30 novembre, il 7 e il 14 dicembre`. */
export function listedDays(
  dates: readonly DateCandidate[],
  draft: Span | undefined,
  plain: string,
): readonly DateCandidate[] {
  const outside = dates.filter(({ from, to }) => draft === undefined || from < draft.from || to > draft.to);
  for (const [index, first] of outside.entries()) {
    const isAsked = first.cue > 0 || ASKED_ON.test(plain.slice(Math.max(0, first.from - REACH), first.from));
    if (!isAsked || first.endDate !== null) continue;
    const list = [first];
    for (const next of outside.slice(index + 1)) {
      const between = plain.slice(list.at(-1)?.to ?? 0, next.from);
      if (next.endDate !== null || !IN_LIST.test(between)) break;
      list.push(next);
    }
    if (new Set(list.map(({ date }) => date)).size > 1) return list;
  }
  return [];
}

/** `un avviso il 4, 5 e 6 dicembre`: the notice itself is wanted on those days. */
const ASKED_ON =
  /\b(?:messaggi?o?|avvis[oi]|promemoria)\s(?:whatsapp\s)?(?:per\s|nei giorni\s|nelle date(?: del)?\s|in data\s|anche\s)?(?:il\s|i\s|l'|giorno\s)?$/;

/** The days of sending that one request asks for. */
export interface SeveralDays {
  /** In order, each once; one of them where a single notice is wanted some days before. */
  readonly days: readonly Day[];
  /** The words that say so; UTF-16 indexes. */
  readonly from: number;
  readonly to: number;
}

/** A day this near after «il giorno prima» is the one it speaks of. */
const OF_EVENT = /^[^.;:\n]{0,25}$/;

/** Whether all these days are one event told again, or the days it lasts. */
const sameEvent = (events: readonly DateCandidate[]): boolean =>
  inARow(distinct(events.flatMap(({ date, endDate }) => (endDate === null ? [date] : [date, endDate]))));

/** Whether the days follow one another without a gap: one event. */
const inARow = (days: readonly Day[]): boolean =>
  days.every((day, index) => index === 0 || daysBetween(days[index - 1] ?? day, day) === 1);

/** The days so long before each event, or before the one event there is; none where it cannot be told which is meant. */
function before(
  offsets: readonly Offset[],
  dates: readonly DateCandidate[],
  plain: string,
  span: Span,
): readonly Day[] | undefined {
  const [asked] = offsets;
  if (!asked) return undefined;
  const isEvent = (one: DateCandidate): boolean =>
    one.cue <= 0 || offsets.some(({ to }) => to <= one.from && OF_EVENT.test(plain.slice(to, one.from)));
  const told = dates.filter(isEvent);
  const events = told.length > 0 ? told : dates;
  const starts = distinct(events.map(({ date }) => date));
  const ofEach = EACH.test(plain.slice(Math.max(span.from, asked.from - REACH), Math.min(span.to, asked.to + REACH)));
  if (starts.length === 0 || (!ofEach && !sameEvent(events))) return undefined;
  const sending = told.length > 0 ? dates.filter((one) => !isEvent(one)).map(({ date }) => date) : [];
  const days = (ofEach ? starts : starts.slice(0, 1)).flatMap((day) => offsets.map((one) => addDays(day, -one.days)));
  return distinct([...sending, ...days]);
}

/**
 * The several days on which a request asks for a notice (P15): a list after a word of sending, so many days before each
 * event of a list, or several times before one event. Days in a row are one event, and none of this: see `eachDay.ts`.
 * `undefined` where it asks for one day by its date. `written` is the day of the e-mail: nothing is proposed before it.
 */
export function severalDays(
  dates: readonly DateCandidate[],
  draft: Span | undefined,
  text: string,
  span: Span,
  written: Day | undefined,
): SeveralDays | undefined {
  if (dates.length === 0) return undefined;
  const plain = plainForm(text.slice(0, span.to));
  const offsets = offsetsIn(plain, span.from, draft);
  const days = before(offsets, dates, plain, span)?.filter((day) => written === undefined || day >= written) ?? [];
  const [asked] = offsets;
  if (asked && days.length > 0) return { days, from: asked.from, to: asked.to };
  const list = listedDays(dates, draft, plain);
  const [first, last] = [list[0], list.at(-1)];
  const named = distinct(list.map(({ date }) => date));
  return first && last && !inARow(named) ? { days: named, from: first.from, to: last.to } : undefined;
}
