/** Desks that share one register over a drive in memory, for scenarios told step by step. */
import { deviceFact } from '#shared/journal/devices.ts';
import type { QuarantineReason } from '#shared/journal/quarantine.ts';
import { type MemoryDrive, memoryDrive } from './memoryShare.ts';
import { openSharedDesk, type SharedDesk } from './sharedDesk.ts';

/** The absences a desk shows, by id, each with its day. */
export const absences = ({ desk }: SharedDesk): readonly string[] =>
  desk.roster().absences.map(({ id, from }) => `${id} ${from}`);

/** Lets everything that waits arrive everywhere. */
export async function settle(...desks: readonly SharedDesk[]): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const desk of desks) {
      desk.clock.advance(1_000);
      await desk.meet();
    }
  }
}

/** Accepts at `desk` every computer that waits. */
export function acceptWaiting(desk: SharedDesk): void {
  for (const { dev, key, reason } of desk.exchange.state().quarantine) {
    if (reason !== 'unknown-desk' || dev === null || key === null) continue;
    desk.write(deviceFact('device.accepted', `device/${dev}`, { key, name: '' }));
  }
}

export interface SharedTown {
  readonly drive: MemoryDrive;
  readonly one: SharedDesk;
  readonly two: SharedDesk;
}

/** Two desks that know each other: the first founded the register and accepted the second. */
export async function sharedTown(drive: MemoryDrive = memoryDrive()): Promise<SharedTown> {
  const [one, two] = [openSharedDesk({ drive, name: 'pc1' }), openSharedDesk({ drive, name: 'pc2' })];
  await one.exchange.round();
  if (!(await one.exchange.found())) throw new Error('Il registro non si fonda.');
  await settle(one, two);
  acceptWaiting(one);
  await settle(one, two);
  return { drive, one, two };
}

/** Why each file is set aside, as a desk says it, by path. */
export const setAside = ({ exchange }: SharedDesk): Readonly<Record<string, QuarantineReason>> =>
  Object.fromEntries(exchange.state().quarantine.map(({ path, reason }) => [path, reason]));

/** The paths of the segments of a desk on the drive. */
export const segmentsOf = (drive: MemoryDrive, { desk }: SharedDesk): readonly string[] =>
  drive.paths().filter((path) => path.startsWith(`j/${desk.journal.device()}/`) && path.endsWith('.jsonl'));
