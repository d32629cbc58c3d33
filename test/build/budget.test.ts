import { expect, it } from 'vitest';
import { budgetTable } from '../../build/scripts/budget-table.ts';

it('marks the parts that took longer than their minutes, and leaves out those that did not run', () => {
  const spent = new Map<'units' | 'demo', number>([
    ['units', 660],
    ['demo', 60.6],
  ]);
  expect(budgetTable(spent, { units: 11, demo: 1 }).split('\n')).toEqual([
    'units          660 s of 11 min',
    'demo            61 s of  1 min  OVER',
  ]);
  expect(budgetTable(new Map(), { units: 11 })).toBe('');
});
