import { sayDay } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Job } from './job.ts';

/** What the operational group reads before the citizens' text (P31). */
export interface GroupTextForm {
  /** The day and the hour it is wanted. */
  readonly day: boolean;
  /** The office that asks. */
  readonly office: boolean;
}

/** The form until the municipality says otherwise. */
export const GROUP_TEXT: GroupTextForm = { day: true, office: true };

type Asked = Pick<Job, 'notice' | 'plannedFor'>;

/** The line for the group, without the citizens' text; empty when the form wants none of it. */
function headLine({ notice, plannedFor }: Asked, form: GroupTextForm, isEmergency: boolean): string {
  const { day, time } = romeOf(plannedFor);
  const when = isEmergency ? 'Emergenza: da inviare subito.' : `Da inviare ${sayDay(day)} alle ${time}.`;
  const who = notice.office === null || notice.office.trim() === '' ? '' : `Chiede: ${notice.office.trim()}.`;
  return [form.day ? when : '', form.office ? who : ''].filter((part) => part !== '').join(' ');
}

/**
 * What is copied for the operational group (P31): a line with the day, the hour and the office, a blank line, then the text
 * for the citizens byte for byte. Only the latter is ever on record as the text.
 */
export function groupText(job: Asked, form: GroupTextForm, isEmergency: boolean): string {
  const head = headLine(job, form, isEmergency);
  return head === '' ? job.notice.text : `${head}\n\n${job.notice.text}`;
}

/** The text for the citizens of words that may begin with the line for the group, as somebody pasted them. */
export function withoutGroupHead(pasted: string, job: Asked, form: GroupTextForm, isEmergency: boolean): string {
  const head = headLine(job, form, isEmergency);
  return head !== '' && pasted.startsWith(head) ? pasted.slice(head.length).replace(/^\s+/, '') : pasted;
}
