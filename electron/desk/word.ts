import type { Database } from '#electron/db/open.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { EffectPrograms } from '#electron/outbox/outbox.ts';
import type { BlobFields } from '#shared/journal/blobFields.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Vocabulary } from '#shared/journal/vocabulary.ts';
import type { CasesOf, Contract, Topic } from '#shared/kernel/contract.ts';

/** What a word brings before anything is open: its facts, the blobs they name, its read tables and who reads them. */
export interface Word<Store> {
  readonly facts: readonly Vocabulary[];
  readonly blobs: BlobFields;
  readonly projections: readonly Projection[];
  readonly store: (database: Database, blobs: Blobs) => Store;
}

/** What a word answers once it is open. */
export interface OpenWord<Methods extends Contract> {
  readonly cases: CasesOf<Methods>;
  /** Who carries out the effects it asks for, by kind. */
  readonly programs?: EffectPrograms;
  /** What is told when the problem of one of its effects came or went. */
  readonly topic: Topic;
  /** Kinds of its effects that wait for the shared place: tried again as soon as it answers. */
  readonly waitsForShare?: readonly string[];
  /** Told every new fact of another desk, in the transaction that keeps it. */
  readonly received?: (facts: readonly Fact[]) => void;
}

/** Who carries out the effects of all words, by kind. */
export const programsOf = (words: readonly Pick<OpenWord<Contract>, 'programs'>[]): EffectPrograms =>
  Object.fromEntries(words.flatMap(({ programs }) => Object.entries(programs ?? {})));

/** All of the members of a union at once. */
type Joined<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** The use-cases of all words as one list. */
export const casesOf = <Words extends readonly { readonly cases: object }[]>(
  words: Words,
): Joined<Words[number]['cases']> => Object.assign({}, ...words.map(({ cases }) => cases));
