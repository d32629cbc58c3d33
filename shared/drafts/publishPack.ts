import type { Pack } from '#shared/drafts/style/pack.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Context, requireRole } from '#shared/people/context.ts';
import { nameOf } from '#shared/people/roster.ts';
import { draftFact } from './facts.ts';

/** The head publishes a pack (P23): it takes the next version, the day and the name of who publishes. */
export function publishPack(current: Pack, pack: Pack, context: Context): Result<readonly NewFact[], Problem> {
  const role = requireRole(context, 'capo settore', 'pubblicare le regole');
  if (!role.ok) return role;
  const published = {
    ...pack,
    version: current.version + 1,
    author: nameOf(context.roster, context.actor),
    date: romeOf(context.now).day,
  };
  return ok([draftFact('pack.published', 'pack/comune', published)]);
}
