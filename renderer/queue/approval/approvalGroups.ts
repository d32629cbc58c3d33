/** The texts that wait for the head, in the order and words of the list (P30). */

import { sayMomentAt, sayNearDay } from '#renderer/ui/moments.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { isPutOff } from '#shared/drafts/waits.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** A day in a sentence: `domani`, `venerdì 4`, `il 1° dicembre`, `l’8 dicembre`. */
export function onDay(day: Day, today: Day): string {
  const near = sayNearDay(day, today);
  if (/^(8|11) /.test(near)) return `l’${near}`;
  return /^\d/.test(near) ? `il ${near}` : near;
}

/** To a day: `a domani`, `a venerdì 4`, `al 1° dicembre`, `all’8 dicembre`. */
export const toDay = (day: Day, today: Day): string =>
  `a ${onDay(day, today)}`.replace(/^a il /, 'al ').replace(/^a l’/, 'all’');

/** Texts that are due at the same moment. */
export interface ApprovalGroup {
  readonly id: string;
  readonly title: string;
  readonly overdue: boolean;
  /** They are wanted so soon that they come before the others (P14). */
  readonly urgent: boolean;
  readonly views: readonly ApprovalView[];
}

const orderOf = ({ due, urgent, id }: ApprovalView): string => `${due} ${urgent ? 0 : 1} ${id}`;
const byDue = (one: ApprovalView, other: ApprovalView): number => (orderOf(one) < orderOf(other) ? -1 : 1);

/** Those to decide now, the first due first. */
export const toDecide = (views: readonly ApprovalView[], today: Day): readonly ApprovalView[] =>
  views.filter((view) => !isPutOff(view, today)).sort(byDue);

const dueTitle = (due: Instant, overdue: boolean, views: readonly ApprovalView[], today: Day): string => {
  const count = views.length;
  if (!overdue && views.some(({ urgent }) => urgent)) {
    const day = wantedDay(views);
    return `${count === 1 ? 'Urgente' : 'Urgenti'}${day === null ? '' : `, per ${sayNearDay(day, today)}`}: ${count === 1 ? 'scade' : 'scadono'} ${sayMomentAt(due, today)}`;
  }
  const verb = overdue ? (count === 1 ? 'Scaduto' : 'Scaduti') : count === 1 ? 'Scade' : 'Scadono';
  return `${verb} ${sayMomentAt(due, today)}`;
};

/** The list by due moment, overdue first; those put off to a later day stand at the end, by day. */
export function approvalGroups(views: readonly ApprovalView[], now: Instant, today: Day): readonly ApprovalGroup[] {
  const open = Map.groupBy(toDecide(views, today), (view) => `${view.due} ${view.urgent ? 0 : 1}`);
  const later = Map.groupBy(
    views
      .filter((view) => isPutOff(view, today))
      .sort((one, other) => ((one.until ?? '') < (other.until ?? '') ? -1 : 1)),
    ({ until }) => until ?? '',
  );
  return [
    ...[...open].flatMap(([id, group]) => {
      const [first] = group;
      if (!first) return [];
      const overdue = first.due < now;
      const title = dueTitle(first.due, overdue, group, today);
      return [{ id, title, overdue, urgent: first.urgent, views: group }];
    }),
    ...[...later].map(([until, group]) => ({
      id: `until-${until}`,
      title: `${group.length === 1 ? 'Rinviato, torna' : 'Rinviati, tornano'} ${onDay(until, today)}`,
      overdue: false,
      urgent: false,
      views: group,
    })),
  ];
}

/** The one day all these texts are wanted on; null when they are not. */
function wantedDay(views: readonly ApprovalView[]): Day | null {
  const days = new Set(views.map(({ request }) => request.data.sendDate));
  const [day] = days;
  return days.size === 1 ? (day ?? null) : null;
}

/** `3 testi aspettano la tua approvazione`; who is not the head reads whose it is instead. */
export function approvalTitle(count: number, isHead: boolean): string {
  const whose = isHead ? 'la tua approvazione' : 'l’approvazione';
  if (count === 0) return `Nessun testo aspetta ${whose}`;
  return count === 1 ? `Un testo aspetta ${whose}` : `${count} testi aspettano ${whose}`;
}

/** When the first one is due, as a sentence; `undefined` when there is nothing to decide. */
export function firstDue(open: readonly ApprovalView[], now: Instant, today: Day): string | undefined {
  const [first] = open;
  if (!first) return undefined;
  const verb = first.due < now ? 'è scaduto' : 'scade';
  return `${open.length === 1 ? 'Il testo' : 'Il primo'} ${verb} ${sayMomentAt(first.due, today)}.`;
}
