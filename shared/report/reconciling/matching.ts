import { daysBetween } from '#shared/kernel/day.ts';
import type { RegisterItem, SentMessage, StatementItem } from '#shared/report/statement/statement.ts';
import { findUrls, pageKey, withoutFinalMarks } from '#shared/text/addresses.ts';
import { type Fingerprint, fingerprint, likeness } from '#shared/text/fingerprint.ts';
import type { Edge } from './pairing.ts';

const EPOCH = '1970-01-01';
const LARGEST_DAYS_APART = 3;
const LOWEST_LIKENESS = 0.35;
const MINUTES_APART_LIMIT = 120;
const WEIGHTS = { text: 0.6, date: 0.25, time: 0.05, recipients: 0.1 } as const;
/** What counts where one of the two does not say. */
const UNKNOWN = 0.5;
/** A twentieth more or fewer recipients is no likeness at all. */
const RECIPIENTS_SCALE = 20;
/** Two messages about the same news are alike at least so much, whatever their words. */
const SAME_LINK_LIKENESS = 0.9;
/** A link more messages share (a home page, a newsletter) tells nothing. */
const TELLING_LINK_LIMIT = 3;
/** A number of a register of ours; a bare `12` in a statement is only its place in the list. */
const REGISTER_NUMBER = /^\d{4}\/\d+$/;

/** A message prepared for comparing. */
interface Compared {
  readonly message: SentMessage;
  /** Days since 1970, null when the message does not say its day. */
  readonly dayNumber: number | null;
  readonly print: Fingerprint;
  readonly number: string | null;
  readonly link: string | null;
}

/** Two messages that may be the same; `sure` when it needs no weighing. */
export interface PairCandidate extends Edge {
  readonly sure: boolean;
}

/** The page of a message, the same for every spelling of its address; statements cut the query off. */
function pageOf({ link, text }: SentMessage): string | null {
  const url = link ?? findUrls(text)[0]?.url;
  return url ? withoutFinalMarks(pageKey(url).replace(/\?.*$/, '')).toLowerCase() || null : null;
}

/** Links of a list that few of its messages share. */
function tellingLinks(messages: readonly SentMessage[]): ReadonlySet<string> {
  const links = messages.map(pageOf);
  const counts = new Map<string, number>();
  for (const link of links) if (link !== null) counts.set(link, (counts.get(link) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count <= TELLING_LINK_LIMIT).map(([link]) => link));
}

const prepareOne = ({ day, text }: SentMessage): Pick<Compared, 'dayNumber' | 'print'> => ({
  dayNumber: day === null ? null : daysBetween(EPOCH, day),
  print: fingerprint(text),
});

function prepare(messages: readonly (SentMessage & { readonly number: string | null })[]): readonly Compared[] {
  const telling = tellingLinks(messages);
  return messages.map((message) => {
    const link = pageOf(message);
    const isNumber = message.number !== null && REGISTER_NUMBER.test(message.number);
    return {
      message,
      ...prepareOne(message),
      number: isNumber ? message.number : null,
      link: link !== null && telling.has(link) ? link : null,
    };
  });
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function timeLikeness(one: SentMessage, other: SentMessage): number {
  if (one.time === null || other.time === null) return UNKNOWN;
  const apart = Math.abs(minutesOf(one.time) - minutesOf(other.time));
  return 1 - Math.min(apart, MINUTES_APART_LIMIT) / MINUTES_APART_LIMIT;
}

function recipientsLikeness(one: SentMessage, other: SentMessage): number {
  if (one.recipients === null || other.recipients === null) return UNKNOWN;
  if (one.recipients === other.recipients) return 1;
  const larger = Math.max(one.recipients, other.recipients);
  return Math.max(0, 1 - (Math.abs(one.recipients - other.recipients) / larger) * RECIPIENTS_SCALE);
}

/** Days from one message to the other; null when either does not say its day. */
const daysApart = (one: Pick<Compared, 'dayNumber'>, other: Pick<Compared, 'dayNumber'>): number | null =>
  one.dayNumber === null || other.dayNumber === null ? null : Math.abs(one.dayNumber - other.dayNumber);

const shares = (one: string | null, other: string | null): boolean => one !== null && one === other;

/** How two messages compare, or `undefined` when they cannot be the same sending. */
function compare(one: Compared, other: Compared): Pick<PairCandidate, 'score' | 'sure'> | undefined {
  const days = daysApart(one, other);
  if (days !== null && days > LARGEST_DAYS_APART) return undefined;
  const words = likeness(one.print, other.print);
  const text = shares(one.link, other.link) ? Math.max(SAME_LINK_LIKENESS, words) : words;
  if (text < LOWEST_LIKENESS && !shares(one.number, other.number)) return undefined;
  const sameNews = days !== null && shares(one.link, other.link);
  return {
    score:
      WEIGHTS.text * text +
      WEIGHTS.date * (days === null ? UNKNOWN : 1 - days / (LARGEST_DAYS_APART + 1)) +
      WEIGHTS.time * timeLikeness(one.message, other.message) +
      WEIGHTS.recipients * recipientsLikeness(one.message, other.message),
    sure: shares(one.number, other.number) || sameNews || (days === 0 && words === 1),
  };
}

/**
 * Every message of the register with every row of the statement it may be (P51): at most three days apart, with alike
 * texts or the same link; the score weighs text, day, time and recipients. Positions are those of the two lists.
 */
export function candidatesOf(
  register: readonly RegisterItem[],
  statement: readonly StatementItem[],
): readonly PairCandidate[] {
  const rows = prepare(statement);
  return prepare(register).flatMap((one, left) =>
    rows.flatMap((other, right) => {
      const found = compare(one, other);
      return found === undefined ? [] : [{ left, right, ...found }];
    }),
  );
}

/**
 * Which of `messages` repeat one of `originals`, or one that comes before them: the same words, at most three days
 * apart, or both without a day.
 */
export function repeatedOf<Message extends SentMessage>(
  messages: readonly Message[],
  originals: readonly Message[],
): ReadonlyMap<Message, Message> {
  const prepared = (message: Message) => ({ message, ...prepareOne(message) });
  const known = originals.map(prepared);
  const repeated = new Map<Message, Message>();
  for (const one of messages.map(prepared)) {
    const original = known.find((other) => {
      const days = daysApart(one, other);
      const isClose = days === null ? one.dayNumber === other.dayNumber : days <= LARGEST_DAYS_APART;
      return isClose && one.print.folded !== '' && one.print.folded === other.print.folded;
    });
    if (original) repeated.set(one.message, original.message);
    else known.push(one);
  }
  return repeated;
}
