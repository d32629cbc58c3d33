import { expect, test } from 'vitest';
import { confirmedCount, isConfirmed, ownWarnings, proposedData, sourceOf } from '#renderer/drafts/dataState.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { fakeDesk } from '../../helpers/fakeDesk.ts';

const detail = (id: string): RequestDetail => {
  const found = fakeDesk().detail(id);
  if (!found) throw new Error(id);
  return found;
};

test('only what a person confirmed counts, and an empty value is never confirmed', () => {
  expect(confirmedCount(detail('biblioteca-2'))).toEqual({ confirmed: 4, of: 5 });
  const emptied = { ...detail('biblioteca-2'), data: { ...detail('biblioteca-2').data, link: null } };
  expect(isConfirmed(emptied, 'link')).toBe(false);
});

test('confirming everything sets what is proposed and nobody confirmed, the time with its date', () => {
  expect(proposedData(detail('biblioteca-2'))).toEqual({ category: 'Eventi' });
  expect(proposedData(detail('imu-1'))).toEqual({
    sendDate: '2026-12-01',
    sendTime: null,
    office: 'Tributi',
    category: 'Scadenze',
    reason: 'scadenza',
  });
});

test('every value says where it comes from', () => {
  const request = detail('imu-1');
  expect(sourceOf(request, 'sendDate')).toBe('dalla e-mail');
  expect(sourceOf(request, 'category')).toBe('proposto');
  expect(sourceOf(request, 'link')).toBe('');
  expect(sourceOf({ ...request, data: { ...request.data, sendDate: '2026-12-02' } }, 'sendDate')).toBe('scelto da noi');
});

test('a request shows the warnings of its e-mail and its own, not those of its neighbours', () => {
  const warnings = [
    { code: 'unknown-sender', message: 'Verifica il mittente.' },
    { code: 'date-to-confirm', message: 'Richiesta 2: Conferma la data.' },
    { code: 'date-to-confirm', message: 'Richiesta 3: Scegli il link.' },
  ];
  expect(ownWarnings({ ...detail('biblioteca-2'), warnings })).toEqual(['Verifica il mittente.', 'Conferma la data.']);
});
