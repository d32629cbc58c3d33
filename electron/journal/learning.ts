import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import type { Database } from '#electron/db/open.ts';
import { FACTS_VERSION, type Fact } from '#shared/journal/fact.ts';
import { factTable } from './factTable.ts';

const UNDERSTOOD = 'facts-version';
/** The watermark of an app from before it was stored. */
const FIRST_VERSION = 1;

/** The facts that an update of this app made readable, above the watermark of what was handled so far. */
export interface Learning {
  /** Empty when no update raised the version of facts, or all were handled. */
  readonly facts: () => readonly Fact[];
  /** Moves the watermark up; to be called in the transaction of what the facts ask for. */
  readonly done: () => void;
}

/** Opens the watermark kept in the database: the newest version of facts whose effects were handled. */
export function learning(database: Database): Learning {
  const local = localValues(database);
  const understood = (): number => local.get(UNDERSTOOD, z.int()) ?? FIRST_VERSION;
  const done = (): void => {
    if (understood() !== FACTS_VERSION) local.set(UNDERSTOOD, FACTS_VERSION);
  };
  return {
    facts: () => (understood() < FACTS_VERSION ? factTable(database).above(understood()) : []),
    done,
  };
}
