/**
 * A desk that writes and exchanges over a real folder as fast as it can, telling each hash once it is safe on its own disk:
 * `node sharer.child.ts <own folder> <shared folder> <step> <times>`. At the step (`rename before`, `open after`, …), so many
 * times after the register stands, it kills itself; with `never` somebody else does.
 */
import { writeSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [, , own = '', shared = '', step = 'never', times = '1'] = process.argv;
let left = Number.POSITIVE_INFINITY;

/** Kills this process at the chosen step, as a power cut would. */
function dieAt(name: string): void {
  if (name === step && --left === 0) process.kill(process.pid, 'SIGKILL');
}
for (const name of ['open', 'rename', 'unlink', 'stat', 'mkdir', 'readdir'] as const) {
  const real = fsPromises[name] as (...parameters: unknown[]) => Promise<unknown>;
  const watched = async (...parameters: unknown[]): Promise<unknown> => {
    dieAt(`${name} before`);
    const answer = await real(...parameters);
    dieAt(`${name} after`);
    return answer;
  };
  Object.assign(fsPromises, { [name]: watched });
}
syncBuiltinESMExports();

const { openFolderDesk } = await import('../../helpers/folderDesk.ts');
const { absenceOf } = await import('../../helpers/facts.ts');
const { desk, exchange } = openFolderDesk(own, shared);
await exchange.round();
await exchange.found();
await exchange.round();
left = Number(times);
for (let index = 0; ; index++) {
  const facts = desk.journal.append([absenceOf(`a${index % 20}`)], { actor: 'marta' });
  writeSync(1, facts.map(({ h }) => `${h}\n`).join(''));
  await exchange.round();
}
