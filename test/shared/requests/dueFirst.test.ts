import { expect, test } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { dueFirst, type WorkRow } from '#shared/requests/dueFirst.ts';

const order = { calendar: valdombra.calendar, person: 'bellin' };
const row = (id: string, change: Partial<WorkRow> = {}): WorkRow => ({
  id,
  receivedAt: '2026-03-02T08:00:00.000Z',
  data: { sendDate: null, sendTime: null },
  inCharge: null,
  waits: [],
  ...change,
});
const ids = (rows: readonly WorkRow[]) => rows.map(({ id }) => id);

test('what is to be done comes urgent first, then by deadline, and what others have in charge last', () => {
  const rows = [
    row('others', { inCharge: { person: 'zennaro' }, receivedAt: '2026-02-02T08:00:00.000Z' }),
    row('later', { receivedAt: '2026-03-03T08:00:00.000Z' }),
    row('waited', { waits: [{ from: '2026-03-02T08:00:00.000Z', to: '2026-03-04T08:00:00.000Z' }] }),
    row('mine', { inCharge: { person: 'bellin' }, receivedAt: '2026-02-27T08:00:00.000Z' }),
    row('first'),
    row('urgent', { receivedAt: '2026-03-04T07:00:00.000Z', data: { sendDate: '2026-03-05', sendTime: null } }),
  ];
  expect(ids(dueFirst(rows, order))).toEqual(['urgent', 'mine', 'first', 'later', 'waited', 'others']);
  expect(ids(dueFirst(rows, { ...order, person: undefined })).at(-1)).toBe('mine');
});
