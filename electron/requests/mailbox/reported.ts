import type { Desk } from '#electron/desk/desk.ts';
import { readLetter } from '#electron/outbox/letters.ts';
import { letterId } from '#electron/requests/mailIds.ts';
import { readParsed } from '#electron/requests/mailText.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { addDays } from '#shared/kernel/day.ts';
import { instantsOfDay, romeOf } from '#shared/kernel/instant.ts';
import { recipientsOf } from '#shared/outbox/recipient.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { letterFact } from '#shared/requests/letterFacts.ts';
import { concerns, reportedFacts } from '#shared/requests/letterReport.ts';
import type { DeliveryReport } from '#shared/requests/reading/reported.ts';

/** What a report came to: what it proves that was not on record, and the request its letter is about. */
export interface Reported {
  readonly request: string;
  readonly facts: readonly NewFact[];
}

/** The same of the e-mails to the contractor, by a Message-ID without brackets: of the word to the right. */
export type ReportedOfSending = (messageId: string, report: DeliveryReport) => Reported | undefined;

/** What a report proves of a letter of ours: found by its Message-ID alone; `undefined` where it is about none. */
export function reportedBy(
  desk: Desk,
  store: RequestStore,
  ofSending: ReportedOfSending,
  report: DeliveryReport,
): Reported | undefined {
  for (const named of report.about) {
    const messageId = named.slice(1, -1);
    const id = letterId(messageId);
    const letter = store.letter(id);
    const words = letter && readLetter(desk.blobs.get(letter.letter));
    const recipients = words ? recipientsOf(words) : [];
    if (letter && concerns(report, recipients)) {
      return { request: letter.request, facts: reportedFacts(id, letter, report, recipients) };
    }
    const sending = ofSending(messageId, report);
    if (sending) return sending;
  }
  return undefined;
}

/** What the answers to an e-mail to the contractor prove of it: of the word to the right. */
export type AnsweredSending = (messageId: string) => readonly NewFact[];

/** What it proves that somebody answers these messages: a letter of which nobody knew had left. */
export const answeredBy =
  (store: Pick<RequestStore, 'letter'>, ofSending: AnsweredSending) =>
  (references: readonly string[]): readonly NewFact[] =>
    references.flatMap((named) => {
      const messageId = named.slice(1, -1);
      const id = letterId(messageId);
      if (store.letter(id)?.proved !== 'uncertain') return ofSending(messageId);
      return [letterFact('letter.found', `letter/${id}`, { where: 'answer' })];
    });

/** So many days back a report may still find its letter: it may have been read before what other desks know of it came. */
const DAYS = 10;
/** Of so many e-mails a program wrote, the newest. */
const MOST = 500;

/** Looks among the e-mails that found no place for the reports whose letter is known by now. */
export function lateReports(
  desk: Desk,
  store: RequestStore,
  reported: (report: DeliveryReport) => Reported | undefined,
) {
  const reports = new Map<string, DeliveryReport | null>();
  const reportOf = (mail: string): DeliveryReport | null => {
    const known = reports.get(mail);
    if (known !== undefined) return known;
    const report = readParsed(desk, store, mail)?.report ?? null;
    reports.set(mail, report);
    return report;
  };
  return {
    look: (): void => {
      const since = instantsOfDay(addDays(romeOf(desk.now()).day, -DAYS)).from;
      for (const { id } of store.unplaced(since, MOST).automatic) {
        const report = reportOf(id);
        const found = report && reported(report);
        if (!found) continue;
        const joined = requestFact('mail.joined', `mail/${id}`, { request: found.request });
        desk.journal.append([joined, ...found.facts], { actor: THE_APP });
      }
    },
  };
}
