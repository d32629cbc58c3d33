import { expect, test } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { countdown, exchangeDue, reportDue } from '#shared/report/invoice/deadline.ts';
import { CALENDAR } from '../../../helpers/reportRows.ts';

test('ten calendar days run from the assignment, which does not count (P53)', () => {
  expect(reportDue('2026-11-23', valdombra.reportDeadline, CALENDAR)).toBe('2026-12-03');
});

test('ten working days leave out Sundays, Saturdays and holidays', () => {
  expect(reportDue('2026-11-23', { days: 10, counting: 'working' }, CALENDAR)).toBe('2026-12-07');
  expect(reportDue('2026-12-01', { days: 10, counting: 'working' }, CALENDAR)).toBe('2026-12-16');
});

test('the exchange system gives fifteen days from the delivery', () => {
  expect(exchangeDue('2026-11-20')).toBe('2026-12-05');
});

test.each([
  ['2026-11-24', 9, 'Il termine di 10 giorni scade tra 9 giorni, giovedì 3 dicembre.'],
  ['2026-12-02', 1, 'Il termine di 10 giorni scade domani, giovedì 3 dicembre.'],
  ['2026-12-03', 0, 'Il termine di 10 giorni scade oggi, giovedì 3 dicembre.'],
  ['2026-12-04', -1, 'Il termine di 10 giorni è scaduto ieri, giovedì 3 dicembre.'],
  ['2026-12-08', -5, 'Il termine di 10 giorni è scaduto 5 giorni fa, giovedì 3 dicembre.'],
])('on %s %i days are left', (today, daysLeft, sentence) => {
  expect(countdown('2026-12-03', today, 'Il termine di 10 giorni')).toEqual({ due: '2026-12-03', daysLeft, sentence });
});
