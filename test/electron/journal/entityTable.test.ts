import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import { openJournal } from '#electron/journal/journal.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { testClock } from '../../helpers/desk.ts';

const bodySchema = z.object({ office: z.string().nullable(), open: z.boolean() });
const rooms = entityTable({
  kind: 'room',
  version: 1,
  topic: 'rooms',
  schema: bodySchema.extend({ id: z.string() }),
  columns: { office: ({ office }) => office, open: ({ open }) => (open ? 1 : 0) },
  fold: (id, facts) => {
    const last = bodySchema.safeParse(facts.at(-1)?.body);
    return last.success ? { ...last.data, id } : undefined;
  },
});

function openRooms() {
  const database = openMemory(migrations);
  const { now } = testClock();
  const journal = openJournal({
    database,
    device: 'desk0001',
    projections: [rooms.projection],
    now,
    changed: () => undefined,
  });
  const set = (id: string, body: NewFact['body']): void => {
    journal.append([{ type: 'room.set', ent: `room/${id}`, body }], { actor: 'marta' });
  };
  return { set, rooms: rooms.open(database), database };
}

describe('entityTable', () => {
  it('reads one, some in the order asked, and counts', () => {
    const { set, rooms } = openRooms();
    set('b', { office: 'Tributi', open: true });
    set('a', { office: 'Scuola', open: false });
    set('c', { office: null, open: true });
    expect(rooms.get('a')).toEqual({ id: 'a', office: 'Scuola', open: false });
    expect(rooms.get('z')).toBeUndefined();
    expect(rooms.list().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(rooms.list('open = ?', [1], 'id DESC').map(({ id }) => id)).toEqual(['c', 'b']);
    expect(rooms.list('office IS NULL').map(({ id }) => id)).toEqual(['c']);
    expect(rooms.count()).toBe(3);
    expect(rooms.count('open = ?', [0])).toBe(1);
  });

  it('replaces the row with every fact, and takes it away when the facts make no entity any more', () => {
    const { set, rooms } = openRooms();
    set('a', { office: 'Scuola', open: false });
    set('a', { office: 'Scuola', open: true });
    expect(rooms.count('open = 1')).toBe(1);
    set('a', { removed: true });
    expect(rooms.get('a')).toBeUndefined();
    expect(rooms.count()).toBe(0);
  });

  it('finds by its columns without reading the whole table', () => {
    const { database } = openRooms();
    const [step] = database
      .prepare<[string], { detail: string }>('EXPLAIN QUERY PLAN SELECT state FROM room WHERE office = ?')
      .all('Scuola');
    expect(step?.detail).toContain('USING INDEX room_by_office');
  });

  it('never shows a row that no longer fits: a fold changed without its version is a bug', () => {
    const { set, rooms, database } = openRooms();
    set('a', { office: 'Scuola', open: true });
    database.prepare(`UPDATE room SET state = '{"id":"a"}'`).run();
    expect(() => rooms.get('a')).toThrow();
  });
});
