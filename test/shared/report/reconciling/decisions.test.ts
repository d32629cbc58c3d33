import { describe, expect, test } from 'vitest';
import { type Decision, statementKeys } from '#shared/report/choices.ts';
import {
  contestedLines,
  decisionAbout,
  questionsOf,
  reconciledCount,
  undecided,
} from '#shared/report/reconciling/decisions.ts';
import { reconcile } from '#shared/report/reconciling/reconcile.ts';
import type { RegisterItem, StatementItem } from '#shared/report/statement/statement.ts';

const item = (row: number, text: string, day = '2026-01-14'): StatementItem => ({
  row,
  number: null,
  day,
  time: null,
  text,
  recipients: null,
  link: null,
  amount: 1800,
});
const message = (number: string, text: string, recipients: number | null = null): RegisterItem => ({
  number,
  day: '2026-01-14',
  time: null,
  text,
  recipients,
  link: null,
});

const STATEMENT = [
  { ...item(2, 'Potature in viale dei Platani'), recipients: 10 },
  item(3, 'Potature in viale dei Platani'),
  item(4, 'Messaggio\n di prova', '2026-02-01'),
  item(5, 'Farmacie di turno'),
];
const RECONCILIATION = reconcile(
  [
    message('2026/0001', 'Potature in viale dei Platani', 20),
    message('2026/0002', 'Farmacie di turno'),
    message('2026/0003', 'Cinema'),
  ],
  STATEMENT,
);
const KEYS = statementKeys(STATEMENT);
const keyOf = (row: number): string => KEYS.get(STATEMENT.find((one) => one.row === row) ?? item(0, '')) ?? '';
const decide = (about: Decision['about'], outcome: Decision['outcome'], note = ''): Decision => ({
  about,
  outcome,
  note,
  by: 'persona-1',
  at: '2026-03-05T09:00:00.000Z',
});

test('every difference and every lonely row is a question', () => {
  const double = RECONCILIATION.doubles[0];
  expect(double && 'statement' in double && [double.statement, double.of]).toEqual([2, 3]);
  expect(questionsOf(RECONCILIATION, STATEMENT)).toEqual([
    { register: '2026/0003' },
    { statement: keyOf(4) },
    { statement: keyOf(2) },
  ]);
});

describe('decisions', () => {
  const contested = decide({ statement: keyOf(4) }, 'contested');
  const accepted = decide({ statement: keyOf(2) }, 'accepted');

  test('answer questions; the last one about a row counts', () => {
    expect(undecided(RECONCILIATION, STATEMENT, [contested])).toEqual([
      { register: '2026/0003' },
      { statement: keyOf(2) },
    ]);
    const again = decide({ statement: keyOf(4) }, 'accepted', 'chiarito');
    expect(decisionAbout([contested, again], { statement: keyOf(4) })?.note).toBe('chiarito');
    expect(decisionAbout([contested], { register: keyOf(4) })).toBeUndefined();
  });

  test('accepted rows are paid, contested and open ones are not', () => {
    expect(reconciledCount(RECONCILIATION, STATEMENT, [])).toBe(2);
    expect(reconciledCount(RECONCILIATION, STATEMENT, [contested, accepted])).toBe(3);
    expect(reconciledCount(RECONCILIATION, STATEMENT, [decide({ statement: keyOf(4) }, 'added to the register')])).toBe(
      3,
    );
  });

  test('contested rows become lines of the letter', () => {
    const decisions = [contested, decide({ statement: keyOf(2) }, 'contested')];
    expect(contestedLines(RECONCILIATION, STATEMENT, decisions)).toEqual([
      'riga 2, 14/01/2026: Potature in viale dei Platani (doppio della riga 3)',
      'riga 4, 01/02/2026: Messaggio di prova',
    ]);
    expect(contestedLines(RECONCILIATION, STATEMENT, [accepted])).toEqual([]);
  });
});
