/** Approvals name their desk; from where the head is not bound they wait until she confirms them (P6, P38). */
import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import {
  type ApprovedTown,
  approvedAt,
  approvedTown,
  deliveriesOf,
  reachPlanned,
} from '../../../helpers/approvedTown.ts';
import { exchangeAll, type TownDesk } from '../../../helpers/sharedTown.ts';

const deviceOf = async (desk: TownDesk): Promise<string> =>
  (await desk.share()).desks.find(({ isThis }) => isThis)?.dev ?? '';
async function bindOrnella(town: ApprovedTown, binding: { accounts?: string[]; desks?: string[] }): Promise<void> {
  await act(town.laptop.app, 'people.bind', { person: 'ornella', accounts: [], desks: [], ...binding });
  await exchangeAll(...town.all);
  for (const { clock } of town.all) clock.advance(60_000);
}
const jobOf = async ({ app }: TownDesk, id: string) => (await act(app, 'queue.list', {})).find((job) => job.id === id);

describe('an approval', () => {
  it('names the desk it was given on; where nobody is bound nothing is held', async () => {
    const town = await approvedTown();
    const id = await approvedAt(town, town.two);
    const named = { by: 'ornella', desk: 'Sportello 2' };
    for (const desk of town.all) expect(await jobOf(desk, id)).toMatchObject({ approvedOn: named, unbound: null });
    await reachPlanned(town);
    expect(deliveriesOf(town.one)).toHaveLength(1);
  });

  it('from another desk than the head’s is shown as such and does not leave until she confirms it there', async () => {
    const town = await approvedTown();
    await bindOrnella(town, { desks: [await deviceOf(town.laptop)] });
    const id = await approvedAt(town, town.two);
    for (const desk of town.all) expect(await jobOf(desk, id)).toMatchObject({ unbound: 'ornella' });
    await reachPlanned(town);
    expect(deliveriesOf(town.one)).toEqual([]);
    expect((await jobOf(town.one, id))?.obstacle).toMatchObject({
      code: 'approval-unbound',
      what: 'È fermo: risulta approvato da una postazione non legata a Ornella Vidal.',
    });
    const said = { id, how: 'app', note: '' } as const;
    await act(town.two.app, 'people.actAs', { id: 'ornella' });
    expect(await town.two.app.call('queue.confirmApproval', said)).toMatchObject({ error: { code: 'not-bound-here' } });
    await act(town.laptop.app, 'queue.confirmApproval', said);
    await reachPlanned(town);
    expect(deliveriesOf(town.one)).toHaveLength(1);
    expect(await jobOf(town.one, id)).toMatchObject({ unbound: null });
  });

  it('is confirmed by telephone only at another desk than its own, with what she said', async () => {
    const town = await approvedTown();
    await bindOrnella(town, { desks: [await deviceOf(town.laptop)] });
    const id = await approvedAt(town, town.two);
    const said = { id, how: 'telefono', note: 'Chiamata alle 10: è sua.' } as const;
    const refused = async (desk: TownDesk, note: string) => desk.app.call('queue.confirmApproval', { ...said, note });
    expect(await refused(town.two, said.note)).toMatchObject({ error: { code: 'same-desk' } });
    expect(await refused(town.one, ' ')).toMatchObject({ error: { code: 'reason-missing' } });
    await act(town.one.app, 'queue.confirmApproval', said);
    await exchangeAll(...town.all);
    for (const desk of town.all) expect(await jobOf(desk, id)).toMatchObject({ unbound: null });
  });

  it('from before the binding counts, one from her desk leaves, and only there is the binding changed', async () => {
    const town = await approvedTown();
    const before = await approvedAt(town, town.two);
    for (const { clock } of town.all) clock.advance(60_000);
    await bindOrnella(town, { desks: [await deviceOf(town.laptop)] });
    expect(await jobOf(town.one, before)).toMatchObject({ unbound: null });
    const bound = await approvedAt(town, town.laptop);
    expect(await jobOf(town.one, bound)).toMatchObject({ approvedOn: { desk: 'Portatile' }, unbound: null });
    const free = { person: 'ornella', accounts: [], desks: [] };
    expect(await town.two.app.call('people.bind', free)).toMatchObject({ error: { code: 'not-bound-here' } });
    await act(town.laptop.app, 'people.bind', free);
    expect((await act(town.laptop.app, 'people.roster', {})).bindings).toEqual([]);
  });

  it('under an account she is bound to leaves, and not under another one', async () => {
    const town = await approvedTown();
    await bindOrnella(town, { accounts: [userInfo().username.toUpperCase()] });
    const own = await approvedAt(town, town.two);
    expect(await jobOf(town.one, own)).toMatchObject({ unbound: null });
    const other = await approvedTown();
    await bindOrnella(other, { accounts: ['ovidal-di-un-altro-computer'] });
    const id = await approvedAt(other, other.two);
    expect(await jobOf(other.one, id)).toMatchObject({ unbound: 'ornella' });
  });

  it('given on a desk expelled before it was heard of makes nothing leave', async () => {
    const town = await approvedTown();
    const two = await deviceOf(town.two);
    await act(town.one.app, 'service.expelDesk', { dev: two, why: 'Rubata' });
    const id = await approvedAt(town, town.two).catch(() => undefined);
    expect(id).toBeUndefined();
    expect(await town.two.share()).toMatchObject({ expelled: { code: 'desk-expelled' }, isEnrolled: false });
    await act(town.laptop.app, 'people.actAs', { id: 'ornella' });
    expect((await town.laptop.share()).departed).toMatchObject([{ name: 'Sportello 2', by: 'marta', why: 'Rubata' }]);
    await reachPlanned(town);
    expect(deliveriesOf(town.one)).toEqual([]);
  });
});
