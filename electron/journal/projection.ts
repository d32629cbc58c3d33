import { crc32 } from 'node:zlib';
import type { Database } from '#electron/db/open.ts';
import type { Fact } from '#shared/journal/fact.ts';

/** Writes the rows of one entity from all its facts, in order. */
export type WriteRows = (ent: string, facts: readonly Fact[]) => void;

/** Compares the rows of entities with what their facts say. */
export interface RowComparison {
  /** The entities that have a row. */
  readonly entities: () => readonly string[];
  /** Whether the rows of one entity are what all its facts, in order, say. */
  readonly isSame: (ent: string, facts: readonly Fact[]) => boolean;
}

/**
 * Read tables derived from facts alone (a projection). They are updated in the transaction of the facts, and rebuilt from
 * all facts when `version` or `create` changes.
 */
export interface Projection {
  readonly name: string;
  /** Raise it when the fold, or what is written, changes; a change of `create` is detected by its checksum. */
  readonly version: number;
  /** Kinds of entity it reads: the part of `ent` before the slash. */
  readonly kinds: readonly string[];
  /** Statements that make its tables; `tables` names them so that they can be dropped. */
  readonly tables: readonly string[];
  readonly create: string;
  /** Topic told to the screens when one of its entities changes. */
  readonly topic: string;
  /**
   * Prepares its statements, called once for an open database when its tables are there: what it returns runs for every
   * fact of an import, and prepares nothing.
   */
  readonly prepare: (database: Database) => WriteRows;
  /** Prepares the comparison of its rows with the facts; absent where they are not compared. */
  readonly compare?: (database: Database) => RowComparison;
}

const FORMS_A_VERSION = 2 ** 32;

/** The schema version of a projection: its declared version, and the checksum of its statements. */
export const formOf = ({ version, create }: Pick<Projection, 'version' | 'create'>): number =>
  version * FORMS_A_VERSION + crc32(create);

/** The kind of an entity: `request` of `request/9f2c`. */
export const kindOf = (ent: string): string => ent.slice(0, ent.indexOf('/'));
