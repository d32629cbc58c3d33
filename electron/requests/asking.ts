import type { Desk } from '#electron/people/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Context } from '#shared/people/context.ts';
import { close } from '#shared/requests/decide.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { type Reply, replyDuplicate, replyMissing, replyNotNeeded, type SameNotice } from '#shared/requests/reply.ts';
import type { Request } from '#shared/requests/request.ts';
import { ask, pause, resume, seeAnswer } from '#shared/requests/waiting.ts';
import { type LetterFrame, lettered, letterFrame, prepareLetter } from './letters.ts';
import { unknownRequest } from './requests.ts';
import type { RequestStore } from './store.ts';

type Done = Result<Record<string, never>, Problem>;

/** A letter before it is written: the operator may change its words. */
export interface LetterDraft {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How a request ends without a notice, and whether the office is told by a letter (P21, P26). */
export interface Ending extends NonNullable<Request['closed']> {
  readonly id: string;
  readonly letter?: boolean;
}

export interface AskingSources {
  readonly desk: Desk;
  readonly store: RequestStore;
  /** The notice a duplicate is the same as, by its row of the register or its place in the queue. */
  readonly sameNotice: (id: string) => SameNotice | undefined;
}

const nothingMissing = (): Result<never, Problem> =>
  problem('nothing-missing', 'Alla richiesta non manca niente.', 'Scrivi tu che cosa vuoi chiedere all’ufficio.');

/** What is still being prepared for another request, as a reply names it (P21). */
const sameRequest = (other: Request | undefined): SameNotice | undefined =>
  other && { day: null, number: null, text: other.asked.text };

/** Asking the office, waiting for others, ending with a reply (P17, P26, P27). */
export function askingCases({ desk, store, sameNotice }: AskingSources) {
  const onRequest = <Value>(
    id: string,
    act: (request: Request, context: Context) => Result<Value, Problem>,
  ): Result<Value, Problem> => {
    const request = store.get(id);
    const context = desk.context();
    if (!request) return unknownRequest();
    return context.ok ? act(request, context.value) : context;
  };
  const kept = (decision: Result<readonly NewFact[], Problem>, effects: readonly Effect[] = []): Done => {
    const done = desk.keep(decision, effects);
    return done.ok ? ok({}) : done;
  };
  const draftOf = (request: Request, to: LetterFrame, text: string | null): Result<Reply, Problem> => {
    const ready = replyMissing(to.frame, request.missing);
    if (text !== null) return ok({ subject: ready.subject, text });
    return request.missing.length > 0 ? ok(ready) : nothingMissing();
  };
  /** The ready reply of an ending, if the app has one for it. */
  const replyTo = ({ outcome, why, sameAs }: Ending, { frame }: LetterFrame): Result<Reply, Problem> => {
    const same = sameAs === null ? undefined : (sameNotice(sameAs) ?? sameRequest(store.get(sameAs)));
    if (outcome === 'duplicato') return ok(same ? replyDuplicate(frame, same) : replyNotNeeded(frame, why));
    if (outcome === 'non necessario') return ok(replyNotNeeded(frame, why));
    return problem(
      'no-template',
      `Per «${outcome}» l’app non ha una risposta pronta.`,
      'Chiudi senza e-mail, oppure rispondi dal programma di posta.',
    );
  };

  return {
    /** The ready letter that asks for what is missing (P17). */
    askDraft: ({ id }: { readonly id: string }): Result<LetterDraft, Problem> =>
      onRequest(id, (request, { actor }) => {
        const to = letterFrame(desk, store, request, actor);
        if (!to.ok) return to;
        const { subject, text } = replyMissing(to.value.frame, request.missing);
        return ok({ to: to.value.address, subject, text: request.missing.length > 0 ? text : '' });
      }),
    /** Asks the office, with the ready letter where `text` is null; the request waits (P17, P27). */
    ask: ({ id, text }: { readonly id: string; readonly text: string | null }) =>
      onRequest<{ to: string; effect: string }>(id, (request, { actor }) => {
        const to = letterFrame(desk, store, request, actor);
        if (!to.ok) return to;
        const reply = draftOf(request, to.value, text);
        if (!reply.ok) return reply;
        if (reply.value.text.trim() === '') return nothingMissing();
        const letter = prepareLetter(desk, id, 'missing', lettered(desk, to.value, reply.value));
        if (!letter.ok) return letter;
        const { effect } = letter.value;
        const done = kept(ask(request, letter.value), [effect]);
        return done.ok ? ok({ to: to.value.frame.name || to.value.address, effect: effect.id }) : done;
      }),
    pause: ({ id, for: words }: { readonly id: string; readonly for: string }): Done =>
      onRequest(id, (request) => kept(pause(request, words))),
    resume: ({ id }: { readonly id: string }): Done => onRequest(id, (request) => kept(resume(request))),
    /** The newest answer was read and changes nothing (P17, P18). */
    seeAnswer: ({ id }: { readonly id: string }): Done => onRequest(id, (request) => kept(ok(seeAnswer(request)))),
    /** Ends a request without a notice; `effect` is the letter that tells the office, null when none does. */
    close: ({ letter: withLetter, id, ...ending }: Ending) =>
      onRequest<{ effect: string | null }>(id, (request, context) => {
        const closed = close(request, ending, context);
        if (!closed.ok || withLetter !== true) {
          const done = kept(closed);
          return done.ok ? ok({ effect: null }) : done;
        }
        const to = letterFrame(desk, store, request, context.actor);
        if (!to.ok) return to;
        const reply = replyTo({ id, ...ending }, to.value);
        if (!reply.ok) return reply;
        const purpose = ending.outcome === 'duplicato' ? 'duplicate' : 'notNeeded';
        const letter = prepareLetter(desk, id, purpose, lettered(desk, to.value, reply.value));
        if (!letter.ok) return letter;
        const { effect, ...prepared } = letter.value;
        const written = requestFact('request.letterWritten', `request/${id}`, { purpose, ...prepared });
        const done = kept(ok([written, ...closed.value]), [effect]);
        return done.ok ? ok({ effect: effect.id }) : done;
      }),
  };
}
