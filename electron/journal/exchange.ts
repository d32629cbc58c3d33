import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { Database } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { isFarAhead } from '#shared/journal/clock.ts';
import { type DeviceKey, deviceFact } from '#shared/journal/devices.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { sayQuarantine } from '#shared/journal/quarantine.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { beats } from './beats.ts';
import type { Blobs } from './blobs.ts';
import type { DeviceStore } from './deviceTable.ts';
import { exchangeTables } from './exchangeTables.ts';
import { factTable } from './factTable.ts';
import type { Identities } from './identity.ts';
import { importing } from './importing.ts';
import type { Journal } from './journal.ts';
import { ownSegments } from './ownSegments.ts';
import { publishing } from './publishing.ts';
import { isOfOneFile } from './refusedFile.ts';
import type { Listing, Opened, SharedLog, Space } from './sharedLog.ts';
import { APP_ACTOR, FORMAT, type Standing, standingOf } from './standing.ts';

/** What this desk says of itself to the others. */
export interface Presence {
  readonly name: string;
  readonly app: string;
  /** Person at the desk. */
  readonly person: string | null;
  /** Requests open on its screen. */
  readonly open: readonly string[];
}

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
  /** Told every new fact of another desk, in the transaction that keeps it. */
  readonly received: (facts: readonly Fact[]) => void;
  readonly changed: (topics: readonly string[]) => void;
}

/** The exchange of facts between this desk and the others, over one shared log at a time. */
export interface Exchange {
  /** From now on facts travel over this log; `undefined` = this desk works alone. What ran before is given up. */
  readonly use: (log: SharedLog | undefined, configured: string | null) => void;
  /**
   * One exchange, in and out. What the shared place does is told by `state`; rejects only for a bug, when everything that
   * could be done without it is done.
   */
  readonly round: () => Promise<void>;
  /** Founds a register where there is none, or puts back the marker of this desk's own; `false` when another desk was quicker, or the place is not ready for it. */
  readonly found: () => Promise<boolean>;
  readonly state: () => ShareState;
  /** The log when it answered at the last round, for claims. */
  readonly connected: () => SharedLog | undefined;
  /** Whether this desk shares its register at all. */
  readonly isShared: () => boolean;
}

const SPACE = 'space';
const spaceSchema = z.object({
  id: z.string(),
  format: z.int(),
  founder: z.object({ dev: z.string(), key: z.string() }),
});
/** `2026-03-02T08:00` of a moment: screens show no seconds. */
const MINUTE_LENGTH = 16;
/** Blobs fetched in one round. */
const BLOBS_A_ROUND = 50;

export function openExchange(options: ExchangeOptions): Exchange {
  const { database, journal, identities, devices, local, blobs, blobsOf, presence, now } = options;
  const facts = factTable(database);
  const tables = exchangeTables(database);
  const signs = beats(now);
  const publish = publishing({ database, facts, tables, identities, blobs, blobsOf, now });
  const own = ownSegments({ facts, tables, identities, publishing: publish, now });
  const space = (): Space | undefined => local.get(SPACE, spaceSchema);
  const isTrusted = (desk: DeviceKey): boolean => {
    const founder = space()?.founder;
    const isFounder = founder?.dev === desk.dev && founder.key === desk.key;
    return isFounder || tables.isTrusted(desk) || devices.isAccepted(desk);
  };
  let unknownKinds = facts.countOfOtherTypes(options.knownTypes);
  const received = (added: readonly Fact[]): void => {
    unknownKinds += added.filter(({ type }) => !options.knownTypes.has(type)).length;
    options.received(added);
  };
  const take = importing({ journal, facts, tables, blobs, blobsOf, isTrusted, received, now });

  let log: SharedLog | undefined;
  let configured: string | null = null;
  let standing: Standing = { state: 'alone', place: null, problem: null, isWeak: false };
  let exchangedAt: Instant | null = null;
  let skewMilliseconds: number | null = null;
  let running: Promise<void> = Promise.resolve();
  /** What this round met that is no problem of the place. */
  let bugs: unknown[] = [];
  let told = '';
  /** Where the next round goes on asking for blobs: some never come, and must not keep the others waiting. */
  let lastBlob = '';

  /** Says who this desk is, the first time and when its name or its app changed. */
  const introduce = (): void => {
    const { name, app } = presence();
    const identity = identities.current();
    const known = devices.get(identity.dev);
    if (known?.joinedAt && known.name === name && known.app === app) return;
    const continues = identities.continuation(identity)?.dev;
    const joined = deviceFact('device.joined', `device/${identity.dev}`, {
      name,
      app,
      ...(continues === undefined ? {} : { continues }),
    });
    journal.append([joined], { actor: APP_ACTOR });
  };

  /** The log ready for an exchange, or `undefined` with the reason in `standing`. */
  const ready = async (open: SharedLog): Promise<boolean> => {
    const found: Opened = await open.open();
    if (open !== log) return false;
    standing = standingOf(found, space());
    if (found.state !== 'ready' || !['connected', 'read-only'].includes(standing.state)) return false;
    if (!space()) local.set(SPACE, found.space);
    return true;
  };

  /** A blob of another desk; `undefined` when it is not there, or cannot be read now or ever. */
  const blobOf = async (open: SharedLog, dev: string, hash: string): Promise<Uint8Array | undefined> => {
    try {
      return await open.getBlob(dev, hash);
    } catch (cause) {
      if (!isOfOneFile(cause)) throw cause;
      return undefined;
    }
  };

  const fetchBlobs = async (open: SharedLog): Promise<void> => {
    let arrived = false;
    const wanted = tables.wantedBlobs(lastBlob, BLOBS_A_ROUND);
    lastBlob = wanted.length < BLOBS_A_ROUND ? '' : (wanted.at(-1)?.hash ?? '');
    for (const { hash, dev } of wanted) {
      const bytes = await blobOf(open, dev, hash);
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) continue;
      blobs.put(bytes);
      tables.dropBlob(hash, 'wanted');
      arrived = true;
    }
    if (arrived) options.changed(['requests', 'drafts']);
  };

  const giveSign = async (open: SharedLog): Promise<void> => {
    const damaged = tables
      .quarantine()
      .filter(({ reason }) => reason === 'torn')
      .map(({ path }) => path.slice('j/'.length));
    const { name, app, person, open: requests } = presence();
    const beat = { dev: identities.current().dev, name, app, person, open: [...requests], damaged };
    await signs.give(open, beat);
  };

  const setForeignAside = ({ foreign, segments }: Listing): void => {
    const present = new Set([...foreign, ...segments.map(({ dev, name }) => `j/${dev}/${name}`)]);
    for (const { path } of tables.quarantine()) if (!present.has(path)) tables.release(path);
    const known = new Set(tables.quarantine().map(({ path }) => path));
    for (const path of foreign.filter((one) => !known.has(one))) {
      tables.setAside({ path, reason: 'foreign', bytes: 0, firstSeen: now(), dev: null, name: null, key: null });
    }
  };

  /**
   * A step whose failure stops none of the others (G4): the first problem is told, a bug waits for the end of the round.
   * Whether it went through; never once another log took the place of this one.
   */
  const attempt = async (open: SharedLog, step: () => Promise<void>): Promise<boolean> => {
    if (open !== log) return false;
    try {
      await step();
      return open === log;
    } catch (cause) {
      const problem = problemOfStorage(cause);
      if (!problem) bugs.push(cause);
      else if (open === log) standing = { ...standing, problem: standing.problem ?? problem };
      return false;
    }
  };

  const exchangeWith = async (open: SharedLog): Promise<void> => {
    if (!(await ready(open))) return;
    const listing = await open.list();
    if (open !== log) return;
    setForeignAside(listing);
    const isHistoryKnown = await attempt(open, async () => {
      if (!(await own.hasForeignHistory(open, listing))) return;
      journal.become(identities.mint().dev);
      options.changed(['share']);
    });
    introduce();
    for (const { dev, key } of identities.all()) tables.trust({ dev, key });
    await attempt(open, () => take.importNew(open, listing.segments));
    await attempt(open, () => signs.take(open, listing.beats, identities.current().dev));
    await attempt(open, () => fetchBlobs(open));
    // While it is not known whether this computer is a copy, it publishes nothing.
    if (standing.state !== 'read-only' && isHistoryKnown) {
      await attempt(open, async () => {
        const gone = await own.repair(open, listing, signs.damaged());
        if (gone > 0 && open === log) standing = { ...standing, state: 'incomplete' };
      });
      await attempt(open, async () => {
        const skew = await publish.publishWaiting(open);
        if (open === log) skewMilliseconds = skew ?? skewMilliseconds;
      });
      await attempt(open, () => giveSign(open));
      await attempt(open, () => own.rollUp(open, listing));
    }
    if (open === log) exchangedAt = now();
  };

  const round = async (): Promise<void> => {
    const open = log;
    if (!open) return;
    bugs = [];
    try {
      await exchangeWith(open);
    } catch (cause) {
      const problem = problemOfStorage(cause);
      if (!problem) bugs.push(cause);
      else if (open === log) standing = { ...standing, state: 'away', problem };
    }
    const { exchangedAt: at, ...rest } = state();
    const said = JSON.stringify([rest, at?.slice(0, MINUTE_LENGTH)]);
    if (said !== told) options.changed(['share']);
    told = said;
    if (bugs.length > 0) throw bugs[0];
  };

  const isEnrolled = (): boolean => {
    const founder = space()?.founder;
    return identities
      .all()
      .some(({ dev, key }) => (founder?.dev === dev && founder.key === key) || devices.isAccepted({ dev, key }));
  };

  function state(): ShareState {
    const { dev: thisDev } = identities.current();
    const { person } = presence();
    const wall = Date.parse(now());
    return {
      ...standing,
      configured,
      exchangedAt,
      waiting: log ? facts.countUnpublished() : 0,
      skewMilliseconds,
      isEnrolled: isEnrolled(),
      desks: devices.all().map((device) => {
        const beat = signs.of(device.id);
        const isThis = device.id === thisDev;
        return {
          dev: device.id,
          name: device.name,
          isThis,
          app: device.app,
          person: isThis ? person : (beat?.person ?? null),
          seenAt: isThis ? exchangedAt : (beat?.seenAt ?? null),
          isThere: isThis || signs.isThere(device.id),
          open: isThis ? [] : [...(signs.isThere(device.id) ? (beat?.open ?? []) : [])],
          clockAhead: !isThis && isFarAhead(facts.newestOfDevice(device.id)?.hlc ?? '', wall),
          acceptedBy: device.accepted?.by ?? null,
          acceptedAt: device.accepted?.at ?? null,
        };
      }),
      quarantine: tables.quarantine().map((file) => ({ ...file, ...sayQuarantine(file.reason) })),
      gaps: tables.gaps().map((gap) => ({ ...gap })),
      forks: tables.forks().map((fork) => ({ ...fork })),
      unknownKinds,
    };
  }

  return {
    use: (next, path) => {
      log?.close();
      log = next;
      configured = path;
      exchangedAt = null;
      skewMilliseconds = null;
      standing = { state: next ? 'connecting' : 'alone', place: null, problem: null, isWeak: false };
      options.changed(['share']);
    },
    round: () => {
      const thisRound = running.then(round);
      running = thisRound.catch(() => undefined);
      return thisRound;
    },
    found: async () => {
      if (!log || standing.state !== 'unfounded') return false;
      const { dev, key } = identities.current();
      return log.found(space() ?? { id: options.newId(), format: FORMAT, founder: { dev, key } });
    },
    state,
    connected: () => (['connected', 'incomplete'].includes(standing.state) ? log : undefined),
    isShared: () => log !== undefined,
  };
}
