import { z } from 'zod';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import { type RoleChange, roleChangesIn } from '#shared/people/roleChanges.ts';

const SEEN_CHANGES = 'seen-role-changes';
const seenSchema = z.array(z.string());
/** How long every desk is told of it. */
const NEWS_MILLISECONDS = 7 * 24 * 3_600_000;

/**
 * Who became head or ceased to be, and who is bound to other places, in the last week and not looked at here (P1). One's own
 * acts are no news, except to the head: what was done under her name at a desk she had left must be told to her too.
 */
export function roleNews({ journal, roster, local, now, person }: Desk): readonly RoleChange[] {
  const { people, retired } = roster();
  const facts = (kind: string): readonly Fact[] =>
    [...people, ...retired].flatMap(({ id }) => journal.factsOf(`${kind}/${id}`));
  const since = addMilliseconds(now(), -NEWS_MILLISECONDS);
  const seen = local.get(SEEN_CHANGES, seenSchema) ?? [];
  const reader = person();
  const isNews = (by: string): boolean => by !== reader?.id || reader.roles.includes('capo settore');
  return roleChangesIn([...facts('person'), ...facts('binding'), ...facts('pin')]).filter(
    ({ fact, at, by }) => at >= since && isNews(by) && !seen.includes(fact),
  );
}

/** Somebody at this desk has looked at a change. */
export function seeRoleChange(desk: Desk, { fact }: { readonly fact: string }): Done {
  desk.local.set(SEEN_CHANGES, [...(desk.local.get(SEEN_CHANGES, seenSchema) ?? []), fact]);
  desk.tell('people');
  return ok({});
}
