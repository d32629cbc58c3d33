import { expect, it } from 'vitest';
import { calendarOf, typedCalendar, withWeekFrom } from '#renderer/people/profile/calendarForm.ts';
import { calendarSchema } from '#shared/kernel/workdays.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const typed = typedCalendar(valdombra.calendar);

it('is the calendar again when nothing is changed: what is as usual is not written', () => {
  expect(calendarOf(typed)).toEqual(valdombra.calendar);
});

it('takes hours that hold from a day on, in the order of their days, and names of closing days alone', () => {
  const weeks = withWeekFrom(withWeekFrom(typed.weeks, '2027-01-01'), '2026-09-01');
  expect(withWeekFrom(weeks, '2026-09-01')).toBe(weeks);
  const changed = weeks.with(1, { from: '2026-09-01', hours: ['', '8-12', '', '', '', '', '9-12'] });
  const calendar = calendarOf({
    ...typed,
    weeks: changed,
    closed: ['2026-12-24'],
    names: { '2026-12-24': ' Vigilia ', '2026-12-31': 'non chiuso' },
    sameDay: false,
  });
  expect(calendarSchema.parse(calendar)).toMatchObject({
    names: { '2026-12-24': 'Vigilia' },
    urgency: { sameDay: false, leadMinutes: 30 },
    later: [{ from: '2026-09-01' }, { from: '2027-01-01' }],
  });
  expect(calendar?.names).not.toHaveProperty('2026-12-31');
  expect(calendar?.later?.[0]?.hours[6]).toEqual([{ from: '09:00', to: '12:00' }]);
});

it('makes no calendar of what makes no sense', () => {
  expect(calendarOf({ ...typed, leadMinutes: 'mezz’ora' })).toBeUndefined();
  expect(calendarOf({ ...typed, patron: '31/02/x' })).toBeUndefined();
});
