import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { Database } from '#electron/db/open.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import { SPACE } from '#electron/journal/counting.ts';
import { factTable } from '#electron/journal/factTable.ts';
import type { Journal } from '#electron/journal/journal.ts';
import { learning } from '#electron/journal/learning.ts';
import { shareView } from '#electron/journal/shareView.ts';
import type { DeviceKey } from '#shared/journal/devices.ts';
import { type Fact, isAhead } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { DeviceStore } from './deviceTable.ts';
import { exchangeTables } from './exchangeTables.ts';
import { fetchingBlobs } from './fetchingBlobs.ts';
import { openHeartbeats } from './heartbeats.ts';
import type { Identities } from './identity.ts';
import { importing } from './importing.ts';
import { introducing, type Presence } from './introducing.ts';
import { ownSegments } from './ownSegments.ts';
import { publishing } from './publishing.ts';
import type { Space } from './sharedLog.ts';

export interface ExchangeOptions {
  readonly database: Database;
  readonly journal: Journal;
  readonly identities: Identities;
  readonly devices: DeviceStore;
  readonly local: LocalValues;
  readonly blobs: Blobs;
  readonly blobsOf: (fact: Fact) => readonly string[];
  /** Types of fact this app knows. */
  readonly knownTypes: ReadonlySet<string>;
  readonly presence: () => Presence;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly changed: (topics: readonly string[]) => void;
}

const spaceSchema = z.object({
  id: z.string(),
  format: z.int(),
  founder: z.object({ dev: z.string(), key: z.string() }),
});
/** Who is told the new facts of other desks. */
function tellers() {
  const listeners: ((facts: readonly Fact[]) => void)[] = [];
  return {
    add: (listener: (facts: readonly Fact[]) => void): void => {
      listeners.push(listener);
    },
    tell: (facts: readonly Fact[]): void => {
      for (const listener of listeners) listener(facts);
    },
  };
}

/** Wires the parts of the exchange together. */
export function exchangeParts(options: ExchangeOptions) {
  const { database, journal, identities, devices, local, blobs, blobsOf, now } = options;
  const facts = factTable(database);
  const tables = exchangeTables(database);
  const publish = publishing({ database, facts, tables, identities, blobs, blobsOf, now });
  const own = ownSegments({ facts, tables, identities, publishing: publish, now });
  const space = (): Space | undefined => local.get(SPACE, spaceSchema);
  const isAdmitted = (desk: DeviceKey): boolean => {
    const founder = space()?.founder;
    return (founder?.dev === desk.dev && founder.key === desk.key) || devices.isAccepted(desk);
  };
  /** Under a name of this computer only its own key counts, whoever accepted another. */
  const isTrusted = (desk: DeviceKey): boolean => {
    const own = identities.of(desk.dev);
    return own ? own.key === desk.key : tables.isTrusted(desk) || isAdmitted(desk);
  };
  const isKnown = (dev: string): boolean =>
    tables.isTrustedDesk(dev) || space()?.founder.dev === dev || Boolean(devices.get(dev)?.accepted);
  const heartbeats = openHeartbeats(now);
  const listeners = tellers();
  let unknownKinds = facts.countOfOtherTypes(options.knownTypes);
  const received = (added: readonly Fact[]): void => {
    unknownKinds += added.filter((fact) => isAhead(fact) || !options.knownTypes.has(fact.type)).length;
    listeners.tell(added.filter((fact) => !isAhead(fact)));
  };
  const take = importing({ journal, facts, tables, blobs, blobsOf, isTrusted, isKnown, received, now });
  const person = () => options.presence().person;
  const serves = () => options.presence().serves;
  return {
    tables,
    heartbeats,
    publish,
    own,
    /** The desks whose files are looked at each time: those of this register. */
    desks: (): readonly string[] => {
      const founder = space()?.founder.dev;
      return [...new Set([...(founder === undefined ? [] : [founder]), ...tables.trustedDesks(), ...devices.ids()])];
    },
    /** The register this desk belongs to; `undefined` until it found one. */
    space,
    /** Whether this computer founded that register itself: then nobody is asked. */
    hasFounded: ({ founder }: Space): boolean => identities.of(founder.dev)?.key === founder.key,
    belongTo: (found: Space): void => local.set(SPACE, found),
    take,
    listeners,
    unknownKinds: () => unknownKinds,
    view: shareView({ facts, tables, identities, devices, heartbeats, isAdmitted, person, serves, now, space }),
    learned: learning(database),
    fetchBlobs: fetchingBlobs(tables, blobs),
    self: introducing({ journal, tables, identities, devices, presence: options.presence }),
  };
}
export type ExchangeParts = ReturnType<typeof exchangeParts>;
