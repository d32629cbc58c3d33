/** Desks of two versions on one drive (decision 0015): nothing is lost, and nothing leaves that a newer one may have stopped. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import { draftStore } from '#electron/drafts/store.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { askGroup } from '#electron/queue/acts/group.ts';
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import { silentNewsSite } from '#electron/requests/newsSite.ts';
import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { FACTS_VERSION, type Fact, hashOf, type NewFact } from '#shared/journal/fact.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { absences, acceptWaiting, segmentsOf, setAside, settle, sharedTown } from '../../helpers/driveTown.ts';
import { absenceOf, pen } from '../../helpers/facts.ts';
import { openSharedDesk, type SharedDesk } from '../../helpers/sharedDesk.ts';
import { forge, stranger } from '../../helpers/stranger.ts';
import { NOTICE } from '../../simulation/samples.ts';

type Version = 'now' | 'next';
const STOPPING = 'job.frozen';

/** Two desks of this version, and a third with a newer app whose facts lie on the drive. */
async function mixedTown() {
  const town = await sharedTown();
  const newer = stranger();
  town.one.write(deviceFact('device.accepted', `device/${newer.dev}`, { key: newer.key, name: 'Portatile' }));
  await settle(town.one, town.two);
  const written: Fact[] = [];
  /** Publishes facts of the newer desk as one segment, each of the version given. */
  const publish = (...told: readonly (readonly [Version, NewFact])[]): readonly Fact[] => {
    const sealed = pen(newer.dev).write('ornella', ...told.map(([, fact]) => fact));
    const segment = sealed.map((fact, index) => {
      const { h: _, ...open } = fact;
      const before = written.at(-1);
      const v = told[index]?.[0] === 'next' ? FACTS_VERSION + 1 : 1;
      const grown = { ...open, v, seq: written.length + 1, prev: before?.h ?? '', base: null, ver: 9 };
      written.push({ ...grown, h: hashOf(grown, sha256) });
      return written.at(-1) as Fact;
    });
    forge(town.drive, newer.dev, segment, newer);
    return segment;
  };
  return { ...town, publish, dev: newer.dev };
}

const frozen = (ent: string): NewFact => ({ type: STOPPING, ent, body: {} });

/** Puts a notice into the queue of a desk, to leave at once. */
function queueAt({ desk, clock }: SharedDesk, id: string, route: 'cartella della ditta' | 'gruppo operativo'): void {
  const plannedFor = clock.now();
  desk.journal.append([queueFact('job.queued', `job/${id}`, { notice: NOTICE, plannedFor, route })], {
    actor: 'marta',
    also: (at) => desk.outbox.keep([deliveryEffect({ id, rounds: 1, deferrals: 0, moves: 0 }, plannedFor)], at),
  });
}
/** What a person is told to do about the sending. */
const remedyFor = ({ desk }: SharedDesk, id: string): string | undefined =>
  desk.outbox.problemOf(deliveryEffect({ id, rounds: 1, deferrals: 0, moves: 0 }, '').id)?.remedy;

describe('a fact only a newer app understands', () => {
  it('is kept as it is, hides nothing written beside it, and is counted', async () => {
    const { two, publish, dev } = await mixedTown();
    const [, ahead] = publish(
      ['now', absenceOf('a1')],
      ['next', absenceOf('a1', '2026-03-09')],
      ['now', absenceOf('a2')],
    );
    publish(['now', absenceOf('a3')]);
    await two.meet();
    expect(absences(two)).toEqual(['a1 2026-03-05', 'a2 2026-03-05', 'a3 2026-03-05']);
    expect(setAside(two)).toEqual({});
    expect(two.exchange.state()).toMatchObject({ state: 'connected', gaps: [], unknownKinds: 1 });
    const row = two.database.prepare<[string], { body: string }>('SELECT * FROM fact WHERE h = ?').get(ahead?.h ?? '');
    expect({ ...row, body: JSON.parse(row?.body ?? '') }).toEqual({ ...ahead, published: 1 });
    two.write(absenceOf('a1', '2026-03-06'));
    expect(two.desk.journal.factsOf('absence/a1').map(({ v }) => v)).toEqual([1, 1]);
    expect(dev).not.toBe(two.desk.journal.device());
  });

  it('in an envelope of another form leaves the whole file to that app, as it was before', async () => {
    const { drive, two } = await mixedTown();
    const identity = stranger(7);
    const [fact] = pen(identity.dev).write('ornella', absenceOf('a9'));
    if (!fact) throw new Error('Nessun fatto.');
    const path = forge(drive, identity.dev, [{ ...fact, v: FACTS_VERSION + 1 }], identity);
    await two.meet();
    expect(setAside(two)).toEqual({ [path]: 'newer' });
  });

  it.each(['job/r1', 'draft/r1', 'request/r1', 'queue/town'])(
    'about %s holds the sending back, and says what to do; after the update it goes on',
    async (ent) => {
      const { two, publish } = await mixedTown();
      queueAt(two, 'r1', 'cartella della ditta');
      publish(['next', frozen(ent)]);
      await two.meet();
      await two.desk.outbox.tick();
      expect(two.handedOver).toEqual([]);
      expect(remedyFor(two, 'r1')).toMatch(/Aggiorna l’app/);
      // As an app that understands the fact keeps it.
      two.database.prepare('UPDATE fact SET v = 1 WHERE type = ?').run(STOPPING);
      two.clock.advance(60_000);
      await two.desk.outbox.tick();
      expect(two.handedOver).toEqual(['r1']);
    },
  );

  it('about one sending lets the others leave, and nobody asks the group for the one', async () => {
    const { two, publish } = await mixedTown();
    queueAt(two, 'r1', 'cartella della ditta');
    queueAt(two, 'r2', 'gruppo operativo');
    publish(['next', frozen('job/r2')]);
    await two.meet();
    await two.desk.outbox.tick();
    expect(two.handedOver).toEqual(['r1']);
    const asked = await askGroup(
      two.desk,
      {
        ...{ queue: two.queue, drafts: draftStore(two.database), requests: { get: () => undefined } },
        site: silentNewsSite(two.clock.now),
      },
      'r2',
    );
    expect(asked).toMatchObject({ ok: false, error: { code: 'app-behind' } });
  });

  it('counts after the update, with what it asks of this desk', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    queueAt(one, 'r1', 'cartella della ditta');
    await settle(one, two);
    const { database, client } = two;
    // As an app before the first version would have left it: the facts kept, nothing made of them.
    localValues(database).set('facts-version', 0);
    for (const table of ['absence', 'job', 'effect']) database.prepare(`DELETE FROM ${table}`).run();
    const updated = openSharedDesk({ drive, name: 'pc2', database, client });
    expect(absences(updated)).toEqual(['a1 2026-03-05']);
    expect(database.prepare('SELECT id FROM effect').all()).toEqual([]);
    await updated.exchange.round();
    expect(database.prepare('SELECT id FROM effect').pluck().all()).toContain('queue.deliver/r1/1');
    expect(localValues(database).get('facts-version', z.int())).toBe(FACTS_VERSION);
  });
});

describe('a field this app does not know, in a body it knows', () => {
  it('arrives, is published anew in a bigger segment, and has the same bytes on every desk', async () => {
    const { drive, one, two } = await sharedTown();
    const { body, ...said } = absenceOf('a0');
    const grown = { ...(body as object), half: { it: 'mattina', 'zona 2': [1, 0.1, null, 'é\u2028'] }, _: false };
    const [fact] = one.write({ ...said, body: grown });
    for (let index = 0; index < 210; index++) {
      one.write(absenceOf(`b${index}`));
      await one.exchange.round();
    }
    await settle(one, two);
    const lines = segmentsOf(drive, one)
      .flatMap((path) =>
        Buffer.from(drive.get(path) ?? [])
          .toString('utf8')
          .split('\n'),
      )
      .filter((line) => line.includes(`"h":"${fact?.h}"`));
    const line = canonicalJson({ ...fact } as unknown as Json);
    expect(lines).toEqual([line, line]);
    const kept = ({ desk }: SharedDesk): string | undefined => {
      const [first] = desk.journal.factsOf('absence/a0');
      return first && canonicalJson({ ...first } as unknown as Json);
    };
    expect([kept(one), kept(two)]).toEqual([line, line]);
    expect(absences(two)).toContain('a0 2026-03-05');
    const late = openSharedDesk({ drive, name: 'pc3' });
    await settle(late, one);
    acceptWaiting(one);
    await settle(one, late);
    expect(kept(late)).toBe(line);
  });
});

describe('a heartbeat', () => {
  it('of a newer app is told, until this one is updated', async () => {
    const { drive, one, two } = await sharedTown();
    const dev = two.desk.journal.device();
    const newerDesks = (): readonly string[] =>
      one.exchange.state().desks.flatMap((desk) => (desk.isNewer ? [desk.dev] : []));
    expect(newerDesks()).toEqual([]);
    const path = drive.paths().find((one) => one.startsWith(`p/${dev}`)) ?? '';
    const heartbeat = JSON.parse(Buffer.from(drive.get(path) ?? new Uint8Array()).toString('utf8'));
    expect(heartbeat).toMatchObject({ app: '0.1.0', facts: FACTS_VERSION });
    drive.put(`p/${dev}-ffffffffffff.json`, JSON.stringify({ ...heartbeat, app: '0.9.0', facts: FACTS_VERSION + 1 }));
    await one.meet();
    expect(newerDesks()).toEqual([dev]);
  });
});
