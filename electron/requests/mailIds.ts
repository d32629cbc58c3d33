import { sha256 } from '#electron/journal/journal.ts';
import { mailIdentity } from '#shared/requests/reading/identity.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';

const LENGTH = 24;
const idOf = (identity: string): string => sha256(identity).slice(0, LENGTH);

/** The id under which an e-mail is kept: the same on every desk. */
export const mailId = (mail: ParsedMail): string => idOf(mailIdentity(mail, sha256));

/** The ids under which the message may be kept that a Message-ID names, with its brackets: as ordinary mail, as PEC. */
export const idsNamed = (messageId: string): readonly string[] => [idOf(`mid:${messageId}`), idOf(`pec:${messageId}`)];

/** The id under which a letter of the desk is kept, whose Message-ID is given without brackets. */
export const letterId = (messageId: string): string => idOf(`mid:<${messageId}>`);
