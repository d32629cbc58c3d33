import { z } from 'zod';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { letterEffectId } from '#shared/outbox/letter.ts';
import { nameOf } from '#shared/people/roster.ts';
import { type AnswerKind, BLANK, type CitizenReply, citizenReply } from '#shared/requests/citizenReply.ts';
import { requestFact } from '#shared/requests/facts.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { conversationOf, lettered, prepareLetter } from './letters/letters.ts';
import { readParsed } from './mailText.ts';
import type { Mail, RequestStore } from './store.ts';

const noAddress = (): Result<never, Problem> =>
  problem({
    code: 'no-address',
    what: 'Questa e-mail non dice un indirizzo a cui rispondere.',
    remedy: 'Se sai chi ha scritto, rispondi a voce o dal programma di posta.',
  });

const decided = (): Result<never, Problem> =>
  problem({
    code: 'mail-unknown',
    what: 'Di questa e-mail qualcuno ha già deciso.',
    remedy: 'Guarda fra le e-mail decise e fra le richieste.',
  });

const incomplete = (): Result<never, Problem> =>
  problem({
    code: 'answer-incomplete',
    what: `Nella risposta c’è ancora la riga ${BLANK} da riempire.`,
    remedy: 'Scrivi al suo posto quello che manca, poi manda la risposta.',
  });

const empty = (): Result<never, Problem> =>
  problem({
    code: 'answer-empty',
    what: 'La risposta non ha parole.',
    remedy: 'Scrivi la risposta, poi mandala.',
  });

const left = (): Result<never, Problem> =>
  problem({
    code: 'answer-left',
    what: 'La risposta è già partita, o è già fra quelle da spedire.',
    remedy: 'Se era sbagliata, rispondi di nuovo dal programma di posta.',
  });

/** Answering an e-mail that is no request, with ready words or one’s own (P10): a letter like the others of the desk. */
export function answeringCases(desk: Desk, store: RequestStore) {
  const find = (id: string): Result<{ mail: Mail; parsed: ParsedMail; address: string; name: string }, Problem> => {
    const mail = store.mail(id);
    const parsed = readParsed(desk, store, id);
    if (!mail || mail.placed !== null || store.ofMail(id).length > 0) return decided();
    const { address = '', name = '' } = parsed?.from ?? {};
    if (!parsed || !z.email().safeParse(address).success) return noAddress();
    return ok({ mail, parsed, address, name });
  };
  const replyTo = ({ subject }: ParsedMail, name: string, kind: AnswerKind, actor: string): CitizenReply => {
    const { municipality, serviceNumber, optInWord, optOutWord } = desk.profile;
    const signature = [nameOf(desk.roster(), actor), `PuntoSi, ${municipality}`];
    const service = { municipality, serviceNumber, optInWord, optOutWord };
    return citizenReply(kind, { name, subject, signature }, service);
  };
  return {
    draft: ({ id, kind }: { readonly id: string; readonly kind: AnswerKind }) => {
      const found = find(id);
      const context = desk.context();
      if (!found.ok) return found;
      if (!context.ok) return context;
      const { parsed, address, name } = found.value;
      const { lacks, ...reply } = replyTo(parsed, name, kind, context.value.actor);
      return ok({ to: address, ...reply, lacks: [...lacks] });
    },
    answer: ({ id, text }: { readonly id: string; readonly text: string }): Result<{ to: string }, Problem> => {
      const found = find(id);
      const context = desk.context();
      if (!found.ok) return found;
      if (!context.ok) return context;
      if (text.trim() === '') return empty();
      if (text.includes(BLANK)) return incomplete();
      const { parsed, address, name } = found.value;
      const { subject } = replyTo(parsed, name, 'own', context.value.actor);
      const to = { address, references: conversationOf(parsed) };
      const letter = prepareLetter(desk, id, 'answer', lettered(desk, to, { subject, text }));
      if (!letter.ok) return letter;
      const { effect, messageId, letter: blob } = letter.value;
      const fact: NewFact = requestFact('mail.answered', `mail/${id}`, { messageId, letter: blob });
      return map(desk.keep(ok([fact]), [effect]), () => ({ to: name || address }));
    },
    /** As long as the letter waits for the seconds of undo. */
    undo: ({ id }: { readonly id: string }): Done => {
      const messageId = store.mail(id)?.answer?.messageId;
      const context = desk.context();
      if (!context.ok) return context;
      const effect = messageId === undefined ? undefined : desk.outbox.get(letterEffectId(messageId));
      if (messageId === undefined || effect?.state !== 'waiting') return left();
      return storageResult(() => {
        desk.journal.append([requestFact('mail.answerUndone', `mail/${id}`, { messageId })], {
          actor: context.value.actor,
          also: () => desk.outbox.cancel(effect.id),
        });
        return {};
      });
    },
  };
}
