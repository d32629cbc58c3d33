/** The bridge of the tests: the real core behind it, faults in front of it. */
import { expect, test } from 'vitest';
import { FIRST_IN_WORK } from '#shared/requests/views.ts';
import { ALONE } from '../helpers/alone.ts';
import { townBridge } from '../helpers/bridge.ts';

const TEXT = `*Corso di primo soccorso*

Il corso gratuito comincia sabato 12 dicembre alle 9 al centro civico di Valdombra.

https://www.comune.valdombra.example/novita/primo-soccorso`;
const FULL = { code: 'disk-full', what: 'Il disco è pieno.', remedy: 'Libera spazio.' };

test('the core behind it keeps what is done, by the rules of the house', async () => {
  const bridge = townBridge();
  const id = 'soccorso-1';
  expect(await bridge.call('drafts.forward', { id, text: '', reasons: {} })).toMatchObject({
    ok: false,
    error: { code: 'text-empty' },
  });
  expect(await bridge.call('drafts.forward', { id, text: TEXT, reasons: {} })).toMatchObject({
    ok: true,
    value: { to: 'Ornella Vidal' },
  });
  expect(await bridge.ask('requests.get', { id })).toMatchObject({ state: 'forwarded', text: TEXT });
  expect(await bridge.call('requests.setData', { id, data: { office: 'Sport' } })).toMatchObject({
    ok: false,
    error: { code: 'request-forwarded' },
  });
  expect(bridge.calls.map(({ method }) => method)).toEqual(['drafts.forward', 'drafts.forward', 'requests.setData']);
});

test('what the core tells reaches the screens after the step that tells it', async () => {
  const bridge = townBridge();
  const heard: unknown[] = [];
  const leave = bridge.onEvent((event) => heard.push(event));
  await bridge.ask('requests.takeCharge', { id: 'nido-1' });
  expect(heard).toEqual([{ name: 'changed', topics: ['requests'] }]);
  leave();
  await bridge.ask('people.setAbsence', { id: null, person: 'vidal', from: '2026-12-01', to: '2026-12-01' });
  expect(heard).toHaveLength(1);
});

test('a method that fails does not reach the core, until it works again', async () => {
  const bridge = townBridge({ problems: { 'requests.list': FULL } });
  expect(await bridge.call('requests.list', {})).toEqual({ ok: false, error: FULL });
  bridge.fail('requests.list');
  expect(await bridge.call('requests.list', FIRST_IN_WORK)).toMatchObject({ ok: true });
  bridge.fail('requests.takeCharge', FULL);
  expect(await bridge.call('requests.takeCharge', { id: 'nido-1' })).toEqual({ ok: false, error: FULL });
  expect(await bridge.ask('requests.get', { id: 'nido-1' })).toMatchObject({ state: 'open' });
});

test('a method that is hushed never answers', async () => {
  const bridge = townBridge();
  bridge.hush('service.status');
  const first = await Promise.race([bridge.call('service.status', {}), bridge.call('requests.list', FIRST_IN_WORK)]);
  expect(first).toMatchObject({ ok: true, value: { rows: expect.any(Array) } });
});

test('an answer that the core cannot bring about is put in its place', async () => {
  const share = { ...ALONE, deskName: 'Sportello 7' };
  const bridge = townBridge({ share });
  expect(await bridge.call('service.sharing', {})).toEqual({ ok: true, value: share });
  expect((await bridge.ask('service.sharing', {})).deskName).toBe('Sportello 1');
});

test('each bridge has its own desk, prepared once', async () => {
  const [one, other] = [townBridge(), townBridge()];
  await one.ask('requests.takeCharge', { id: 'nido-1' });
  expect(await other.ask('requests.get', { id: 'nido-1' })).toMatchObject({ state: 'open' });
  expect(await townBridge({ empty: true }).ask('requests.list', FIRST_IN_WORK)).toMatchObject({ rows: [] });
  expect((await townBridge({ fresh: true }).ask('people.session', {})).people).toEqual([]);
});

test('what other desks told stands against what this one told', async () => {
  const at = '2026-11-24T08:00:00.000Z';
  const fact = { type: 'request.dataSet', ent: 'request/nido-1' };
  const bridge = townBridge({
    told: [
      { fact: { ...fact, body: { office: 'Servizi educativi' } }, actor: 'bellin', at },
      { fact: { ...fact, body: { office: 'Segreteria' } }, actor: 'zennaro', at, dev: 'desk2' },
    ],
  });
  const { conflicts, data } = await bridge.ask('requests.get', { id: 'nido-1' });
  expect(conflicts.map(({ field }) => field)).toEqual(['office']);
  expect(data.office).toBe('Segreteria');
});
