import { z } from 'zod';
import { type Day, daySchema } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile.ts';

/** What a draft is checked against besides the rule pack: the day it goes out and what belongs to the municipality (P4). */
export const checkContextSchema = z.object({
  /** Day on which the citizens read the notice: years that are not written are taken near it. */
  sendDate: daySchema,
  /** Institutional web hosts; a host below one of them belongs to it. */
  hosts: z.array(z.string()).readonly(),
  /** Institutional mail domains; a domain below one of them belongs to it. */
  mailDomains: z.array(z.string()).readonly(),
  /** Telephone numbers of the municipality that may be mobile ones, in any spelling. */
  phones: z.array(z.string()).readonly(),
  /** What citizens write to the number, in capitals (`ISCRIVIMI`). */
  commands: z.array(z.string()).readonly(),
  /** Name of the municipality without `Comune di`, for example `Valdombra`; empty when not known. */
  municipality: z.string(),
});
export type CheckContext = Readonly<z.infer<typeof checkContextSchema>>;

/** The context of a profile for a notice that goes out on `sendDate`. */
export function checkContextOf(profile: Profile, sendDate: Day): CheckContext {
  const { hosts, mailDomains, serviceNumber, municipality, optInWord, optOutWord } = profile;
  return {
    sendDate,
    hosts,
    mailDomains,
    phones: [serviceNumber],
    commands: [optInWord, optOutWord].filter((word) => word !== null),
    municipality: municipality.replace(/^Comune di /, ''),
  };
}
