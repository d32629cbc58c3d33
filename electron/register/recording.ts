import type { Desk } from '#electron/desk/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import { entryNumber } from '#shared/register/entry.ts';
import { type Numbering, numberEffect } from './numbering.ts';
import type { RegisterStore } from './store.ts';

/** How long a number is waited for; then the row is provisional and takes its number later (P40). */
const NUMBER_MILLISECONDS = 3_000;

/** The highest number of a year, where this desk gives the next one itself; null where the row has to wait for it. */
export type Highest = ((year: number) => number) | null;

/**
 * Keeps what a rule decides about a notice that was sent and gives its row a number (P40): at once on a desk of its own,
 * by a claim on a shared register; one that was taken back right after keeps the number it had. Answers with the number, provisional while the shared place is away or the clock of this
 * computer is not proved.
 */
export async function keepNumbered(
  desk: Desk,
  { register, numbering }: { readonly register: RegisterStore; readonly numbering: Numbering },
  id: string,
  rule: (context: Context, highest: Highest) => Result<readonly NewFact[], Problem>,
): Promise<Result<{ number: string }, Problem>> {
  const mustWait = numbering.mustWait();
  const hasNumber = register.hasNumber(id);
  const round = desk.journal.factsOf(`entry/${id}`).length + 1;
  const kept = desk.act(
    (context) => rule(context, mustWait || hasNumber ? null : numbering.highest),
    () => (mustWait ? [numberEffect(desk, id, round)] : []),
  );
  if (!kept.ok) return kept;
  if (mustWait) await within(numbering.assign(id), NUMBER_MILLISECONDS);
  const entry = register.get(id);
  if (!entry) throw new Error(`The row ${id} was kept and is not in the register.`);
  return ok({ number: entryNumber(entry) });
}

/** Waits for `work` for some time at most; it goes on behind, and what it meets is met again by the effect that asks for it. */
async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const limit = setTimeout(resolve, milliseconds);
  void work.then(
    () => resolve(),
    () => resolve(),
  );
  await promise;
  clearTimeout(limit);
}
