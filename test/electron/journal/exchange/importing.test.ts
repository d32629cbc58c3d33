/** What lies in the shared folder and is not as it should be: it is named, and the rest arrives (G4). */
import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { shareError } from '#electron/share/folder/shareError.ts';
import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import { FACTS_VERSION } from '#shared/journal/fact.ts';
import { segmentName } from '#shared/journal/segment.ts';
import { absences, acceptWaiting, segmentsOf, setAside, settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf, pen } from '../../../helpers/facts.ts';
import { refuseWrites } from '../../../helpers/refuseWrites.ts';
import { openSharedDesk } from '../../../helpers/sharedDesk.ts';
import { forge, stranger } from '../../../helpers/stranger.ts';

const newest = (paths: readonly string[]): string => paths.at(-1) ?? '';
const named = (content: string): string => segmentName({ first: 1, last: 1, hash: sha256(content) });

/** A town whose first desk has published two absences, each in a segment: `path` is that of the first. */
async function twoSegments() {
  const town = await sharedTown();
  const { drive, one } = town;
  one.write(absenceOf('a1'));
  await one.meet();
  const path = newest(segmentsOf(drive, one));
  one.write(absenceOf('a2'));
  await one.meet();
  return { ...town, path };
}

describe('a file of another desk', () => {
  it('torn while it was copied is set aside and named; its author publishes it again as soon as he is told', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await one.meet();
    const path = newest(segmentsOf(drive, one));
    drive.tear(path, 40);
    two.write(absenceOf('a2'));
    await two.meet();
    expect(setAside(two)).toEqual({ [path]: 'torn' });
    expect(absences(two)).toEqual(['a2 2026-03-05']);
    await settle(one, two);
    expect(setAside(two)).toEqual({});
    expect(absences(two)).toEqual(absences(one));
  });

  it.each([0, 8 * 100, 8 * 700])('with bit %i turned heals in the same way', async (bit) => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await one.meet();
    drive.flip(newest(segmentsOf(drive, one)), bit);
    await two.meet();
    expect(Object.values(setAside(two))).toEqual(['torn']);
    await settle(two, one);
    expect(setAside(two)).toEqual({});
    expect(absences(two)).toEqual(['a1 2026-03-05']);
  });

  it('that cannot be read now (a bad sector, a virus scanner) stops none of the others, and is read later', async () => {
    const { two, path } = await twoSegments();
    const { folder } = two.client;
    for (const code of ['EIO', 'EBUSY', 'EISDIR']) {
      const read = folder.read;
      Object.assign(folder, {
        read: async (asked: string, limit: number) => {
          if (asked === path) throw shareError(code, asked);
          return read(asked, limit);
        },
      });
      await two.meet();
      expect(absences(two)).toEqual(['a2 2026-03-05']);
      Object.assign(folder, { read });
    }
    await two.meet();
    expect(absences(two)).toEqual(['a1 2026-03-05', 'a2 2026-03-05']);
    expect(two.exchange.state().gaps).toEqual([]);
  });

  it('of an enormous size is not opened, not even when it grew after it was listed', async () => {
    const { drive, one, two } = await sharedTown();
    const name = segmentName({ first: 900, last: 900, hash: 'f'.repeat(32) });
    const dev = one.desk.journal.device();
    drive.put(`j/${dev}/${name}`, new Uint8Array(33 * 1024 * 1024));
    drive.put(`j/${two.desk.journal.device()}/${name}`, new Uint8Array(65 * 1024 * 1024));
    one.write(absenceOf('a1'));
    await settle(one, two);
    for (const desk of [one, two]) {
      expect(Object.values(setAside(desk))).toEqual(['too-big', 'too-big']);
      expect(absences(desk)).toEqual(['a1 2026-03-05']);
      expect(desk.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
    }
  });

  it('of the next version of the app waits, and enters when this app is updated', async () => {
    const { drive, one, two } = await sharedTown();
    const { dev } = one.desk.journal.factsOf(`device/${one.desk.journal.device()}`)[0] ?? { dev: '' };
    const [fact] = pen(dev).write('marta', absenceOf('a9'));
    if (!fact) throw new Error('Nessun fatto.');
    const identity = stranger();
    const path = forge(drive, dev, [{ ...fact, v: FACTS_VERSION + 1 }], identity);
    await two.meet();
    expect(setAside(two)).toEqual({ [path]: 'newer' });
    drive.delete(path);
    await two.meet();
    expect(setAside(two)).toEqual({});
  });

  it('set aside by an older app is read again when a newer one starts', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await one.meet();
    const path = newest(segmentsOf(drive, one));
    two.database
      .prepare('INSERT INTO quarantine VALUES (?, ?, 1, ?, ?, NULL, NULL)')
      .run(path, 'newer', '2026-03-02T08:00:00.000Z', one.desk.journal.device());
    const updated = openSharedDesk({ drive, name: 'pc2', database: two.database, client: two.client });
    await updated.meet();
    expect(setAside(updated)).toEqual({});
    expect(absences(updated)).toEqual(['a1 2026-03-05']);
  });

  it('without a signature, or changed and named anew, is set aside: a hash can be made by anybody, a signature cannot', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await one.meet();
    const dev = one.desk.journal.device();
    const whole = Buffer.from(drive.get(newest(segmentsOf(drive, one))) ?? []).toString('utf8');
    const unsigned = `${whole.split('\n')[0]}\n`;
    const changed = whole.replace('2026-03-05', '2026-03-06');
    drive.put(`j/${dev}/${named(unsigned)}`, unsigned);
    drive.put(`j/${dev}/${named(changed)}`, changed);
    await settle(two, one);
    expect(setAside(two)).toEqual({
      [`j/${dev}/${named(unsigned)}`]: 'unsigned',
      [`j/${dev}/${named(changed)}`]: 'bad-signature',
    });
    expect(absences(two)).toEqual(['a1 2026-03-05']);
  });

  it('rightly signed with facts that do not hold together is broken, however deep the nonsense is nested', async () => {
    const { drive, two } = await sharedTown();
    const identity = stranger();
    const [fact] = pen(identity.dev).write('marta', absenceOf('a1'));
    if (!fact) throw new Error('Nessun fatto.');
    const wrongHash = forge(drive, identity.dev, [{ ...fact, actor: 'luca' }], identity);
    const [other] = pen('altro0001').write('marta', absenceOf('a2'));
    const otherDesk = forge(drive, identity.dev, other ? [other] : [], identity);
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const { body: _, ...rest } = fact;
    const line = `${canonicalJson(rest as unknown as Json).slice(0, -1)},"body":${deep}}\n`;
    const signed = Buffer.from(line, 'utf8');
    const text = `${line}${canonicalJson({ key: identity.key, sig: identity.sign(signed) })}\n`;
    drive.put(`j/${identity.dev}/${named(text)}`, text);
    await two.meet();
    expect(setAside(two)).toEqual({
      [wrongHash]: 'broken',
      [otherDesk]: 'broken',
      [`j/${identity.dev}/${named(text)}`]: 'broken',
    });
    expect(two.exchange.state().state).toBe('connected');
  });

  it('that a bug of this app cannot read is named and told once, stops nothing else, and is read when the app starts again', async () => {
    const { drive, one, two, path } = await twoSegments();
    two.write(absenceOf('a3'));
    const mend = refuseWrites(
      two.database,
      'INSERT ON absence',
      new TypeError('un errore del programma'),
      "NEW.id = 'a1'",
    );
    await expect(two.meet()).rejects.toThrow('un errore del programma');
    expect(setAside(two)).toEqual({ [path]: 'broken' });
    expect(absences(two)).toEqual(['a2 2026-03-05', 'a3 2026-03-05']);
    expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
    await settle(two, one);
    expect(absences(one)).toEqual(['a1 2026-03-05', 'a2 2026-03-05', 'a3 2026-03-05']);
    mend();
    const again = openSharedDesk({ drive, name: 'pc2', database: two.database, client: two.client });
    await again.meet();
    expect(setAside(again)).toEqual({});
    expect(again.exchange.state().gaps).toEqual([]);
    expect(absences(again)).toEqual(absences(one));
  });

  it('that finds the disk of this computer full is no bad file: it enters when there is room', async () => {
    const { one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await one.meet();
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const makeRoom = refuseWrites(two.database, 'INSERT ON absence', full);
    await two.meet();
    expect(two.exchange.state()).toMatchObject({ quarantine: [], problem: { code: 'disk-full' } });
    makeRoom();
    await two.meet();
    expect(absences(two)).toEqual(['a1 2026-03-05']);
    expect(two.exchange.state().problem).toBeNull();
  });

  it('that is no file of the register (a conflict copy, a system file) is named and left alone', async () => {
    const { drive, one, two } = await sharedTown();
    const dev = one.desk.journal.device();
    const strange = [
      'desktop.ini',
      'j/Nuova cartella',
      `j/${dev}/appunti.txt`,
      `j/${dev}/${segmentName({ first: 1, last: 2, hash: 'a'.repeat(32) })} (copia in conflitto di PC-2).jsonl`,
      'p/presente.json',
    ];
    for (const path of strange) drive.put(path, 'x');
    one.write(absenceOf('a1'));
    await settle(one, two);
    for (const desk of [one, two]) {
      expect(Object.keys(setAside(desk)).sort()).toEqual([...strange].sort());
      expect(new Set(Object.values(setAside(desk)))).toEqual(new Set(['foreign']));
      for (const { what, remedy } of desk.exchange.state().quarantine) expect(`${what} ${remedy}`).toMatch(/\S{3}/);
    }
    expect(absences(two)).toEqual(['a1 2026-03-05']);
    expect(strange.filter((path) => !drive.get(path))).toEqual([]);
  });
});

describe('a desk that nobody has accepted', () => {
  it('waits with everything it wrote, and enters at acceptance; also who was accepted by it, whatever the order', async () => {
    const { drive, one, two } = await sharedTown();
    const late = openSharedDesk({ drive, name: 'pc3' });
    late.write(absenceOf('a3'));
    await settle(late, one, two);
    expect(Object.values(setAside(one))).toEqual(['unknown-desk']);
    expect(one.exchange.state().quarantine[0]).toMatchObject({ name: 'pc3' });
    expect(late.exchange.state().isEnrolled).toBe(false);
    const later = openSharedDesk({ drive, name: 'pc4' });
    later.write(absenceOf('a4'));
    await settle(later, late);
    acceptWaiting(late);
    await settle(later, late, one, two);
    expect(absences(one)).toEqual([]);
    acceptWaiting(two);
    await settle(two, one, late, later);
    for (const desk of [one, two, late, later]) expect(absences(desk)).toEqual(['a3 2026-03-05', 'a4 2026-03-05']);
    expect(late.exchange.state().isEnrolled).toBe(true);
  });

  it('does not lose what it had when somebody accepts another key under its name', async () => {
    const { drive, one, two } = await sharedTown();
    const forger = stranger(7);
    const { dev } = two.desk.journal.factsOf(`device/${two.desk.journal.device()}`)[0] ?? { dev: '' };
    const { deviceFact } = await import('#shared/journal/devices.ts');
    one.write(deviceFact('device.accepted', `device/${dev}`, { key: forger.key, name: '' }));
    two.write(absenceOf('a2'));
    await settle(one, two);
    const late = openSharedDesk({ drive, name: 'pc5' });
    await late.meet();
    expect(absences(late)).toEqual(['a2 2026-03-05']);
    expect(setAside(late)).toEqual({});
  });

  it('cannot write under the name of another: that desk keeps its name and goes on', async () => {
    const { drive, one, two } = await sharedTown();
    const dev = two.desk.journal.device();
    const path = forge(drive, dev, pen(dev).write('marta', absenceOf('a7')), stranger());
    two.write(absenceOf('a2'));
    await settle(two, one);
    expect(two.desk.journal.device()).toBe(dev);
    expect(setAside(one)).toEqual({ [path]: 'unknown-desk' });
    for (const desk of [one, two]) expect(absences(desk)).toEqual(['a2 2026-03-05']);
  });
});

it('what a fact asks of this desk is kept in the transaction of the fact: a death in between loses neither', async () => {
  const { drive, one, two } = await sharedTown();
  const { queueFact } = await import('#shared/queue/facts.ts');
  const { NOTICE } = await import('../../../simulation/samples.ts');
  const plannedFor = one.clock.now();
  one.write(queueFact('job.queued', 'job/r1', { notice: NOTICE, plannedFor, route: 'cartella della ditta' }));
  await one.meet();
  const { keep } = two.desk.outbox;
  Object.assign(two.desk.outbox, {
    keep: () => {
      throw new Error('morte improvvisa');
    },
  });
  await expect(two.meet()).rejects.toThrow('morte improvvisa');
  expect(two.queue.get('r1')).toBeUndefined();
  Object.assign(two.desk.outbox, { keep });
  const again = openSharedDesk({ drive, name: 'pc2', database: two.database, client: two.client });
  await again.meet();
  expect(again.queue.get('r1')?.state).toBe('queued');
  expect(again.desk.outbox.nextDue()).toBeDefined();
});
