import { romeOf } from '#shared/kernel/instant.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { sayApprover } from '#shared/register/approver.ts';
import { whoAnswered } from '#shared/register/election.ts';
import { type Entry, entryNumber } from '#shared/register/entry.ts';
import { isUrgent } from '#shared/requests/deadlines.ts';
import type { RegisterRow } from './rows.ts';

function electionOf({ until, answers }: NonNullable<Entry['election']>, name: (id: string) => string) {
  return {
    until,
    impersonal: answers?.impersonal ?? null,
    essential: answers?.essential ?? null,
    by: answers && whoAnswered(answers, name),
  };
}

/** An approval that somebody else wrote down, in words; nothing for a press of the head's own (P38). */
function elsewhere({ approved, approval }: Entry, name: (person: string) => string): Partial<RegisterRow> {
  if (!approved || !approval) return {};
  const { way, recordedBy, recordedAt: at } = approval;
  return { approvedElsewhere: sayApprover(name(approved.by), { way, by: name(recordedBy), at }) };
}

/** The rows of the register as the report counts them (P50); `name` turns the id of a person into a name. */
export function registerRows(
  entries: readonly Entry[],
  calendar: Calendar,
  name: (person: string) => string = (person) => person,
): readonly RegisterRow[] {
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
      text: entry.sent.text,
      link: entry.link,
      recipients: entry.recipients,
      urgent: isUrgent(calendar, entry.receivedAt, entry.requestedDate),
      receivedAt: entry.receivedAt,
      forwardedAt: entry.forwardedAt,
      approvedAt: entry.approved?.at ?? null,
      ...elsewhere(entry, name),
      waits: entry.waits ?? [],
      ...(entry.election ? { election: electionOf(entry.election, name) } : {}),
    };
  });
}
