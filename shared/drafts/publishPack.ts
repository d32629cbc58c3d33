import type { NewFact } from '../journal/fact.ts';
import { romeOf } from '../kernel/instant.ts';
import type { Problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Context, requireRole } from '../people/context.ts';
import { nameOf } from '../people/roster.ts';
import { draftFact } from './facts.ts';
import type { Pack } from './pack.ts';

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
