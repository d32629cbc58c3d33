import type { z } from 'zod';
import type { Database, Statement } from '#electron/db/open.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Projection } from './projection.ts';

/** How the entities of one kind are read: their folded state as JSON, with some of it in columns to search by. */
export interface EntityTableOptions<State> {
  /** Name of the table and of the kind of entity. */
  readonly kind: string;
  readonly version: number;
  readonly topic: string;
  readonly schema: z.ZodType<State>;
  /** The state the facts mean, or `undefined` when they make no entity (yet, or any more): no row then. */
  readonly fold: (id: string, facts: readonly Fact[]) => State | undefined;
  /** Columns beside `id` and `state`; each gets an index. */
  readonly columns: Readonly<Record<string, (state: State) => string | number | null>>;
}

/** A read table of one kind of entity: its projection and its queries. */
export interface EntityTable<State> {
  readonly projection: Projection;
  readonly open: (database: Database) => EntityQueries<State>;
}

export interface EntityQueries<State> {
  readonly get: (id: string) => State | undefined;
  /** States that satisfy a condition over the columns, in the order given; both are SQL written in code. */
  readonly list: (where?: string, parameters?: readonly (string | number)[], order?: string) => readonly State[];
  readonly count: (where?: string, parameters?: readonly (string | number)[]) => number;
}

/** Declares the read table of one kind of entity. Raise `version` whenever the fold or the columns change. */
export function entityTable<State>(options: EntityTableOptions<State>): EntityTable<State> {
  const { kind, version, topic, schema, fold, columns } = options;
  const names = Object.keys(columns);
  const create = [
    `CREATE TABLE ${kind} (id TEXT PRIMARY KEY, state TEXT NOT NULL${names.map((name) => `, ${name}`).join('')});`,
    ...names.map((name) => `CREATE INDEX ${kind}_by_${name} ON ${kind} (${name});`),
  ].join('\n');
  const places = ['?', '?', ...names.map(() => '?')].join(', ');
  const prepare = (database: Database) => ({
    remove: database.prepare(`DELETE FROM ${kind} WHERE id = ?`),
    put: database.prepare(`INSERT OR REPLACE INTO ${kind} VALUES (${places})`),
  });
  const prepared = new WeakMap<Database, ReturnType<typeof prepare>>();
  const project = (database: Database, ent: string, facts: readonly Fact[]): void => {
    const statements = prepared.get(database) ?? prepare(database);
    prepared.set(database, statements);
    const id = ent.slice(kind.length + 1);
    const state = fold(id, facts);
    if (state === undefined) {
      statements.remove.run(id);
      return;
    }
    statements.put.run(id, JSON.stringify(state), ...names.map((name) => columns[name]?.(state) ?? null));
  };
  return {
    projection: { name: kind, version, kinds: [kind], tables: [kind], create, topic, project },
    open: (database) => {
      const read = (text: string): State => schema.parse(JSON.parse(text));
      // Conditions are written in code: there are few, and each is prepared once.
      const statements = new Map<string, Statement<(string | number)[], { state: string; count: number }>>();
      const prepared = (sql: string) => {
        const statement =
          statements.get(sql) ?? database.prepare<(string | number)[], { state: string; count: number }>(sql);
        statements.set(sql, statement);
        return statement;
      };
      return {
        get: (id) => {
          const row = prepared(`SELECT state FROM ${kind} WHERE id = ?`).get(id);
          return row && read(row.state);
        },
        list: (where = '1', parameters = [], order = 'id') =>
          prepared(`SELECT state FROM ${kind} WHERE ${where} ORDER BY ${order}`)
            .all(...parameters)
            .map(({ state }) => read(state)),
        count: (where = '1', parameters = []) =>
          prepared(`SELECT count(*) AS count FROM ${kind} WHERE ${where}`).get(...parameters)?.count ?? 0,
      };
    },
  };
}
