/** The text asked for, where it lies in a document or an invitation that came with the e-mail (P11, P24). Pure. */
import type { NewFact } from '#shared/journal/fact.ts';
import { sayDayAndYear } from '#shared/kernel/day.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CalendarEvent, ReadDocument } from '#shared/text/readDocument.ts';
import { type Decision, requireOpen } from './decide.ts';
import { requestFact } from './facts.ts';
import type { ReadMail } from './reading/understand.ts';
import type { Request } from './request.ts';

type Moment = CalendarEvent['start'];

const sayMoment = ({ day, time }: Moment): string => `${sayDayAndYear(day)}${time === null ? '' : ` alle ${time}`}`;

/** When an appointment is: `mercoledì 25 novembre 2026 dalle 18:00 alle 19:30`. */
export function sayWhen({ start, end }: Pick<CalendarEvent, 'start' | 'end'>): string {
  if (end === null || (end.day === start.day && end.time === start.time)) return sayMoment(start);
  if (end.day !== start.day) return `da ${sayMoment(start)} a ${sayMoment(end)}`;
  return `${sayDayAndYear(start.day)} dalle ${start.time} alle ${end.time}`;
}

/** The first draft of an appointment: what, when, where, and its own words. Its day is the event's, never that of sending. */
export function eventText(event: CalendarEvent): string {
  const { title, place, description, link } = event;
  const facts = [`Quando: ${sayWhen(event)}`, ...(place === '' ? [] : [`Dove: ${place}`])];
  const isWritten = link === null || description.includes(link) || place.includes(link);
  return [title, facts.join('\n'), description, isWritten ? '' : link].filter((part) => part !== '').join('\n\n');
}

/** The text a document proposes. */
export const textOfDocument = (read: ReadDocument): string =>
  read.kind === 'text' ? read.text : eventText(read.event);

/** Whether a document is looked into by itself: the e-mail holds one request, and no text for it. */
export const lacksText = ({ proposals }: Pick<ReadMail, 'proposals'>): boolean =>
  proposals.length === 1 && proposals[0]?.draft === undefined;

/** A text that was found in a document, and in which one. */
export interface DocumentText {
  /** Hash of the file. */
  readonly attachment: string;
  readonly name: string;
  readonly text: string;
  /** It is an appointment. */
  readonly isEvent: boolean;
}

/** What is said of a text the app itself took from a document: to be looked at. */
const documentWarning = ({ name, isEvent }: DocumentText): { readonly code: string; readonly message: string } => ({
  code: 'text-from-attachment',
  message: isEvent
    ? `Il testo viene dall’invito «${name}»: il giorno è quello dell’evento. Controllalo, e chiedi quando inviare l’avviso.`
    : `Il testo viene dall’allegato «${name}»: controlla che sia proprio quello da inviare.`,
});

const SAYS_WHERE = 'text-in-attachment';

/** The warnings of an e-mail whose text was found: where it could be is said no more. */
export const withDocument = <Warning extends { readonly code: string; readonly message: string }>(
  warnings: readonly Warning[],
  document: DocumentText | undefined,
): readonly { readonly code: string; readonly message: string }[] =>
  document === undefined
    ? warnings
    : [...warnings.filter(({ code }) => code !== SAYS_WHERE), documentWarning(document)];

/** A person takes the text of a document as the one that is asked (P24). */
export function takeText(request: Request, { attachment, text }: Pick<DocumentText, 'attachment' | 'text'>): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  return ok([requestFact('request.textTaken', `request/${request.id}`, { attachment, text })]);
}

/** That is taken back: the text asked is what it was before (P67). */
export function giveTextBack(request: Request): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  if (request.askedFrom === null) {
    return problem({
      code: 'text-not-taken',
      what: 'Il testo chiesto non viene da un documento.',
      remedy: 'Non serve annullare: guarda «Chiesto» nella richiesta.',
    });
  }
  const facts: readonly NewFact[] = [
    requestFact('request.textGivenBack', `request/${request.id}`, { attachment: request.askedFrom.attachment }),
  ];
  return ok(facts);
}
