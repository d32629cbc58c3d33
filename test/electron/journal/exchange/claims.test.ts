/** Exclusive things between the desks: charges, sendings, register numbers (G3). */
import { describe, expect, it } from 'vitest';
import { numberEffect } from '#electron/register/numbering.ts';
import { chargeEffects } from '#electron/requests/charge.ts';
import { registerFact } from '#shared/register/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { settle, sharedTown } from '../../../helpers/driveTown.ts';
import { requestReceived } from '../../../helpers/facts.ts';
import { refuseWrites } from '../../../helpers/refuseWrites.ts';
import { openSharedDesk, type SharedDesk } from '../../../helpers/sharedDesk.ts';
import { ROW } from '../../../simulation/samples.ts';

/** A notice was sent: its row enters the register and asks for its number. */
function record({ desk }: SharedDesk, id: string): void {
  desk.journal.append([registerFact('entry.recorded', `entry/${id}`, ROW)], {
    actor: 'marta',
    also: (at) => desk.outbox.keep([numberEffect(desk, id)], at),
  });
}
const numbersOf = ({ register }: SharedDesk): readonly string[] =>
  register
    .between(null, null)
    .map(({ id, number }) => `${id}=${number}`)
    .sort();
async function work(...desks: readonly SharedDesk[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await settle(...desks);
    for (const { desk } of desks) await desk.outbox.tick();
  }
  await settle(...desks);
}

describe('a register number', () => {
  it('is given once for a row that two desks recorded before they knew of each other', async () => {
    const { one, two } = await sharedTown();
    record(one, 'r1');
    record(two, 'r1');
    await one.desk.outbox.tick();
    await two.desk.outbox.tick();
    await work(one, two);
    record(one, 'r2');
    await work(one, two);
    for (const desk of [one, two]) expect(numbersOf(desk)).toEqual(['r1=1', 'r2=2']);
  });

  it('waits while the drive refuses to be listed, and is given when it answers again', async () => {
    const { one } = await sharedTown();
    record(one, 'r1');
    one.client.weather.line = 'down';
    await one.desk.outbox.tick();
    expect(numbersOf(one)).toEqual(['r1=null']);
    one.client.weather.line = 'up';
    await work(one);
    expect(numbersOf(one)).toEqual(['r1=1']);
  });

  it.each(['INSERT ON claim', 'UPDATE ON claim'])(
    'waits while the disk of this computer is full (%s)',
    async (write) => {
      const { drive, one } = await sharedTown();
      record(one, 'r1');
      const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      const makeRoom = refuseWrites(one.database, write, full);
      await one.desk.outbox.tick();
      expect(numbersOf(one)).toEqual(['r1=null']);
      expect(one.desk.outbox.problemOf('register.number/r1/1')?.what).toContain('disco di questo computer è pieno');
      makeRoom();
      await work(one);
      expect(numbersOf(one)).toEqual(['r1=1']);
      expect(drive.paths().filter((path) => path.startsWith('q/num'))).toEqual(['q/num-2026/000001.json']);
    },
  );

  it.each(['004000', '999999999'])('is not led astray by a stray claim far above all others (%s)', async (key) => {
    const { drive, one } = await sharedTown();
    for (const id of ['r1', 'r2', 'r3']) record(one, id);
    await work(one);
    drive.put(`q/num-2026/${key}.json`, '{}');
    record(one, 'r4');
    const before = one.client.operations();
    await one.desk.outbox.tick();
    expect(one.client.operations() - before).toBeLessThan(20);
    expect(numbersOf(one)).toEqual(['r1=1', 'r2=2', 'r3=3', 'r4=4']);
  });

  it('is above what a desk wrote that is only known by its claim, and above what was torn there', async () => {
    const { drive, one } = await sharedTown();
    const by = { ent: 'entry/altra', dev: 'altro0001', nonce: 'n', hlc: 'h' };
    drive.put('q/num-2026/000300.json', JSON.stringify({ key: '000300', ...by }));
    drive.put('q/num-2026/000301.json', '{"key":"0003');
    record(one, 'r1');
    await work(one);
    expect(numbersOf(one)).toEqual(['r1=302']);
  });

  it('is not disturbed by what else lies among the claims', async () => {
    const { drive, one } = await sharedTown();
    drive.put('q/num-2026/copia-di-000001.json', '{}');
    drive.put('q/num-2026/desktop.ini', 'x');
    record(one, 'r1');
    await work(one);
    expect(numbersOf(one)).toEqual(['r1=1']);
  });

  it('whose claim was torn is burnt: the next one is taken', async () => {
    const { drive, one } = await sharedTown();
    drive.put('q/num-2026/000001.json', '{"key":"0000');
    record(one, 'r1');
    await work(one);
    expect(numbersOf(one)).toEqual(['r1=2']);
  });

  it('won before a death is recognised after it: no entry gets two', async () => {
    const { drive, one } = await sharedTown();
    record(one, 'r1');
    const { append } = one.desk.journal;
    Object.assign(one.desk.journal, {
      append: () => {
        throw new Error('morte improvvisa');
      },
    });
    await expect(one.desk.outbox.tick()).rejects.toThrow();
    Object.assign(one.desk.journal, { append });
    expect(drive.paths().filter((path) => path.startsWith('q/num'))).toEqual(['q/num-2026/000001.json']);
    const again = openSharedDesk({ drive, name: 'pc1', database: one.database, client: one.client });
    record(again, 'r2');
    await again.meet();
    await again.numbering.assign('r1');
    await again.numbering.assign('r2');
    expect(numbersOf(again)).toEqual(['r1=1', 'r2=2']);
  });

  it('given twice on a drive where two may win is put right by the desk that lost, visibly; also when that computer was copied meanwhile', async () => {
    for (const copied of [false, true]) {
      const { drive, one, two } = await sharedTown();
      drive.exclusive = 'racy';
      record(one, 'r1');
      two.clock.advance(60_000);
      record(two, 'r2');
      await Promise.all([one, two].map(({ desk }) => desk.outbox.tick()));
      expect([...numbersOf(one), ...numbersOf(two)].sort()).toEqual(['r1=1', 'r2=1']);
      const machine = copied ? 'un altro' : 'pc2';
      const loser = openSharedDesk({ drive, name: 'pc2', machine, database: two.database, clock: two.clock });
      await work(one, loser);
      for (const desk of [one, loser]) {
        expect(numbersOf(desk)).toEqual(['r1=1', 'r2=2']);
        expect(desk.register.get('r2')?.deviations.join()).toContain('2026/0001');
        expect(desk.numbering.collisions()).toEqual([]);
      }
    }
  });
});

it('a charge taken by two desks at once is kept by one, on every desk the same', async () => {
  const { one, two } = await sharedTown();
  one.write(requestReceived('r1'));
  await settle(one, two);
  for (const { desk, requests } of [one, two]) {
    const request = requests.get('r1');
    if (!request) throw new Error('Nessuna richiesta.');
    desk.journal.append([requestFact('request.takenInCharge', 'request/r1', { round: 1 })], {
      actor: desk.journal.device(),
      also: (at) => desk.outbox.keep(chargeEffects(desk, request), at),
    });
  }
  await Promise.all([one, two].map(({ desk }) => desk.outbox.tick()));
  await work(one, two);
  const [first, second] = [one, two].map(({ requests }) => requests.get('r1'));
  expect(first).toEqual(second);
  expect(first?.charges.filter(({ claimed }) => claimed)).toHaveLength(1);
  expect(first?.inCharge?.claimed).toBe(true);
});
