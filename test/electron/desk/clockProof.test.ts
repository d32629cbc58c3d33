/** The clock of a computer is proved before anything leaves by it or gets a number (P33, P40). */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '#electron/app.ts';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { addMilliseconds, instantAt } from '#shared/kernel/instant.ts';
import { type ComputerClock, computerClock } from '../../helpers/computerClock.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { openTownApp } from '../../helpers/openTown.ts';
import { openTownDeskOn } from '../../helpers/sharedTown.ts';

const DAY = 86_400_000;
const NEWS = 'https://www.comune.valdombra.example/novita/biblioteca';
const TEXT = `Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa martedì 21 aprile 2026.\n\n${NEWS}`;
/** Monday 20 April 2026 at 8:30: 49 days after the desk was last used. */
const PLANNED = instantAt('2026-04-20', '08:30');
const SECOND = 1_000;

/** A desk that can be closed and opened again, alone or on a shared folder of its own. */
interface Rig {
  readonly clock: ComputerClock;
  readonly app: () => App;
  /** Starts the app anew with the clock so far from the right time, and lets it work for a while. */
  readonly restart: (off: number) => Promise<void>;
  /** Lets the app exchange and work, some seconds long. */
  readonly work: () => Promise<void>;
  readonly left: () => readonly string[];
}

async function rig(isShared: boolean): Promise<Rig> {
  const folder = temporaryFolder();
  const shared = join(temporaryFolder(), 'PuntoSi');
  mkdirSync(shared);
  const clock = computerClock();
  // On a shared folder the harness tells the time of the drive: the right one.
  const open = (): App =>
    isShared
      ? openTownDeskOn({ name: 'Sportello 1', folder, shared, clock, steady: clock.steady, driveTime: clock.true }).app
      : openTownApp({ folder, clock, steady: clock.steady }).app;
  let app = open();
  const work = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await app.exchange();
      await app.tick();
      clock.advance(20 * SECOND);
    }
  };
  await seedPeople(app);
  if (isShared) {
    await act(app, 'service.chooseShare', {});
    await act(app, 'service.foundShare', {});
    await act(app, 'service.chooseFolder', { which: 'deliveries' });
  }
  await work();
  const deliveries = join(folder, isShared ? 'consegne-scelte' : 'consegne');
  return {
    clock,
    app: () => app,
    work,
    restart: async (off) => {
      app.close();
      clock.setOff(off);
      app = open();
      // The program ticks before the folder has answered.
      await app.tick();
      await work();
    },
    left: () => (existsSync(deliveries) ? readdirSync(deliveries).filter((name) => name.endsWith('.json')) : []),
  };
}

/** A notice that the head approves today for 20 April. */
async function planned({ app, work }: Rig, sendDate = '2026-04-20'): Promise<string> {
  const data = {
    ...{ sendDate, sendTime: null, link: NEWS, office: 'Biblioteca', category: 'Servizi' },
    reason: 'servizio' as const,
  };
  await act(app(), 'people.actAs', { id: 'marta' });
  const written = await act(app(), 'requests.write', { title: 'Biblioteca chiusa', text: TEXT, data, corrects: null });
  const { id } = written;
  const reasons = { data: 'Va bene.', prontuario: 'Concordato.', duplicati: 'Sono due avvisi diversi.' };
  await act(app(), 'drafts.forward', { id, text: TEXT, reasons });
  await act(app(), 'people.actAs', { id: 'ornella' });
  const draft = (await act(app(), 'drafts.waiting', {})).find((one) => one.id === id);
  const seen = draft?.rewritten.hash ?? '';
  await act(app(), 'queue.approve', { id, seen, text: TEXT, route: 'cartella della ditta' });
  await work();
  return id;
}

const clockOf = async ({ app }: Rig) => (await act(app(), 'service.sharing', {})).clock;
const jobOf = async ({ app }: Rig, id: string) => (await act(app(), 'queue.list', {})).find((job) => job.id === id);

describe.each([
  ['alone', false],
  ['on a shared folder', true],
])('a desk %s', (_where, isShared) => {
  it('sends a planned notice never early, however wrong the clock is at a start, and once at its time', async () => {
    const town = await rig(isShared);
    const id = await planned(town);
    for (const days of [57, -57, 365, -365, -1, 60]) {
      await town.restart(days * DAY);
      expect([days, town.left()]).toEqual([days, []]);
      expect((await clockOf(town)).asksPerson).toBe(true);
      await town.restart(0);
      expect([days, town.left()]).toEqual([days, []]);
      expect((await clockOf(town)).problem).toBeNull();
    }
    expect(await jobOf(town, id)).toMatchObject({ state: 'queued', plannedFor: PLANNED });
    town.clock.set(addMilliseconds(PLANNED, -90 * SECOND));
    await town.work();
    expect(town.left()).toEqual([]);
    await town.work();
    await town.work();
    expect(town.left()).toHaveLength(1);
    await town.restart(0);
    expect(town.left()).toHaveLength(1);
  });

  it('says in the queue and in Oggi why it waits; a person who says that the hour is right is on record', async () => {
    const town = await rig(isShared);
    const id = await planned(town, '2026-03-03');
    await town.restart(57 * DAY);
    expect((await jobOf(town, id))?.obstacle?.what).toMatch(/gli invii (e i numeri del registro )?aspettano/);
    await act(town.app(), 'service.confirmClock', {});
    expect(await clockOf(town)).toMatchObject({ problem: null, asksPerson: false });
    await town.work();
    expect(town.left()).toHaveLength(1);
  });

  it('asks again when the clock jumps, and not when the time just goes on', async () => {
    const town = await rig(isShared);
    await town.restart(57 * DAY);
    await act(town.app(), 'service.confirmClock', {});
    town.clock.advance(DAY);
    await town.work();
    expect((await clockOf(town)).problem).toBeNull();
    town.clock.setOff(-30 * DAY);
    await town.work();
    expect((await clockOf(town)).asksPerson).toBe(true);
    town.clock.setOff(0);
    await town.work();
    expect((await clockOf(town)).problem === null).toBe(isShared);
  });

  it('gives a row no number while the year is not proved, and gives it once it is', async () => {
    const town = await rig(isShared);
    const id = await planned(town, '2026-03-02');
    town.clock.advance(60 * SECOND);
    await town.work();
    expect(town.left()).toHaveLength(1);
    await town.restart(-20 * DAY);
    const sent = { id, text: null, recipients: 900, sentAt: null };
    expect(await act(town.app(), 'queue.confirmSent', sent)).toEqual({ number: 'provv.' });
    await town.work();
    expect(await act(town.app(), 'register.get', { id })).toMatchObject({ number: null });
    await town.restart(0);
    expect(await act(town.app(), 'register.get', { id })).toMatchObject({ year: 2026, number: 1 });
  });
});

describe('a desk alone', () => {
  it('is not made sure by what is written while its clock is in doubt', async () => {
    const town = await rig(false);
    const id = await planned(town);
    await town.restart(57 * DAY);
    await act(town.app(), 'people.actAs', { id: 'marta' });
    await act(town.app(), 'people.setEscalation', { name: 'Segreteria', reach: 'interno 100' });
    await town.restart(57 * DAY);
    expect((await clockOf(town)).asksPerson).toBe(true);
    expect(town.left()).toEqual([]);
    await town.restart(0);
    expect((await clockOf(town)).problem).toBeNull();
    expect(await jobOf(town, id)).toMatchObject({ state: 'queued', plannedFor: PLANNED });
  });

  it('trusts its clock after ten working days without work, and no longer after eleven', async () => {
    for (const [day, asks] of [
      ['2026-03-16', false],
      ['2026-03-17', true],
    ] as const) {
      const town = await rig(false);
      town.clock.set(instantAt(day, '09:00'));
      await town.restart(0);
      expect([day, (await clockOf(town)).asksPerson]).toEqual([day, asks]);
    }
  });

  it('goes on by itself after a night of sleep, when only the clock went on', async () => {
    const town = await rig(false);
    town.clock.setOff(15 * 3_600 * SECOND);
    await town.work();
    expect((await clockOf(town)).problem).toBeNull();
  });
});

describe('a desk on a shared folder', () => {
  it('holds back for a day ahead too, and sends nothing before the folder has told its time', async () => {
    const town = await rig(true);
    const id = await planned(town, '2026-03-03');
    await town.restart(DAY);
    expect(town.left()).toEqual([]);
    expect((await jobOf(town, id))?.obstacle).toMatchObject({ code: 'clock-wrong' });
    town.clock.set(instantAt('2026-03-03', '08:31'));
    await town.restart(0);
    expect(town.left()).toHaveLength(1);
  });
});
