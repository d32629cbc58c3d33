import type { Desk } from '#electron/desk/desk.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { idsNamed, letterId } from '#electron/requests/mailIds.ts';
import { readParsed } from '#electron/requests/mailText.ts';
import type { Mail, RequestStore } from '#electron/requests/store.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { AWAITED, sendingsMeant } from '#shared/queue/toldSending.ts';
import { ownWords } from '#shared/requests/answer.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { isOfTown, mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import { readBody } from '#shared/requests/reading/mailBody.ts';
import { isContractorsWord, toldSendingIn } from '#shared/requests/reading/sendingWords.ts';
import { contractorLetterId } from './channels/contractor.ts';

const EVERY = 20_000;
/** So far back an e-mail may speak of a sending that still waits. */
const DAYS_BACK = 14 * 24 * 60 * 60_000;
const MOST_MAILS = 200;

export interface ContractorMails {
  /** Looks among the e-mails that are no request for the contractor's word about a sending. */
  readonly look: () => void;
}

/**
 * An e-mail of the contractor about a sending is proposed as its confirmation (P33): the sending carries what it says until a
 * person confirms. One that may speak of several is proposed to each; one that speaks of none stays among the other e-mails.
 */
export function contractorMails(
  desk: Desk,
  { queue, requests }: { readonly queue: QueueStore; readonly requests: RequestStore },
): ContractorMails {
  const seen = new Set<string>();
  let nextLook: Instant = '';

  /** Undefined where it is to be looked at again: the sending it speaks of is not there yet. */
  const factsOf = (mail: Mail): readonly NewFact[] | undefined => {
    // Somebody brought it back: she knows better.
    if (desk.journal.factsOf(`mail/${mail.id}`).some(({ type }) => type === 'mail.putAside')) return [];
    const parsed = readParsed(desk, requests, mail.id);
    if (!parsed) return [];
    const { profile } = desk;
    const address = parsed.from?.address ?? '';
    const who = { address, subject: mail.subject, isOfTown: isOfTown(mailProfileOf(profile), address) };
    if (parsed.transport === 'auto-reply' || !isContractorsWord(who, profile.contractor.address)) return [];
    const own = ownWords(readBody(parsed, profile.hosts));
    const told = toldSendingIn(own, mail.receivedAt);
    if (!told) return [];
    const awaited = queue.inState(...AWAITED).filter(({ route }) => route !== 'gruppo operativo');
    const references = parsed.references.flatMap(idsNamed);
    const meant = sendingsMeant(
      awaited,
      { subject: mail.subject, references, own, told },
      (job) => letterId(contractorLetterId(job, profile.mailbox ?? '')),
      mail.receivedAt,
    );
    if (meant.length === 0) return undefined;
    const body = { mail: mail.id, ...told, among: meant.length };
    return [
      ...meant.map(({ id }) => queueFact('job.sendingTold', `job/${id}`, body)),
      requestFact('mail.putAside', `mail/${mail.id}`, {}),
    ];
  };
  return {
    look: () => {
      const now = desk.now();
      if (now < nextLook) return;
      nextLook = addMilliseconds(now, EVERY);
      if (queue.count(...AWAITED) === 0) return;
      const since = addMilliseconds(now, -DAYS_BACK);
      const fresh = requests
        .unplaced(since, MOST_MAILS)
        .written.filter(({ id, receivedAt }) => receivedAt >= since && !seen.has(id));
      for (const mail of fresh) {
        const facts = factsOf(mail);
        if (facts) seen.add(mail.id);
        if (facts && facts.length > 0) desk.journal.append(facts, { actor: THE_APP });
      }
    },
  };
}
