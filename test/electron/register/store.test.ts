import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/kernel/instant.ts';
import { recordEntry } from '#shared/register/record.ts';
import { openTestDesk, type TestDesk, write } from '../../helpers/desk.ts';
import { BODY } from '../../shared/register/sample.ts';

const record = (opened: TestDesk, id: string, sentAt: Instant): void =>
  write(opened, ...recordEntry(id, { ...BODY, sentAt }, opened.register.highest));

describe('registerStore', () => {
  it('knows the highest number of each year', () => {
    const opened = openTestDesk();
    expect(opened.register.highest(2026)).toBe(0);
    record(opened, 'r1', '2026-03-05T07:41:00.000Z');
    record(opened, 'r2', '2026-03-05T07:50:00.000Z');
    record(opened, 'r3', '2026-12-31T23:30:00.000Z');
    expect([2025, 2026, 2027].map(opened.register.highest)).toEqual([0, 2, 1]);
    expect(opened.register.get('r3')).toMatchObject({ year: 2027, number: 1 });
    expect(opened.register.get('r9')).toBeUndefined();
  });

  it('gives the rows of a period, both days included as days of Rome, newest first', () => {
    const opened = openTestDesk();
    record(opened, 'ottobre', '2026-10-24T22:30:00.000Z');
    record(opened, 'alba', '2026-10-25T00:30:00.000Z');
    record(opened, 'sera', '2026-10-25T22:59:59.999Z');
    record(opened, 'dopo', '2026-10-25T23:00:00.000Z');
    const between = (...days: readonly [string | null, string | null]): string[] =>
      opened.register.between(...days).map(({ id }) => id);
    expect(between('2026-10-25', '2026-10-25')).toEqual(['sera', 'alba', 'ottobre']);
    expect(between(null, '2026-10-24')).toEqual([]);
    expect(between('2026-10-26', null)).toEqual(['dopo']);
    expect(between(null, null)).toHaveLength(4);
  });
});
