import { expect, test } from 'vitest';
import type { TodayRow } from '#renderer/service/today/todayRows.ts';
import {
  clockRow,
  departedDesks,
  expelledRow,
  registerRow,
  roleRows,
  unboundRow,
} from '#renderer/service/today/trustRows.ts';
import { expelledProblem } from '#shared/journal/devices.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { DOUBTED, SHARED, UNCONFIRMED } from '../../../helpers/shares.ts';
import { jobWith } from '../../queue/jobs.ts';

const AT = '2026-11-24T08:00:00.000Z';
const session = () => townBridge().ask('people.session', {});
const said = (rows: readonly TodayRow[]) => rows.map(({ verb, thing, due }) => `${verb} ${thing} (${due})`);

test('the clock is a task only where a person has to look at it', () => {
  expect(clockRow(SHARED.clock)).toEqual([]);
  expect(clockRow({ ...DOUBTED.clock, asksPerson: false })).toEqual([]);
  const [row] = clockRow(DOUBTED.clock);
  expect(row).toMatchObject({ target: { place: 'clock' }, flag: { text: 'invii in attesa' }, at: '' });
  expect(row?.story).toContain('Finché non è confermata da qui non parte niente.');
});

test('a register to confirm is a task, with the folder; any other state is none', () => {
  expect(registerRow(SHARED)).toEqual([]);
  expect(registerRow(UNCONFIRMED)).toMatchObject([
    { target: { place: 'register' }, verb: 'Conferma il registro condiviso', thing: UNCONFIRMED.configured },
  ]);
});

test('this desk expelled says so, with the reason and what to do', () => {
  expect(expelledRow(SHARED)).toEqual([]);
  const expelled = expelledProblem({ revoked: { by: 'vidal', at: AT, why: 'Rubata' } }) ?? null;
  const [row] = expelledRow({ ...SHARED, expelled });
  expect(row).toMatchObject({ flag: { text: 'non invia più' }, thing: '«Sportello 1» non fa più parte del registro' });
  expect(row?.story).toContain('Rubata');
});

test('desks that were expelled and roles that changed are told with who did it and when', async () => {
  const known = await session();
  const gone = { dev: 'desk2', name: 'Sportello 2', by: 'bellin', at: AT, why: 'Rubata' };
  expect(said(departedDesks([gone], known))).toEqual([
    'Postazione tolta: «Sportello 2», da Marta Bellin: Rubata (oggi alle 09:00)',
  ]);
  const change = { fact: 'f', person: 'vidal', by: 'bellin', at: AT };
  const all = (['given', 'taken', 'bound', 'pinSet', 'pinRemoved'] as const).map((what) => ({ ...change, what }));
  expect(said(roleRows(all, known))).toEqual([
    'Chi approva: Ornella Vidal ha adesso il ruolo di capo settore, per mano di Marta Bellin (oggi alle 09:00)',
    'Chi approva: Ornella Vidal non ha più il ruolo di capo settore, per mano di Marta Bellin (oggi alle 09:00)',
    'Chi approva: Ornella Vidal approva adesso da altre postazioni, per mano di Marta Bellin (oggi alle 09:00)',
    'Chi approva: Ornella Vidal approva adesso con un altro PIN, per mano di Marta Bellin (oggi alle 09:00)',
    'Chi approva: Ornella Vidal approva adesso senza PIN, per mano di Marta Bellin (oggi alle 09:00)',
  ]);
});

test('an approval to confirm says from where it came, or that the PIN is missing; one in order is no task', async () => {
  const known = await session();
  expect(unboundRow(jobWith(), known)).toBeUndefined();
  const unbound = { unbound: 'vidal', approvedOn: { by: 'vidal', desk: 'Sportello 9' } };
  const elsewhere = unboundRow(jobWith(unbound), known);
  const without = unboundRow(jobWith({ ...unbound, lacksPin: true }), known);
  expect(elsewhere?.story).toBe(
    'Approvato da una postazione non legata a Ornella Vidal, «Sportello 9»: non parte finché non è confermato.',
  );
  expect(without?.story).toBe(
    'Approvato senza il PIN di Ornella Vidal, «Sportello 9»: non parte finché non è confermato.',
  );
  expect(without?.target).toEqual({ place: 'unbound', id: jobWith().id });
});
