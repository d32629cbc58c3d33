import { plainForm } from '#shared/text/plainForm.ts';
import { type AskedText, findAskedText } from './askedText.ts';
import { eventOfEachDay, type LongEvent } from './eachDay.ts';
import type { MailProfile } from './knownSenders.ts';
import { type LinkCandidate, newsLinks, rankLinks } from './links.ts';
import type { ParsedMail } from './mail.ts';
import type { MailBody } from './mailBody.ts';
import { officeOf } from './office.ts';
import { type DateCandidate, requestDates } from './requestDates.ts';
import { chooseSendDate, type SendDate } from './sendDate.ts';
import { type Span, type Split, splitRequests } from './split.ts';

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
}

/** "Chiediamo l'invio dei seguenti messaggi": then a day at the head of a paragraph is a day of sending. */
const SEVERAL =
  /\b(?:seguenti|due|tre|quattro|cinque|sei|sette|\d{1,2}|i|gli|le) (?:messaggi|avvisi|richieste|notizie|testi|comunicazioni|promemoria)\b/;
const HEADING_REACH = 8;

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

/** The days of a mail, and whether one stands at the head of a stretch in a mail that announces several requests. */
interface Days {
  readonly all: readonly DateCandidate[];
  readonly heads: (date: DateCandidate, span: Span) => boolean;
}

function daysOf(mail: ParsedMail, body: MailBody): Days {
  const several = SEVERAL.test(plainForm(`${mail.subject}\n${body.working}`));
  return { all: datesOf(body), heads: (date, span) => several && date.from - span.from <= HEADING_REACH };
}

/** The requests proposed for a mail (P12), in order of place; at least one. */
export function proposeRequests(mail: ParsedMail, body: MailBody, profile: MailProfile): readonly Proposal[] {
  const days = daysOf(mail, body);
  const names = (span: Span): boolean => within(days.all, span).some((date) => date.cue > 0 || days.heads(date, span));
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
  const office = officeOf(mail, body, profile);
  const common = spans.length > 1 ? within(dates, preamble) : [];
  return (spans.length > 0 ? spans : [{ from: 0, to: 0 }]).map((span) => {
    const words = working.slice(span.from, span.to);
    const links = rankLinks(within(body.links, span));
    const draft = findAskedText(working, span.from, span.to, false) ?? guessedText(body, span, spans.length === 1);
    const own = within(dates, span).map((date) =>
      spans.length > 1 && heads(date, span) ? { ...date, cue: Math.max(date.cue, 1) } : date,
    );
    const bare = body.form === 'reply' || spans.length > 1 || (draft !== undefined && draft.how !== 'body');
    const eachDay = eventOfEachDay(own, draft, working);
    const chosen = chooseSendDate({ own, common, subject }, draft, words, bare);
    const send = eachDay ? { ...chosen, chosen: eachDay.range, time: null } : chosen;
    return { span, send, eachDay, dates: own, link: newsLinks(links)[0], links, draft, office };
  });
}
