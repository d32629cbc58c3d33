import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';

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
  /** Name of the municipality without `Comune di`, for example `Valdombra`; empty when not known. */
  municipality: z.string(),
});
export type CheckContext = Readonly<z.infer<typeof checkContextSchema>>;
