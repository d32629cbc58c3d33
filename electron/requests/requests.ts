import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Context } from '#shared/people/context.ts';
import { reopen, setData, takeCharge } from '#shared/requests/decide.ts';
import { type RequestDataChange, requestFact } from '#shared/requests/facts.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import type { Request } from '#shared/requests/request.ts';
import { type TypedRequest, typeRequest } from '#shared/requests/typed.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { chargeEffects } from './charge.ts';
import { mailsOf } from './mails.ts';
import { readParsed } from './mailText.ts';
import type { NewsSite } from './newsSite.ts';
import type { RequestStore } from './store.ts';
import { readSender, viewRow } from './views.ts';

type Done = Result<Record<string, never>, Problem>;

/** The problem of a request that is not there. */
export const unknownRequest = (): Result<never, Problem> =>
  problem('request-unknown', 'Questa richiesta non c’è più.', 'Torna all’elenco delle richieste.');

function act(
  desk: Desk,
  store: RequestStore,
  id: string,
  rule: (request: Request, context: Context) => Result<readonly NewFact[], Problem>,
  effects: (request: Request) => readonly Effect[] = () => [],
): Done {
  const request = store.get(id);
  if (!request) return unknownRequest();
  const context = desk.context();
  const decided = context.ok ? rule(request, context.value) : context;
  const kept = desk.keep(decided, decided.ok && decided.value.length > 0 ? effects(request) : []);
  return kept.ok ? ok({}) : kept;
}

/** Use-cases of requests (P11–P18, P25–P26), each on one request. */
export function requestCases(desk: Desk, store: RequestStore, site: NewsSite) {
  return {
    list: () => store.all().map((request) => viewRow(desk, request)),
    detail: (
      id: string,
      written: (id: string) => { readonly text: string; readonly savedAt: Instant } | undefined,
    ): Result<RequestDetail, Problem> => {
      const request = store.get(id);
      if (!request) return unknownRequest();
      const mail = readParsed(desk, store, request.mail);
      const kept = written(id);
      return ok({
        ...viewRow(desk, request),
        mailSubject: mail?.subject ?? null,
        mailText: mail?.text ?? null,
        senderAddress: readSender(desk, request.sender)?.address ?? null,
        mails: [...mailsOf(desk, store, request)],
        siblings:
          request.mail === null
            ? []
            : store.ofMail(request.mail).map(({ id, index, title, state }) => ({ id, index, title, state })),
        text: kept?.text ?? request.asked.text,
        savedAt: kept?.savedAt ?? null,
      });
    },
    takeCharge: ({ id }: { readonly id: string }): Done =>
      act(desk, store, id, takeCharge, (request) => chargeEffects(desk, request)),
    setData: ({ id, data }: { readonly id: string; readonly data: RequestDataChange }): Done =>
      act(desk, store, id, (request, context) => setData(request, data, context)),
    /** Opens the present link and keeps what came of it (P22). */
    checkLink: async ({ id }: { readonly id: string }): Promise<Result<LinkCheck, Problem>> => {
      const link = store.get(id)?.data.link;
      if (link === undefined) return unknownRequest();
      if (link === null)
        return problem('link-missing', 'La richiesta non ha un link.', 'Scrivi il link alla notizia, poi controllalo.');
      const check = await site.check(link);
      const kept = decideAndKeep(desk, () => ok([requestFact('request.linkChecked', `request/${id}`, check)]));
      return kept.ok ? ok(check) : kept;
    },
    /** A request typed at the desk (P10), also one that puts a sent notice right (P37). */
    write: (typed: TypedRequest): Result<{ id: string }, Problem> => {
      const id = `scritta-${desk.newId()}`;
      const kept = decideAndKeep(desk, ({ now }) => ok(typeRequest(id, typed, now)));
      return kept.ok ? ok({ id }) : kept;
    },
    reopen: ({ id, why }: { readonly id: string; readonly why: string }): Done =>
      act(desk, store, id, (request) =>
        request.state === 'closed'
          ? ok(reopen(request, why))
          : problem(
              'request-not-closed',
              'Questa richiesta non è chiusa.',
              'Continua a lavorarla: non serve riaprirla.',
            ),
      ),
  };
}
