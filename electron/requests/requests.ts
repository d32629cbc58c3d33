import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Context } from '#shared/people/context.ts';
import { tellCorrection } from '#shared/requests/correction.ts';
import { releaseCharge, reopen, setData, takeCharge } from '#shared/requests/decide.ts';
import { dueFirst } from '#shared/requests/dueFirst.ts';
import { type Correction, type RequestDataChange, requestFact } from '#shared/requests/facts.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import type { Request } from '#shared/requests/request.ts';
import { type Requester, type TypedRequest, typeRequest } from '#shared/requests/typed.ts';
import type { Decided, InWork, RequestDetail, RequestRow, Sibling } from '#shared/requests/views.ts';
import { chargeEffects } from './charge.ts';
import { neededLetters } from './letters/letters.ts';
import { mailsOf } from './mails.ts';
import { readParsed } from './mailText.ts';
import type { NewsSite } from './newsSite.ts';
import { isProved, nameOfSender, putSender, readSender } from './sender.ts';
import type { RequestStore } from './store.ts';
import { type Beside, viewRequest, viewRows } from './views.ts';

/** A request typed at the desk, and who asks. */
type WrittenRequest = Omit<TypedRequest, 'sender'> & { readonly requester?: Requester };

/** Which rows a list is asked for: with every word of `text`, at most `limit` of each kind. */
type Wanted = { readonly text: string; readonly limit: number };

function asSibling(request: Request): Sibling {
  const { id, index, title, state, span, data, missing, inCharge, closed, joinedInto } = request;
  const joined = joinedInto === undefined ? {} : { joinedInto };
  return { id, index, title, state, span, data, missing, inCharge, closed, ...joined };
}

/** A request that goes on with another one, and who asked for it (P12). */
const alsoAsked = (
  desk: Desk,
  { id, title, sender, data }: Request,
): NonNullable<RequestDetail['alsoAsked']>[number] => {
  const known = readSender(desk, sender);
  return { id, title, by: known ? nameOfSender(known) : null, office: data.office };
};

/** The problem of a request that is not there. */
export const unknownRequest = (): Result<never, Problem> =>
  problem({
    code: 'request-unknown',
    what: 'Questa richiesta non c’è più.',
    remedy: 'Torna all’elenco delle richieste.',
  });

/** What was sent is put right by another notice (P37). */
export const alreadySent = (): Result<never, Problem> =>
  problem({
    code: 'already-sent',
    what: 'L’avviso è già stato inviato: la correzione non lo ferma più.',
    remedy: 'Prepara una rettifica dal registro: un avviso nuovo, collegato a quello da correggere.',
  });

function act(
  desk: Desk,
  store: RequestStore,
  id: string,
  rule: (request: Request, context: Context) => Result<readonly NewFact[], Problem>,
  effects: (request: Request) => readonly Effect[] = () => [],
): Done {
  const request = store.get(id);
  if (!request) return unknownRequest();
  return desk.act(
    (context) => rule(request, context),
    (_context, facts) => (facts.length > 0 ? effects(request) : []),
  );
}

/** What the words to the right know of a request. */
export interface RequestCasesPorts extends Pick<Beside, 'decision'> {
  /** Requests on whose text the head has still to decide. */
  readonly waiting: () => readonly string[];
}

/** Use-cases of requests (P11–P18, P25–P26), each on one request. */
export function requestCases(
  desk: Desk,
  store: RequestStore,
  site: NewsSite,
  { decision, waiting: asked }: RequestCasesPorts = { decision: () => null, waiting: () => [] },
) {
  const beside = (): Beside => ({
    toPost: new Set(neededLetters(store, asked()).map(({ request }) => request)),
    decision,
  });
  return {
    /** The requests somebody has still to do with; `waiting` are those on whose text the head has still to decide. */
    list: (waiting: readonly string[], { text, limit }: Wanted): InWork => {
      const order = { calendar: desk.profile.calendar, person: desk.person()?.id };
      const { rows, total } = store.rows.toDo(text);
      const first = dueFirst(rows, order).slice(0, limit);
      const { ids, ...counts } = store.rows.waits(waiting, { text, limit });
      return {
        rows: viewRows(desk, store.rows.some([...first.map(({ id }) => id), ...ids]), beside()),
        toDo: { found: rows.length, total },
        waiting: counts,
      };
    },
    decided: (waiting: readonly string[], wanted: Wanted): Decided => {
      const { rows, found, total } = store.rows.decided(waiting, wanted);
      return { rows: viewRows(desk, rows, beside()), found, total };
    },
    unread: (): readonly RequestRow[] => viewRows(desk, store.rows.unread(), beside()),
    detail: (
      id: string,
      written: (id: string) => { readonly text: string; readonly savedAt: Instant } | undefined,
      remindersOf: (request: Request) => NonNullable<RequestDetail['reminders']> = () => [],
    ): Result<RequestDetail, Problem> => {
      const request = store.get(id);
      if (!request) return unknownRequest();
      const mail = readParsed(desk, store, request.mail);
      const kept = written(id);
      const joined = store.joinedTo(id);
      const reminders = remindersOf(request);
      const sender = readSender(desk, request.sender);
      const into = request.joinedInto === undefined ? undefined : store.get(request.joinedInto);
      return ok({
        ...viewRequest(desk, request, beside()),
        mailSubject: mail?.subject ?? null,
        mailText: mail?.text ?? null,
        senderAddress: sender?.address || null,
        senderPhone: sender?.phone || null,
        mails: [...mailsOf(desk, store, request, joined)],
        ...(joined.length > 0 ? { alsoAsked: joined.map((one) => alsoAsked(desk, one)) } : {}),
        ...(into ? { joinedTo: into.title } : {}),
        ...(reminders.length > 0 ? { reminders } : {}),
        ...(isProved(mail, sender?.address) ? { senderProved: true } : {}),
        siblings: request.mail === null ? [] : store.ofMail(request.mail).map(asSibling),
        text: kept?.text ?? request.asked.text,
        savedAt: kept?.savedAt ?? null,
      });
    },
    takeCharge: ({ id }: { readonly id: string }): Done =>
      act(desk, store, id, takeCharge, (request) => chargeEffects(desk, request)),
    releaseCharge: ({ id }: { readonly id: string }): Done => act(desk, store, id, releaseCharge),
    setData: ({ id, data }: { readonly id: string; readonly data: RequestDataChange }): Done =>
      act(desk, store, id, (request, context) => setData(request, data, context)),
    /** Opens the present link and keeps what came of it (P22). */
    checkLink: async ({ id }: { readonly id: string }): Promise<Result<LinkCheck, Problem>> => {
      const link = store.get(id)?.data.link;
      if (link === undefined) return unknownRequest();
      if (link === null)
        return problem({
          code: 'link-missing',
          what: 'La richiesta non ha un link.',
          remedy: 'Scrivi il link alla notizia, poi controllalo.',
        });
      const check = await site.check(link);
      return map(
        desk.act(() => ok([requestFact('request.linkChecked', `request/${id}`, check)])),
        () => check,
      );
    },
    /** A request typed at the desk (P10), also one that puts a sent notice right (P37). */
    write: ({ requester, ...typed }: WrittenRequest): Result<{ id: string }, Problem> => {
      const id = `scritta-${desk.newId()}`;
      const sender = requester ? storageResult(() => putSender(desk, requester)) : ok(null);
      if (!sender.ok) return sender;
      return map(
        desk.act(({ now }) => ok(typeRequest(id, { ...typed, sender: sender.value }, now))),
        () => ({ id }),
      );
    },
    tellCorrection: (id: string, correction: Correction): Done =>
      act(desk, store, id, (request, context) => tellCorrection(request, correction, context)),
    reopen: ({ id, why }: { readonly id: string; readonly why: string }): Done =>
      act(desk, store, id, (request) =>
        request.state === 'closed'
          ? ok(reopen(request, why))
          : problem({
              code: 'request-not-closed',
              what: 'Questa richiesta non è chiusa.',
              remedy: 'Continua a lavorarla: non serve riaprirla.',
            }),
      ),
  };
}
