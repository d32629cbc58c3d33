/** A desk that shares its register over a drive in memory, with its own clock, which can die and be started again. */
import { join } from 'node:path';
import { testClock } from './desk.ts';
import { type DriveDesk, type DriveDeskOptions, openDriveDesk } from './driveDesk.ts';
import { temporaryFolder } from './folders.ts';

export type SharedDesk = DriveDesk;
export type SharedDeskOptions = Omit<DriveDeskOptions, 'clock' | 'blobFolder'> &
  Partial<Pick<DriveDeskOptions, 'clock' | 'blobFolder'>>;

/** Opens a desk in a folder of its own and connects it to the drive; the first one founds the register with `exchange.found`. */
export function openSharedDesk(options: SharedDeskOptions): SharedDesk {
  return openDriveDesk({
    ...options,
    clock: options.clock ?? testClock(),
    blobFolder: options.blobFolder ?? join(temporaryFolder(), 'dati'),
  });
}
