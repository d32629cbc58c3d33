/** Something kept on this computer that cannot be read as it was written. */
export interface Damage {
  /** A table whose pages are torn, a row that is not what was written, a fact that does not match its hash. */
  readonly what: 'table' | 'row' | 'fact';
  /** Name of the table. */
  readonly table: string;
  /** Which row: an entity, or the hash of a fact; empty for a whole table. */
  readonly key: string;
}

/** What was found damaged in one open database, each thing once. */
export interface DamageLog {
  readonly note: (damage: Damage) => void;
  /** Takes back what was healed meanwhile. */
  readonly heal: (damage: Damage) => void;
  readonly all: () => readonly Damage[];
  /** From now on `listener` is told whenever something is found or healed. */
  readonly follow: (listener: () => void) => void;
}

const logs = new WeakMap<object, DamageLog>();

const nameOf = ({ what, table, key }: Damage): string => `${what} ${table} ${key}`;

function emptyLog(): DamageLog {
  const found = new Map<string, Damage>();
  const listeners: (() => void)[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    note: (damage) => {
      if (found.has(nameOf(damage))) return;
      found.set(nameOf(damage), damage);
      tell();
    },
    heal: (damage) => {
      if (found.delete(nameOf(damage))) tell();
    },
    all: () => [...found.values()],
    follow: (listener) => {
      listeners.push(listener);
    },
  };
}

/** The log of what was found damaged in `database` since it was opened; every reader of it shares one. */
export function damageIn(database: object): DamageLog {
  const known = logs.get(database) ?? emptyLog();
  logs.set(database, known);
  return known;
}
