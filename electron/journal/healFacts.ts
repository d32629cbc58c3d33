import { damageIn } from '#electron/db/damage.ts';
import type { Database } from '#electron/db/open.ts';
import { readFile } from '#electron/db/soundness.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';
import { FACT_COLUMNS, type FactRow, factTable, toFact } from './factTable.ts';
import { isWhole } from './wholeFact.ts';

interface Place {
  readonly row: number;
  readonly dev: string;
  readonly seq: number;
}

const IN_COPY = `SELECT ${FACT_COLUMNS} FROM fact WHERE h = @h OR (dev = @dev AND seq = @seq)`;
const PUT = `UPDATE fact SET ${FACT_COLUMNS.split(', ')
  .map((name) => `${name} = @${name}`)
  .join(', ')} WHERE rowid = @row`;

/** The facts of a copy that may have been written where a damaged one stands; only whole ones. */
function factsIn(copy: string, hash: string, { dev, seq }: Place): readonly FactRow[] {
  const read = readFile(copy, (database) => database.prepare<[object], FactRow>(IN_COPY).all({ h: hash, dev, seq }));
  return read.ok ? read.value.filter((row) => isWhole(toFact({ ...row }))) : [];
}

/**
 * Puts facts that are noted as damaged back to what was written, from the first of the copies (paths, the best first) that
 * has them whole. Answers the entities that changed: their rows are to be written anew.
 */
export function healFacts(database: Database, copies: readonly string[]): readonly string[] {
  const damage = damageIn(database);
  const facts = factTable(database);
  const find = database.prepare<[string], Place>('SELECT rowid AS row, dev, seq FROM fact WHERE h = ?');
  const put = database.prepare(PUT);

  const healFrom = (copy: string, hash: string): string | undefined => {
    const place = find.get(hash);
    // Two facts may stand at one position, of a desk that was copied: the other one is no damage.
    const whole = place && factsIn(copy, hash, place).find(({ h }) => h === hash || !facts.has(h));
    if (!place || !whole) return undefined;
    put.run({ ...whole, row: place.row });
    facts.release(whole.h);
    return whole.ent;
  };

  const heal = (hash: string): string | undefined => {
    try {
      for (const copy of copies) {
        const ent = healFrom(copy, hash);
        if (ent !== undefined) return ent;
      }
    } catch (cause) {
      if (problemOfStorage(cause)?.code !== DATABASE_DAMAGED.code) throw cause;
    }
    return undefined;
  };

  return damage.all().flatMap((one) => {
    const ent = one.what === 'fact' ? heal(one.key) : undefined;
    if (ent === undefined) return [];
    damage.heal(one);
    return [ent];
  });
}
