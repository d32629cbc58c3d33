import type { NewFact } from '#shared/journal/fact.ts';
import { letterFact, type SentLetter } from './letterFacts.ts';
import type { DeliveryReport } from './reading/reported.ts';

type Reported = DeliveryReport['recipients'][number];

const domainOf = (address: string): string => address.split('@')[1]?.toLowerCase() ?? '';

/**
 * Which of the addressees a report means: the one with its address, all where it names none. One that a server sent on
 * to an address of its own is known where it is the only one, or the only one of that domain; but what was sent on and
 * delivered proves nothing of the address it was sent to.
 */
export function meantBy({ address, what }: Reported, recipients: readonly string[]): readonly number[] {
  if (address === null) return recipients.map((_, place) => place);
  const exact = recipients.findIndex((one) => one.toLowerCase() === address);
  if (exact >= 0) return [exact];
  if (what === 'delivered') return [];
  const [alike = -1, ...others] = recipients.flatMap((one, place) =>
    domainOf(one) === domainOf(address) ? [place] : [],
  );
  if (recipients.length === 1) return [0];
  return alike >= 0 && others.length === 0 ? [alike] : [];
}

/** Whether a report says anything of these addressees: then it is about them, and its place is with their letter. */
export const concerns = ({ recipients: reported }: DeliveryReport, recipients: readonly string[]): boolean =>
  reported.some((one) => meantBy(one, recipients).length > 0);

/** What a report proves of a letter (P33, P66), as far as it is not on record: recipients by their place, they name persons. */
export function reportedFacts(
  id: string,
  letter: SentLetter,
  { recipients: reported }: DeliveryReport,
  recipients: readonly string[],
): readonly NewFact[] {
  const ent = `letter/${id}`;
  const of = recipients.length;
  const placesOf = (what: Reported['what']): number[] => [
    ...new Set(reported.filter((one) => one.what === what).flatMap((one) => meantBy(one, recipients))),
  ];
  const known = new Set(letter.proved === 'bounced' ? letter.missed.map(({ recipient }) => recipient) : []);
  const missed = reported
    .filter(({ what }) => what === 'failed')
    .flatMap((one) => meantBy(one, recipients).map((recipient) => ({ recipient, why: one.why })))
    .filter(
      ({ recipient }, at, all) => !known.has(recipient) && all.findIndex((one) => one.recipient === recipient) === at,
    );
  const delivered = placesOf('delivered').filter((place) => !letter.delivered.includes(place));
  const delayed = placesOf('delayed').filter((place) => !letter.delayed.includes(place));
  const isProof =
    missed.length < of && placesOf('accepted').length + delivered.length + delayed.length + missed.length > 0;
  return [
    ...(letter.proved === 'uncertain' && isProof ? [letterFact('letter.found', ent, { where: 'report' })] : []),
    ...(missed.length > 0 ? [letterFact('letter.bounced', ent, { missed, of })] : []),
    ...(delivered.length > 0 ? [letterFact('letter.delivered', ent, { recipients: delivered, of })] : []),
    ...(delayed.length > 0 ? [letterFact('letter.delayed', ent, { recipients: delayed })] : []),
  ];
}
