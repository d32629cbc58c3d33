import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { LetterWords } from '#shared/outbox/letter.ts';
import { isPlainAddress, recipientsOf } from '#shared/outbox/recipient.ts';
import { composeLetter, type Letter } from './letter.ts';
import type { NotYet } from './outbox.ts';
import type { OutgoingTable, Settled } from './outgoingTable.ts';
import { type Sent, sendBySmtp, tryEntering } from './smtp.ts';
import { isForAPerson } from './smtpProblem.ts';
import type { SmtpOptions } from './smtpSession.ts';

/** How letters leave this desk by themselves. */
export interface Post {
  /** Whether a letter of this moment leaves by itself: those written before the desk was connected wait for a person. */
  readonly takes: (date: Instant) => boolean;
  /** How a letter ended that was begun before; `undefined` when nothing of it can have left. */
  readonly ended: (id: string) => Settled | undefined;
  /** Whether the server lets this desk in now, so that a letter can be begun; nothing is sent. */
  readonly canReach: () => Promise<Result<void, Problem>>;
  /**
   * Sends a letter, once: in the answer how it ended, or when and why it is tried again. `leaving` is asked right before
   * the server is told of it: on its problem nothing leaves.
   */
  readonly send: (
    id: string,
    letter: Letter,
    leaving?: () => Result<void, Problem>,
  ) => Promise<Result<Settled | NotYet, Problem>>;
  /** A letter that did not leave goes another way: its bytes are forgotten. */
  readonly forget: (id: string) => void;
  /** Whether the bytes of a letter that ended badly are still here. */
  readonly mayLeaveAgain: (id: string) => boolean;
  /** A person lets a letter leave again, to those it did not reach. */
  readonly again: (id: string) => void;
  /** The letters that the server took, with their bytes, as far as these are kept: for the copy in the folder of sent mail. */
  readonly taken: () => readonly { readonly id: string; readonly raw: Buffer }[];
  /** That copy lies there, or never will: the bytes are needed for it no more. */
  readonly forgetBytes: (id: string) => void;
  /** Another account, or a new password: what was not tried for a while may be tried at once. */
  readonly accountChanged: () => void;
}

export interface PostOptions {
  readonly table: OutgoingTable;
  readonly now: () => Instant;
  /** Since when this desk sends by itself; `undefined` where nobody connected it. */
  readonly since: () => Instant | undefined;
  /** The account and how to enter; the problem says what is missing. */
  readonly account: () => Promise<Result<SmtpOptions, Problem>>;
  /** Whether a copy of what leaves is to be put into the folder of sent mail: then its bytes are kept so long. */
  readonly keepsCopies: () => boolean;
  /** Told what each attempt showed of the way out: that it is open, that a letter was taken, or what is in the way. */
  readonly shown: (what: 'open' | 'taken' | Problem) => void;
}

/** After a server did not answer, the other letters wait for so long: none of them holds up what else is to leave. */
const QUIET_MILLISECONDS = 30_000;
/** A refused password is not tried again and again: the account would be locked. */
const FOR_A_PERSON_MILLISECONDS = 60 * 60_000;

const badAddress = (): Result<never, Problem> =>
  problem({
    code: 'letter-address',
    what: 'Un indirizzo di questa e-mail non è scritto in modo valido: non è partita.',
    why: 'Ci sono virgolette, spazi, più di una chiocciola o lettere che sembrano altre.',
    remedy: 'Correggi l’indirizzo nella richiesta o in Impostazioni, Comune, poi scrivi di nuovo la e-mail.',
  });

function settledOf(sent: Exclude<Sent, { problem: Problem }>, server: string): Settled {
  if (sent.outcome === 'partial') return { ...sent, server, missed: [...sent.missed] };
  if (sent.outcome === 'refused') return sent;
  return sent.outcome === 'sent' ? { outcome: 'sent', server } : { outcome: 'unknown' };
}

const isPlain = ({ from, to, copy }: LetterWords): boolean => [from, ...to, ...copy].every(isPlainAddress);

/** Lets letters leave over SMTP: each is built once and kept before anybody is connected to, and never sent twice. */
export function openPost({ table, now, since, account, keepsCopies, shown }: PostOptions): Post {
  let quiet: { readonly until: Instant; readonly by: string; readonly why: Problem } | undefined;

  const ended = (id: string): Settled | undefined => {
    const kept = table.get(id);
    // The program ended while it was leaving: nobody knows how far it came.
    if (kept?.state === 'sending') table.settle(id, { outcome: 'unknown' });
    return kept?.state === 'sending' ? { outcome: 'unknown' } : (kept?.settled ?? undefined);
  };
  /** The server is left alone for a while; where a person has to do something, for longer. */
  const rest = (by: string, why: Problem): void => {
    const wait = by === '' && isForAPerson(why) ? FOR_A_PERSON_MILLISECONDS : QUIET_MILLISECONDS;
    quiet = { until: addMilliseconds(now(), wait), by, why };
    shown(why);
  };
  const later = (why: Problem): NotYet => ({ notBefore: addMilliseconds(now(), FOR_A_PERSON_MILLISECONDS), why });
  const notLeft = (id: string, sent: Extract<Sent, { problem: Problem }>): Result<NotYet, Problem> => {
    const { problem: why, outcome } = sent;
    // What it says of one letter tells nothing of the others.
    if (outcome === 'notSent') rest(id, why);
    return isForAPerson(why) ? ok(later(why)) : { ok: false, error: why };
  };
  return {
    takes: (date) => {
      const from = since();
      return from !== undefined && date >= from;
    },
    ended,
    canReach: async () => {
      const options = await account();
      if (!options.ok) return options;
      if (quiet && now() < quiet.until) return err(quiet.why);
      const entered = await tryEntering(options.value);
      if (!entered.ok) rest('', entered.error);
      else {
        quiet = undefined;
        shown('open');
      }
      return entered;
    },
    send: async (id, letter, leaving = () => ok(undefined)) => {
      const before = ended(id);
      if (before) return ok(before);
      const options = await account();
      if (!options.ok) return options;
      const { address, server } = options.value.account;
      const words = { ...letter, from: address };
      if (!isPlain(words)) return badAddress();
      if (!table.get(id)) {
        const raw = await composeLetter(words, 'leaving');
        table.add(id, { from: address, to: recipientsOf(letter) }, raw);
      }
      if (quiet && quiet.by !== id && now() < quiet.until) return ok({ notBefore: quiet.until, why: quiet.why });
      const kept = table.get(id);
      if (!kept?.raw) throw new Error(`Letter ${id} has no bytes.`);
      const sent = await sendBySmtp(options.value, kept.envelope, kept.raw, () => {
        const may = leaving();
        if (may.ok) table.begin(id);
        return may;
      });
      if ('problem' in sent) {
        table.giveBack(id);
        return notLeft(id, sent);
      }
      quiet = undefined;
      shown(sent.outcome === 'sent' || sent.outcome === 'partial' ? 'taken' : 'open');
      const settled = settledOf(sent, server);
      table.settle(id, settled, settled.outcome !== 'sent' || keepsCopies());
      return ok(settled);
    },
    forget: table.remove,
    mayLeaveAgain: (id) => {
      const kept = table.get(id);
      return kept?.settled != null && kept.settled.outcome !== 'sent' && kept.raw !== null;
    },
    again: (id) => {
      const kept = table.get(id);
      const { settled, envelope } = kept ?? {};
      if (!settled || !envelope) return;
      table.again(id, settled.outcome === 'partial' ? settled.missed.map(({ address }) => address) : envelope.to);
    },
    taken: () =>
      table.withBytes().flatMap((id) => {
        const kept = table.get(id);
        const isTaken = kept?.settled?.outcome === 'sent' || kept?.settled?.outcome === 'partial';
        return isTaken && kept.raw ? [{ id, raw: kept.raw }] : [];
      }),
    forgetBytes: table.forgetBytes,
    accountChanged: () => {
      quiet = undefined;
    },
  };
}
