import { z } from 'zod';
import { canonicalJson } from '#shared/journal/canonical.ts';
import { headsOf } from '#shared/journal/concurrent.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { sayAbsence } from './absences.ts';
import { peopleFact, peopleFacts } from './facts.ts';
import { senderFact, senderFacts } from './profile/directory.ts';
import { fieldOf, profileFact, profileFacts } from './profile/facts.ts';
import { FIELD_WORDS } from './profile/fieldWords.ts';
import { profileFieldSchemas } from './profile/profile.ts';
import { senderSchema } from './profile/senders.ts';
import { saySender, sayValue } from './profile/words.ts';
import { nameOf, type Roster } from './roster.ts';

/** Concurrent edits of a person, an absence, a chain or of whom to call (G9). */
export const peopleConflictSchema = z.object({
  /** The entity: `person/<id>`, `absence/<id>`, `chain/<phase>`, `plan/<phase>-<from>`, `escalation/town`, `profile/<field>` or `sender/<id>`. */
  what: z.string(),
  /** Name of the person, or of who is absent; the person may no longer be in the roster. Null for the others. */
  person: z.string().nullable(),
  /** Whether the options differ in who has the role of head: such a choice is asked twice (P1). */
  changesHead: z.boolean(),
  /** One for each concurrent fact; the last one counts meanwhile (last write wins). */
  options: z.array(z.object({ fact: z.string(), words: z.string(), by: z.string(), at: instantSchema })),
});
export type PeopleConflict = z.infer<typeof peopleConflictSchema>;

const settable = { ...peopleFacts, ...senderFacts, 'profile.set': profileFacts['profile.set'] };
type PeopleFact = FactOf<typeof settable>;
const SETTING: readonly string[] = Object.keys(settable);

function resolvedBy(raw: Fact): readonly string[] {
  const fact = readFact(settable, raw);
  return fact && 'settles' in fact.body ? (fact.body.settles ?? []) : [];
}

/** The content of a fact as canonical JSON, without the conflict it resolved. */
function contentOf(raw: Fact): string {
  const fact = readFact(settable, raw);
  if (!fact) return '';
  const { settles: _resolved, places: _places, ...content } = { settles: [], places: [], ...fact.body };
  return canonicalJson(content);
}

/** The concurrent facts of one entity with different content, in order; empty without a conflict. */
function conflictingIn(facts: readonly Fact[]): readonly Fact[] {
  const heads = headsOf(facts, ({ type }) => SETTING.includes(type), resolvedBy);
  return heads.length > 1 && new Set(heads.map(contentOf)).size > 1 ? heads : [];
}

/** Whether the facts of one entity hold a conflict that nobody resolved. */
export const hasConflict = (facts: readonly Fact[]): boolean => conflictingIn(facts).length > 0;

/** Reads a blob as JSON; `undefined` where it is not here. */
type ReadBlob = (hash: string) => unknown;

function wordsOf(fact: PeopleFact | undefined, roster: Pick<Roster, 'people'>, readBlob: ReadBlob): string {
  if (fact?.type === 'profile.set') return sayWritten(fact, readBlob);
  if (fact?.type === 'sender.set') {
    const sender = senderSchema.safeParse(readBlob(fact.body.blob));
    return `${sender.success ? saySender(sender.data) : 'un mittente'}, ${fact.body.confirmed ? 'può chiedere' : 'da verificare'}`;
  }
  if (fact?.type === 'person.set') return [fact.body.name, ...fact.body.roles, fact.body.address].join(', ');
  if (fact?.type === 'escalation.set') return `${fact.body.name}, ${fact.body.reach}`;
  if (fact?.type === 'absence.set') return sayAbsence(fact.body);
  if (fact?.type === 'chain.planRemoved') return 'tolto';
  if (fact?.type !== 'chain.set' && fact?.type !== 'chain.planned') return 'tolta dall’elenco';
  const { people } = fact.body;
  return people.length === 0 ? 'nessuno' : people.map((id) => nameOf(roster, id)).join(', poi ');
}

function makesHead(raw: Fact): boolean {
  const fact = readFact(settable, raw);
  return fact?.type === 'person.set' && fact.body.roles.includes('capo settore');
}

const WRITTEN_LENGTH = 200;

/** What was written of a datum of the municipality, in its words; what is not here, or not understood, is only named. */
function sayWritten({ ent, body }: Extract<PeopleFact, { type: 'profile.set' }>, readBlob: ReadBlob): string {
  const field = fieldOf(ent);
  if (field === undefined) return 'un dato che questa versione dell’app non conosce';
  const read = profileFieldSchemas[field].safeParse(body.blob === undefined ? body.value : readBlob(body.blob));
  if (!read.success) return `${FIELD_WORDS[field].label}, scritto in un modo che qui non si legge`;
  return excerpt(sayValue(field, read.data).join(', ') || 'non ancora noto', WRITTEN_LENGTH);
}

/** The person's name in the newest fact that holds one. */
function personIn(facts: readonly Fact[], roster: Pick<Roster, 'people'>): string | null {
  const names = inOrder(facts).map((raw) => {
    const fact = readFact(settable, raw);
    if (fact?.type === 'absence.set') return nameOf(roster, fact.body.person);
    return fact?.type === 'person.set' ? fact.body.name : null;
  });
  return names.findLast((name) => name !== null) ?? null;
}

/** The conflict in the facts of the entity `what`, or `undefined`. */
export function peopleConflictIn(
  what: string,
  facts: readonly Fact[],
  roster: Pick<Roster, 'people'>,
  readBlob: ReadBlob = () => undefined,
): PeopleConflict | undefined {
  const conflicting = conflictingIn(facts);
  const options = conflicting.map((raw) => ({
    fact: raw.h,
    words: wordsOf(readFact(settable, raw), roster, readBlob),
    by: raw.actor,
    at: raw.at,
  }));
  const changesHead = what.startsWith('person/') && new Set(conflicting.map(makesHead)).size > 1;
  return options.length === 0 ? undefined : { what, person: personIn(facts, roster), changesHead, options };
}

/** Resolves a conflict for one of its facts, written again with the names of all. Problem `nothing-to-settle`. */
export function resolvePeopleConflict(facts: readonly Fact[], chosen: string): Result<readonly NewFact[], Problem> {
  const conflicting = conflictingIn(facts);
  const raw = conflicting.find(({ h }) => h === chosen);
  const fact = raw && readFact(settable, raw);
  const settles = conflicting.map(({ h }) => h);
  if (fact?.type === 'profile.set') return ok([profileFact('profile.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'sender.set') return ok([senderFact('sender.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'sender.removed') return ok([senderFact('sender.removed', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'person.set') return ok([peopleFact('person.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'person.removed') return ok([peopleFact('person.removed', fact.ent, { settles })]);
  if (fact?.type === 'absence.set') return ok([peopleFact('absence.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'absence.removed') return ok([peopleFact('absence.removed', fact.ent, { settles })]);
  if (fact?.type === 'chain.set') return ok([peopleFact('chain.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'chain.planned') return ok([peopleFact('chain.planned', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'chain.planRemoved') return ok([peopleFact('chain.planRemoved', fact.ent, { settles })]);
  if (fact?.type === 'escalation.set') return ok([peopleFact('escalation.set', fact.ent, { ...fact.body, settles })]);
  return problem({
    code: 'nothing-to-settle',
    what: 'Qui non c’è più niente da decidere.',
    remedy: 'Guarda come sono adesso le persone.',
  });
}
