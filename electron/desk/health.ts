import { existsSync } from 'node:fs';
import { copiesOf, dailyCopy, dropSurplus } from '#electron/db/copies.ts';
import { type Damage, damageIn } from '#electron/db/damage.ts';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';
import { damagedTables, EVERY_TABLE, type Pause } from '#electron/db/soundness.ts';
import { copyStepwise } from '#electron/db/stepwise.ts';
import { problemOfStorage, storageResult } from '#electron/db/storageProblem.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';
import { checkFacts } from '#electron/journal/checkFacts.ts';
import { checkRows } from '#electron/journal/checkRows.ts';
import { healFacts } from '#electron/journal/healFacts.ts';
import type { Journal } from '#electron/journal/journal.ts';
import { kindOf } from '#electron/journal/projection.ts';
import { type HealthView, isCopyLate, RESTORED, restoredSchema } from '#shared/journal/health.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { addMilliseconds, type Instant, instantSchema, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** What a look at the tables found: nothing, damage in what facts alone make anew, or damage in what was written. */
export type TablesOutcome = 'sound' | 'read-tables' | 'damaged';

/** How the data of this computer are, and the copies that are made of them (P41). */
export interface Health {
  readonly view: () => HealthView;
  /** Whether effects may be carried out: the data can be read, and do not come from a copy nobody has looked at yet. */
  readonly maySend: () => boolean;
  /** Whether this desk may exchange with the others. */
  readonly mayShare: () => boolean;
  /** The database itself said that it is damaged. */
  readonly met: () => void;
  /** Looks at every table, with a pause after each. */
  readonly checkTables: () => Promise<TablesOutcome>;
  /** Looks at every fact in slices; what is damaged is taken from a copy, and else named. */
  readonly checkFacts: () => Promise<void>;
  /** Makes the copy of the day when there is none and nothing is about to leave. */
  readonly copyOfDay: () => Promise<void>;
  /** Makes the copy of the day now, in place of one of this morning. */
  readonly copyNow: () => Promise<Result<Record<string, never>, Problem>>;
  /** Somebody looked at what was restored: sendings go on. */
  readonly confirmRestored: () => void;
}

export interface HealthParts {
  readonly database: Database;
  readonly journal: Pick<Journal, 'refold' | 'strays'>;
  readonly dataFolder: string;
  /** The invented town has nothing to lose. */
  readonly training: boolean;
  readonly now: () => Instant;
  /** The moment of the next effect. */
  readonly nextDue: () => Instant | undefined;
  readonly changed: () => void;
  readonly pause?: Pause;
}

/** No copy begins when something leaves within this time… */
const QUIET_MILLISECONDS = 60_000;
/** …unless it was put off so many times: something that never succeeds must not keep copies away. */
const MOST_POSTPONED = 30;
/** After a copy that did not succeed the next one waits. */
const RETRY_MILLISECONDS = 3_600_000;
const SINCE = 'copies-since';
/** The day on which the rows were last compared with the facts. */
const COMPARED = 'rows-compared';

/** Tables that only migrations make: what facts and people wrote. All others are made anew from the facts. */
const writtenTables = (): ReadonlySet<string> => {
  const empty = openMemory(migrations);
  const names = empty.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  empty.close();
  return new Set(names);
};

/** Watches over the data of one open database. */
export function openHealth(parts: HealthParts): Health {
  const { database, journal, dataFolder, training, now, nextDue, changed, pause } = parts;
  const damage = damageIn(database);
  const local = localValues(database);
  const about = database.prepare<[string], { ent: string; at: string }>('SELECT ent, at FROM fact WHERE h = ?');
  let copyProblem: Problem | null = null;
  let nextTry: Instant = '';
  let postponed = 0;
  let copying: Promise<Result<Record<string, never>, Problem>> | undefined;
  damage.follow(changed);

  const isTorn = (): boolean => damage.all().some(({ what }) => what === 'table');
  const restored = () => local.get(RESTORED, restoredSchema.nullable()) ?? null;
  const viewOf = ({ what, key }: Damage): HealthView['damaged'] => {
    if (what === 'table') return [];
    if (what === 'row') return [{ what, kind: kindOf(key), at: null }];
    const found = about.get(key);
    return [{ what, kind: found ? kindOf(found.ent) : '', at: found?.at ?? null }];
  };
  /** Rows that were met while somebody read them are written anew from their facts. */
  const mendRows = (): void => {
    const rows = damage.all().filter(({ what }) => what === 'row');
    if (rows.length > 0) journal.refold(rows.map(({ key }) => key));
    for (const row of rows) damage.heal(row);
  };
  const torn = (table: string): void => damage.note({ what: 'table', table, key: '' });
  /** What the comparison itself finds torn is told, as whatever else is met. */
  const straysBeside = async (spoilt: ReadonlySet<string>): Promise<readonly string[]> => {
    try {
      return await journal.strays(spoilt, pause);
    } catch (cause) {
      if (!saysDamaged(cause)) throw cause;
      torn(EVERY_TABLE);
      return [];
    }
  };
  /** Once a day the rows are compared with their facts, and written anew where a turned bit left them readable. */
  const compareOfDay = async (): Promise<void> => {
    const { day } = romeOf(now());
    if (!database.open || local.get(COMPARED, daySchema) === day) return;
    const spoilt = damage.all().flatMap(({ what, key }) => (what === 'fact' ? (about.get(key)?.ent ?? []) : []));
    const strays = await straysBeside(new Set(spoilt));
    if (!database.open || isTorn()) return;
    journal.refold(strays);
    local.set(COMPARED, day);
  };

  const copy = async (): Promise<Result<Record<string, never>, Problem>> => {
    const at = now();
    const made = await copyStepwise(database, dailyCopy(dataFolder, romeOf(at).day), {
      now: at,
      ...(pause ? { pause } : {}),
    });
    const kept = made.ok ? storageResult(() => dropSurplus(dataFolder)) : made;
    copyProblem = kept.ok ? null : kept.error;
    nextTry = kept.ok ? '' : addMilliseconds(at, RETRY_MILLISECONDS);
    if (!made.ok && made.error.code === DATABASE_DAMAGED.code) torn(EVERY_TABLE);
    changed();
    return kept.ok ? ok({}) : kept;
  };
  /** Two copies never write one file. */
  const copyOnce = (): Promise<Result<Record<string, never>, Problem>> => {
    copying ??= copy().finally(() => {
      copying = undefined;
    });
    return copying;
  };

  return {
    view: () => {
      const newest = copiesOf(dataFolder)[0]?.madeAt ?? null;
      const since = local.get(SINCE, instantSchema) ?? null;
      return {
        damage: isTorn() ? DATABASE_DAMAGED : null,
        damaged: isTorn() ? [] : damage.all().flatMap(viewOf),
        copies: { newest, since, isLate: !training && isCopyLate(newest, since, now()), problem: copyProblem },
        restored: restored(),
      };
    },
    maySend: () => !isTorn() && restored() === null,
    mayShare: () => !isTorn(),
    met: () => torn(EVERY_TABLE),
    checkTables: async () => {
      const found = await damagedTables(database, pause);
      for (const table of found) torn(table);
      if (found.length === 0) return 'sound';
      const written = writtenTables();
      const isWritten = (table: string): boolean => table === EVERY_TABLE || written.has(table);
      return found.some(isWritten) ? 'damaged' : 'read-tables';
    },
    checkFacts: async () => {
      await checkFacts(database, pause);
      if (!database.open || isTorn()) return;
      await checkRows(database, pause);
      if (!database.open) return;
      const paths = copiesOf(dataFolder).map(({ path }) => path);
      journal.refold(healFacts(database, paths));
      mendRows();
      await compareOfDay();
    },
    copyOfDay: async () => {
      if (training || isTorn() || !database.open) return;
      mendRows();
      const at = now();
      if (!local.get(SINCE, instantSchema)) local.set(SINCE, at);
      if (at < nextTry || existsSync(dailyCopy(dataFolder, romeOf(at).day))) return;
      const next = nextDue();
      const isDue = next !== undefined && next <= addMilliseconds(at, QUIET_MILLISECONDS);
      if (isDue && postponed++ < MOST_POSTPONED) return;
      postponed = 0;
      await copyOnce();
    },
    copyNow: copyOnce,
    confirmRestored: () => {
      local.set(RESTORED, null);
      changed();
    },
  };
}

/** Whether an error says that the database is damaged. */
export const saysDamaged = (cause: unknown): boolean => problemOfStorage(cause)?.code === DATABASE_DAMAGED.code;
