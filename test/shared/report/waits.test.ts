import { expect, it } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { emptyCase } from '#shared/report/reportCase.ts';
import { reportWaits } from '#shared/report/waits.ts';

const assigned = (id: string, day: string) => ({ ...emptyCase(id), assigned: day });

it('a report waits from the assignment of its invoice until somebody concluded it, the first due first (P53)', () => {
  const concluded = {
    ...assigned('2026-3', '2026-07-01'),
    conclusion: { tone: 'good' as const, title: '', text: '', by: 'marta', at: '2026-07-02T08:00:00.000Z' },
  };
  const cases = [emptyCase('2026-6'), assigned('2026-5', '2026-11-23'), assigned('2026-4', '2026-11-12'), concluded];
  const waits = reportWaits(cases, '2026-11-24', {
    ...valdombra,
    reportDeadline: { days: 10, counting: 'calendar' },
  });
  expect(waits).toMatchObject([
    { id: '2026-4', due: '2026-11-22', daysLeft: -2, sentence: expect.stringContaining('scaduto') },
    { id: '2026-5', due: '2026-12-03', daysLeft: 9 },
  ]);
});
