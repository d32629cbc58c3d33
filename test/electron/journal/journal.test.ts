import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { type Journal, openJournal, sha256 } from '#electron/journal/journal.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { clockOf } from '#shared/journal/clock.ts';
import { type Fact, factSchema, hashOf, type NewFact } from '#shared/journal/fact.ts';
import { type TestClock, testClock } from '../../helpers/desk.ts';

const said = (id: string, text: string): NewFact => ({ type: 'note.said', ent: `note/${id}`, body: { text } });

/** The last words of each note; refuses a text by throwing, as a bug in a projection would. */
const notes = (version = 1, refuses = ''): Projection => ({
  name: 'notes',
  version,
  kinds: ['note'],
  tables: ['note_words'],
  create: 'CREATE TABLE note_words (id TEXT PRIMARY KEY, words TEXT NOT NULL)',
  topic: 'notes',
  prepare: (database) => {
    const put = database.prepare('INSERT OR REPLACE INTO note_words VALUES (?, ?)');
    return (ent, facts) => {
      const words = JSON.stringify(facts.map(({ body }) => body));
      if (refuses && words.includes(refuses)) throw new Error('a bug in a projection');
      put.run(ent, `${version} ${words}`);
    };
  },
});
const wordsIn = (database: Database): unknown[] =>
  database.prepare('SELECT words FROM note_words ORDER BY id').pluck().all();

interface Opened {
  readonly journal: Journal;
  readonly database: Database;
  readonly clock: TestClock;
  readonly changed: (readonly string[])[];
}
function open(
  change: {
    readonly database?: Database;
    readonly projections?: readonly Projection[];
    readonly clock?: TestClock;
    readonly device?: string;
  } = {},
): Opened {
  const {
    database = openMemory(migrations),
    projections = [notes()],
    clock = testClock(),
    device = 'desk0001',
  } = change;
  const changed: (readonly string[])[] = [];
  const journal = openJournal({
    database,
    device,
    projections,
    now: clock.now,
    changed: (topics) => changed.push(topics),
  });
  return { journal, database, clock, changed };
}

/** Every fact of the journal in the order of its device's chain. */
const chainOf = ({ database }: Opened): readonly Fact[] =>
  database
    .prepare<[], Omit<Fact, 'body'> & { readonly body: string }>('SELECT * FROM fact ORDER BY dev, seq')
    .all()
    .map((row) => ({ ...row, body: JSON.parse(row.body) }));

function expectUnbroken(facts: readonly Fact[]): void {
  facts.forEach((fact, index) => {
    const { h, ...open } = fact;
    expect(factSchema.safeParse(fact).success).toBe(true);
    expect(fact.seq).toBe(index + 1);
    expect(fact.prev).toBe(facts[index - 1]?.h ?? '');
    expect(hashOf(open, sha256)).toBe(h);
    if (index > 0) expect(fact.hlc > (facts[index - 1]?.hlc ?? '')).toBe(true);
  });
}

describe('append', () => {
  it('gives back sealed facts with who, when and where', () => {
    const { journal, clock } = open();
    const [fact] = journal.append([said('n1', 'via Roma chiusa')], { actor: 'marta' });
    expect(fact).toMatchObject({
      v: 1,
      dev: 'desk0001',
      seq: 1,
      type: 'note.said',
      ent: 'note/n1',
      ver: 1,
      base: null,
      actor: 'marta',
      at: clock.now(),
      body: { text: 'via Roma chiusa' },
      prev: '',
    });
    expect(journal.factsOf('note/n1')).toEqual([fact]);
    expect(journal.count()).toBe(1);
  });

  it('counts versions by entity: each builds on the one its author had seen', () => {
    const { journal } = open();
    const [first, other, second] = journal.append([said('n1', 'a'), said('n2', 'b'), said('n1', 'c')], {
      actor: 'marta',
    });
    const [third] = journal.append([said('n1', 'd')], { actor: 'luca' });
    expect([first?.ver, second?.ver, third?.ver, other?.ver]).toEqual([1, 2, 3, 1]);
    expect([second?.base, third?.base, other?.base]).toEqual([first?.h, second?.h, null]);
  });

  it('keeps facts, read tables and what goes with them in one transaction', () => {
    const { journal, database } = open();
    journal.append([said('n1', 'a')], {
      actor: 'marta',
      also: (at) => {
        database.prepare("INSERT INTO local_value VALUES ('seen', ?)").run(JSON.stringify(at));
        expect(database.inTransaction).toBe(true);
        expect(wordsIn(database)).toEqual(['1 [{"text":"a"}]']);
      },
    });
    expect(wordsIn(database)).toEqual(['1 [{"text":"a"}]']);
    expect(database.inTransaction).toBe(false);
  });

  it.each<[string, (opened: Opened) => void]>([
    [
      'a projection throws',
      ({ journal }) => journal.append([said('n1', 'ok'), said('n2', 'guasto')], { actor: 'luca' }),
    ],
    [
      'what goes with them throws',
      ({ journal }) =>
        journal.append([said('n1', 'ok')], {
          actor: 'luca',
          also: () => {
            throw new Error('a bug in an effect');
          },
        }),
    ],
  ])('leaves nothing behind when %s, and goes on as if nothing had been', (_what, fails) => {
    const opened = open({ projections: [notes(1, 'guasto')] });
    const { journal, database, changed } = opened;
    journal.append([said('n1', 'prima')], { actor: 'marta' });
    const before = [chainOf(opened), wordsIn(database), [...changed]];
    expect(() => fails(opened)).toThrow('a bug');
    expect([chainOf(opened), wordsIn(database), changed]).toEqual(before);
    journal.append([said('n1', 'dopo')], { actor: 'marta' });
    expectUnbroken(chainOf(opened));
    expect(chainOf(opened)).toHaveLength(2);
  });

  it('leaves nothing behind when the disk is full, and goes on when there is space', () => {
    const opened = open();
    const { journal, database } = opened;
    journal.append([said('n1', 'prima')], { actor: 'marta' });
    database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true })}`);
    const long = said('n2', 'x'.repeat(100_000));
    let cause: unknown;
    try {
      journal.append([long], { actor: 'marta' });
    } catch (thrown) {
      cause = thrown;
    }
    expect(problemOfStorage(cause)?.code).toBe('disk-full');
    expect(journal.count()).toBe(1);
    database.pragma('max_page_count = 100000');
    journal.append([long], { actor: 'marta' });
    expectUnbroken(chainOf(opened));
    expect(wordsIn(database)).toHaveLength(2);
  });

  it.each<[string, NewFact]>([
    ['an entity no file of the share could name', { ...said('n1', 'a'), ent: 'note/<a@b.example>' }],
    ['an entity of no kind', { ...said('n1', 'a'), ent: 'n1' }],
    ['a type that is no word', { ...said('n1', 'a'), type: 'said' }],
  ])('refuses %s: no other desk would take it', (_what, fact) => {
    const { journal } = open();
    expect(() => journal.append([fact], { actor: 'marta' })).toThrow();
    expect(journal.count()).toBe(0);
  });

  it('tells the topics that changed, once for each commit and after it', () => {
    const { journal, changed } = open();
    journal.append([said('n1', 'a'), said('n2', 'b')], { actor: 'marta' });
    journal.append([{ type: 'other.done', ent: 'other/o1', body: {} }], { actor: 'marta' });
    expect(changed).toEqual([['notes'], []]);
  });
});

describe('the chain', () => {
  it('goes on after the desk is opened again, also when its clock was set back meanwhile', () => {
    const first = open();
    first.clock.set('2026-03-02T08:00:00.000Z');
    first.journal.append([said('n1', 'a'), said('n1', 'b')], { actor: 'marta' });
    const second = open({ database: first.database, clock: testClock('2026-02-27T08:00:00.000Z') });
    second.journal.append([said('n1', 'c')], { actor: 'luca' });
    const facts = chainOf(second);
    expect(facts).toHaveLength(3);
    expectUnbroken(facts);
    expect(facts.map(({ ver }) => ver)).toEqual([1, 2, 3]);
    expect(facts[2]?.at).toBe('2026-02-27T08:00:00.000Z');
    expect(clockOf(facts[2]?.hlc ?? '').milliseconds).toBe(Date.parse('2026-03-02T08:00:00.000Z'));
  });

  it('of another device begins at one, and orders its facts after what this desk knows', () => {
    const first = open();
    first.journal.append([said('n1', 'a')], { actor: 'marta' });
    const second = open({ database: first.database, device: 'desk0002', clock: testClock('2026-02-27T08:00:00.000Z') });
    const [fact] = second.journal.append([said('n1', 'b')], { actor: 'luca' });
    expect(fact).toMatchObject({ dev: 'desk0002', seq: 1, prev: '', ver: 2 });
    expect(second.journal.factsOf('note/n1').map(({ actor }) => actor)).toEqual(['marta', 'luca']);
  });

  it('is unbroken whatever is appended and however the clock moves', () => {
    const step = fc.record({
      ids: fc.array(fc.constantFrom('n1', 'n2', 'n3'), { maxLength: 3 }),
      milliseconds: fc.integer({ min: -5, max: 5 }),
      reopen: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let opened = open();
        for (const { ids, milliseconds, reopen } of steps) {
          opened.clock.advance(milliseconds);
          if (reopen) opened = open(opened);
          opened.journal.append(
            ids.map((id, index) => said(id, `${index}`)),
            { actor: 'marta' },
          );
        }
        expectUnbroken(chainOf(opened));
        expect(opened.journal.count()).toBe(steps.flatMap(({ ids }) => ids).length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('read tables', () => {
  it('are made again from all facts when their version changes, and only then', () => {
    const first = open();
    first.journal.append([said('n1', 'a'), said('n2', 'b')], { actor: 'marta' });
    first.database.prepare("UPDATE note_words SET words = 'touched'").run();
    open({ database: first.database });
    expect(wordsIn(first.database)).toEqual(['touched', 'touched']);
    open({ database: first.database, projections: [notes(2)] });
    expect(wordsIn(first.database)).toEqual(['2 [{"text":"a"}]', '2 [{"text":"b"}]']);
    open({ database: first.database, projections: [notes(1)] });
    expect(wordsIn(first.database)).toEqual(['1 [{"text":"a"}]', '1 [{"text":"b"}]']);
  });

  it('are not marked as made when the making fails', () => {
    const first = open();
    first.journal.append([said('n1', 'guasto')], { actor: 'marta' });
    expect(() => open({ database: first.database, projections: [notes(2, 'guasto')] })).toThrow(
      'a bug in a projection',
    );
    expect(wordsIn(first.database)).toEqual(['1 [{"text":"guasto"}]']);
    open({ database: first.database, projections: [notes(2)] });
    expect(wordsIn(first.database)).toEqual(['2 [{"text":"guasto"}]']);
  });

  it('take no part in entities whose kind only begins alike', () => {
    const opened = open();
    opened.journal.append([{ type: 'notes.said', ent: 'notes/n1', body: {} }, said('n1', 'a')], { actor: 'marta' });
    open({ database: opened.database, projections: [notes(2)] });
    expect(wordsIn(opened.database)).toEqual(['2 [{"text":"a"}]']);
  });
});
