import { romeOf } from '../kernel/instant.ts';
import type { Calendar } from '../kernel/workdays.ts';
import { type Entry, entryNumber } from '../register/entry.ts';
import { isUrgent } from '../requests/deadlines.ts';
import type { RegisterRow } from './rows.ts';

/** The rows of the register as the report counts them (P50). */
export function registerRows(entries: readonly Entry[], calendar: Calendar): readonly RegisterRow[] {
  return entries.map((entry) => {
    const { day, time } = romeOf(entry.sentAt);
    return {
      number: entryNumber(entry),
      day,
      time,
      title: entry.title,
      office: entry.office,
      category: entry.category,
      route: entry.route,
      approvedText: entry.approved?.text ?? null,
      sentText: entry.sent.text,
      link: entry.link,
      recipients: entry.recipients,
      urgent: isUrgent(calendar, entry.receivedAt, entry.requestedDate),
      receivedAt: entry.receivedAt,
      forwardedAt: entry.forwardedAt,
      approvedAt: entry.approved?.at ?? null,
      waits: entry.waits ?? [],
    };
  });
}
