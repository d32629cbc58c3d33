import type { Database } from '#electron/db/open.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Round } from './connection.ts';
import type { ExchangeOptions, ExchangeParts } from './exchangeParts.ts';
import { type ExchangeTables, MOST_BESIDE } from './exchangeTables.ts';
import { notListed } from './listed.ts';
import type { Listing } from './sharedLog.ts';
import { type ShareStatus, shareStatusOf, stuckBy } from './shareStatus.ts';
import { placeOf } from './toRead.ts';

/**
 * Brings the quarantine up to date with the foreign files of the listing, in one transaction: the first ones get a row, of
 * the others only the number is kept.
 */
function setForeignAside(database: Database, tables: ExchangeTables, listing: Listing, now: Instant): void {
  const foreign = listing.foreign.slice(0, MOST_BESIDE);
  const unseen = new Set(listing.unseen);
  database.transaction(() => {
    const paths = tables.asidePaths();
    const known = new Set(paths);
    const kept = new Set(foreign);
    const placed = paths.filter((path) => !kept.has(path)).map((path) => ({ path, ...placeOf(path) }));
    for (const { path, dev } of notListed(placed, listing)) if (!unseen.has(dev)) tables.release(path);
    for (const path of foreign.filter((one) => !known.has(one))) {
      tables.setAside({ path, reason: 'foreign', bytes: 0, firstSeen: now, dev: null, name: null, key: null });
    }
  })();
  tables.noteBeyond('foreign', listing.foreign.length - foreign.length);
}

/** Handles the facts that only an update of this app made readable. */
function tellLearned({ database }: ExchangeOptions, { learned, listeners }: ExchangeParts): void {
  database.transaction(() => {
    const facts = learned.facts();
    if (facts.length > 0) listeners.tell(facts);
    learned.done();
  })();
}

type Joining = Pick<ExchangeParts, 'space' | 'belongTo' | 'hasFounded'>;

/**
 * Whether the log is ready for an exchange; if not, the status tells the reason. Before this desk belongs to a register
 * nothing is written in its place, not even to try it.
 */
async function isReady(parts: Joining, round: Round): Promise<boolean> {
  const { space, belongTo, hasFounded } = parts;
  const isGiven = round.consent === 'given';
  const mayWrite = isGiven || space() !== undefined;
  const found = await (mayWrite ? round.open.open() : round.open.open('only look'));
  if (!round.isCurrent()) return false;
  const status = shareStatusOf(found, space(), (there) => isGiven || hasFounded(there));
  round.note({ status, found: found.state === 'ready' ? found.space : null });
  if (found.state !== 'ready' || !['connected', 'read-only'].includes(status.state)) return false;
  if (!space()) belongTo(found.space);
  return mayWrite || isReady(parts, round);
}

/** Takes in what the others published. */
async function takeIn({ changed, identities }: ExchangeOptions, parts: ExchangeParts, round: Round, listing: Listing) {
  const { open, attempt } = round;
  await attempt(() => parts.take.importNew(open, listing.segments));
  await attempt(() =>
    parts.heartbeats.take(open, listing.heartbeats, identities.current().dev, new Set(parts.desks())),
  );
  await attempt(async () => {
    if (await parts.fetchBlobs(open)) changed(['requests', 'drafts', 'people']);
  });
}

/**
 * Publishes what the others do not have yet, and mends what this desk published. Answers whether everything that waited was
 * published.
 */
async function giveOut(
  parts: ExchangeParts,
  round: Round,
  listing: Listing,
  status: () => ShareStatus,
): Promise<boolean> {
  const { own, heartbeats, publish, self } = parts;
  const { open, attempt } = round;
  await attempt(async () => {
    const gone = await own.repair(open, listing, heartbeats.damaged());
    if (gone > 0) round.note({ status: { ...status(), state: 'incomplete' } });
  });
  const compare = (skewMilliseconds: number | undefined): void => {
    if (skewMilliseconds !== undefined) round.note({ measured: { skewMilliseconds } });
  };
  const isPublished = await attempt(async () => compare(await publish.publishWaiting(open)));
  await attempt(async () => compare(await heartbeats.give(open, self.heartbeat())));
  await attempt(() => own.rollUp(open, listing));
  return isPublished;
}

/** Says who this desk is; under which names and keys it wrote is known from then on. */
function introduce({ identities }: ExchangeOptions, { self, tables }: ExchangeParts): void {
  for (const { dev, key } of identities.all()) tables.trust({ dev, key });
  self.introduce();
}

/**
 * The steps of a round in their order: who is there, what they wrote, what this desk has to give. None stops the others; a
 * desk of which nothing gets out says so.
 */
export async function exchangeOnce(
  options: ExchangeOptions,
  parts: ExchangeParts,
  round: Round,
  status: () => ShareStatus,
): Promise<void> {
  const { database, journal, identities, changed, now } = options;
  const { attempt, open } = round;
  if (!(await isReady(parts, round))) return;
  const listing = await open.list(parts.desks());
  if (!round.isCurrent()) return;
  await attempt(async () => setForeignAside(database, parts.tables, listing, now()));
  const isHistoryKnown = await attempt(async () => {
    if (!(await parts.own.hasForeignHistory(open, listing))) return;
    journal.become(identities.mint().dev);
    changed(['share']);
  });
  await attempt(async () => tellLearned(options, parts));
  const isIntroduced = await attempt(async () => introduce(options, parts));
  await takeIn(options, parts, round, listing);
  if (status().state === 'read-only') return round.note({ exchangedAt: now() });
  // While it is not known whether this computer is a copy, it publishes nothing.
  const isPublished = isHistoryKnown && (await giveOut(parts, round, listing, status));
  if (isIntroduced && isPublished) round.note({ exchangedAt: now() });
  else round.note({ status: stuckBy(status()) });
}
