/** Plays one history from beginning to end; throws when a promise of the shared journal is not kept. */
import type { History } from './commands.ts';
import { checkPromises } from './promises.ts';
import { foundTown, type Town } from './town.ts';
import { openWorld } from './world.ts';

let town: Promise<Town> | undefined;

export async function play(history: History): Promise<void> {
  town ??= foundTown();
  const world = openWorld(await town, history);
  try {
    for (const command of history.commands) await world.run(command);
    await world.settle();
    checkPromises(world);
  } finally {
    for (const { desk } of world.computers) desk.database.close();
  }
}
