import type { z } from 'zod';
import type { Database } from './open.ts';

/** Small values of this desk alone (its device, its last choices): not facts, never shared. */
export interface LocalValues {
  get<Value>(name: string, schema: z.ZodType<Value>): Value | undefined;
  set(name: string, value: unknown): void;
}

/** The small values kept in `database`; a value that no longer fits its schema counts as missing. */
export function localValues(database: Database): LocalValues {
  const read = database.prepare<[string], { value: string }>('SELECT value FROM local_value WHERE name = ?');
  const write = database.prepare(
    'INSERT INTO local_value (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get: (name, schema) => {
      const row = read.get(name);
      return row && schema.safeParse(JSON.parse(row.value)).data;
    },
    set: (name, value) => {
      write.run(name, JSON.stringify(value));
    },
  };
}
