import { expect, test } from 'vitest';
import { contract } from '#shared/ipc/contract.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search.ts';
import { fakeBridge } from '../helpers/fakeBridge.ts';

const reads: readonly (readonly [MethodName, unknown])[] = [
  ['service.status', {}],
  ['requests.list', {}],
  ['requests.get', { id: 'biblioteca-2' }],
  ['drafts.waiting', {}],
  ['drafts.pack', {}],
  ['drafts.toRegularise', {}],
  ['people.roster', {}],
  ['queue.list', {}],
  ['register.list', { from: null, to: null }],
  ['register.search', { ...EVERY_ROW, order: NEWEST_FIRST, limit: 5 }],
  ['register.page', { ...EVERY_ROW, order: { by: 'office', direction: 'ascending' }, limit: 5, offset: 5 }],
  ['register.get', { id: 'entry-204' }],
  ['register.view', {}],
  ['requests.checkMailbox', {}],
];

test.each(reads)('the fake answers %s as the contract says', async (method, input) => {
  const reply = await fakeBridge().call(method, contract[method].input.parse(input));
  expect(reply.ok && contract[method].output.parse(reply.value)).toEqual(reply.ok && reply.value);
});

test('the fake keeps what is done, by the rules of the house', async () => {
  const bridge = fakeBridge();
  const id = 'soccorso-1';
  expect(await bridge.call('drafts.forward', { id, text: '', reasons: {} })).toMatchObject({
    ok: false,
    error: { code: 'text-empty' },
  });
  const text = `*Corso di primo soccorso*

Il corso gratuito comincia sabato 12 dicembre alle 9 al centro civico di Valdombra.

https://www.comune.valdombra.example/novita/primo-soccorso`;
  expect(await bridge.call('drafts.forward', { id, text, reasons: {} })).toEqual({
    ok: true,
    value: { to: 'Ornella Vidal', effect: null },
  });
  expect(await bridge.call('requests.get', { id })).toMatchObject({ value: { state: 'forwarded', text } });
  expect(await bridge.call('requests.setData', { id, data: { office: 'Sport' } })).toMatchObject({
    ok: false,
    error: { code: 'request-forwarded' },
  });
});
