import { expect, test } from 'vitest';
import {
  answeredData,
  confirmedCount,
  isConfirmed,
  ownWarnings,
  proposedData,
  sourceOf,
} from '#renderer/requests/data/dataState.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { townBridge } from '../../../helpers/bridge.ts';

const detail = (id: string): Promise<RequestDetail> => townBridge().ask('requests.get', { id });

test('only what a person confirmed counts, and an empty value is never confirmed', async () => {
  const request = await detail('biblioteca-2');
  expect(confirmedCount(request)).toEqual({ confirmed: 4, of: 5 });
  const emptied = { ...request, data: { ...request.data, link: null } };
  expect(isConfirmed(emptied, 'link')).toBe(false);
});

test('confirming everything sets what is proposed and nobody confirmed, the time with its date', async () => {
  expect(proposedData(await detail('biblioteca-2'))).toEqual({ category: 'Eventi' });
  expect(proposedData(await detail('imu-1'))).toEqual({
    sendDate: '2026-12-01',
    sendTime: null,
    office: 'Tributi',
    category: 'Scadenze',
    reason: 'scadenza',
  });
});

test('every value says where it comes from', async () => {
  const request = await detail('imu-1');
  expect(sourceOf(request, 'sendDate')).toBe('dalla e-mail');
  expect(sourceOf(request, 'category')).toBe('proposto');
  expect(sourceOf(request, 'link')).toBe('');
  expect(sourceOf({ ...request, data: { ...request.data, sendDate: '2026-12-02' } }, 'sendDate')).toBe('scelto da noi');
});

test('a request shows the warnings of its e-mail and its own, not those of its neighbours', async () => {
  const warnings = [
    { code: 'unknown-sender', message: 'Verifica il mittente.' },
    { code: 'date-to-confirm', message: 'Richiesta 2: Conferma la data.' },
    { code: 'date-to-confirm', message: 'Richiesta 3: Scegli il link.' },
  ];
  expect(ownWarnings({ ...(await detail('biblioteca-2')), warnings })).toEqual([
    'Verifica il mittente.',
    'Conferma la data.',
  ]);
});

test('what an answer says otherwise is proposed in its field, with its moment; what it filled says where it is from (P17)', async () => {
  const request = await detail('imu-1');
  const at = '2026-11-24T08:30:00.000Z';
  const says = { sendDate: '2026-12-03', sendTime: '10:00', link: 'https://www.comune.example/saldo', text: null };
  const answer = { mail: 'm2', receivedAt: at, says, withdraws: false, fromHead: false };
  const answered = { ...request, answers: [answer] };
  expect(answeredData(answered, 'sendDate')).toEqual({
    change: { sendDate: '2026-12-03', sendTime: '10:00' },
    ...{ day: '2026-12-03', link: null, at },
  });
  expect(answeredData(answered, 'link')?.change).toEqual({ link: says.link });
  expect(answeredData({ ...request, answers: [{ ...answer, fromHead: true }] }, 'sendDate')).toBeUndefined();
  const taken = { ...answered, data: { ...request.data, sendDate: says.sendDate } };
  expect(answeredData(taken, 'sendDate')).toBeUndefined();
  expect(sourceOf(taken, 'sendDate')).toBe('dalla risposta');
});
