import { describe, expect, it } from 'vitest';
import { peopleFact } from '#shared/people/facts.ts';
import { type MemoryDrive, memoryDrive } from '../../helpers/memoryShare.ts';
import { openSharedDesk, type SharedDesk } from '../../helpers/sharedDesk.ts';

const absence = (id: string, day: string) =>
  peopleFact('absence.set', `absence/${id}`, { id, person: 'marta', from: day, to: day });
const absences = ({ desk }: SharedDesk): readonly string[] =>
  desk.roster().absences.map(({ id, from }) => `${id} ${from}`);

/** Lets everything that waits arrive everywhere. */
async function settle(...desks: readonly SharedDesk[]): Promise<void> {
  for (let round = 0; round < 3; round++) for (const desk of desks) await desk.exchange.round();
}

/** The first desk founds the register; the others are accepted by it. */
async function town(drive: MemoryDrive, ...names: readonly string[]): Promise<readonly SharedDesk[]> {
  const desks = names.map((name) => openSharedDesk({ drive, name }));
  const [first, ...others] = desks;
  if (!first) throw new Error('Nessuna postazione.');
  await first.exchange.round();
  expect(first.exchange.state().state).toBe('unfounded');
  expect(await first.exchange.found()).toBe(true);
  await first.exchange.round();
  for (const other of others) await other.exchange.round();
  await first.exchange.round();
  for (const { dev, key } of first.exchange.state().quarantine) {
    const { deviceFact } = await import('#shared/journal/devices.ts');
    first.write(deviceFact('device.accepted', `device/${dev}`, { key: key ?? '', name: '' }));
  }
  await settle(...desks);
  return desks;
}

describe('the exchange', () => {
  it('lets a desk that founded the register and one that was accepted see the same', async () => {
    const [one, two] = await town(memoryDrive(), 'pc1', 'pc2');
    if (!one || !two) throw new Error('Mancano postazioni.');
    one.write(absence('a1', '2026-03-05'));
    two.write(absence('a2', '2026-03-06'));
    await settle(one, two);
    expect(absences(one)).toEqual(['a1 2026-03-05', 'a2 2026-03-06']);
    expect(absences(two)).toEqual(absences(one));
    for (const desk of [one, two]) {
      expect(desk.exchange.state()).toMatchObject({
        state: 'connected',
        waiting: 0,
        quarantine: [],
        gaps: [],
        forks: [],
        isEnrolled: true,
      });
      expect(
        desk.exchange
          .state()
          .desks.map(({ name }) => name)
          .sort(),
      ).toEqual(['pc1', 'pc2']);
    }
  });
});
