import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { draftFacts } from '#shared/drafts/facts.ts';
import { blobsIn } from '#shared/journal/blobFields.ts';
import { stampOf } from '#shared/journal/clock.ts';
import { deviceFacts } from '#shared/journal/devices.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import type { Profile } from '#shared/people/profile.ts';
import { queueFacts } from '#shared/queue/facts.ts';
import { stopFacts } from '#shared/queue/stop.ts';
import { registerFacts } from '#shared/register/facts.ts';
import { reportBlobs, reportFacts } from '#shared/report/facts.ts';
import { requestBlobs, requestFacts } from '#shared/requests/facts.ts';
import { letterFacts } from '#shared/requests/letterFacts.ts';
import { mailboxFacts } from '#shared/requests/mailboxChecks.ts';
import type { Computer } from './db/computer.ts';
import { localValues } from './db/localValues.ts';
import type { Database } from './db/open.ts';
import { openBlobs } from './journal/blobs.ts';
import { type Claims, openClaims } from './journal/claims.ts';
import { type DeviceStore, deviceProjections, deviceStore } from './journal/deviceTable.ts';
import { type Exchange, openExchange } from './journal/exchange.ts';
import { openIdentities, type RandomBytes } from './journal/identity.ts';
import { openJournal } from './journal/journal.ts';
import type { Projection } from './journal/projection.ts';
import { type EffectProgram, openOutbox } from './outbox/outbox.ts';
import { type Desk, openDesk } from './people/desk.ts';

/** What the desk's own ground needs of the computer it stands on. */
export interface FoundationOptions {
  readonly database: Database;
  readonly dataFolder: string;
  readonly profile: Profile;
  readonly projections: readonly Projection[];
  readonly programs: Readonly<Record<string, EffectProgram>>;
  readonly computer: Computer;
  readonly now: () => Instant;
  readonly changed: (topics: readonly string[]) => void;
  /** Told every new fact of another desk. */
  readonly received: (facts: readonly Fact[]) => void;
  /** Where names and keys come from, when not from the system: a simulation repeats itself. */
  readonly randomBytes?: RandomBytes;
}

/** What all words stand on: the desk, and the exchange with the other desks. */
export interface Foundation {
  readonly desk: Desk;
  readonly exchange: Exchange;
  readonly devices: DeviceStore;
  /** Requests open on this desk's screen, shown to the others. */
  readonly setOpen: (requests: readonly string[]) => void;
}

const DESK_NAME = 'desk-name';
const BLOB_FIELDS = { ...requestBlobs, ...reportBlobs };
const KNOWN_TYPES: ReadonlySet<string> = new Set(
  [
    deviceFacts,
    peopleFacts,
    registerFacts,
    requestFacts,
    letterFacts,
    mailboxFacts,
    draftFacts,
    queueFacts,
    stopFacts,
    reportFacts,
  ].flatMap((facts) => Object.keys(facts)),
);

/** The name this desk has for the others: the one it was given, else that of the computer. */
export function deskName(local: Desk['local'], { name }: Computer): string {
  return local.get(DESK_NAME, z.string().min(1)) ?? name;
}

/** Gives the desk another name for the others. */
export function setDeskName(local: Desk['local'], name: string): void {
  local.set(DESK_NAME, name);
}

/** Puts together the ground of one desk on an open database. */
export function layFoundation(options: FoundationOptions): Foundation {
  const { database, profile, now, changed, computer } = options;
  const random = options.randomBytes ?? randomBytes;
  const newId = (): string => random(8).toString('hex');
  const local = localValues(database);
  const identities = openIdentities(local, computer.machine, random);
  const journal = openJournal({
    database,
    device: identities.current().dev,
    projections: [...deviceProjections, ...options.projections],
    now,
    changed,
  });
  const blobs = openBlobs(join(options.dataFolder, 'allegati'));
  const outbox = openOutbox({ database, programs: options.programs, now });
  const devices = deviceStore(database);
  let open: readonly string[] = [];
  const exchange = openExchange({
    ...{ database, journal, identities, devices, local, blobs, now, newId, changed },
    blobsOf: (fact) => blobsIn(BLOB_FIELDS, fact),
    knownTypes: KNOWN_TYPES,
    presence: () => ({
      name: deskName(local, computer),
      app: computer.appVersion,
      person: desk.person()?.name ?? null,
      open,
    }),
    received: options.received,
  });
  const claims: Claims = openClaims({
    database,
    connected: exchange.connected,
    isShared: exchange.isShared,
    device: journal.device,
    stamp: () => stampOf({ milliseconds: Date.parse(now()), counter: 0 }, journal.device()),
    newId,
  });
  const desk = openDesk({ database, journal, outbox, blobs, claims, local, profile, now, newId });
  return {
    desk,
    exchange,
    devices,
    setOpen: (requests) => {
      open = requests;
    },
  };
}
