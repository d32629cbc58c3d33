/** One computer of a simulated town: its disk, its clock, its place on the network; it dies and starts again. */
import Sqlite from 'better-sqlite3';
import type { Database } from '#electron/db/open.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { peopleProjections } from '#electron/people/store.ts';
import { queueProjections } from '#electron/queue/store.ts';
import { registerProjections } from '#electron/register/store.ts';
import { requestProjections } from '#electron/requests/store.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { type DriveDesk, openDriveDesk } from '../helpers/driveDesk.ts';
import type { MemoryClient, MemoryDrive } from '../helpers/memoryShare.ts';

/** All read tables but the full-text index. */
const PROJECTIONS: readonly Projection[] = [
  ...peopleProjections,
  ...requestProjections,
  ...registerProjections.filter(({ name }) => name === 'entry' || name === 'entry_number'),
  ...queueProjections,
];

/** A database as it lies on a disk. */
export type Disk = Buffer;

export interface Computer {
  readonly name: string;
  readonly machine: string;
  readonly client: MemoryClient;
  readonly spool: string[];
  desk: DriveDesk;
  /** What its disk held when it died; undefined while it lives. */
  left: Disk | undefined;
}

export interface ComputerOptions {
  readonly drive: MemoryDrive;
  readonly name: string;
  readonly machine: string;
  readonly disk: Disk;
  /** The wall clock of the town, in milliseconds since 1970, moved on by a second at each look. */
  readonly wall: () => number;
  /** How far this computer's clock is from it, in milliseconds. */
  readonly skew: number;
  readonly random: () => number;
  readonly spool?: readonly string[];
}

const START: Instant = new Date(0).toISOString();

export function diskOf(database: Database): Disk {
  return database.serialize();
}

/** Starts a computer from a disk. */
export function startComputer(options: ComputerOptions): Computer {
  const { drive, name, machine, random } = options;
  const client = drive.client(name, random, () => {
    computer.left = diskOf(computer.desk.database);
  });
  const spool = [...(options.spool ?? [])];
  const computer: Computer = { name, machine, client, spool, left: undefined, desk: open(options, client, spool) };
  return computer;
}

function open(options: ComputerOptions, client: MemoryClient, spool: string[]): DriveDesk {
  const { drive, name, machine, disk, wall, skew, random } = options;
  return openDriveDesk({
    ...{ drive, name, machine, client, spool },
    database: new Sqlite(disk),
    blobFolder: '/nessuna',
    projections: PROJECTIONS,
    randomBytes: (size) => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256))),
    clock: { now: () => addMilliseconds(START, wall() + skew), set: () => undefined, advance: () => undefined },
  });
}

/** Starts the program again: on what its death left, or on another disk. */
export function restart(computer: Computer, options: ComputerOptions, disk?: Disk): void {
  const found = disk ?? computer.left ?? diskOf(computer.desk.database);
  computer.desk.database.close();
  computer.client.revive();
  computer.left = undefined;
  computer.desk = open({ ...options, disk: found }, computer.client, computer.spool);
}
