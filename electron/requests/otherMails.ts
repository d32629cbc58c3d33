import type { Desk, Done } from '#electron/desk/desk.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { instantsOfDay, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
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
import { isOfTown, mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { readMail } from '#shared/requests/reading/understand.ts';
import { answerFacts, proposedFacts } from './mailbox/arrival.ts';
import { readParsed } from './mailText.ts';
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

/** The e-mails that were read and are no request (P10): none of them is lost, and a person can say what they are. */
export function otherMailCases(desk: Desk, store: RequestStore) {
  const read = new Map<string, Pick<ParsedMail, 'from' | 'transport'>>();
  /** Who wrote it and how it came, read once: neither ever changes. */
  const originOf = (mail: Mail) => {
    const known = read.get(mail.id);
    const parsed = known ? undefined : readParsed(desk, store, mail.id);
    const origin = known ?? (parsed && { from: parsed.from, transport: parsed.transport });
    if (origin && read.size < MOST_READ) read.set(mail.id, origin);
    return origin;
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
        isBulk: origin?.transport === 'bulk',
        isOfTown: isOfTown(mailProfileOf(desk.profile), address),
        isOwn: address !== '' && address === desk.profile.mailbox?.toLowerCase(),
      }),
      placed: placed && { ...placed, by: placed.by === THE_APP ? 'l’app' : nameOf(desk.roster(), placed.by) },
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
      });
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
      const [mail, request] = [undecided(id), store.get(to)];
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
      const joined = requestFact('mail.joined', `mail/${id}`, { request: to });
      return desk.keep(ok([joined, ...answerFacts(desk, arrival, thread)]));
    },
    putAside: ({ id, aside }: { readonly id: string; readonly aside: boolean }): Done => {
      const mail = store.mail(id);
      if (!mail || (aside ? mail.placed !== null : mail.placed?.what !== 'aside')) return gone();
      return desk.keep(ok([requestFact(aside ? 'mail.putAside' : 'mail.broughtBack', `mail/${id}`, {})]));
    },
  };
}
