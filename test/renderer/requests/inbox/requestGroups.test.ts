import { beforeEach, describe, expect, test } from 'vitest';
import {
  flagsOf,
  openGroups,
  openOrder,
  otherGroups,
  signOf,
  tabOf,
  type Viewpoint,
} from '#renderer/requests/inbox/requestGroups.ts';
import { TRUTH_LOOKS } from '#renderer/ui/truth.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import { ALONE } from '../../../helpers/alone.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { allRows } from '../../../helpers/morning/rows.ts';
import { SHARED } from '../../../helpers/shares.ts';

const view: Viewpoint = {
  share: ALONE,
  person: 'bellin',
  now: '2026-11-24T08:12:00.000Z',
  today: '2026-11-24',
  waiting: new Set(['olio-1']),
};
let rows: readonly RequestRow[];
beforeEach(async () => {
  rows = await allRows(townBridge());
});
const row = (id: string): RequestRow => {
  const found = rows.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('a forwarded request waits until its text is decided', () => {
  expect(tabOf(row('olio-1'), view)).toBe('waiting');
  expect(tabOf(row('olio-1'), { waiting: new Set() })).toBe('decided');
  expect(tabOf(row('palestra-1'), view)).toBe('decided');
  expect(tabOf(row('imu-1'), view)).toBe('open');
  expect(otherGroups('waiting', rows, view).flatMap((group) => group.rows.map(({ id }) => id))).toEqual(['olio-1']);
  expect(otherGroups('waiting', [], view)).toEqual([]);
});

describe('open requests', () => {
  test('come overdue first, then urgent, then by due moment, mine, to verify, of others', () => {
    const late = { ...row('nido-1'), id: 'late', due: '2026-11-23T16:30:00.000Z' };
    expect(openGroups([...rows, late], view).map(({ title, rows: own }) => [title, own.map(({ id }) => id)])).toEqual([
      ['Urgenti', ['tigli-1']],
      ['Scadute', ['late']],
      ['Scadono oggi alle 17:30', ['biblioteca-2', 'biblioteca-3', 'imu-1']],
      ['Scadono domani alle 17:30', ['nido-1']],
      ['Prese in carico da te, da finire', ['soccorso-1']],
      ['Da verificare', ['fiera-1']],
      ['In carico ad altri', ['mercatino-1']],
    ]);
  });

  test('are walked through in the order of the list', () => {
    expect(openOrder(rows, view)).toEqual([
      'tigli-1',
      'biblioteca-2',
      'biblioteca-3',
      'imu-1',
      'nido-1',
      'soccorso-1',
      'fiera-1',
      'mercatino-1',
    ]);
  });

  test('stand elsewhere for somebody else', () => {
    const other = openGroups(rows, { ...view, person: 'zennaro' });
    expect(other.find(({ title }) => title.startsWith('Prese'))?.rows.map(({ id }) => id)).toEqual(['mercatino-1']);
  });
});

test.each([
  ['tigli-1', ['per domani']],
  ['biblioteca-2', ['2 di 3']],
  ['biblioteca-3', ['3 di 3', 'mancano data e link']],
  ['imu-1', ['manca il link']],
  ['nido-1', []],
  ['soccorso-1', ['manca l’inoltro']],
  ['mercatino-1', ['in carico a Luca Zennaro']],
  ['fiera-1', ['mittente da verificare']],
  ['olio-1', ['aspetta l’approvazione']],
  ['palestra-1', ['non necessario']],
] as const)('the flags of %s are %j', (id, flags) => {
  expect(flagsOf(row(id), view).map(({ text }) => text)).toEqual(flags);
});

test('a request that came back from the head says so', () => {
  const reopened = { ...row('soccorso-1'), reopened: 'Manca l’orario.' };
  expect(flagsOf(reopened, view)).toEqual([{ text: 'riaperta', tone: 'warn', evidence: 'Manca l’orario.' }]);
  const parts = { why: 'Manca l’orario.', by: 'Ornella Vidal', at: null, recorded: null };
  expect(flagsOf({ ...reopened, decision: { outcome: 'restituita', ...parts } }, view)).toEqual([
    {
      text: 'restituita',
      tone: 'warn',
      evidence: 'Ornella Vidal la restituisce. Il motivo: Manca l’orario.',
    },
  ]);
});

test('the sign says the state in a word', () => {
  expect(signOf(row('imu-1'), view)).toEqual({ sign: 'todo', label: 'da prendere' });
  expect(signOf(row('soccorso-1'), view)).toEqual({ sign: 'sending', label: 'in lavoro' });
  expect(signOf(row('palestra-1'), view)).toEqual({ sign: 'cancelled', label: 'chiusa senza avviso' });
});

test('a request that is open at another desk says who has it, and what two desks wrote differently comes first', () => {
  const shared = { ...view, share: SHARED };
  expect(flagsOf(row('tigli-1'), shared).map(({ text }) => text)).toEqual([
    'per domani',
    'aperta anche da Luca Zennaro (Sportello 2)',
  ]);
  expect(flagsOf({ ...row('tigli-1'), conflicts: [{ field: 'office' }] }, shared).map(({ text }) => text)).toEqual([
    'due valori diversi',
    'per domani',
  ]);
});

test('a decided request says what really became of it, and whose press it was (P30, P38)', () => {
  const decided = (decision: Partial<NonNullable<RequestRow['decision']>>): RequestRow => ({
    ...row('olio-1'),
    decision: { outcome: 'approvata', why: null, by: 'Ornella Vidal', at: null, recorded: null, ...decision },
  });
  const seen = { ...view, waiting: new Set<string>() };
  const said = (one: RequestRow) => {
    const { sign } = signOf(one, seen);
    return [flagsOf(one, seen).at(-1)?.text, typeof sign === 'string' ? sign : TRUTH_LOOKS[sign.sign].sign];
  };
  expect(said(decided({}))).toEqual(['approvata', 'done']);
  expect(said(decided({ outcome: 'non selezionata', why: 'Basta la notizia.' }))).toEqual([
    'non selezionata',
    'refused',
  ]);
  expect(said(decided({ outcome: 'via alternativa' }))).toEqual(['via alternativa', 'todo']);
  expect(said(decided({ outcome: 'emergenza copiata, non ancora chiesta' }))).toEqual([
    'emergenza copiata, non ancora chiesta',
    'error',
  ]);
  const at = '2026-11-24T08:00:00.000Z';
  const recorded = { way: 'telefono', by: 'Marta Bellin', at, note: '' } as const;
  expect(flagsOf(decided({ recorded }), seen).at(-1)).toHaveProperty(
    'evidence',
    'Ornella Vidal approva per telefono: lo scrive Marta Bellin oggi alle 09:00.',
  );
});
