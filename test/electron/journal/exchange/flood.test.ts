/** Very many files in the shared folder, whoever put them there: what a round does is bounded, and the rest arrives. */
import { describe, expect, it } from 'vitest';
import { MOST_BESIDE } from '#electron/journal/exchange/exchangeTables.ts';
import { openHeartbeats, STRANGERS_READ_A_ROUND } from '#electron/journal/exchange/heartbeats.ts';
import { LOOKS_A_ROUND } from '#electron/journal/exchange/ownSegments.ts';
import type { Listing, SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import { UNKNOWN_BYTES } from '#electron/journal/exchange/toRead.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { segmentName } from '#shared/journal/segment.ts';
import { testClock } from '../../../helpers/desk.ts';
import { absences, acceptWaiting, setAside, settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf, pen } from '../../../helpers/facts.ts';
import type { SharedDesk } from '../../../helpers/sharedDesk.ts';
import { forge, stranger } from '../../../helpers/stranger.ts';

const VERY_MANY = 100_000;
const ROUNDS = 4;
const hex = (index: number): string => index.toString(16).padStart(32, '0');

/** The log of a desk, with what a listing shows changed and every read of a segment counted. */
function watched(desk: SharedDesk, more: (listing: Listing) => Partial<Listing> = () => ({})) {
  const log = desk.client.log();
  const reads = new Map<string, number>();
  const counted: SharedLog = {
    ...log,
    list: async (desks) => {
      const listing = await log.list(desks);
      return { ...listing, ...more(listing) };
    },
    read: async (ref) => {
      reads.set(`j/${ref.dev}/${ref.name}`, (reads.get(`j/${ref.dev}/${ref.name}`) ?? 0) + 1);
      return log.read(ref);
    },
  };
  desk.exchange.use(counted, '/memoria');
  return { reads, total: () => [...reads.values()].reduce((sum, count) => sum + count, 0) };
}

describe('very many names that are not of the register', () => {
  it('are told by their number, the first of them by name, and never fill the answer to a screen', async () => {
    const { one, two } = await sharedTown();
    const foreign = Array.from({ length: VERY_MANY }, (_, index) => `j/estraneo ${index}.txt`);
    watched(two, () => ({ foreign }));
    one.write(absenceOf('a1'));
    await settle(one, two);
    const state = two.exchange.state();
    expect(state.quarantine).toHaveLength(MOST_BESIDE);
    expect(state.asideCounts).toEqual({ foreign: VERY_MANY });
    expect(JSON.stringify(state).length).toBeLessThan(200_000);
    expect(two.database.prepare<[], { n: number }>('SELECT count(*) AS n FROM quarantine').get()?.n).toBe(MOST_BESIDE);
    expect(absences(two)).toEqual(['a1 2026-03-05']);
    watched(two);
    await two.meet();
    expect(two.exchange.state()).toMatchObject({ quarantine: [], asideCounts: {} });
  });

  it('do not hide who asks to be let in', async () => {
    const { drive, two } = await sharedTown();
    for (let index = 0; index < 2 * MOST_BESIDE; index++) drive.put(`a estraneo ${index}`, 'x');
    const newcomer = stranger();
    const joined = deviceFact('device.joined', `device/${newcomer.dev}`, { name: 'Sportello 9', app: '0.1.0' });
    forge(drive, newcomer.dev, pen(newcomer.dev).write('app', joined), newcomer);
    await two.meet();
    expect(two.exchange.state().quarantine[0]).toMatchObject({ dev: newcomer.dev, name: 'Sportello 9' });
  });
});

describe('a desk that nobody let in', () => {
  it('has one file read, once, whatever it leaves there; at acceptance everything enters', async () => {
    const { drive, one, two } = await sharedTown();
    const newcomer = stranger();
    const written = pen(newcomer.dev);
    const joined = deviceFact('device.joined', `device/${newcomer.dev}`, { name: 'Sportello 9', app: '0.1.0' });
    const paths = [joined, ...Array.from({ length: 9 }, (_, index) => absenceOf(`n${index}`))].map((fact) =>
      forge(drive, newcomer.dev, written.write('marta', fact), newcomer),
    );
    const { reads } = watched(two);
    for (let round = 0; round < ROUNDS; round++) await two.meet();
    expect([...reads]).toEqual([[paths[0], 1]]);
    expect(Object.keys(setAside(two)).sort()).toEqual([...paths].sort());
    expect(two.exchange.state().quarantine[0]).toMatchObject({ name: 'Sportello 9', key: newcomer.key });
    acceptWaiting(two);
    await settle(two, one);
    expect(absences(two)).toHaveLength(9);
    expect(setAside(two)).toEqual({});
  });

  it('does not get its enormous files opened', async () => {
    const { drive, two } = await sharedTown();
    const dev = 'sconosciuta1';
    const big = new Uint8Array(UNKNOWN_BYTES + 1);
    const names = [1, 2].map((first) => segmentName({ first, last: first, hash: hex(first) }));
    for (const name of names) drive.put(`j/${dev}/${name}`, big);
    const { total } = watched(two);
    for (let round = 0; round < ROUNDS; round++) await two.meet();
    expect(total()).toBe(0);
    expect(setAside(two)).toEqual(Object.fromEntries(names.map((name) => [`j/${dev}/${name}`, 'unknown-desk'])));
  });
});

describe('very many false files under the name of a desk', () => {
  const falseSegments = (dev: string) =>
    Array.from({ length: VERY_MANY }, (_, index) => ({
      dev,
      name: segmentName({ first: index + 500, last: index + 500, hash: hex(index) }),
      bytes: 10,
      writtenAt: 1,
    }));

  const withoutFalse = (segments: Listing['segments']): Listing['segments'] =>
    segments.filter(({ name }) => name < '000000500');

  it('of the register are read some in each round, none twice for nothing, and what it wrote arrives first', async () => {
    const { drive, one, two } = await sharedTown();
    const planted = falseSegments(one.desk.journal.device());
    const { reads, total } = watched(two, ({ segments }) => ({ segments: [...planted, ...withoutFalse(segments)] }));
    const forger = stranger();
    const [fact] = pen(one.desk.journal.device()).write('x', absenceOf('x'));
    const signed = forge(drive, 'temporanea', fact ? [fact] : [], forger);
    const bytes = drive.get(signed) ?? new Uint8Array();
    for (const { dev, name } of planted.slice(0, 1_000)) drive.put(`j/${dev}/${name}`, bytes);
    one.write(absenceOf('a1'));
    await one.meet();
    await two.meet();
    expect(absences(two)).toEqual(['a1 2026-03-05']);
    expect(total()).toBeLessThan(150);
    for (let round = 1; round < ROUNDS; round++) await two.meet();
    expect(total()).toBeLessThan(ROUNDS * 150);
    expect(Math.max(...reads.values())).toBeLessThanOrEqual(ROUNDS);
    expect(two.exchange.state()).toMatchObject({ state: 'connected', problem: null });
    expect(two.exchange.state().quarantine.length).toBeLessThanOrEqual(MOST_BESIDE);
  });

  it('of this computer do not keep it from publishing, and are read some in each round', async () => {
    const { drive, one, two } = await sharedTown();
    const planted = falseSegments(two.desk.journal.device());
    for (const { dev, name } of planted.slice(0, 1_000)) drive.put(`j/${dev}/${name}`, 'x');
    const { total } = watched(two, ({ segments }) => ({ segments: [...planted, ...withoutFalse(segments)] }));
    two.write(absenceOf('a2'));
    await two.meet();
    expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
    // Once to see whether this computer was copied, once to see whether they are to be taken in.
    expect(total()).toBeLessThan(LOOKS_A_ROUND + 150);
    await one.meet();
    expect(absences(one)).toEqual(['a2 2026-03-05']);
  });
});

it('very many false heartbeats are read some in each round, in turn, and hide no desk of the register', async () => {
  const clock = testClock();
  const beats = openHeartbeats(clock.now);
  const asked: string[] = [];
  const log = {
    readHeartbeat: async (file: string) => {
      asked.push(file);
      const dev = file.slice(0, file.lastIndexOf('-'));
      return JSON.stringify({ dev, name: 'Sindaco', person: null, app: '1', open: [], damaged: [], at: clock.now() });
    },
  } as unknown as SharedLog;
  const files = Array.from({ length: VERY_MANY }, (_, index) => `falsa${String(index).padStart(6, '0')}-1`);
  await beats.take(log, [...files, 'zz01-1'], 'mia', new Set(['zz01']));
  expect(beats.isThere('zz01')).toBe(true);
  expect(asked).toHaveLength(STRANGERS_READ_A_ROUND + 1);
  for (let round = 1; round < 12; round++) await beats.take(log, [...files, 'zz01-1'], 'mia', new Set(['zz01']));
  expect(asked).toHaveLength(12 * STRANGERS_READ_A_ROUND + 1);
  expect(new Set(asked).size).toBe(asked.length);
  expect(beats.of('zz01')).toBeDefined();
  // The oldest of the others are forgotten.
  expect(beats.of('falsa000000')).toBeUndefined();
});
