import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { readFact, writerOf } from '#shared/journal/vocabulary.ts';

/** Where a person decides from: what counts for her came from there, or waits until she says so. */
export const bindingSchema = z.object({
  person: z.string().min(1),
  /** Accounts of the operating system; empty = any. */
  accounts: z.array(z.string().min(1).max(120)).max(20),
  /** Desks, by id; empty = any. */
  desks: z.array(z.string().max(32)).max(20),
});
export type Binding = z.infer<typeof bindingSchema>;

/** To what a person is bound: entity `binding/<person>`. */
export const bindingFacts = {
  /** Without accounts and desks nothing is bound any more. Counts for the approvals that come after it (P6). */
  'binding.set': bindingSchema,
} as const;

export const bindingFact = writerOf(bindingFacts);

/** The binding in force at an act, by the facts that came before it on the shared clock; `undefined` where none was. */
export function bindingAt(facts: readonly Fact[], act: Pick<Fact, 'hlc'>): Binding | undefined {
  const before = inOrder(facts).findLast((fact) => fact.type === 'binding.set' && fact.hlc < act.hlc);
  const read = before && readFact(bindingFacts, before);
  return read && (read.body.accounts.length > 0 || read.body.desks.length > 0) ? read.body : undefined;
}

/** The binding of now, or `undefined` where there is none. */
export const bindingNow = (facts: readonly Fact[]): Binding | undefined => bindingAt(facts, { hlc: 'g' });

/** Where an act came from. */
export interface Origin {
  readonly dev: string;
  /** The account of the operating system, where it was said. */
  readonly account: string | undefined;
}

/** Whether an act came from where its person is bound: each kind that is named must fit. */
export function isBoundTo({ accounts, desks }: Binding, { dev, account }: Origin): boolean {
  const known = account?.toLowerCase();
  return (
    (desks.length === 0 || desks.includes(dev)) &&
    (accounts.length === 0 || accounts.some((one) => one.toLowerCase() === known))
  );
}
