import { expect, it } from 'vitest';
import { verifyShare } from '#electron/share/folder/verify.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { type MemoryDrive, memoryDrive } from '../../../helpers/memoryShare.ts';
import { openSharedDesk, type SharedDesk } from '../../../helpers/sharedDesk.ts';

const absence = (id: string) =>
  peopleFact('absence.set', `absence/${id}`, { id, person: 'marta', from: '2026-03-05', to: '2026-03-05' });

/** A founded register with three absences by the founder and one by a desk it accepted. */
async function register(drive: MemoryDrive): Promise<{ readonly one: SharedDesk; readonly two: SharedDesk }> {
  const [one, two] = [openSharedDesk({ drive, name: 'pc1' }), openSharedDesk({ drive, name: 'pc2' })];
  await one.exchange.round();
  await one.exchange.found();
  for (const id of ['a1', 'a2', 'a3']) {
    one.write(absence(id));
    await one.exchange.round();
  }
  two.write(absence('b1'));
  await two.exchange.round();
  return { one, two };
}

async function accept({ one, two }: { readonly one: SharedDesk; readonly two: SharedDesk }): Promise<void> {
  await one.exchange.round();
  const [waiting] = one.exchange.state().quarantine;
  one.write(deviceFact('device.accepted', `device/${waiting?.dev}`, { key: waiting?.key ?? '', name: 'pc2' }));
  for (const desk of [one, two, one]) await desk.exchange.round();
}

const SPACE = { id: '', format: 1, founder: { dev: '', key: '' } };

async function look(drive: MemoryDrive) {
  const { log } = drive.client('controllo', () => 0.5);
  const space = JSON.parse(Buffer.from(drive.get('formato.json') ?? []).toString('utf8')) as typeof SPACE;
  return verifyShare(space, log());
}

it('tells the desks, their facts and digests of a whole register, and the same on a second look', async () => {
  const drive = memoryDrive();
  const desks = await register(drive);
  await accept(desks);
  const report = await look(drive);
  expect(report).toMatchObject({ gaps: [], forks: [], quarantine: [], facts: desks.one.desk.journal.count() });
  expect(report.desks.map(({ name }) => name).sort()).toEqual(['pc1', 'pc2']);
  expect(await look(drive)).toEqual(report);
});

it('names the desk nobody accepted yet, and takes its facts in as soon as somebody did', async () => {
  const drive = memoryDrive();
  const desks = await register(drive);
  const before = await look(drive);
  expect(before.quarantine).toEqual([expect.objectContaining({ reason: 'unknown-desk' })]);
  expect(before.desks.map(({ name }) => name)).toEqual(['pc1']);
  await accept(desks);
  expect((await look(drive)).quarantine).toEqual([]);
});

it('names torn, foreign and missing files, and reads all the rest', async () => {
  const drive = memoryDrive();
  const desks = await register(drive);
  await accept(desks);
  const whole = await look(drive);
  const own = `j/${desks.one.desk.journal.device()}/`;
  const [first, second] = drive.paths().filter((path) => path.startsWith(own));
  drive.tear(first ?? '', 100);
  drive.put(`${second}.copia in conflitto`, 'altro');
  const damaged = await look(drive);
  expect(damaged.quarantine.map(({ path, reason }) => [path, reason]).sort()).toEqual(
    [
      [first, 'torn'],
      [`${second}.copia in conflitto`, 'foreign'],
    ].sort(),
  );
  expect(damaged.gaps.length).toBeGreaterThan(0);
  expect(damaged.digest).not.toBe(whole.digest);
  expect(damaged.facts).toBeLessThan(whole.facts);
});
