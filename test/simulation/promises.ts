/** What must be true of a town once everything has settled: the guarantees of the shared journal. */
import { createHash } from 'node:crypto';
import type { Fact } from '#shared/journal/fact.ts';
import type { MemoryDrive } from '../helpers/memoryShare.ts';
import type { Computer } from './computer.ts';
import { REQUESTS } from './town.ts';
import type { World } from './world.ts';

/** A promise that was not kept, in words. */
class Broken extends Error {
  override readonly name = 'Broken';
}

const promise = (isKept: boolean, words: string, detail: unknown = ''): void => {
  if (!isKept) throw new Broken(`${words} ${typeof detail === 'string' ? detail : JSON.stringify(detail)}`);
};

const rows = ({ desk }: Computer, sql: string): readonly unknown[] => desk.database.prepare(sql).all();
const factsOf = (computer: Computer): readonly string[] =>
  (rows(computer, 'SELECT h FROM fact ORDER BY h') as { h: string }[]).map(({ h }) => h);
const TABLES = ['request', 'entry', 'job', 'device'];
const digestOf = (computer: Computer, table: string): string =>
  createHash('sha256')
    .update(JSON.stringify(rows(computer, `SELECT * FROM ${table} ORDER BY id`)))
    .digest('hex');

/** G1, G2: nothing acknowledged is lost, and all desks show the same. */
function sameEverywhere({ computers, acknowledged }: World): void {
  const [first, ...others] = computers;
  if (!first) return;
  const all = factsOf(first);
  for (const other of others) {
    const theirs = factsOf(other);
    const apart = [...all.filter((hash) => !theirs.includes(hash)), ...theirs.filter((hash) => !all.includes(hash))];
    promise(apart.length === 0, 'G2: two desks hold different facts', [
      first.name,
      all.length,
      other.name,
      theirs.length,
    ]);
    for (const table of TABLES) {
      promise(digestOf(other, table) === digestOf(first, table), 'G2: two desks show different', [table, other.name]);
    }
  }
  const known = new Set(all);
  const lost = [...acknowledged].filter((hash) => !known.has(hash));
  promise(lost.length === 0, 'G1: acknowledged and lost', lost);
  for (const { name, desk } of computers) {
    const { waiting, gaps, state, problem } = desk.exchange.state();
    promise(waiting === 0, 'G1: facts still wait', [name, waiting]);
    promise(gaps.length === 0, 'G1: a gap stays open', [name, gaps]);
    promise(state === 'connected', 'the exchange did not recover', [name, state, problem]);
  }
}

/** A death left half a claim: it is burnt, and a person goes on. */
function isTorn(drive: MemoryDrive, path: string): boolean {
  try {
    JSON.parse(Buffer.from(drive.get(path) ?? '{}').toString('utf8'));
    return false;
  } catch {
    return true;
  }
}

/** G3: numbers and charges and sendings are given once; on a drive that lets two win, it is put right and said. */
function givenOnce({ computers, isForked, isForgetful, drive }: World): void {
  const isStrict = drive.exclusive === 'strict' && !isForgetful;
  for (const { name, desk } of computers) {
    promise(desk.numbering.collisions().length === 0, 'G3: one number for two rows', [
      name,
      desk.numbering.collisions(),
    ]);
    const entries = desk.register.between(null, null);
    for (const { id, number, deviations } of entries) {
      promise(number !== null, 'G3: a row without a number', [name, id]);
      const facts = desk.desk.journal.factsOf(`entry/${id}`);
      const given = new Set(
        facts.filter(({ type }) => type === 'entry.numbered').map(({ body }) => (body as { number: number }).number),
      );
      const changed = facts.filter(({ type }) => type === 'entry.renumbered').length;
      if (isStrict && !isForked)
        promise(given.size === 1 && changed === 0, 'G3: an entry with two numbers', [id, ...given]);
      if (changed > 0) promise(deviations.length >= changed, 'G3: a number changed in silence', id);
    }
    for (const id of REQUESTS) {
      const won = (desk.requests.get(id)?.charges ?? []).filter(({ claimed }) => claimed).map(({ round }) => round);
      if (isStrict) promise(new Set(won).size === won.length, 'two desks keep one round of a charge', [name, id, won]);
    }
  }
  for (const { name, desk } of isStrict && !isForked ? computers : []) {
    for (const { id, rounds } of desk.queue.inState('queued', 'deferred', 'delivering')) {
      promise(isTorn(drive, `q/invio/${id}-${rounds}.json`), 'a sending that everybody could do waits', [name, id]);
    }
  }
  const sent = computers.flatMap(({ spool }) => spool);
  const once = new Set(sent);
  if (isStrict && !isForked) promise(once.size === sent.length, 'a round of a job was handed over twice', sent);
}

/** G4: what is damaged or strange is named, with words, and nothing else is set aside. */
function named({ computers, planted }: World): void {
  for (const { name, desk } of computers) {
    const aside = desk.exchange.state().quarantine;
    const paths = new Set(aside.map(({ path }) => path));
    for (const path of planted) promise(paths.has(path), 'G4: nobody says that this file is strange', [name, path]);
    for (const { path, reason } of aside) promise(planted.has(path), 'G4: still set aside', [name, path, reason]);
  }
}

/** G6, G9: who had seen a value and replaced it is believed; who had not is shown beside the other. */
function rightValues({ computers, replaced, isForked }: World): void {
  for (const { name, desk } of computers) {
    for (const id of REQUESTS) {
      const set = desk.desk.journal.factsOf(`request/${id}`).filter(({ type }) => type === 'request.dataSet');
      const winner = set.at(-1);
      if (!winner) continue;
      promise(!replaced.has(winner.h), 'G6: a value that somebody had seen and replaced won', [name, id]);
      const request = desk.requests.get(id);
      const { office } = winner.body as { office: string };
      promise(request?.data.office === office, 'G6: the newest value does not show', [name, id]);
      const heads = set.filter(({ h }) => !replaced.has(h));
      const shown = new Set(request?.conflicts.flatMap(({ options }) => options.map(({ fact }) => fact)));
      // Two copies of one computer, before either knew of the other, are one author to the others: the fork is told instead.
      const isCopy = ({ dev }: Fact): boolean => isForked && heads.filter((head) => head.dev === dev).length > 1;
      const hidden = heads.length > 1 ? heads.filter((head) => !shown.has(head.h) && !isCopy(head)) : [];
      promise(hidden.length === 0, 'G9: of two edits at once one is not shown', [name, id, hidden.length]);
    }
  }
}

/** Throws `Broken` when a promise was not kept. */
export function checkPromises(world: World): void {
  promise(world.trespasses.length === 0, 'G5: a desk touched what is not its own', world.trespasses);
  sameEverywhere(world);
  givenOnce(world);
  named(world);
  rightValues(world);
}
