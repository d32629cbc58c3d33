import { sayTruth } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import { type MailboxStanding, mailboxTruth } from '#shared/requests/mailboxSign.ts';

/** How the mailbox stands, to begin a sentence: `Cartella letta oggi alle 08:31`, `Casella non collegata`. */
export const sayMailbox = (
  mailbox: MailboxStanding,
  { profile, now, today }: Pick<Session, 'profile' | 'now' | 'today'>,
): string => capitalised(sayTruth(mailboxTruth(mailbox, profile.calendar, now), today));
