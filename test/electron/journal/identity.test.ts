/** Who a computer is: copied disks and restored databases are noticed, and nothing is lost (G7). */

import { randomBytes } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { isContinuation, isSigned, openIdentities } from '#electron/journal/identity.ts';
import { absences, settle, sharedTown } from '../../helpers/driveTown.ts';
import { absenceOf } from '../../helpers/facts.ts';
import { openSharedDesk, type SharedDesk } from '../../helpers/sharedDesk.ts';

const copyOf = ({ database }: SharedDesk) => new Sqlite(database.serialize());

describe('a disk copied', () => {
  it('to a second computer writes under a new name from the first moment, proved to continue the old one', async () => {
    const { drive, one, two } = await sharedTown();
    const copy = openSharedDesk({ drive, name: 'pc9', machine: 'pc9', database: copyOf(two) });
    copy.write(absenceOf('b1'));
    two.write(absenceOf('a1'));
    await settle(copy, two, one);
    expect(copy.desk.journal.device()).not.toBe(two.desk.journal.device());
    for (const desk of [one, two, copy]) {
      expect(absences(desk)).toEqual(['a1 2026-03-05', 'b1 2026-03-05']);
      expect(desk.exchange.state()).toMatchObject({ forks: [], quarantine: [], isEnrolled: true });
    }
    const known = one.exchange.state().desks.find(({ dev }) => dev === copy.desk.journal.device());
    expect(known?.name).toBe('pc9');
  });

  it('on the same machine is noticed when the two histories meet: both are kept, the fork is told', async () => {
    const { drive, one, two } = await sharedTown();
    const copy = openSharedDesk({ drive, name: 'copia', machine: 'pc2', database: copyOf(two) });
    const former = two.desk.journal.device();
    copy.write(absenceOf('b1'));
    two.write(absenceOf('a1'));
    await settle(copy, two, one);
    expect(new Set([two, copy].map(({ desk }) => desk.journal.device())).size).toBe(2);
    for (const desk of [one, two, copy]) {
      expect(absences(desk)).toEqual(['a1 2026-03-05', 'b1 2026-03-05']);
      expect(desk.exchange.state()).toMatchObject({ forks: [{ dev: former }], gaps: [] });
    }
    copy.write(absenceOf('b2'));
    two.write(absenceOf('a2'));
    await settle(copy, two, one);
    expect(absences(one)).toHaveLength(4);
  });
});

it('a database put back from a copy gets its later acts back from the others, and writes on under a new name', async () => {
  const { drive, one, two } = await sharedTown();
  const yesterday = copyOf(two);
  two.write(absenceOf('a1'));
  await settle(two, one);
  const restored = openSharedDesk({ drive, name: 'pc2', database: yesterday, client: two.client });
  restored.write(absenceOf('a2'));
  await settle(restored, one);
  expect(restored.desk.journal.device()).not.toBe(two.desk.journal.device());
  for (const desk of [one, restored]) expect(absences(desk)).toEqual(['a1 2026-03-05', 'a2 2026-03-05']);
  expect(one.exchange.state()).toMatchObject({ gaps: [], quarantine: [] });
});

it('keys: what one signed nobody else did, and nonsense is no signature', () => {
  const open = (machine: string, local = localValues(openMemory(migrations))) =>
    openIdentities(local, machine, randomBytes);
  const local = localValues(openMemory(migrations));
  const first = open('a', local).current();
  const moved = open('b', local);
  const [bytes, others] = [Buffer.from('testo'), open('c').current()];
  expect(isSigned(first.key, bytes, first.sign(bytes))).toBe(true);
  expect(isSigned(others.key, bytes, first.sign(bytes))).toBe(false);
  expect(isSigned(first.key, Buffer.from('testi'), first.sign(bytes))).toBe(false);
  for (const nonsense of ['', 'x', '='.repeat(86)]) expect(isSigned(nonsense, bytes, nonsense)).toBe(false);
  const proof = moved.continuation(moved.current());
  expect(proof).toMatchObject({ dev: first.dev, key: first.key });
  expect(proof && isContinuation(moved.current(), proof)).toBe(true);
  expect(proof && isContinuation(others, proof)).toBe(false);
  expect(moved.continuation(first)).toBeUndefined();
  expect(open('b', local).current().dev).toBe(moved.current().dev);
});
