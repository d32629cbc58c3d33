import type { Day } from '#shared/kernel/day.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { type AskedText, findAskedText, isNotice } from './askedText.ts';
import { eventOfEachDay, type LongEvent } from './eachDay.ts';
import type { MailProfile } from './knownSenders.ts';
import { type LinkCandidate, newsLinks, rankLinks } from './links.ts';
import type { MailAddress, ParsedMail } from './mail.ts';
import { type MailBody, requesterAt } from './mailBody.ts';
import { officeOf } from './office.ts';
import { type DateCandidate, requestDates } from './requestDates.ts';
import { chooseSendDate, type SendDate } from './sendDate.ts';
import { type SeveralDays, severalDays } from './severalDays.ts';
import { type Span, type Split, splitRequests } from './split.ts';
import { withoutPrefixes } from './title.ts';

/** A request the app sees in a mail, with the place of everything it read: the screen shows it, a person confirms. */
export interface Proposal {
  readonly span: Span;
  readonly send: SendDate;
  /** The event of several days for which a notice is asked on each day: it gets one, at its beginning (P15). */
  readonly eachDay: LongEvent | undefined;
  /** All days of the stretch, for the warning about weekdays. */
  readonly dates: readonly DateCandidate[];
  readonly link: LinkCandidate | undefined;
  /** Most likely first. */
  readonly links: readonly LinkCandidate[];
  readonly draft: AskedText | undefined;
  readonly office: string | null;
  /** Who asks for it: each attached message has its own sender (P12). */
  readonly requester: MailAddress | null;
  /** The days apart from each other on which a notice is asked, two at least (P15). */
  readonly several: readonly Day[];
}

/** "Chiediamo l'invio dei seguenti messaggi": then a day at the head of a paragraph is a day of sending. */
const SEVERAL =
  /\b(?:seguenti|due|tre|quattro|cinque|sei|sette|\d{1,2}|i|gli|le) (?:messaggi|avvisi|richieste|notizie|testi|comunicazioni|promemoria)\b/;
const HEADING_REACH = 8;
const SHORT_LINE = 32;

const shifted = (dates: readonly DateCandidate[], by: number): readonly DateCandidate[] =>
  dates.map((date) => ({ ...date, from: date.from + by, to: date.to + by }));

const within = <Placed extends Span>(placed: readonly Placed[], span: Span): readonly Placed[] =>
  placed.filter((one) => one.from >= span.from && one.to <= span.to);

/** The days of a mail, each counted from the day of the message that names it. */
function datesOf({ layers, working }: MailBody): readonly DateCandidate[] {
  return layers.flatMap((layer) =>
    shifted(requestDates(working.slice(layer.from, layer.to), layer.reference), layer.from),
  );
}

/** The stretch of the mail in which requests are looked for: all that counts. */
function wholeOf({ layers, working }: MailBody): Span {
  return { from: layers[0]?.from ?? 0, to: layers.at(-1)?.to ?? working.length };
}

/** Where a text may be guessed from what is left: in the message that holds the request. */
function guessedText(body: MailBody, span: Span, whole: boolean): AskedText | undefined {
  if (body.form === 'reply') return undefined;
  const from = whole ? Math.max(span.from, body.holder.from) : span.from;
  const to = whole ? Math.min(span.to, body.holder.to) : span.to;
  return from < to ? findAskedText(body.working, from, to, true) : undefined;
}

const OWN_WORDS = /\p{L}{3}/u;

/** The subject as the text, where the e-mail has no other words and no file that may hold them (P11). */
function subjectText(mail: ParsedMail, { form, working }: MailBody, { from }: Span): AskedText | undefined {
  if (form !== 'plain' || OWN_WORDS.test(working) || mail.attachments.length > 0) return undefined;
  const subject = withoutPrefixes(mail.subject);
  const text = subject.charAt(0).toUpperCase() + subject.slice(1);
  return isNotice(text) ? { text, from, to: from, how: 'subject' } : undefined;
}

/** The day of sending, where it is told only by how long before the event it lies. */
function withFirst(send: SendDate, several: SeveralDays | undefined, text: string): SendDate {
  const [date] = several?.days ?? [];
  if (!several || date === undefined || (send.chosen && send.chosen.cue > 0)) return send;
  const { from, to } = several;
  const said: DateCandidate = {
    ...{ date, time: null, endDate: null, endTime: null, from, to, warnings: [], cue: 1 },
    excerpt: text.slice(from, to),
  };
  return { chosen: said, time: null, candidates: [said, ...send.candidates.filter((one) => one.date !== date)] };
}

/** The days of a mail, and whether one stands at the head of a stretch in a mail that announces several requests. */
interface Days {
  readonly all: readonly DateCandidate[];
  readonly heads: (date: DateCandidate, span: Span) => boolean;
  /** It stands on a short line of its own there: enough to tell requests apart, not that it is the day of sending. */
  readonly parts: (date: DateCandidate) => boolean;
}

function daysOf(mail: ParsedMail, body: MailBody): Days {
  const several = SEVERAL.test(plainForm(`${mail.subject}\n${body.working}`));
  const lineAt = ({ from, to }: DateCandidate): string => {
    const start = body.working.lastIndexOf('\n', from - 1) + 1;
    const end = body.working.indexOf('\n', to);
    return body.working.slice(start, end < 0 ? undefined : end).trim();
  };
  return {
    all: datesOf(body),
    heads: (date, span) => several && date.from - span.from <= HEADING_REACH,
    parts: (date) => several && lineAt(date).length <= SHORT_LINE,
  };
}

/** The requests proposed for a mail (P12), in order of place; at least one. */
export function proposeRequests(mail: ParsedMail, body: MailBody, profile: MailProfile): readonly Proposal[] {
  const days = daysOf(mail, body);
  const names = (span: Span): boolean =>
    within(days.all, span).some((date) => date.cue > 0 || days.heads(date, span) || days.parts(date));
  const borders = body.layers.filter(({ kind }) => kind === 'attached').map(({ from }) => from);
  const split = splitRequests(body.working, wholeOf(body), body.links, names, borders);
  return proposeAt(mail, body, profile, split, days);
}

/** What each of these stretches of a mail asks: also where a person cut them (P12). At least one. */
export function proposeAt(
  mail: ParsedMail,
  body: MailBody,
  profile: MailProfile,
  { spans, preamble }: Split,
  { all: dates, heads }: Days = daysOf(mail, body),
): readonly Proposal[] {
  const { working } = body;
  const subject = requestDates(mail.subject, body.holder.reference);
  const common = spans.length > 1 ? within(dates, preamble) : [];
  return (spans.length > 0 ? spans : [{ from: 0, to: 0 }]).map((span) => {
    const words = working.slice(span.from, span.to);
    const links = rankLinks(within(body.links, span));
    const isOnly = spans.length <= 1;
    const draft =
      findAskedText(working, span.from, span.to, false) ??
      guessedText(body, span, isOnly) ??
      (isOnly ? subjectText(mail, body, span) : undefined);
    const own = within(dates, span).map((date) =>
      spans.length > 1 && heads(date, span) ? { ...date, cue: Math.max(date.cue, 1) } : date,
    );
    const bare =
      body.form === 'reply' ||
      spans.length > 1 ||
      (draft !== undefined && draft.how !== 'body' && draft.how !== 'subject');
    const eachDay = eventOfEachDay(own, draft, working);
    const several = eachDay ? undefined : severalDays(own, draft, working, span, body.written);
    const chosen = chooseSendDate({ own, common, subject }, draft, words, bare);
    const send = eachDay ? { ...chosen, chosen: eachDay.range, time: null } : withFirst(chosen, several, working);
    const requester = requesterAt(mail, body, span.from);
    const office = officeOf(mail, body, profile, { requester, words, isOneOfSeveral: !isOnly });
    const wanted = several && several.days.length > 1 ? several.days : [];
    return {
      ...{ span, send, eachDay, several: wanted, dates: own, link: newsLinks(links)[0], links, draft },
      ...{ office, requester },
    };
  });
}
