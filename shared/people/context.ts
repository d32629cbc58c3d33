import type { Sha256 } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { Role } from './person.ts';
import { nameOf, type Roster } from './roster.ts';

/** What every rule may know about the moment of a decision. */
export interface Context {
  readonly now: Instant;
  /** Person who acts. */
  readonly actor: string;
  readonly roster: Roster;
  readonly profile: Profile;
  readonly sha256: Sha256;
}

/** Whether the actor has `role`; otherwise the problem `not-your-role`, which names who can (L6, 14). */
export function requireRole({ actor, roster }: Context, role: Role, act: string): Result<void, Problem> {
  const person = roster.people.find(({ id }) => id === actor);
  if (person?.roles.includes(role)) return ok(undefined);
  const who = roster.people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
  return problem({
    code: 'not-your-role',
    what: `Solo chi ha il ruolo «${role}» può ${act}.`,
    why: `Adesso alla postazione c’è ${nameOf(roster, actor)}.`,
    remedy: who.length > 0 ? `Può farlo: ${who.join(', ')}.` : `Nelle Impostazioni indica chi ha il ruolo «${role}».`,
  });
}
