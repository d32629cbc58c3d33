import type { Database } from '#electron/db/open.ts';
import type { Pause } from '#electron/db/soundness.ts';
import { factTable } from './factTable.ts';
import type { Projection } from './projection.ts';

/** Entities that are folded before everything else that waits runs. */
const ENTITIES_A_SLICE = 20;

/**
 * The entities whose rows are not what their facts say, in slices with a pause after each. `skip` are entities of which a
 * fact is damaged: their rows may be the better part. Stops early when the database is closed meanwhile.
 */
export async function compareRows(
  database: Database,
  projections: readonly Projection[],
  skip: ReadonlySet<string>,
  pause: Pause,
): Promise<readonly string[]> {
  const facts = factTable(database);
  const strays: string[] = [];
  for (const { kinds, compare } of projections) {
    const { entities, isSame } = compare?.(database) ?? { entities: () => [], isSame: () => true };
    const all = compare ? [...new Set([...kinds.flatMap(facts.entitiesOf), ...entities()])] : [];
    for (let first = 0; first < all.length; first += ENTITIES_A_SLICE) {
      for (const ent of all.slice(first, first + ENTITIES_A_SLICE)) {
        if (!skip.has(ent) && !isSame(ent, facts.ofEntity(ent))) strays.push(ent);
      }
      await pause();
      if (!database.open) return strays;
    }
  }
  return strays;
}
