import { nearestWeekday, type WrittenDate } from '#shared/drafts/style/engine/dates.ts';
import type { Fix } from '#shared/drafts/style/engine/finding.ts';
import { likeCase } from '#shared/drafts/style/engine/patterns.ts';
import { type Hit, type Rule, writeFix } from '#shared/drafts/style/engine/rule.ts';
import { type Day, partsOf, sayDayAndYear, WEEKDAYS, weekdayOf } from '#shared/kernel/day.ts';

/** The fix that keeps the weekday and moves the day of the month; only inside the same month, where no other word changes. */
function moveDate(written: WrittenDate, day: Day, weekday: number): readonly Fix[] {
  const moved = partsOf(nearestWeekday(day, weekday));
  if (moved.month !== partsOf(day).month) return [];
  const digits = String(written.date).length;
  const figures = String(moved.date).padStart(written.date < 10 ? 1 : digits, '0');
  return [
    {
      label: `Scrivi «${WEEKDAYS[weekday]} ${moved.date}»`,
      edits: [{ from: written.dateFrom, to: written.dateFrom + digits, text: figures }],
    },
  ];
}

function mismatch(text: string, written: WrittenDate): readonly Hit[] {
  const { day, weekday } = written;
  if (day === undefined || weekday === null || weekday.value === weekdayOf(day)) return [];
  const word = text.slice(weekday.from, weekday.to);
  const right = WEEKDAYS[weekdayOf(day)] ?? '';
  return [
    {
      from: weekday.from,
      to: weekday.to,
      message: `Il giorno è ${sayDayAndYear(day)}, non ${word.toLowerCase()}: correggi il giorno della settimana o la data.`,
      fixes: [writeFix(weekday.from, weekday.to, likeCase(right, word)), ...moveDate(written, day, weekday.value)],
    },
  ];
}

/** D01. Two fixes, because nobody knows whether the weekday or the date is the wrong one: so none is safe. */
export const weekdayMismatch: Rule = {
  id: 'D01',
  title: 'Giorno della settimana che non corrisponde alla data',
  severity: 'errore',
  why: 'Chi legge si fida del giorno della settimana e arriva nel giorno sbagliato.',
  source: 'Calendario',
  safeFix: false,
  check: ({ text, dates }) => dates.flatMap((written) => mismatch(text, written)),
  examples: {
    bad: [
      'Lunedì 24 novembre 2026 il municipio è chiuso.',
      'Sportello aperto giovedì 27/11.',
      'Da lunedì 24 a venerdì 27 novembre via Roma è chiusa.',
    ],
    good: [
      'Martedì 24 novembre 2026 il municipio è chiuso.',
      'Mercato sabato e domenica 28 e 29 novembre.',
      'Da lunedì 23 a venerdì 27 novembre via Roma è chiusa.',
    ],
  },
};
