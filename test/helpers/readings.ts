/** Looks at a mailbox in memory, in which every step of reading can be made to fail. */

import type { Mailbox } from '#electron/requests/mailbox/mailbox.ts';
import {
  type Again,
  checkMailbox,
  type MailboxCheck,
  type ReceiveSources,
} from '#electron/requests/mailbox/receive.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { must, type TestDesk } from './desk.ts';
import { emlOf, type WrittenMail } from './mails.ts';

/** A problem of the moment: it says nothing of the e-mail. */
export const A_MOMENT: Problem = { code: 'mail-file-unreadable', what: 'Il file è occupato.', remedy: 'Riprova.' };
/** What a bad death of the program looks like from inside. */
export class Killed extends Error {
  override readonly name = 'Killed';
}
/** What the file system throws for a file that a virus scanner holds. */
export const busy = (): Error => Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });

/** A mailbox of these messages by id, each with its bytes; what is taken out of the map lies there no more. */
export function mapMailbox(mails: ReadonlyMap<string, Uint8Array>): Mailbox {
  return {
    list: async () => ok([...mails.keys()].map((id) => ({ id, name: id }))),
    read: async (id) => {
      const bytes = mails.get(id);
      return bytes ? ok(bytes) : err({ code: 'mail-gone', what: `«${id}» non c’è più.`, remedy: 'Cercala.' });
    },
  };
}

/** Written mails as the messages of a mailbox, under their ids. */
export const lying = (...mails: readonly WrittenMail[]): Map<string, Uint8Array> =>
  new Map(mails.map((mail) => [mail.id, new TextEncoder().encode(emlOf(mail))]));

export interface Reading {
  readonly look: (again?: Again, faults?: Partial<ReceiveSources>) => Promise<MailboxCheck>;
}

/** Looks at a mailbox from a desk, with the faults given. */
export function readingAt({ desk, requests, register }: TestDesk, mailbox: Mailbox): Reading {
  const wasSent = (id: string): boolean => register.get(id) !== undefined;
  return {
    look: async (again, faults = {}) =>
      must(await checkMailbox({ desk, store: requests, mailbox, wasSent, parse: parseMail, ...faults }, again)),
  };
}
