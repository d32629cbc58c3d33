/** An emergency is accepted only if it can leave now, and shouts when it later does not (P34). */
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { ok } from '#shared/kernel/result.ts';
import { alarmWords } from '#shared/queue/alarm.ts';
import { openTown } from '../../helpers/openTown.ts';

const EMERGENCY = {
  title: 'Allerta rossa',
  text: 'Allerta rossa: resta in casa fino alle 6.',
  link: null,
  authoriser: 'Sindaca',
  why: 'Piena del fiume',
};
/** Sunday evening. */
const town = () => openTown({ now: '2026-11-22T21:00:00.000Z', ask: async () => ok(null) });
const without = async (app: Awaited<ReturnType<typeof town>>['app'], ...fields: readonly ('mayor' | 'mailbox')[]) => {
  await act(app, 'people.actAs', { id: 'ornella' });
  await act(app, 'people.setTown', { changes: fields.map((field) => ({ field, value: null })) });
  await act(app, 'people.actAs', { id: 'marta' });
};

describe('the way is looked at before the emergency is accepted', () => {
  it('names everything that is missing, and keeps nothing', async () => {
    const { app } = await town();
    await without(app, 'mayor', 'mailbox');
    const reply = await app.call('queue.emergency', { ...EMERGENCY, route: 'e-mail alla ditta' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'route-lacks' } });
    expect(await act(app, 'queue.list', {})).toEqual([]);
    expect(await act(app, 'queue.routes', {})).toMatchObject([
      { lacks: [] },
      { route: 'e-mail alla ditta', lacks: ['mailbox', 'mayor'] },
      { lacks: [] },
    ]);
  });

  it('a folder that is away refuses it loudly; another way is open', async () => {
    const { app, folder } = await town();
    renameSync(join(folder, 'consegne'), join(folder, 'altrove'));
    const refused = await app.call('queue.emergency', { ...EMERGENCY, route: 'cartella della ditta' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'emergency-cannot-leave' } });
    expect(await act(app, 'queue.list', {})).toEqual([]);
    await act(app, 'queue.emergency', { ...EMERGENCY, route: 'gruppo operativo' });
    expect(await act(app, 'queue.list', {})).toMatchObject([{ isEmergency: true }]);
  });

  it('leaves without the mayor’s copy alone, says so, and asks for it until it is sent', async () => {
    const { app, clock, folder } = await town();
    await without(app, 'mayor');
    const { id } = await act(app, 'queue.emergency', { ...EMERGENCY, route: 'e-mail alla ditta' });
    clock.advance(11_000);
    await app.tick();
    const [file = ''] = readdirSync(join(folder, 'uscita'));
    expect(readFileSync(join(folder, 'uscita', file)).toString('latin1')).toMatch(/^Cc: ornella\.vidal@[^,\r\n]+\r?$/m);
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'toPost', mayorCopy: 'due' }]);
    await act(app, 'queue.mayorCopied', { id });
    expect(await act(app, 'queue.list', {})).toMatchObject([{ mayorCopy: 'given' }]);
  });
});

describe('an operator writes an address nobody knew', () => {
  it('but changes none that is there', async () => {
    const { app } = await town();
    await without(app, 'mayor');
    await act(app, 'people.setTown', { changes: [{ field: 'mayor', value: 'sindaca@comune.valdombra.example' }] });
    const change = { changes: [{ field: 'mayor', value: 'altra@comune.valdombra.example' }] };
    expect(await app.call('people.setTown', change)).toMatchObject({ ok: false, error: { code: 'not-your-role' } });
  });
});

describe('an emergency that does not leave', () => {
  it('is counted and told once for each failing, in words alone', async () => {
    const { app, clock, folder, asked } = await town();
    const told = () => asked.filter(({ what }) => what === 'notify');
    await act(app, 'queue.emergency', { ...EMERGENCY, route: 'cartella della ditta' });
    renameSync(join(folder, 'consegne'), join(folder, 'altrove'));
    for (const _minute of [1, 2, 3]) {
      clock.advance(61_000);
      await app.tick();
    }
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'deferred' }]);
    expect((await act(app, 'service.status', {})).counts.alarms).toBe(1);
    expect(told()).toEqual([{ what: 'notify', ...alarmWords('Allerta rossa', 'deferred') }]);
    renameSync(join(folder, 'altrove'), join(folder, 'consegne'));
    clock.advance(61_000);
    await app.tick();
    expect((await act(app, 'service.status', {})).counts.alarms).toBe(0);
    expect(told()).toHaveLength(1);
  });
});
