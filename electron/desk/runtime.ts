import { randomBytes } from 'node:crypto';
import type { Computer } from '#electron/db/computer.ts';
import { localValues } from '#electron/db/localValues.ts';
import type { Database, ReadableDatabase } from '#electron/db/open.ts';
import type { Secrets } from '#electron/db/secrets.ts';
import type { Files } from '#electron/files/files.ts';
import { type Blobs, blobFolder, openBlobs } from '#electron/journal/blobs.ts';
import { openClaims } from '#electron/journal/exchange/claims.ts';
import { type DeviceStore, deviceProjections, deviceStore } from '#electron/journal/exchange/deviceTable.ts';
import { type Exchange, openExchange } from '#electron/journal/exchange/exchange.ts';
import { moveKeys, openIdentities, type RandomBytes } from '#electron/journal/exchange/identity.ts';
import { factTable } from '#electron/journal/factTable.ts';
import { openJournal } from '#electron/journal/journal.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { openOutbox } from '#electron/outbox/outbox.ts';
import { type BlobFields, blobsIn } from '#shared/journal/blobFields.ts';
import { stampOf } from '#shared/journal/clock.ts';
import { deviceFacts, expelledProblem } from '#shared/journal/devices.ts';
import type { Vocabulary } from '#shared/journal/vocabulary.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { openClockProof } from './clockProof.ts';
import { type Desk, openDesk, type RosterReader } from './desk.ts';
import { expulsion } from './expulsion.ts';
import { folderChoices } from './folders.ts';
import { routesHere } from './sendingSince.ts';
import { deskNameOf, type Sharing, sharingOf } from './sharing.ts';
import { type AskShell, systemBehind } from './system.ts';

/** What the ground of a desk needs of the computer it stands on and of the words that stand on it. */
export interface RuntimeOptions {
  readonly database: Database;
  readonly dataFolder: string;
  /** What the desk begins with; its facts tell what was changed since. */
  readonly profile: Profile;
  readonly computer: Computer;
  readonly secrets: Secrets;
  readonly now: () => Instant;
  /** The folders inside the data folder count as chosen, as in a training (P64). */
  readonly ownFolders?: boolean;
  /** The run of the app, the same for a core that is started again within it. */
  readonly run?: string | undefined;
  /** Milliseconds that run whatever is done to the clock; absent where the clock was set by who starts the program. */
  readonly steady?: () => number;
  readonly changed: (topics: readonly string[]) => void;
  readonly ask: AskShell;
  readonly files: Files;
  /** The facts of the words, the blobs they name, and the read tables made of them. */
  readonly facts: readonly Vocabulary[];
  readonly blobs: BlobFields;
  readonly projections: readonly Projection[];
  /** Who reads the people out of their tables. */
  readonly reader: (database: ReadableDatabase, blobs: Blobs) => RosterReader;
  /** Where names and keys come from, when not from the system: a simulation repeats itself. */
  readonly randomBytes?: RandomBytes;
}

/** What all words stand on: the desk, and the exchange with the other desks. */
export interface Runtime {
  readonly database: Database;
  readonly desk: Desk;
  readonly exchange: Exchange;
  readonly devices: DeviceStore;
  readonly sharing: Sharing;
}

/** Puts together the ground of one desk on an open database. */
export function openRuntime(options: RuntimeOptions): Runtime {
  const { database, dataFolder, profile, now, changed, computer, secrets } = options;
  const random = options.randomBytes ?? randomBytes;
  const newId = (): string => random(8).toString('hex');
  const local = localValues(database);
  // Emptied, what is ahead of the database file no longer shows the keys that lay in it.
  if (moveKeys(local, secrets)) database.pragma('wal_checkpoint(TRUNCATE)');
  const identities = openIdentities({ local, secrets, machine: computer.machine, random });
  const journal = openJournal({
    database,
    device: identities.current().dev,
    projections: [...deviceProjections, ...options.projections],
    now,
    changed,
  });
  const blobs = openBlobs(blobFolder(dataFolder));
  const devices = deviceStore(database);
  let open: readonly string[] = [];
  const exchange = openExchange({
    database,
    journal,
    identities,
    devices,
    local,
    blobs,
    now,
    newId,
    changed,
    blobsOf: (fact) => blobsIn(options.blobs, fact),
    knownTypes: new Set([deviceFacts, ...options.facts].flatMap((facts) => Object.keys(facts))),
    presence: () => ({
      name: deskNameOf(local, computer),
      app: computer.appVersion,
      person: desk.person()?.name ?? null,
      open,
      serves: routesHere(desk),
    }),
  });
  const claims = openClaims({
    database,
    connected: exchange.connected,
    isShared: exchange.isShared,
    device: journal.device,
    stamp: () => stampOf({ milliseconds: Date.parse(now()), counter: 0 }, journal.device()),
    newId,
  });
  const desk = openDesk({
    database,
    journal,
    blobs,
    claims,
    local,
    profile,
    now,
    newId,
    outbox: openOutbox({ database, now, newId }),
    folders: folderChoices(local, dataFolder, options.ownFolders),
    files: options.files,
    system: systemBehind(options.ask, options.files),
    tell: (topic) => changed([topic]),
    run: options.run,
    reader: options.reader(database, blobs),
    refusal: () => expelledProblem(devices.get(journal.device())),
  });
  const setOpen = (requests: readonly string[]): void => {
    open = requests;
  };
  const clock = openClockProof({
    now,
    steady: options.steady,
    calendar: profile.calendar,
    local,
    lastAct: () => factTable(database).newestOfDevice(journal.device())?.at,
    isShared: exchange.isShared,
    witnesses: [exchange],
  });
  const sharing = sharingOf({
    local,
    computer,
    exchange,
    devices,
    setOpen,
    clock,
    device: journal.device,
    expulsion: (who) => expulsion(factTable(database), devices, who),
  });
  return { database, desk, exchange, devices, sharing };
}
