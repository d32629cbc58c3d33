import { randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import { isSigned, type SigningKey, signingKeyOf } from '#electron/journal/exchange/identity.ts';
import type { Journal } from '#electron/journal/journal.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Person } from '#shared/people/person.ts';
import {
  type Attempts,
  attemptsSchema,
  normalisePin,
  PIN_MEMORY_MILLISECONDS,
  type Pin,
  pinAt,
  pinNeeded,
  pinNow,
  pinWaits,
  pinWrong,
  waitLeft,
} from '#shared/people/pin.ts';

/** What one scrypt costs: 32 MiB and a fraction of a second. Fixed by the type of the fact. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const SEED_BYTES = 32;
const SALT_BYTES = 16;
const ATTEMPTS = 'pin-attempts';
const attemptsOfAllSchema = z.record(z.string(), attemptsSchema);

/** The PINs of heads of sector at this desk (P6): typed ones are checked, remembered for a short time, never kept. */
export interface HeadPin {
  readonly isSet: (person: string) => boolean;
  /** Why this person has to type her PIN before she decides as head or sits down, or `undefined`. */
  readonly needed: (person: Pick<Person, 'id' | 'name' | 'roles'> | undefined) => Problem | undefined;
  /** Checks what was typed and remembers it for a while. Problems `pin-wrong`, `pin-waits`. */
  readonly enter: (person: string, typed: string) => Promise<Result<Record<string, never>, Problem>>;
  /** What is on record of a new PIN in its normal form. */
  readonly make: (person: string, pin: string) => Promise<Pin>;
  /** Whatever is remembered is forgotten, but of `person`, who goes on sitting here. */
  readonly forget: (but?: string) => void;
  /** The proof, by the remembered PIN of a person, that she said these words; `undefined` where she has none. */
  readonly sign: (person: string, words: string) => string | undefined;
  /** Whether an act of a person carries the proof that her PIN of then asks for; where she had none it needs none. */
  readonly isProved: (act: Pick<Fact, 'hlc' | 'actor'>, words: string, proof: string | undefined) => boolean;
}

export interface HeadPinParts {
  readonly journal: Pick<Journal, 'factsOf'>;
  readonly local: LocalValues;
  readonly now: () => Instant;
}

/** The key a PIN unlocks; takes its time in a thread. */
async function keyOf(pin: string, salt: string): Promise<SigningKey> {
  const seed = await new Promise<Buffer>((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'base64url'), SEED_BYTES, COST, (cause, derived) =>
      cause ? reject(cause) : resolve(derived),
    );
  });
  const key = signingKeyOf(seed);
  seed.fill(0);
  return key;
}

interface Remembered {
  readonly person: string;
  readonly key: SigningKey;
  readonly at: Instant;
}

/** Opens the PINs of a desk; what was typed before it opened is forgotten, wrong attempts are not. */
export function openHeadPin({ journal, local, now }: HeadPinParts): HeadPin {
  let remembered: Remembered | undefined;
  const pinOf = (person: string): Pin | undefined => pinNow(journal.factsOf(`pin/${person}`));
  const remember = (person: string, key: SigningKey): void => {
    remembered = { person, key, at: now() };
  };
  const keyKept = (person: string): SigningKey | undefined => {
    if (remembered?.person !== person) return undefined;
    const moment = now();
    const isFresh = moment >= remembered.at && moment < addMilliseconds(remembered.at, PIN_MEMORY_MILLISECONDS);
    if (!isFresh || pinOf(person)?.key !== remembered.key.key) remembered = undefined;
    return remembered?.key;
  };
  const attemptsOf = (person: string): Attempts =>
    local.get(ATTEMPTS, attemptsOfAllSchema)?.[person] ?? { failed: 0, at: now() };
  const note = (person: string, attempts: Attempts | undefined): void => {
    const { [person]: _, ...others } = local.get(ATTEMPTS, attemptsOfAllSchema) ?? {};
    local.set(ATTEMPTS, { ...others, ...(attempts ? { [person]: attempts } : {}) });
  };
  return {
    isSet: (person) => pinOf(person) !== undefined,
    needed: (person) => {
      if (!person?.roles.includes('capo settore') || !pinOf(person.id) || keyKept(person.id)) return undefined;
      return pinNeeded(person.name);
    },
    enter: async (person, typed) => {
      const pin = pinOf(person);
      if (!pin) return ok({});
      const before = attemptsOf(person);
      const wait = waitLeft(before, now());
      if (wait > 0) return err(pinWaits(wait));
      // Counted before it is known: neither a second attempt meanwhile nor the end of the program saves one.
      const failed = before.failed + 1;
      note(person, { failed, at: now() });
      const key = await keyOf(normalisePin(typed), pin.salt);
      if (key.key !== pin.key) return err(pinWrong(failed));
      note(person, undefined);
      remember(person, key);
      return ok({});
    },
    make: async (person, pin) => {
      const salt = randomBytes(SALT_BYTES).toString('base64url');
      const key = await keyOf(pin, salt);
      remember(person, key);
      return { person, salt, key: key.key };
    },
    forget: (but) => {
      if (remembered?.person !== but) remembered = undefined;
    },
    sign: (person, words) => keyKept(person)?.sign(Buffer.from(words, 'utf8')),
    isProved: (act, words, proof) => {
      const pin = pinAt(journal.factsOf(`pin/${act.actor}`), act);
      return !pin || (proof !== undefined && isSigned(pin.key, Buffer.from(words, 'utf8'), proof));
    },
  };
}
