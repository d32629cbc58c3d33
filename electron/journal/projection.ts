import type { Database } from '#electron/db/open.ts';
import type { Fact } from '#shared/journal/fact.ts';

/**
 * Read tables made of facts alone. They are written in the transaction of the facts, and made again from all facts when
 * `version` changes.
 */
export interface Projection {
  readonly name: string;
  /** Raise it with every change of the tables or of the fold. */
  readonly version: number;
  /** Kinds of entity it reads: the part of `ent` before the slash. */
  readonly kinds: readonly string[];
  /** Statements that make its tables; `tables` names them so that they can be dropped. */
  readonly tables: readonly string[];
  readonly create: string;
  /** Topic told to the screens when one of its entities changes. */
  readonly topic: string;
  /** Writes the rows of one entity from all its facts, in order. */
  readonly project: (database: Database, ent: string, facts: readonly Fact[]) => void;
}

/** The kind of an entity: `request` of `request/9f2c`. */
export const kindOf = (ent: string): string => ent.slice(0, ent.indexOf('/'));
