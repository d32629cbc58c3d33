/** Facts and rows that are not what was written any more: each is one, named, and healed where it can be. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { damageIn } from '#electron/db/damage.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { copyStepwise } from '#electron/db/stepwise.ts';
import { checkFacts } from '#electron/journal/checkFacts.ts';
import { checkRows } from '#electron/journal/checkRows.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import { healFacts } from '#electron/journal/healFacts.ts';
import { openJournal } from '#electron/journal/journal.ts';
import { testClock } from '../../helpers/desk.ts';
import { absences, settle, sharedTown } from '../../helpers/driveTown.ts';
import { absenceOf } from '../../helpers/facts.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const bodySchema = z.object({ office: z.string() });
const rooms = entityTable({
  kind: 'room',
  version: 1,
  topic: 'rooms',
  schema: bodySchema.extend({ id: z.string() }),
  columns: {},
  fold: (id, facts) => {
    const last = bodySchema.safeParse(facts.at(-1)?.body);
    return last.success ? { ...last.data, id } : undefined;
  },
});

function openRooms() {
  const database = openMemory(migrations);
  const journal = openJournal({
    database,
    device: 'desk0001',
    projections: [rooms.projection],
    now: testClock().now,
    changed: () => undefined,
  });
  const set = (id: string, office: string): void => {
    journal.append([{ type: 'room.set', ent: `room/${id}`, body: { office } }], { actor: 'marta' });
  };
  return { database, journal, set, rooms: rooms.open(database), damage: damageIn(database) };
}
type Rooms = ReturnType<typeof openRooms>;

/** Changes the office in the body of the facts of one room, as a turned bit does. */
const spoil = ({ database }: Rooms, id: string): void => {
  database.prepare(`UPDATE fact SET body = replace(body, 'Scuola', 'Sbuola') WHERE ent = 'room/' || ?`).run(id);
};
const hashes = ({ database }: Rooms): readonly string[] =>
  database.prepare<[], string>('SELECT h FROM fact ORDER BY seq').pluck().all();
async function copied(opened: Rooms): Promise<string> {
  const copy = join(temporaryFolder(), 'copia.db');
  expect((await copyStepwise(opened.database, copy, { now: NOW })).ok).toBe(true);
  return copy;
}

describe('a damaged row', () => {
  it('is one row: it is read out of the facts and noted, and the list is whole', () => {
    const opened = openRooms();
    for (const id of ['a', 'b', 'c']) opened.set(id, 'Scuola');
    opened.database.exec(`UPDATE room SET state = '{"office":"Scu' WHERE id = 'b'`);
    expect(opened.rooms.list().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(opened.rooms.get('b')).toEqual({ id: 'b', office: 'Scuola' });
    expect(opened.damage.all()).toEqual([{ what: 'row', table: 'room', key: 'room/b' }]);
    opened.journal.refold(['room/b']);
    expect(opened.database.prepare(`SELECT state FROM room WHERE id = 'b'`).pluck().get()).toContain('Scuola');
  });

  it('is also one whose JSON still reads and says something else', () => {
    const opened = openRooms();
    for (const id of ['a', 'b', 'c']) opened.set(id, 'Scuola');
    opened.database.exec(`UPDATE room SET state = replace(state, 'office', 'nffice') WHERE id = 'b'`);
    expect(opened.rooms.list().map(({ office }) => office)).toEqual(['Scuola', 'Scuola', 'Scuola']);
    expect(opened.damage.all()).toEqual([{ what: 'row', table: 'room', key: 'room/b' }]);
  });

  it('whose facts cannot be read either is left out, and takes none of the others with it', () => {
    const opened = openRooms();
    for (const id of ['a', 'b', 'c']) opened.set(id, 'Scuola');
    opened.database.exec(`UPDATE room SET state = 'x' WHERE id = 'b'; UPDATE fact SET body = '{' WHERE ent = 'room/b'`);
    expect(opened.rooms.list().map(({ id }) => id)).toEqual(['a', 'c']);
    expect(opened.damage.all().map(({ what }) => what)).toEqual(['row', 'fact']);
  });
});

describe('checkRows', () => {
  it('notes the rows that are no JSON any more before anybody asks for them', async () => {
    const opened = openRooms();
    for (const id of ['a', 'b', 'c']) opened.set(id, 'Scuola');
    opened.database.exec(`UPDATE room SET state = '{"office":"Scu' WHERE id = 'b'`);
    await checkRows(opened.database);
    expect(opened.damage.all()).toEqual([{ what: 'row', table: 'room', key: 'room/b' }]);
  });
});

describe('the rows compared with their facts', () => {
  it('are written anew where a turned bit left them readable, where one is lost, and where one is nobody’s', async () => {
    const opened = openRooms();
    for (let room = 0; room < 50; room++) opened.set(`r${room}`, 'Scuola');
    opened.database.exec(`UPDATE room SET state = replace(state, 'Scuola', 'Sbuola') WHERE id = 'r7';
      UPDATE room SET id = 'q8' WHERE id = 'r8'`);
    expect(opened.rooms.get('r7')).toMatchObject({ office: 'Sbuola' });
    let pauses = 0;
    const strays = await opened.journal.strays(new Set(), async () => void pauses++);
    expect([...strays].sort()).toEqual(['room/q8', 'room/r7', 'room/r8']);
    expect(pauses).toBe(3);
    opened.journal.refold(strays);
    expect(await opened.journal.strays(new Set())).toEqual([]);
    expect([opened.rooms.get('r7')?.office, opened.rooms.get('q8'), opened.rooms.count()]).toEqual([
      'Scuola',
      undefined,
      50,
    ]);
  });

  it('are left alone where a fact itself is damaged', async () => {
    const opened = openRooms();
    opened.set('a', 'Scuola');
    spoil(opened, 'a');
    expect(await opened.journal.strays(new Set())).toEqual(['room/a']);
    expect(await opened.journal.strays(new Set(['room/a']))).toEqual([]);
  });
});

describe('checkFacts', () => {
  it('finds every fact that is not what was written, with a pause after each slice', async () => {
    const opened = openRooms();
    for (let room = 0; room < 250; room++) opened.set(`r${room}`, 'Scuola');
    expect(await checkFacts(opened.database)).toBe(250);
    expect(opened.damage.all()).toEqual([]);
    spoil(opened, 'r120');
    let pauses = 0;
    await checkFacts(opened.database, async () => void pauses++);
    expect(pauses).toBe(3);
    expect(opened.damage.all()).toEqual([{ what: 'fact', table: 'fact', key: hashes(opened)[120] }]);
  });

  it('makes anew an index that lost a fact', async () => {
    const opened = openRooms();
    for (const id of ['a', 'b']) opened.set(id, 'Scuola');
    const { database } = opened;
    // The index of another form of the table: the entry of room/b stands under another key.
    database.unsafeMode(true);
    database.pragma('writable_schema = ON');
    const { sql } = database
      .prepare<[], { sql: string }>(`SELECT sql FROM sqlite_schema WHERE name = 'fact_by_entity'`)
      .get() ?? { sql: '' };
    database.exec(`DROP INDEX fact_by_entity; CREATE INDEX fact_by_entity ON fact (replace(ent, 'room/b', 'room/x'))`);
    database.prepare(`UPDATE sqlite_schema SET sql = ? WHERE name = 'fact_by_entity'`).run(sql);
    database.pragma('schema_version = 9999');
    database.pragma('writable_schema = OFF');
    const found = () => database.prepare(`SELECT count(*) FROM fact WHERE ent = 'room/b'`).pluck().get();
    expect(found()).toBe(0);
    await checkFacts(database);
    expect(found()).toBe(1);
    expect(opened.damage.all()).toEqual([]);
  });
});

describe('healFacts', () => {
  it('puts back what was written from a copy that has it whole, and nothing else', async () => {
    const opened = openRooms();
    for (const id of ['a', 'b']) opened.set(id, 'Scuola');
    const copy = await copied(opened);
    opened.set('c', 'Scuola');
    for (const id of ['b', 'c']) spoil(opened, id);
    await checkFacts(opened.database);
    expect(healFacts(opened.database, [join(temporaryFolder(), 'manca.db'), copy])).toEqual(['room/b']);
    expect(opened.journal.factsOf('room/b')).toMatchObject([{ body: { office: 'Scuola' } }]);
    // What was written after the copy stays damaged and named.
    expect(opened.damage.all()).toEqual([{ what: 'fact', table: 'fact', key: hashes(opened)[2] }]);
  });

  it('takes nothing from a copy that is damaged in the same place', async () => {
    const opened = openRooms();
    opened.set('a', 'Scuola');
    spoil(opened, 'a');
    const copy = await copied(opened);
    await checkFacts(opened.database);
    expect(healFacts(opened.database, [copy])).toEqual([]);
    expect(opened.damage.all()).toHaveLength(1);
  });
});

describe('publishing', () => {
  it('holds back the fact that is not what was written, names it, and gives the others all the rest', async () => {
    const { one, two } = await sharedTown();
    for (let day = 10; day < 30; day++) one.write(absenceOf(`a${day}`, `2026-03-${day}`));
    one.database.exec(`UPDATE fact SET body = replace(body, '2026-03-15', '2026-03-16') WHERE ent = 'absence/a15'`);
    await settle(one, two);
    expect(absences(two)).toHaveLength(19);
    expect(absences(two).join()).not.toContain('a15');
    expect(two.exchange.state()).toMatchObject({ quarantine: [], state: 'connected' });
    expect(one.exchange.state()).toMatchObject({ waiting: 0, state: 'connected' });
    expect(damageIn(one.database).all()).toMatchObject([{ what: 'fact' }]);
    // Healed, it follows.
    one.database.exec(`UPDATE fact SET body = replace(body, '2026-03-16', '2026-03-15') WHERE ent = 'absence/a15'`);
    await checkFacts(one.database);
    await settle(one, two);
    expect(absences(two)).toHaveLength(20);
    expect(two.exchange.state().gaps).toEqual([]);
  });
});
