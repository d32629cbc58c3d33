/** Who a computer is: copied disks and restored databases are noticed, and nothing is lost (G7). */

import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase, openMemory } from '#electron/db/open.ts';
import { fileSecrets, type Secrets } from '#electron/db/secrets.ts';
import { isContinuation, isSigned, moveKeys, openIdentities } from '#electron/journal/exchange/identity.ts';
import { must } from '../../../helpers/desk.ts';
import { absences, settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf } from '../../../helpers/facts.ts';
import { formerWorkspace } from '../../../helpers/formerDesk.ts';
import { openTownApp } from '../../../helpers/openTown.ts';
import { secretsInMemory, secretsOnDisk } from '../../../helpers/secrets.ts';
import { openSharedDesk, type SharedDesk } from '../../../helpers/sharedDesk.ts';

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
  const disk = openMemory(migrations);
  const open = (machine: string, database = openMemory(migrations)) =>
    openIdentities({ local: localValues(database), secrets: secretsOnDisk(database), machine, random: randomBytes });
  const first = open('a', disk).current();
  const moved = open('b', disk);
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
  expect(open('b', disk).current().dev).toBe(moved.current().dev);
});

describe('the keys', () => {
  const KEPT = z.object({ machine: z.string(), all: z.array(z.object({ dev: z.string() }).catchall(z.unknown())) });
  /** The bytes of the database and of what lies ahead of it. */
  const bytesOf = (folder: string): string =>
    ['avvisi.db', 'avvisi.db-wal']
      .map((name) => join(folder, name))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'latin1'))
      .join();

  it('that a former version left in the table move among the secrets, and the desk is the same', () => {
    const folder = formerWorkspace();
    const disk = must(openDatabase(join(folder, 'avvisi.db'), migrations));
    const before = localValues(disk).get('identities', KEPT);
    const [former] = before?.all ?? [];
    const plain = String(former?.privateKey);
    expect(plain).toMatch(/^[A-Za-z0-9+/=]{60,}$/);
    disk.close();
    expect(bytesOf(folder)).toContain(plain);
    const { app } = openTownApp({ folder, machine: before?.machine ?? '', training: false });
    app.close();
    expect(bytesOf(folder)).not.toContain(plain);
    const secrets = must(fileSecrets(folder));
    const again = must(openDatabase(join(folder, 'avvisi.db'), migrations));
    const local = localValues(again);
    expect(local.get('identities', KEPT)?.all).toEqual(before?.all.map(({ dev }) => ({ dev })));
    const opened = openIdentities({ local, secrets, machine: before?.machine ?? '', random: randomBytes });
    expect(opened.current().dev).toBe(former?.dev);
    const key = createPrivateKey({ key: Buffer.from(plain, 'base64'), format: 'der', type: 'pkcs8' });
    expect(
      isSigned(opened.current().key, Buffer.from('x'), sign(null, Buffer.from('x'), key).toString('base64url')),
    ).toBe(true);
    again.close();
  });

  it('stay in the table when they cannot be kept elsewhere', () => {
    const local = localValues(openMemory(migrations));
    const former = { machine: 'a', all: [{ dev: 'desk0001', privateKey: 'AAAA' }] };
    local.set('identities', former);
    const full: Secrets = {
      ...secretsInMemory(),
      set: () => {
        throw new Error('ENOSPC');
      },
    };
    expect(() => moveKeys(local, full)).toThrow();
    expect(local.get('identities', KEPT)).toEqual(former);
  });

  it('when they are lost, the desk goes on under a new name that proves nothing, and shares', async () => {
    const { drive, one, two } = await sharedTown();
    const former = two.desk.journal.device();
    two.write(absenceOf('a1'));
    const disk = copyOf(two);
    disk.exec("DELETE FROM local_value WHERE name LIKE 'prova-segreti/%'");
    const back = openSharedDesk({ drive, name: 'pc2', machine: 'pc2', database: disk });
    expect(back.desk.journal.device()).not.toBe(former);
    back.write(absenceOf('a2'));
    await settle(back, one);
    expect(back.exchange.state()).toMatchObject({ isEnrolled: false });
    expect(drive.paths().some((path) => path.startsWith(`j/${back.desk.journal.device()}/`))).toBe(true);
  });
});
