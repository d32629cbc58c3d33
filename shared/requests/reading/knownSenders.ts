import type { Calendar } from '#shared/kernel/workdays.ts';
import type { Profile } from '#shared/people/profile/profile.ts';

/** A mailbox the town hall knows, with the office it writes for. */
export interface KnownSender {
  readonly address: string;
  readonly office: string | null;
}

/** What reading a mail needs to know of the town hall (P4, P13). All of it is configuration. */
export interface MailProfile {
  /** Institutional web hosts, where news is published. */
  readonly hosts: readonly string[];
  /** Mail domains of the town hall. */
  readonly mailDomains: readonly string[];
  /** Single mailboxes on the list, on these domains or elsewhere. */
  readonly knownSenders: readonly KnownSender[];
  readonly calendar: Calendar;
  /** By which people ask to be let in and out; null where nobody wrote them (P4). */
  readonly optInWord: string | null;
  readonly optOutWord: string | null;
}

/** The known mailbox with this address, if any. */
export function knownSender(profile: MailProfile, address: string): KnownSender | undefined {
  const wanted = address.toLowerCase();
  return profile.knownSenders.find((known) => known.address.toLowerCase() === wanted);
}

/**
 * Whether this address is of the town hall: on the list, or of one of its mail domains by whole labels. It says that a
 * doubtful e-mail is a request (P10), never that its sender may ask: that is `mayAsk` of the list (P13).
 */
export function isOfTown(profile: MailProfile, address: string): boolean {
  const domain = address.toLowerCase().split('@')[1] ?? '';
  return (
    knownSender(profile, address) !== undefined ||
    profile.mailDomains.some((known) => domain === known.toLowerCase() || domain.endsWith(`.${known.toLowerCase()}`))
  );
}

/** What of the municipality's profile the reading of e-mails needs. */
export function mailProfileOf({ senders, ...profile }: Profile): MailProfile {
  const { hosts, mailDomains, calendar, optInWord, optOutWord } = profile;
  return { hosts, mailDomains, knownSenders: senders, calendar, optInWord, optOutWord };
}
