/** The rows of Oggi about the reports on assigned invoices (P53). Pure. */

import { sayNearDay } from '#renderer/ui/moments.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Session } from '#shared/people/session.ts';
import { sayPeriod } from '#shared/report/period.ts';
import type { ReportWait } from '#shared/report/waits.ts';
import type { TodayRow } from './todayRows.ts';

/** A report to make, with the days that are left: red on its last day. */
export function reportRow({ id, due, daysLeft, sentence }: ReportWait, { today }: Session): TodayRow {
  const isLast = daysLeft <= 0;
  const left = daysLeft < 0 ? 'scaduto' : daysLeft === 0 ? 'ultimo giorno' : plural(daysLeft, 'giorno', 'giorni');
  return {
    id: `report ${id}`,
    target: { place: 'report', id },
    sign: isLast ? 'error' : 'todo',
    verb: 'Prepara il report',
    thing: sayPeriod(id),
    office: 'Ragioneria',
    flag: {
      text: left,
      tone: isLast ? 'bad' : daysLeft <= 3 ? 'warn' : 'idle',
      ...(isLast ? { sign: 'error' as const } : {}),
    },
    due: sayNearDay(due, today),
    at: isLast ? '' : `${due}T22:00:00.000Z`,
    action: 'Apri il report',
    story: sentence,
  };
}
