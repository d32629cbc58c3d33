import { userInfo } from 'node:os';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { ReadableDatabase } from '#electron/db/open.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Files } from '#electron/files/files.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import type { Claims } from '#electron/journal/exchange/claims.ts';
import { type Journal, sha256 } from '#electron/journal/journal.ts';
import type { Outbox } from '#electron/outbox/outbox.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import type { Topic } from '#shared/kernel/contract.ts';
import { type Instant, instantSchema, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Context } from '#shared/people/context.ts';
import type { Person } from '#shared/people/person.ts';
import { type PlannedRoster, rosterOn } from '#shared/people/plans.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { Town } from '#shared/people/profile/town.ts';
import { personOfAccount, type Roster } from '#shared/people/roster.ts';
import type { FolderChoices } from './folders.ts';
import { type HeadPin, openHeadPin } from './headPin.ts';
import type { System } from './system.ts';

/** What every use-case of one desk works with. */
export interface Desk {
  /** What is kept is kept by the journal, the outbox and the stores: use-cases only ask. */
  readonly database: ReadableDatabase;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly blobs: Blobs;
  /** Exclusive things between the desks that share a register. */
  readonly claims: Claims;
  readonly local: LocalValues;
  /** The data of the municipality as they are now (P4). */
  readonly profile: Profile;
  /** The same, with what was written and confirmed about each. */
  readonly town: () => Town;
  /** The account of the operating system the program runs under. */
  readonly account: string;
  readonly now: () => Instant;
  /** A fresh id of lower-case letters and digits. */
  readonly newId: () => string;
  /** Where files come from and go to, on this desk. */
  readonly folders: FolderChoices;
  /** The files and folders people chose, which may lie on a drive that hangs. */
  readonly files: Files;
  readonly system: System;
  /** Tells the screens that something of this desk alone changed; facts tell it by themselves. */
  readonly tell: (topic: Topic | 'presence') => void;
  readonly roster: () => Roster;
  /** The PINs of heads of sector, as they are typed here. */
  readonly pin: HeadPin;
  /** Who sits at the desk (P6), or `undefined` until somebody says. */
  readonly person: () => Person | undefined;
  /** When somebody last said on this computer who sits here; null when nobody did. */
  readonly chosenAt: () => Instant | null;
  /** From now on the desk acts as this person, until the app is told otherwise. */
  readonly actAs: (person: string) => void;
  /** The moment of a decision; the problem `who-are-you` when nobody said who sits here. */
  readonly context: () => Result<Context, Problem>;
  /** Keeps what a rule decided, with the effects it asks for; a decision without facts changes nothing. */
  readonly keep: (decision: Result<readonly NewFact[], Problem>, effects?: readonly Effect[]) => Done;
  /** Runs `rule` in the present moment and keeps what it decides, with the effects that follow from it. */
  readonly act: (
    rule: (context: Context) => Result<readonly NewFact[], Problem>,
    effects?: (context: Context, facts: readonly NewFact[]) => readonly Effect[],
  ) => Done;
}

/** What a head decided, or the problem `pin-needed` while the PIN of who sits here is still to be typed. */
export function unlocked<Value>({ pin, person }: Desk, decided: Result<Value, Problem>): Result<Value, Problem> {
  const locked = decided.ok ? pin.needed(person()) : undefined;
  return locked ? err(locked) : decided;
}

/** The outcome of an act that has nothing to answer. */
export type Done = Result<Record<string, never>, Problem>;

/** Everybody the journal knows, and the municipality: kept by the word of the people, which stands on the desk. */
export interface RosterReader {
  /** Everybody, by name: without chains and absences, which grow for years. */
  readonly people: () => Roster['people'];
  readonly roster: () => PlannedRoster;
  /** The profile the desk began with, with what the desks wrote since. */
  readonly town: (base: Profile) => Town;
}

export interface DeskParts
  extends Omit<
    Desk,
    'roster' | 'town' | 'pin' | 'person' | 'account' | 'chosenAt' | 'actAs' | 'context' | 'keep' | 'act'
  > {
  readonly reader: RosterReader;
  /** The run of the app, the same for a core that is started again within it; left out where there is no window. */
  readonly run?: string | undefined;
  /** Why nothing may be kept any more, or `undefined`. */
  readonly refusal: () => Problem | undefined;
}

const CURRENT_PERSON = 'current-person';
/** The run of the app in which the person was chosen. */
const CHOSEN_IN = 'current-person-run';
const CHOSEN_AT = 'current-person-at';

/**
 * Puts a desk together. At the start of the app the account of the system says who sits here, then who was chosen last on
 * this computer; who is chosen while the app runs sits here until it ends (P6).
 */
export function openDesk({ reader, refusal, run, profile: base, ...parts }: DeskParts): Desk {
  const { people } = reader;
  const roster = (): Roster => rosterOn(reader.roster(), romeOf(parts.now()).day);
  const town = (): Town => reader.town(base);
  const account = userInfo().username;
  const pin = openHeadPin(parts);
  let isChosenNow = run !== undefined && parts.local.get(CHOSEN_IN, z.string()) === run;
  const person = (): Person | undefined => {
    const known = { people: people() };
    const id = parts.local.get(CURRENT_PERSON, z.string());
    const chosen = known.people.find((one) => one.id === id);
    const owner = personOfAccount(known, account);
    return isChosenNow ? (chosen ?? owner) : (owner ?? chosen);
  };
  const actAs = (id: string): void => {
    pin.forget(id);
    isChosenNow = true;
    parts.local.set(CURRENT_PERSON, id);
    parts.local.set(CHOSEN_IN, run ?? null);
    parts.local.set(CHOSEN_AT, parts.now());
  };
  const context = (): Result<Context, Problem> => {
    const actor = person();
    if (!actor) {
      return problem({
        code: 'who-are-you',
        what: 'L’app non sa chi è alla postazione.',
        remedy: 'Scegli il tuo nome in alto a destra, poi ripeti.',
      });
    }
    return ok({ now: parts.now(), actor: actor.id, roster: roster(), profile: town().profile, sha256 });
  };
  const keep: Desk['keep'] = (decision, effects = []) => {
    if (!decision.ok) return decision;
    if (decision.value.length === 0 && effects.length === 0) return ok({});
    const refused = refusal();
    if (refused) return err(refused);
    return storageResult(() => {
      parts.journal.append(decision.value, {
        actor: person()?.id ?? THE_APP,
        also: (at) => parts.outbox.keep(effects, at),
      });
      return {};
    });
  };
  return {
    ...parts,
    get profile() {
      return town().profile;
    },
    town,
    account,
    roster,
    pin,
    person,
    chosenAt: () => parts.local.get(CHOSEN_AT, instantSchema) ?? null,
    actAs,
    context,
    keep,
    act: (rule, effects = () => []) => {
      const moment = context();
      if (!moment.ok) return moment;
      const decision = rule(moment.value);
      return keep(decision, decision.ok ? effects(moment.value, decision.value) : []);
    },
  };
}
