/** Secrets without a file of their own, for desks whose disk is a database in memory. */
import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import type { Database } from '#electron/db/open.ts';
import type { Secrets } from '#electron/db/secrets.ts';

/** Secrets that are copied and lost with the database, as a file is with the disk it lies on. */
export function secretsOnDisk(database: Database): Secrets {
  const local = localValues(database);
  const nameOf = (name: string): string => `prova-segreti/${name}`;
  return {
    get: (name) => local.get(nameOf(name), z.string()),
    set: (name, value) => local.set(nameOf(name), value),
    remove: (name) => local.set(nameOf(name), null),
  };
}

/** Secrets that end with the program. */
export function secretsInMemory(): Secrets {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name),
    set: (name, value) => values.set(name, value),
    remove: (name) => values.delete(name),
  };
}
