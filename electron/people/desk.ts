import { userInfo } from 'node:os';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { Database } from '#electron/db/open.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import type { Claims } from '#electron/journal/claims.ts';
import { type Journal, sha256 } from '#electron/journal/journal.ts';
import type { Outbox } from '#electron/outbox/outbox.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Context } from '#shared/people/context.ts';
import type { Person } from '#shared/people/person.ts';
import type { Profile } from '#shared/people/profile.ts';
import { personOfAccount, type Roster } from '#shared/people/roster.ts';
import { peopleStore } from './store.ts';

/** What every use-case of one desk works with. */
export interface Desk {
  readonly database: Database;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly blobs: Blobs;
  /** Exclusive things between the desks that share a register. */
  readonly claims: Claims;
  readonly local: LocalValues;
  readonly profile: Profile;
  readonly now: () => Instant;
  /** A fresh id of lower-case letters and digits. */
  readonly newId: () => string;
  readonly roster: () => Roster;
  /** Who sits at the desk (P6), or `undefined` until somebody says. */
  readonly person: () => Person | undefined;
  /** From now on the desk acts as this person, until the app is told otherwise. */
  readonly actAs: (person: string) => void;
  /** The moment of a decision; the problem `who-are-you` when nobody said who sits here. */
  readonly context: () => Result<Context, Problem>;
  /** Keeps what a rule decided, with the effects it asks for; a decision without facts changes nothing. */
  readonly keep: (decision: Result<readonly NewFact[], Problem>, effects?: readonly Effect[]) => Result<void, Problem>;
}

export type DeskParts = Omit<Desk, 'roster' | 'person' | 'actAs' | 'context' | 'keep'>;

/** The person every act without a person is written under: what the app does by itself. */
export const THE_APP = 'app';
const CURRENT_PERSON = 'current-person';

/** Puts a desk together. The person is the one chosen last on this computer, else the one of the system account. */
export function openDesk(parts: DeskParts): Desk {
  const { roster, people } = peopleStore(parts.database);
  const account = userInfo().username;
  const person = (): Person | undefined => {
    const known = { people: people() };
    const chosen = parts.local.get(CURRENT_PERSON, z.string());
    return known.people.find(({ id }) => id === chosen) ?? personOfAccount(known, account);
  };
  const context = (): Result<Context, Problem> => {
    const actor = person();
    if (!actor) {
      return problem(
        'who-are-you',
        'L’app non sa chi è alla postazione.',
        'Scegli il tuo nome in alto a destra, poi ripeti.',
      );
    }
    return ok({ now: parts.now(), actor: actor.id, roster: roster(), profile: parts.profile, sha256 });
  };
  return {
    ...parts,
    roster,
    person,
    actAs: (id) => parts.local.set(CURRENT_PERSON, id),
    context,
    keep: (decision, effects = []) => {
      if (!decision.ok) return decision;
      if (decision.value.length === 0 && effects.length === 0) return ok(undefined);
      return storageResult(() => {
        parts.journal.append(decision.value, {
          actor: person()?.id ?? THE_APP,
          also: (at) => parts.outbox.keep(effects, at),
        });
      });
    },
  };
}

/** Runs `rule` in the present moment of the desk and keeps what it decides. */
export function decideAndKeep(
  desk: Desk,
  rule: (context: Context) => Result<readonly NewFact[], Problem>,
  effects: (context: Context) => readonly Effect[] = () => [],
): Result<void, Problem> {
  const context = desk.context();
  return context.ok ? desk.keep(rule(context.value), effects(context.value)) : context;
}
