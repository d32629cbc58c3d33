/** The list of requests: which tab, which group, in which order, with which chips. Pure. */

import { decisionEvidence, decisionTruth } from '#renderer/requests/decisionWords.ts';
import { sayMissing } from '#renderer/requests/missingWords.ts';
import type { Mark, PlainTone } from '#renderer/ui/index.ts';
import { sayMomentAt, sayNearDay } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Truth } from '#shared/kernel/evidence.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Session } from '#shared/people/session.ts';
import { sayTold } from '#shared/requests/told.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import { NO_DESKS, openElsewhere, type ShareView } from '#shared/service/share.ts';

export type RequestTab = 'open' | 'waiting' | 'decided';

/** What the list is seen with: by whom, when, and which texts still wait for the head. */
export interface Viewpoint {
  /** Id of the person at the desk. */
  readonly person: string | null;
  readonly now: Instant;
  readonly today: Day;
  /** Requests whose text waits for the head. */
  readonly waiting: ReadonlySet<string>;
  /** Who works at the other desks, and what is open there. */
  readonly share: Pick<ShareView, 'desks'>;
}

/** What a row is seen with: all but the moment, which moves whenever anything changes. */
export type RowViewpoint = Omit<Viewpoint, 'now'>;

/** What the list needs to know besides the requests; without `share` nobody works at another desk. */
export function viewpointOf(
  { person, now, today }: Session,
  waiting: readonly { readonly id: string }[] = [],
  share: Pick<ShareView, 'desks'> = NO_DESKS,
): Viewpoint {
  return { person: person?.id ?? null, now, today, share, waiting: new Set(waiting.map(({ id }) => id)) };
}

export interface RequestGroup {
  readonly id: string;
  readonly title: string;
  readonly sign?: Mark | undefined;
  readonly rows: readonly RequestRow[];
}

/** A small state beside a request. */
export interface RequestFlag {
  readonly text: string;
  readonly tone: PlainTone;
  /** What the word rests on. */
  readonly evidence?: string;
  /** In place of the tone, where it is a word with its evidence. */
  readonly truth?: Truth;
}

/** On which tab a request stands: to be done, waiting for the head, or decided. */
export function tabOf({ id, state }: RequestRow, { waiting }: Pick<Viewpoint, 'waiting'>): RequestTab {
  if (state === 'waiting') return 'waiting';
  if (state === 'forwarded') return waiting.has(id) ? 'waiting' : 'decided';
  return state === 'closed' ? 'decided' : 'open';
}

/** Somebody may have used the address of another: the mail server, or the gestore of a PEC, does not confirm it. */
export const isUnconfirmed = ({ warnings }: RequestRow): boolean =>
  warnings.some(({ code }) => code === 'sender-not-confirmed' || code === 'pec-sender-differs');

/** Whether nobody said that the sender may ask (P13). */
export const isStranger = ({ warnings }: RequestRow): boolean => warnings.some(({ code }) => code === 'unknown-sender');

interface Rank {
  readonly order: string;
  /** Said once for a group, not for each of its rows. */
  readonly title: () => string;
  readonly sign?: Mark;
}

function rankOf(row: RequestRow, { person, now, today }: Viewpoint): Rank {
  if (row.inCharge && row.inCharge.person !== person) return { order: '6', title: () => 'In carico ad altri' };
  // As in Oggi: what is urgent or overdue comes first, whoever sent it and whether it is begun or not.
  if (row.urgent) return { order: '0', title: () => 'Urgenti', sign: 'error' };
  if (row.due < now) return { order: '1', title: () => 'Scadute', sign: 'error' };
  if (row.inCharge) return { order: '4', title: () => 'Prese in carico da te, da finire' };
  if (isStranger(row)) return { order: '5', title: () => 'Da verificare' };
  return { order: `2 ${row.due}`, title: () => `Scadono ${sayMomentAt(row.due, today)}` };
}

const byDue = (one: RequestRow, other: RequestRow): number =>
  one.due === other.due ? (one.receivedAt < other.receivedAt ? -1 : 1) : one.due < other.due ? -1 : 1;

/** Open requests in their groups, in the order of Oggi: urgent, overdue, by due moment, mine to finish, to verify, of others. */
export function openGroups(rows: readonly RequestRow[], view: Viewpoint): readonly RequestGroup[] {
  const groups = new Map<string, RequestGroup & { readonly order: string; readonly rows: RequestRow[] }>();
  for (const row of rows.filter((one) => tabOf(one, view) === 'open').toSorted(byDue)) {
    const { order, title, sign } = rankOf(row, view);
    const group = groups.get(order) ?? { id: order, order, title: title(), sign, rows: [] };
    group.rows.push(row);
    groups.set(order, group);
  }
  return [...groups.values()].sort((one, other) => (one.order < other.order ? -1 : 1));
}

/** The ids of the open requests in the order of the list: what Alt+↑ ↓ walks through. */
export const openOrder = (rows: readonly RequestRow[], view: Viewpoint): readonly string[] =>
  openGroups(rows, view).flatMap((group) => group.rows.map(({ id }) => id));

/** The rows of a tab without groups of due moments: what waits, oldest first; what was decided, newest first. */
export function otherGroups(
  tab: 'waiting' | 'decided',
  rows: readonly RequestRow[],
  view: Viewpoint,
): readonly RequestGroup[] {
  const own = rows.filter((row) => tabOf(row, view) === tab);
  if (own.length === 0) return [];
  const since = ({ waiting, forwardedAt, receivedAt }: RequestRow) => waiting?.since ?? forwardedAt ?? receivedAt;
  const sorted = own.toSorted((one, other) => (since(one) < since(other) ? -1 : 1));
  if (tab === 'decided') return [{ id: tab, title: 'Decise, dalla più recente', rows: sorted.toReversed() }];
  const groups = [
    { id: 'head', title: 'Dal capo settore', rows: sorted.filter(({ state }) => state === 'forwarded') },
    { id: 'others', title: 'Aspettano una risposta', rows: sorted.filter(({ state }) => state === 'waiting') },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** The real outcome (P30); what a closing says comes before what the head had decided. */
function decisionOf({ closed, decision }: RequestRow, { today }: RowViewpoint): RequestFlag {
  if (closed) return { text: closed.outcome, tone: 'idle' };
  if (!decision) return { text: 'inoltrata, senza decisione', tone: 'idle' };
  const truth = decisionTruth(decision, today);
  return { text: truth.word, tone: 'idle', truth, evidence: decisionEvidence(decision, today) };
}

/** What an open request is waiting for, if a chip must say it. */
function openFlag(row: RequestRow, view: RowViewpoint): RequestFlag | undefined {
  const mine = row.inCharge?.person === view.person;
  if (row.urgent && row.data.sendDate) return { text: `per ${sayNearDay(row.data.sendDate, view.today)}`, tone: 'bad' };
  if (row.reopened) {
    const { reopened: why, decision } = row;
    // A text that was called back reads as taken back: it is not the request that was.
    const evidence = decision && decision.outcome !== 'ritirata' ? decisionEvidence(decision, view.today) : why;
    return { text: decision?.outcome === 'restituita' ? 'restituita' : 'riaperta', tone: 'warn', evidence };
  }
  if (row.inCharge && !mine) return { text: `in carico a ${row.inChargeName ?? 'altri'}`, tone: 'idle' };
  if (isStranger(row)) return { text: 'mittente da verificare', tone: 'warn' };
  if (row.missing.length > 0) return { text: sayMissing(row.missing), tone: 'warn' };
  return row.inCharge ? { text: 'manca l’inoltro', tone: 'idle' } : undefined;
}

/** Somebody wrote about it and nobody has read it (P18). */
function unreadFlag({ unread, missing, state }: RequestRow): readonly RequestFlag[] {
  if (unread.length === 0) return [];
  if (unread.some(({ withdraws }) => withdraws)) return [{ text: 'l’ufficio sembra ritirarla', tone: 'bad' }];
  if (unread.some(({ fromHead }) => fromHead)) return [{ text: 'il capo settore ha risposto', tone: 'bad' }];
  const told = unread.find((one) => one.told !== undefined)?.told;
  if (told) return [{ text: `corretta ${sayTold(told)}`, tone: 'bad' }];
  const tone = state === 'forwarded' || state === 'closed' ? 'bad' : 'info';
  const still = state === 'forwarded' || missing.length === 0 ? '' : `, ${sayMissing(missing)}`;
  return [{ text: `ha risposto${still}`, tone }];
}

const TO_POST: RequestFlag = { text: 'e-mail da spedire', tone: 'warn' };

/** The chips of a row, the most telling first; beside its place in the e-mail two at most fit beside the sender. */
export function flagsOf(row: RequestRow, view: RowViewpoint): readonly RequestFlag[] {
  const tab = tabOf(row, view);
  const place: readonly RequestFlag[] = row.of > 1 ? [{ text: `${row.index} di ${row.of}`, tone: 'idle' }] : [];
  const answered = unreadFlag(row);
  if (tab === 'decided') return [...place, ...answered, decisionOf(row, view), ...(row.hasToPost ? [TO_POST] : [])];
  const others = openElsewhere(view.share, row.id);
  const there: readonly RequestFlag[] =
    others.length > 0 ? [{ text: `aperta anche da ${others.join(', ')}`, tone: 'info' }] : [];
  if (tab === 'waiting') {
    return [
      ...place,
      ...answered,
      { text: row.waiting ? `aspetta ${row.waiting.for}` : 'aspetta l’approvazione', tone: 'info' },
      ...(row.hasToPost ? [TO_POST] : []),
      ...there,
    ];
  }
  const differ: readonly RequestFlag[] = row.conflicts.length > 0 ? [{ text: 'due valori diversi', tone: 'warn' }] : [];
  const flag = openFlag(row, view);
  const own = flag ? [flag] : [];
  const telling =
    flag?.tone === 'idle' ? [...answered, ...differ, ...there, ...own] : [...answered, ...differ, ...own, ...there];
  return [...place, ...telling.slice(0, 2)];
}

/** The sign of a row and what it says. */
export function signOf(row: RequestRow, view: RowViewpoint): { readonly sign: Mark; readonly label: string } {
  const tab = tabOf(row, view);
  if (row.state === 'waiting') return { sign: 'paused', label: 'in attesa di altri' };
  if (tab === 'waiting') return { sign: 'queued', label: 'dal capo settore' };
  if (tab === 'decided') {
    if (row.joinedInto !== undefined) return { sign: 'info', label: 'unita a un’altra' };
    if (row.closed || !row.decision) return { sign: 'cancelled', label: 'chiusa senza avviso' };
    const truth = decisionTruth(row.decision, view.today);
    return { sign: row.decision.outcome === 'non selezionata' ? 'refused' : truth, label: truth.word };
  }
  if (row.inCharge) return { sign: 'sending', label: 'in lavoro' };
  return isStranger(row)
    ? { sign: 'unverified', label: 'mittente da verificare' }
    : { sign: 'todo', label: 'da prendere' };
}
