import type { z } from 'zod';
import { damageIn } from '#electron/db/damage.ts';
import type { Database, Query, ReadableDatabase } from '#electron/db/open.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { entityFacts } from './factTable.ts';
import type { Projection, RowComparison, WriteRows } from './projection.ts';
import { sameRow } from './sameRow.ts';

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
  /** Further tables written from the same state, in the same step. */
  readonly beside?: BesideTables<State>;
}

/** Tables beside the one of an entity: what lists show, so that they need not read whole states. */
export interface BesideTables<State> {
  readonly tables: readonly string[];
  readonly create: string;
  /** Prepares the writing of one entity's rows; without a state it has none any more. */
  readonly prepare: (database: Database) => (id: string, state: State | undefined) => void;
  /** Prepares the comparison of one entity's rows with its state. */
  readonly compare?: (database: Database) => (id: string, state: State | undefined) => boolean;
}

/** A read table of one kind of entity: its projection and its queries. */
export interface EntityTable<State> {
  readonly projection: Projection;
  readonly open: (database: ReadableDatabase) => EntityQueries<State>;
}

/** A row that is damaged is made of its facts again and noted; where they make none, it is left out of the others. */
export interface EntityQueries<State> {
  readonly get: (id: string) => State | undefined;
  /** States that satisfy a condition over the columns, in the order given; both are SQL written in code. */
  readonly list: (where?: string, parameters?: readonly (string | number)[], order?: string) => readonly State[];
  readonly count: (where?: string, parameters?: readonly (string | number)[]) => number;
}

/** Rows that are looked at to tell a damaged one from a wrong form. */
const COMPARED_ROWS = 20;

/** Declares the read table of one kind of entity. Raise `version` whenever the fold, or what a column holds, changes. */
export function entityTable<State>(options: EntityTableOptions<State>): EntityTable<State> {
  const { kind, version, topic, schema, fold, columns, beside } = options;
  const names = Object.keys(columns);
  const create = [
    `CREATE TABLE ${kind} (id TEXT PRIMARY KEY, state TEXT NOT NULL${names.map((name) => `, ${name}`).join('')});`,
    ...names.map((name) => `CREATE INDEX ${kind}_by_${name} ON ${kind} (${name});`),
    ...(beside ? [beside.create] : []),
  ].join('\n');
  const all = ['id', 'state', ...names];
  const insert = `INSERT OR REPLACE INTO ${kind} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`;
  const prepare = (database: Database): WriteRows => {
    const remove = database.prepare(`DELETE FROM ${kind} WHERE id = ?`);
    const put = database.prepare(insert);
    const writeBeside = beside?.prepare(database);
    return (ent, facts) => {
      const id = ent.slice(kind.length + 1);
      const state = fold(id, facts);
      writeBeside?.(id, state);
      if (state === undefined) remove.run(id);
      else put.run(id, JSON.stringify(state), ...names.map((name) => columns[name]?.(state) ?? null));
    };
  };
  const compare = (database: Database): RowComparison => {
    const ids = database.prepare<[], string>(`SELECT id FROM ${kind}`).pluck();
    const same = sameRow(database, kind, all);
    const isSameBeside = beside?.compare?.(database) ?? (() => true);
    return {
      entities: () => ids.all().map((id) => `${kind}/${id}`),
      isSame: (ent, facts) => {
        const id = ent.slice(kind.length + 1);
        const state = fold(id, facts);
        const row = state && [id, JSON.stringify(state), ...names.map((name) => columns[name]?.(state) ?? null)];
        return same(id, row) && isSameBeside(id, state);
      },
    };
  };
  return {
    projection: {
      name: kind,
      version,
      kinds: [kind],
      tables: [kind, ...(beside?.tables ?? [])],
      create,
      topic,
      prepare,
      compare,
    },
    open: (database) => {
      const healed = (id: string): State | undefined => {
        damageIn(database).note({ what: 'row', table: kind, key: `${kind}/${id}` });
        return schema.safeParse(fold(id, entityFacts(database)(`${kind}/${id}`))).data;
      };
      /** Whether others fit: one row that does not is damaged, while a fold changed without its version spoils them all. */
      const isAlone = (id: string): boolean =>
        prepared(`SELECT id, state FROM ${kind} WHERE id <> ? AND json_valid(state) LIMIT ${COMPARED_ROWS}`)
          .all(id)
          .some((other) => schema.safeParse(JSON.parse(other.state)).success);
      const read = ({ id, state }: { readonly id: string; readonly state: string }): State | undefined => {
        try {
          return schema.parse(JSON.parse(state));
        } catch (cause) {
          if (!(cause instanceof SyntaxError) && !isAlone(id)) throw cause;
          return healed(id);
        }
      };
      // Conditions are written in code: there are few, and each is prepared once.
      const statements = new Map<string, Query<(string | number)[], { id: string; state: string; count: number }>>();
      const prepared = (sql: string) => {
        const statement =
          statements.get(sql) ??
          database.prepare<(string | number)[], { id: string; state: string; count: number }>(sql);
        statements.set(sql, statement);
        return statement;
      };
      return {
        get: (id) => {
          const row = prepared(`SELECT id, state FROM ${kind} WHERE id = ?`).get(id);
          return row && read(row);
        },
        list: (where = '1', parameters = [], order = 'id') =>
          prepared(`SELECT id, state FROM ${kind} WHERE ${where} ORDER BY ${order}`)
            .all(...parameters)
            .flatMap((row) => read(row) ?? []),
        count: (where = '1', parameters = []) =>
          prepared(`SELECT count(*) AS count FROM ${kind} WHERE ${where}`).get(...parameters)?.count ?? 0,
      };
    },
  };
}
