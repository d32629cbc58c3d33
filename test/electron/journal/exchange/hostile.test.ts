/** What a desk that was let in can write on purpose, or by a broken disk: it is named, and stops nobody. */
import { expect, describe as group, it } from 'vitest';
import { factTable } from '#electron/journal/factTable.ts';
import {
  MOST_DEPTH,
  MOST_FACT_BYTES,
  MOST_ITEMS,
  MOST_POSITION,
  MOST_TEXT_LENGTH,
  MOST_VERSION,
} from '#shared/journal/bounds.ts';
import { clockOf } from '#shared/journal/clock.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { absences, setAside, settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf, pen } from '../../../helpers/facts.ts';
import { openSharedDesk } from '../../../helpers/sharedDesk.ts';
import { forge, forgeLines, lineOf, reseal, stranger } from '../../../helpers/stranger.ts';
import { ORNELLA } from '../../../helpers/town.ts';

const ABSURD = Number.MAX_SAFE_INTEGER;
const NOBODY = 'f'.repeat(64);

/** A town whose first desk let in somebody who writes what he likes. */
async function townWithHostile() {
  const town = await sharedTown();
  const hostile = stranger();
  town.one.write(deviceFact('device.accepted', `device/${hostile.dev}`, { key: hostile.key, name: 'Portatile' }));
  await settle(town.one, town.two);
  const sealed = (fact: NewFact): Fact => {
    const [written] = pen(hostile.dev).write('marta', fact);
    if (!written) throw new Error('Nessun fatto.');
    return written;
  };
  return { ...town, hostile, sealed };
}

group('an absurd version', () => {
  it('is refused where it arrives, and the thing it is about goes on', async () => {
    const { drive, one, two, hostile, sealed } = await townWithHostile();
    const victim = two.desk.journal.device();
    const facts = [
      deviceFact('device.joined', `device/${victim}`, { name: 'Rubata', app: '9' }),
      { type: 'mailbox.checked', ent: 'mailbox/2026-03-02', body: {} },
      peopleFact('person.set', `person/${ORNELLA.id}`, { ...ORNELLA, address: 'altro@evil.example' }),
    ];
    const paths = facts.map((fact, index) =>
      forge(drive, hostile.dev, [reseal(sealed(fact), { ver: ABSURD, base: NOBODY, seq: index + 1 })], hostile),
    );
    one.write(absenceOf('a1'));
    await settle(one, two);
    for (const desk of [one, two]) {
      expect(setAside(desk)).toEqual(Object.fromEntries(paths.map((path) => [path, 'broken'])));
      for (const { ent } of facts) {
        expect(desk.desk.journal.factsOf(ent).some(({ dev }) => dev === hostile.dev)).toBe(false);
      }
      expect(absences(desk)).toEqual(['a1 2026-03-05']);
      expect(desk.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
    }
  });

  it('that an older app let in neither wins for ever nor stops what is written after it, here and at the others', async () => {
    const { one, two, sealed } = await townWithHostile();
    const victim = two.desk.journal.device();
    const stolen = deviceFact('device.joined', `device/${victim}`, { name: 'Rubata', app: '9' });
    const moved = peopleFact('person.set', `person/${ORNELLA.id}`, { ...ORNELLA, address: 'altro@evil.example' });
    for (const [index, fact] of [stolen, moved].entries()) {
      const absurd = reseal(sealed(fact), { ver: ABSURD, base: NOBODY, seq: index + 1 });
      factTable(two.database).insert(absurd, true);
    }
    // The next thing that is written there is believed, and its version is one every desk takes.
    const [mended] = two.write(peopleFact('person.set', `person/${ORNELLA.id}`, ORNELLA));
    expect(mended?.ver).toBeLessThan(MOST_VERSION);
    expect(two.desk.roster().people.find(({ id }) => id === ORNELLA.id)?.address).toBe(ORNELLA.address);
    two.write(absenceOf('a2'));
    await settle(two, one);
    expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0, problem: null });
    expect(absences(one)).toEqual(['a2 2026-03-05']);
    expect(one.desk.roster().people.find(({ id }) => id === ORNELLA.id)?.address).toBe(ORNELLA.address);
    expect(setAside(one)).toEqual({});
  });
});

group('a clock', () => {
  it('of no time at all is refused; one thousands of years ahead is kept, not adopted, and loses to who saw it', async () => {
    const { drive, one, two, hostile, sealed } = await townWithHostile();
    const stamp = (hex: string): string => `${hex.repeat(16)}.${hostile.dev}`;
    const refused = [
      reseal(sealed(absenceOf('x1')), { hlc: stamp('f') }),
      reseal(sealed(absenceOf('x2')), { at: '9999-12-31T23:59:59.999Z', seq: 2 }),
    ].map((fact) => forge(drive, hostile.dev, [fact], hostile));
    forge(drive, hostile.dev, [reseal(sealed(absenceOf('a1', '2026-03-09')), { hlc: stamp('a'), seq: 3 })], hostile);
    await settle(one, two);
    expect(setAside(two)).toEqual(Object.fromEntries(refused.map((path) => [path, 'broken'])));
    expect(absences(two)).toEqual(['a1 2026-03-09']);
    const [answer] = two.write(absenceOf('a1', '2026-03-10'));
    expect(clockOf(answer?.hlc ?? '').milliseconds).toBeLessThan(Date.parse(two.clock.now()) + 60_000);
    await settle(two, one);
    for (const desk of [one, two]) expect(absences(desk)).toEqual(['a1 2026-03-10']);
  });
});

group('a body', () => {
  const text = (length: number): string => JSON.stringify({ testo: 'x'.repeat(length) });
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const items = (count: number): string => `[${Array.from({ length: count }, () => 0).join(',')}]`;
  const fields = (count: number): string =>
    `{${Array.from({ length: count }, (_, index) => `"${String(index).padStart(6, '0')}":0`).join(',')}}`;

  it.each([
    ['deeper than SQLite reads', nested(1_500)],
    ['a level too deep', nested(MOST_DEPTH + 1)],
    ['with a text too long', text(MOST_TEXT_LENGTH + 1)],
    ['with a list too long', items(MOST_ITEMS + 1)],
    ['with too many fields', fields(MOST_ITEMS + 1)],
    ['of 31 MB in one line', text(31 * 1024 * 1024)],
    ['padded with blanks', `${' '.repeat(MOST_FACT_BYTES)}[]`],
  ])('%s is refused with its file, named, and nothing else', async (_, body) => {
    const { drive, one, two, hostile, sealed } = await townWithHostile();
    const target = deviceFact('device.accepted', `device/${two.desk.journal.device()}`, { key: 'x', name: '' });
    const path = forgeLines(drive, hostile.dev, lineOf(sealed(target), body), hostile);
    two.write(absenceOf('a2'));
    await settle(two, one);
    expect(setAside(one)).toEqual({ [path]: 'broken' });
    expect(absences(one)).toEqual(['a2 2026-03-05']);
    expect(one.exchange.state()).toMatchObject({ state: 'connected', isEnrolled: true, problem: null });
    expect(two.exchange.state()).toMatchObject({ state: 'connected', isEnrolled: true, problem: null });
  });

  it('as large as any the app writes is taken in', async () => {
    const { drive, one, hostile, sealed } = await townWithHostile();
    const fact = { type: 'futuro.scritto', ent: 'futuro/1', body: {} };
    for (const [index, body] of [nested(MOST_DEPTH), text(MOST_TEXT_LENGTH), items(MOST_ITEMS)].entries()) {
      const seq = index + 1;
      forgeLines(drive, hostile.dev, lineOf({ ...sealed(fact), seq }, body), hostile, seq);
    }
    await settle(one);
    expect(setAside(one)).toEqual({});
    expect(one.desk.journal.factsOf('futuro/1')).toHaveLength(3);
  });
});

it('nobody writes under the name of a desk of this computer, whoever let in another key: its next position is its own', async () => {
  const { drive, one, two, hostile } = await townWithHostile();
  const victim = two.desk.journal.device();
  const forger = stranger(7);
  one.write(deviceFact('device.accepted', `device/${victim}`, { key: forger.key, name: '' }));
  const [fact] = pen(victim).write('marta', absenceOf('x1'));
  if (!fact) throw new Error('Nessun fatto.');
  const path = forge(drive, victim, [reseal(fact, { seq: MOST_POSITION, prev: NOBODY })], forger);
  await settle(one, two);
  expect(setAside(two)).toEqual({ [path]: 'unknown-desk' });
  const again = openSharedDesk({ drive, name: 'pc2', database: two.database, client: two.client });
  again.write(absenceOf('a2'));
  await settle(again, one);
  expect(again.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
  expect(absences(one)).toContain('a2 2026-03-05');
  expect(hostile.dev).not.toBe(victim);
});
