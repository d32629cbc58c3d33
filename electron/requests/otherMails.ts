import type { Desk, Done } from '#electron/desk/desk.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { instantsOfDay, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { letterEffectId } from '#shared/outbox/letter.ts';
import { nameOf } from '#shared/people/roster.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { isDecided } from '#shared/requests/foldRequest.ts';
import {
  ASIDE_DAYS,
  isPutAsideByApp,
  MAX_OTHERS_SHOWN,
  noRequestReason,
  type OtherMail,
  type OtherMailDetail,
  type OtherMails,
} from '#shared/requests/otherMail.ts';
import { viewAttachment } from '#shared/requests/reading/attachment.ts';
import { type CitizenWish, citizenWish } from '#shared/requests/reading/citizen.ts';
import { isOfTown, mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { isReminder } from '#shared/requests/reading/reminder.ts';
import { readMail } from '#shared/requests/reading/understand.ts';
import type { Request } from '#shared/requests/request.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { likelyRequests } from './likely.ts';
import { answerFacts, proposedFacts } from './mailbox/arrival.ts';
import { letterId } from './mailIds.ts';
import { readParsed } from './mailText.ts';
import { readSender } from './sender.ts';
import type { Mail, RequestStore } from './store.ts';

const gone = (): Result<never, Problem> =>
  problem({
    code: 'mail-unknown',
    what: 'Questa e-mail non è più fra le altre.',
    remedy: 'Qualcuno l’ha già decisa: guarda fra le richieste e fra le e-mail decise.',
  });

/** Of so many it is remembered: more than the lists show. */
const MOST_READ = 4 * MAX_OTHERS_SHOWN;
const newestFirst = (one: OtherMail, other: OtherMail): number => (one.receivedAt < other.receivedAt ? 1 : -1);

/** What a list says of an e-mail beside its facts. */
interface Origin extends Pick<ParsedMail, 'from' | 'transport'> {
  readonly isReminder: boolean;
  /** It reports what became of a letter. */
  readonly isReport: boolean;
  readonly wish: CitizenWish | undefined;
}

function originIn({ profile }: Desk, { from, transport, subject, text, report }: ParsedMail): Origin {
  const isStranger = !isOfTown(mailProfileOf(profile), from?.address ?? '');
  const wish = isStranger ? citizenWish(subject, text, profile) : undefined;
  return { from, transport, wish, isReminder: isReminder(subject, text), isReport: report !== null };
}

/** What the app finds in the words of an e-mail, as if it asked for a notice: tinted where they are shown. */
function foundIn(desk: Desk, parsed: ParsedMail | undefined): Pick<OtherMailDetail, 'dates' | 'draft' | 'days'> {
  if (!parsed) return { dates: [], draft: null, days: [] };
  const { proposals, body } = readMail(parsed, mailProfileOf(desk.profile), true);
  const length = body.working.length;
  const dates = proposals.flatMap(({ dates: found }) => found).filter(({ to }) => to <= length);
  const draft = proposals.find((one) => one.draft && one.draft.to > one.draft.from)?.draft;
  const days = [...new Set(proposals.flatMap(({ send }) => send.candidates.map(({ date }) => date)))];
  return {
    dates: dates.map(({ from, to }) => [from, to]),
    draft: draft ? [draft.from, draft.to] : null,
    days: days.slice(0, 3),
  };
}

/** The e-mails that were read and are no request (P10): none of them is lost, and a person can say what they are. */
export function otherMailCases(desk: Desk, store: RequestStore) {
  const read = new Map<string, Origin>();
  /** Who wrote it, how it came and what it is about, read once: none of it ever changes. */
  const originOf = (mail: Mail) => {
    const known = read.get(mail.id);
    const parsed = known ? undefined : readParsed(desk, store, mail.id);
    const origin = known ?? (parsed && originIn(desk, parsed));
    if (origin && read.size < MOST_READ) read.set(mail.id, origin);
    return origin;
  };
  const answerOf = (messageId: string): NonNullable<OtherMail['answer']> => {
    const letter = store.letter(letterId(messageId));
    const effect = letterEffectId(messageId);
    if (!letter) return { state: 'leaving', effect, server: null, why: null, by: null, at: null };
    const { state, server, why, by, at } = letter;
    return { state, effect, server, why, by: by === THE_APP ? null : nameOf(desk.roster(), by), at };
  };
  const viewOf = (mail: Mail): OtherMail => {
    const origin = originOf(mail);
    const address = origin?.from?.address.toLowerCase() ?? '';
    const { placed } = mail;
    return {
      id: mail.id,
      subject: mail.subject,
      from: origin?.from ? origin.from.name || origin.from.address : null,
      receivedAt: mail.receivedAt,
      reason: noRequestReason({
        kind: mail.kind,
        isReport: origin?.isReport === true,
        isBulk: origin?.transport === 'bulk',
        isOfTown: isOfTown(mailProfileOf(desk.profile), address),
        isReminder: origin?.isReminder ?? false,
        isCitizen: origin?.wish !== undefined,
        isOwn: address !== '' && address === desk.profile.mailbox?.toLowerCase(),
      }),
      placed: placed && { ...placed, by: placed.by === THE_APP ? 'l’app' : nameOf(desk.roster(), placed.by) },
      ...(mail.answer && placed?.what === 'answered' ? { answer: answerOf(mail.answer.messageId) } : {}),
    };
  };
  const sinceDays = () => {
    const today: Day = romeOf(desk.now()).day;
    return instantsOfDay(addDays(today, 1 - ASIDE_DAYS)).from;
  };
  const list = (): OtherMails => {
    const since = sinceDays();
    const unplaced = store.unplaced(since, MAX_OTHERS_SHOWN);
    const written = unplaced.written.map(viewOf);
    const toLook = written.filter(({ reason }) => !isPutAsideByApp(reason));
    const byApp = written.filter(({ reason, receivedAt }) => isPutAsideByApp(reason) && receivedAt >= since);
    const aside = [...byApp, ...unplaced.automatic.map(viewOf)].toSorted(newestFirst);
    const decided = store.placedSince(since).map(viewOf);
    const week = store.countSince(since);
    return {
      toLook,
      total: toLook.length + unplaced.total - written.length,
      since: toLook.at(-1)?.receivedAt ?? null,
      aside: aside.slice(0, MAX_OTHERS_SHOWN),
      decided: decided.slice(0, MAX_OTHERS_SHOWN),
      week: { ...week, here: week.read - week.inRequests },
    };
  };
  /** An e-mail nobody decided about; what is a request already has another place. */
  const undecided = (id: string): Mail | undefined => {
    const mail = store.mail(id);
    return mail?.placed === null && store.ofMail(id).length === 0 && !mail.answers?.length ? mail : undefined;
  };
  const arrivalOf = (mail: Mail) => {
    const parsed = readParsed(desk, store, mail.id);
    const bytes = desk.blobs.get(mail.blob);
    if (!parsed || !bytes) return undefined;
    return { id: mail.id, mail: parsed, read: readMail(parsed, mailProfileOf(desk.profile), true), bytes };
  };
  const forgotten = (): Result<never, Problem> =>
    problem({
      code: 'mail-forgotten',
      what: 'Le parole di questa e-mail non sono su questo computer.',
      remedy: 'Cercala nella casella, poi scrivi tu la richiesta.',
    });
  return {
    list,
    get: ({ id }: { readonly id: string }): Result<OtherMailDetail, Problem> => {
      const mail = store.mail(id);
      if (!mail) return gone();
      const parsed = readParsed(desk, store, id);
      return ok({
        ...viewOf(mail),
        writer: parsed?.from ?? null,
        text: parsed?.text ?? null,
        attachments: parsed?.attachments.map(viewAttachment) ?? [],
        ...foundIn(desk, parsed),
        mayGoWith: parsed && mail.placed === null ? [...likelyRequests(desk, store, parsed)] : [],
        wish: originOf(mail)?.wish ?? null,
      });
    },
    /** E-mails of who asked a request that only ask how it is going (R41). */
    remindersOf: (request: Request): NonNullable<RequestDetail['reminders']> => {
      const address = readSender(desk, request.sender)?.address.toLowerCase();
      if (!address || isDecided(request)) return [];
      return store
        .unplaced(sinceDays(), MAX_OTHERS_SHOWN)
        .written.filter((mail) => {
          const origin = mail.receivedAt >= request.receivedAt ? originOf(mail) : undefined;
          return origin?.isReminder && origin.from?.address.toLowerCase() === address;
        })
        .map(({ id, subject, receivedAt }) => ({ mail: id, subject, at: receivedAt }));
    },
    makeRequest: ({ id }: { readonly id: string }): Result<{ request: string }, Problem> => {
      const mail = undecided(id);
      if (!mail) return gone();
      const arrival = arrivalOf(mail);
      if (!arrival) return forgotten();
      const proposed = proposedFacts(desk, arrival);
      const requests = proposed.map(({ ent }) => ent.slice('request/'.length));
      const kept = desk.keep(ok([requestFact('mail.asked', `mail/${id}`, { requests }), ...proposed]));
      return kept.ok ? ok({ request: requests[0] ?? '' }) : kept;
    },
    join: ({ id, request: to }: { readonly id: string; readonly request: string }): Done => {
      const [mail, named] = [undecided(id), store.get(to)];
      const request = named && store.goingOn(named);
      if (!mail) return gone();
      if (!request) {
        return problem({
          code: 'request-unknown',
          what: 'Questa richiesta non c’è più.',
          remedy: 'Scegline un’altra dall’elenco.',
        });
      }
      const arrival = arrivalOf(mail);
      if (!arrival) return forgotten();
      const left = isDecided(request);
      const thread = { requests: left ? [] : [request], onTheWay: left ? [request] : [], ofForward: false };
      const joined = requestFact('mail.joined', `mail/${id}`, { request: request.id });
      return desk.keep(ok([joined, ...answerFacts(desk, arrival, thread)]));
    },
    putAside: ({ id, aside }: { readonly id: string; readonly aside: boolean }): Done => {
      const mail = store.mail(id);
      if (!mail || (aside ? mail.placed !== null : mail.placed?.what !== 'aside')) return gone();
      return desk.keep(ok([requestFact(aside ? 'mail.putAside' : 'mail.broughtBack', `mail/${id}`, {})]));
    },
  };
}
