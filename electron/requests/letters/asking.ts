import type { Desk, Done } from '#electron/desk/desk.ts';
import { unknownRequest } from '#electron/requests/requests.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { Day } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import { askedRef } from '#shared/requests/askedRef.ts';
import { close } from '#shared/requests/decide.ts';
import type { Decision } from '#shared/requests/decision.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { asksForEachDay } from '#shared/requests/reading/eachDay.ts';
import { type Reply, replyDuplicate, replyMissing, replyNotNeeded, replyOneNotice } from '#shared/requests/reply.ts';
import type { Request } from '#shared/requests/request.ts';
import { answerDay, ask, pause, resume, seeAnswer, wakeDay } from '#shared/requests/waiting.ts';
import { type LetterFrame, lettered, letterFrame, prepareLetter } from './letters.ts';

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
  readonly sameNotice: (id: string) => NoticeRef | undefined;
  /** What became of its text (P30). */
  readonly decision: (id: string) => Decision | null;
}

const nothingMissing = (): Result<never, Problem> =>
  problem({
    code: 'nothing-missing',
    what: 'Alla richiesta non manca niente.',
    remedy: 'Scrivi tu che cosa vuoi chiedere all’ufficio.',
  });

const notRefused = (): Result<never, Problem> =>
  problem({
    code: 'not-refused',
    what: 'Il capo settore non ha rifiutato questo avviso.',
    remedy: 'Guarda nella richiesta che cosa ha deciso.',
  });

/** Asking the office, waiting for others, ending with a reply (P17, P26, P27). */
export function askingCases({ desk, store, sameNotice, decision }: AskingSources) {
  const onRequest = <Value>(
    id: string,
    act: (request: Request, context: Context) => Result<Value, Problem>,
  ): Result<Value, Problem> => {
    const request = store.get(id);
    const context = desk.context();
    if (!request) return unknownRequest();
    return context.ok ? act(request, context.value) : context;
  };
  const draftOf = (request: Request, to: LetterFrame, text: string | null): Result<Reply, Problem> => {
    const isEachDay = asksForEachDay(request);
    const ready = isEachDay
      ? replyOneNotice(to.frame, request.data.sendDate, request.missing)
      : replyMissing(to.frame, request.missing);
    if (text !== null) return ok({ subject: ready.subject, text });
    return request.missing.length > 0 || isEachDay ? ok(ready) : nothingMissing();
  };
  /** The ready reply of an ending, if the app has one for it. */
  const replyTo = ({ outcome, why, sameAs }: Ending, { frame }: LetterFrame): Result<Reply, Problem> => {
    const other = sameAs === null ? undefined : store.get(sameAs);
    const same = sameAs === null ? undefined : (sameNotice(sameAs) ?? (other && askedRef(other)));
    if (outcome === 'duplicato') return ok(same ? replyDuplicate(frame, same) : replyNotNeeded(frame, why));
    if (outcome === 'non necessario') return ok(replyNotNeeded(frame, why));
    return problem({
      code: 'no-template',
      what: `Per «${outcome}» l’app non ha una risposta pronta.`,
      remedy: 'Chiudi senza e-mail, oppure rispondi dal programma di posta.',
    });
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
    ask: ({ id, text, until }: { readonly id: string; readonly text: string | null; readonly until?: Day }) =>
      onRequest<{ to: string; effect: string }>(id, (request, { actor, now }) => {
        const to = letterFrame(desk, store, request, actor);
        if (!to.ok) return to;
        const reply = draftOf(request, to.value, text);
        if (!reply.ok) return reply;
        if (reply.value.text.trim() === '') return nothingMissing();
        const letter = prepareLetter(desk, id, 'missing', lettered(desk, to.value, reply.value));
        if (!letter.ok) return letter;
        const { effect } = letter.value;
        return map(
          desk.keep(ask(request, letter.value, until ?? answerDay(desk.profile.calendar, now), now), [effect]),
          () => ({
            to: to.value.frame.name || to.value.address,
            effect: effect.id,
          }),
        );
      }),
    /** The ready letter that tells the office why the head did not select its notice (P30). */
    refusalDraft: ({ id }: { readonly id: string }): Result<LetterDraft, Problem> =>
      onRequest(id, (request, { actor }) => {
        const made = decision(id);
        if (made?.outcome !== 'non selezionata') return notRefused();
        const to = letterFrame(desk, store, request, actor);
        return map(to, ({ address, frame }) => ({ to: address, ...replyNotNeeded(frame, made.why ?? '') }));
      }),
    tellRefusal: ({ id, text }: { readonly id: string; readonly text: string }) =>
      onRequest<{ to: string; effect: string }>(id, (request, { actor }) => {
        const made = decision(id);
        if (made?.outcome !== 'non selezionata') return notRefused();
        const to = letterFrame(desk, store, request, actor);
        if (!to.ok) return to;
        if (text.trim() === '') return nothingMissing();
        const { subject } = replyNotNeeded(to.value.frame, made.why ?? '');
        const letter = prepareLetter(desk, id, 'notNeeded', lettered(desk, to.value, { subject, text }));
        if (!letter.ok) return letter;
        const { effect, ...prepared } = letter.value;
        const body = { purpose: 'notNeeded' as const, ...prepared, refused: true as const };
        const written = requestFact('request.letterWritten', `request/${id}`, body);
        const told = to.value.frame.name || to.value.address;
        return map(desk.keep(ok([written]), [effect]), () => ({ to: told, effect: effect.id }));
      }),
    /** Without a day it wakes on the next working one (P17). */
    pause: ({ id, for: words, until }: { readonly id: string; readonly for: string; readonly until?: Day }): Done =>
      onRequest(id, (request, { now }) =>
        desk.keep(pause(request, { words, until: until ?? wakeDay(desk.profile.calendar, now) }, now)),
      ),
    resume: ({ id }: { readonly id: string }): Done => onRequest(id, (request) => desk.keep(resume(request))),
    /** Somebody read these answers, or all there are (P18). */
    seeAnswer: ({ id, mails }: { readonly id: string; readonly mails?: readonly string[] }): Done =>
      onRequest(id, (request) => desk.keep(ok(seeAnswer(request, mails)))),
    /** Ends a request without a notice; `effect` is the letter that tells the office, null when none does. */
    close: ({ letter: withLetter, id, ...ending }: Ending) =>
      onRequest<{ effect: string | null }>(id, (request, context) => {
        const closed = close(request, ending, context);
        if (!closed.ok || withLetter !== true) {
          return map(desk.keep(closed), () => ({ effect: null }));
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
        return map(desk.keep(ok([written, ...closed.value]), [effect]), () => ({ effect: effect.id }));
      }),
  };
}
