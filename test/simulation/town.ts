/** The town every history starts from: three desks that know each other, three requests. Made once, then copied. */

import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { requestReceived } from '../helpers/facts.ts';
import { type DriveCopy, type MemoryDrive, memoryDrive } from '../helpers/memoryShare.ts';
import { randomFrom } from '../helpers/random.ts';
import { type Computer, type Disk, diskOf, startComputer } from './computer.ts';

export interface Town {
  readonly disks: readonly Disk[];
  readonly drive: DriveCopy;
  readonly driveTime: number;
}

export const DESKS = ['pc1', 'pc2', 'pc3'] as const;
export const REQUESTS = ['r0', 'r1', 'r2'] as const;
/** Tuesday 3 March 2026, 10:00 in Rome: the day before and the day after are working days too. */
export const MORNING = Date.parse('2026-03-03T09:00:00.000Z');
const TOWN_SEED = 20_260_303;

/** A disk with nothing on it. */
export const emptyDisk = (): Disk => diskOf(openMemory(migrations));

/** Accepts on `desk` every computer that waits, except one. */
export function acceptAll({ desk }: Computer, except?: string): void {
  for (const { dev, key, reason } of desk.exchange.state().quarantine) {
    if (reason !== 'unknown-desk' || dev === except || dev === null || key === null) continue;
    desk.write(deviceFact('device.accepted', `device/${dev}`, { key, name: '' }));
  }
}

/** A town that shares one register over `drive`. */
export async function foundTown(): Promise<Town> {
  const drive: MemoryDrive = memoryDrive();
  const random = randomFrom(TOWN_SEED);
  let time = MORNING;
  const wall = (): number => {
    time += 1_000;
    return time;
  };
  const desks = DESKS.map((name) =>
    startComputer({ drive, name, machine: name, disk: emptyDisk(), wall, skew: 0, random }),
  );
  const [first] = desks;
  if (!first) throw new Error('Nessuna postazione.');
  await first.desk.exchange.round();
  await first.desk.exchange.found();
  first.desk.write(...REQUESTS.map((id) => requestReceived(id)));
  for (let round = 0; round < 4; round++) {
    for (const { desk } of desks) await desk.exchange.round();
    acceptAll(first);
  }
  return { disks: desks.map(({ desk }) => diskOf(desk.database)), drive: drive.copy(), driveTime: drive.time };
}
