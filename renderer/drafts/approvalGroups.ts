/** The texts that wait for the head, in the order and words of the list (P30). */
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { sayMomentAt, sayNearDay } from '../ui/moments.ts';

/** A day in a sentence: `domani`, `venerdì 4`, `il 1° dicembre`, `l’8 dicembre`. */
export function onDay(day: Day, today: Day): string {
  const near = sayNearDay(day, today);
  if (/^(8|11) /.test(near)) return `l’${near}`;
  return /^\d/.test(near) ? `il ${near}` : near;
}

/** Texts that are due at the same moment. */
export interface ApprovalGroup {
  readonly id: string;
  readonly title: string;
  readonly overdue: boolean;
  readonly views: readonly ApprovalView[];
}

/** Put off to a day that has not come yet: it waits, but not for a decision now. */
const isPutOff = ({ state, until }: ApprovalView, today: Day): boolean =>
  state === 'postponed' && until !== null && until > today;

const byDue = (one: ApprovalView, other: ApprovalView): number =>
  one.due < other.due || (one.due === other.due && one.id < other.id) ? -1 : 1;

/** Those to decide now, the first due first. */
export const toDecide = (views: readonly ApprovalView[], today: Day): readonly ApprovalView[] =>
  views.filter((view) => !isPutOff(view, today)).sort(byDue);

const dueTitle = (due: Instant, overdue: boolean, count: number, today: Day): string => {
  const verb = overdue ? (count === 1 ? 'Scaduto' : 'Scaduti') : count === 1 ? 'Scade' : 'Scadono';
  return `${verb} ${sayMomentAt(due, today)}`;
};

/** The list by due moment, overdue first; those put off to a later day stand at the end, by day. */
export function approvalGroups(views: readonly ApprovalView[], now: Instant, today: Day): readonly ApprovalGroup[] {
  const open = Map.groupBy(toDecide(views, today), ({ due }) => due);
  const later = Map.groupBy(
    views
      .filter((view) => isPutOff(view, today))
      .sort((one, other) => ((one.until ?? '') < (other.until ?? '') ? -1 : 1)),
    ({ until }) => until ?? '',
  );
  return [
    ...[...open].map(([due, group]) => ({
      id: due,
      title: dueTitle(due, due < now, group.length, today),
      overdue: due < now,
      views: group,
    })),
    ...[...later].map(([until, group]) => ({
      id: `until-${until}`,
      title: `${group.length === 1 ? 'Rinviato, torna' : 'Rinviati, tornano'} ${onDay(until, today)}`,
      overdue: false,
      views: group,
    })),
  ];
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
