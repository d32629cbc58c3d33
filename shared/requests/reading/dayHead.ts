import { date, month, TIME_AFTER, weekday } from '#shared/text/dates/words.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { trimSpan } from './lines.ts';

/** `- per il 27/11: …` at the head of a stretch: the day of sending, then the text. */
const DAY_HEAD = new RegExp(
  `^[\\s•▪◦*>·–-]{0,6}(?:(?:invio|inviare|da inviare)\\s)?(?:(?:per|il|entro)\\s){0,2}(?:${weekday('w')}\\s{0,2},?\\s{0,2})?${date('d')}` +
    `(?:\\s{1,2}${month('m')}|[/.-]\\d{1,2})(?:[\\s/.-]{1,2}\\d{2,4})?${TIME_AFTER}\\s{0,2}:\\s{1,3}(?=[^\\n]{30})`,
);
/** A heading is not longer, with the beginning of what follows. */
const MOST_HEAD = 200;

/** Where the text after a day and a colon begins; `undefined` where the stretch begins otherwise. UTF-16 index. */
export function dayHeadEnd(text: string, from: number, to: number): number | undefined {
  const start = trimSpan(text, from, to).from;
  const head = DAY_HEAD.exec(plainForm(text.slice(start, Math.min(to, start + MOST_HEAD))));
  return head ? start + head[0].length : undefined;
}
