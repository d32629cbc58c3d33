/** From which of the desks that share a register a notice leaves (P33), and that a person sees it where it leaves from none. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { exchangeAll, joinAll, openTownDeskOn, type TownDesk } from '../../helpers/sharedTown.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/biblioteca';
const TEXT = `Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa lunedì 9 marzo 2026.\n\n${NEWS}`;
const PLANNED = instantAt('2026-03-05', '08:30');
const ROUTE = 'cartella della ditta';

/** Marta's desk, which worked alone and founds the register, and the head's, which joins it: both with default folders. */
async function twoDesks(): Promise<{ first: TownDesk; second: TownDesk }> {
  const shared = join(temporaryFolder(), ' PuntoSi');
  mkdirSync(shared);
  const first = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(first.app);
  await act(first.app, 'people.actAs', { id: 'marta' });
  const second = openTownDeskOn({ name: 'Sportello 2', shared });
  await joinAll(first, second);
  await act(second.app, 'people.actAs', { id: 'ornella' });
  return { first, second };
}

/** A notice written, forwarded and approved at one desk. */
async function approvedAt({ app }: TownDesk): Promise<string> {
  const data = {
    ...{ sendDate: '2026-03-05', sendTime: null, link: NEWS },
    ...{ office: 'Biblioteca', category: 'Servizi', reason: 'servizio' as const },
  };
  const { id } = await act(app, 'requests.write', { title: '', text: TEXT, data, corrects: null });
  await act(app, 'drafts.forward', { id, text: TEXT, reasons: { prontuario: 'Concordato.' } });
  const [draft] = await act(app, 'drafts.waiting', {});
  await act(app, 'queue.approve', { id, seen: draft?.rewritten.hash ?? '', text: TEXT, route: ROUTE });
  return id;
}

const jobOf = async ({ app }: TownDesk, id: string) => (await act(app, 'queue.list', {})).find((job) => job.id === id);
const routeOf = async ({ app }: TownDesk) => (await act(app, 'queue.routes', {})).find(({ route }) => route === ROUTE);
const comeTo = (moment: typeof PLANNED, ...desks: readonly TownDesk[]): void => {
  for (const { clock } of desks) clock.set(moment);
};

describe('a notice approved at a desk that joined a register (P33)', () => {
  it('leaves from the desk that founded it, out of the folder it sent from so far; the other knows which that is', async () => {
    const { first, second } = await twoDesks();
    expect(await routeOf(first)).toEqual({ route: ROUTE, lacks: [], servedBy: null });
    expect(await routeOf(second)).toEqual({ route: ROUTE, lacks: ['folder'], servedBy: 'Sportello 1' });
    const id = await approvedAt(second);
    await exchangeAll(first, second);
    expect(await act(second.app, 'service.stuck', {})).toEqual([]);
    comeTo(PLANNED, first, second);
    await exchangeAll(second);
    expect((await jobOf(second, id))?.obstacle).toMatchObject({
      code: 'route-not-here',
      what: 'Questo invio parte da «Sportello 1», che adesso non si vede.',
    });
    await exchangeAll(first, second);
    expect(readdirSync(join(first.folder, 'consegne')).filter((name) => name.endsWith('.json'))).toHaveLength(1);
    expect(readdirSync(join(second.folder, 'consegne'))).toEqual([]);
    expect(await jobOf(second, id)).toMatchObject({ state: 'handedOver', deskName: 'Sportello 1' });
  });

  it('is a task at once where no desk has the folder, and leaves as soon as somebody chooses one', async () => {
    const { first, second } = await twoDesks();
    const { desks } = await second.share();
    const founder = desks.find(({ name }) => name === 'Sportello 1')?.dev ?? '';
    await act(second.app, 'service.expelDesk', { dev: founder, why: 'Il computer è stato ritirato.' });
    expect(await routeOf(second)).toEqual({ route: ROUTE, lacks: ['folder'], servedBy: null });
    const id = await approvedAt(second);
    // Two days before its moment.
    expect(await act(second.app, 'service.stuck', {})).toEqual([
      expect.objectContaining({
        what: 'sending',
        request: id,
        problem: expect.objectContaining({ code: 'route-served-nowhere' }),
      }),
    ]);
    comeTo(PLANNED, first, second);
    await exchangeAll(second);
    expect(await jobOf(second, id)).toMatchObject({ state: 'queued', obstacle: { code: 'route-served-nowhere' } });
    await act(second.app, 'service.chooseFolder', { which: 'deliveries' });
    await exchangeAll(second);
    expect(await jobOf(second, id)).toMatchObject({ state: 'handedOver', deskName: 'Sportello 2' });
    expect(await act(second.app, 'service.stuck', {})).toEqual([]);
  });
});
