import { expect, it } from 'vitest';
import { REGISTER_COLUMNS } from '#shared/register/columns.ts';
import { rosterOf } from '../../helpers/town.ts';
import { BODY } from './sample.ts';

const entry = { ...BODY, id: 'r1', year: 2026, number: 1 };
const approver = (change: object) =>
  REGISTER_COLUMNS.find(({ id }) => id === 'approvedBy')?.sheet.value(
    { ...entry, ...change },
    { roster: rosterOf(), numberOf: () => null, heardOf: () => null },
  );

it('says in the sheet who wrote an approval down, and how it was given; a press of her own is a name (P38)', () => {
  expect(approver({})).toBe('Ornella Vidal');
  const approval = { way: 'telefono', recordedBy: 'marta', recordedAt: '2026-03-05T08:12:00.000Z', note: '' };
  expect(approver({ approval })).toBe(
    'Ornella Vidal per telefono, lo scrive Marta Bellin giovedì 5 marzo 2026 alle 09:12',
  );
  expect(approver({ approval: { ...approval, recordedAt: null } })).toBe(
    'Ornella Vidal per telefono, lo scrive Marta Bellin',
  );
});
