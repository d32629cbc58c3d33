import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { readFact, writerOf } from '#shared/journal/vocabulary.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** So long a PIN typed rightly is remembered for who typed it, while the same person sits there. */
export const PIN_MEMORY_MILLISECONDS = 10 * 60_000;
/** After so many wrong ones in a row the next has to wait, twice as long each time. */
const FREE_ATTEMPTS = 5;
const FIRST_WAIT_MILLISECONDS = 60_000;
const LONGEST_WAIT_MILLISECONDS = 60 * 60_000;

const DIGITS = /^\d{4,12}$/;
const PHRASE_LENGTH = 10;
export const MOST_PIN_LENGTH = 200;

/** What is on record of a PIN: nothing it could be read from, and not the secret it unlocks. */
export const pinSchema = z.object({
  person: z.string().min(1),
  /** Salt of its scrypt (N = 2^15, r = 8, p = 1), base64url. */
  salt: z.string().min(22).max(64),
  /** Ed25519 public key whose private half is the scrypt of the PIN, base64url: what proves an approval. */
  key: z.string().length(43),
});
export type Pin = z.infer<typeof pinSchema>;

/** What can happen to the PIN of a person: entity `pin/<person>`. */
export const pinFacts = {
  /** From now on her approvals carry the proof that she typed it (P6). Another cost of scrypt is another type of fact. */
  'pin.set': pinSchema,
  'pin.removed': z.object({ person: z.string().min(1) }),
} as const;

export const pinFact = writerOf(pinFacts);

/** The PIN in force at an act, by the facts that came before it on the shared clock; `undefined` where none was. */
export function pinAt(facts: readonly Fact[], act: Pick<Fact, 'hlc'>): Pin | undefined {
  const before = inOrder(facts)
    .flatMap((raw) => readFact(pinFacts, raw) ?? [])
    .findLast(({ hlc }) => hlc < act.hlc);
  return before?.type === 'pin.set' ? before.body : undefined;
}

/** The PIN of now, or `undefined` where there is none. */
export const pinNow = (facts: readonly Fact[]): Pin | undefined => pinAt(facts, { hlc: 'g' });

/** One normal form: the same keys give the same PIN on every computer. */
export const normalisePin = (typed: string): string => typed.normalize('NFC').trim();

/** A PIN that may be chosen, in its normal form: 4 to 12 digits, or a phrase. Problem `pin-weak`. */
export function checkPin(typed: string): Result<string, Problem> {
  const pin = normalisePin(typed);
  const isPhrase = pin.length >= PHRASE_LENGTH && pin.length <= MOST_PIN_LENGTH && !/^\d+$/.test(pin);
  if (DIGITS.test(pin) || isPhrase) return ok(pin);
  return problem({
    code: 'pin-weak',
    what: 'Questo PIN non va bene.',
    remedy: `Scegli da 4 a 12 cifre, oppure una frase di almeno ${PHRASE_LENGTH} caratteri.`,
  });
}

/** Wrong PINs of one person in a row at this desk, and when the last was typed. */
export const attemptsSchema = z.object({ failed: z.int().nonnegative(), at: z.string() });
export type Attempts = z.infer<typeof attemptsSchema>;

/** How long after so many wrong PINs in a row the next may not be tried, in milliseconds. */
const waitAfter = (failed: number): number =>
  failed < FREE_ATTEMPTS
    ? 0
    : Math.min(FIRST_WAIT_MILLISECONDS * 2 ** Math.min(failed - FREE_ATTEMPTS, 10), LONGEST_WAIT_MILLISECONDS);

/** How long the next attempt has still to wait, in milliseconds; a clock put back waits no longer than the whole. */
export function waitLeft({ failed, at }: Attempts, now: Instant): number {
  const wait = waitAfter(failed);
  if (wait === 0) return 0;
  const left = Date.parse(addMilliseconds(at, wait)) - Date.parse(now);
  return Math.max(0, Math.min(left, wait));
}

const sayMinutes = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  return minutes === 1 ? 'un minuto' : `${minutes} minuti`;
};

/** The next attempt has to wait. */
export const pinWaits = (milliseconds: number): Problem => ({
  code: 'pin-waits',
  what: `Troppi PIN sbagliati: per riprovare aspetta ${sayMinutes(milliseconds)}.`,
  remedy: 'Se l’hai dimenticato, un altro capo settore può toglierlo da Impostazioni, Persone.',
});

/** A PIN was wrong, `failed` times in a row by now. */
export function pinWrong(failed: number): Problem {
  const left = FREE_ATTEMPTS - failed;
  if (left <= 0) return pinWaits(waitAfter(failed));
  return {
    code: 'pin-wrong',
    what: 'Il PIN non è giusto.',
    remedy:
      left === 1 ? 'Resta un tentativo, poi bisogna aspettare.' : `Restano ${left} tentativi, poi bisogna aspettare.`,
  };
}

/** The PIN of this person has to be typed first. */
export const pinNeeded = (name: string): Problem => ({
  code: 'pin-needed',
  what: `Serve il PIN di ${name}.`,
  why: 'Non è cambiato niente.',
  remedy: 'Scrivi il PIN, poi ripeti.',
});

/** What an approval signs: the text, by its hash, of one notice, given by one person at one desk. */
export const approvalWords = (about: { ent: string; hash: string; person: string; dev: string }): string =>
  `puntosi approva 1\n${about.ent}\n${about.hash}\n${about.person}\n${about.dev}\n`;

/** What a confirmation signs: an approval, by the hash of its fact. */
export const confirmationWords = (about: { ent: string; fact: string; person: string; dev: string }): string =>
  `puntosi conferma 1\n${about.ent}\n${about.fact}\n${about.person}\n${about.dev}\n`;
