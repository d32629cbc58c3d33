import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { Exchange } from '#electron/journal/exchange/exchange.ts';
import type { RegisterLook } from '#electron/journal/exchange/registerLook.ts';
import { deviceFact, deviceFacts } from '#shared/journal/devices.ts';
import { inOrder } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import type { RegisterFound } from '#shared/service/share.ts';

/** So many people are named; of the others the number is told. */
const MOST_NAMED = 8;
const NAME_LENGTH = 80;

/** What a register says of itself, as a person is asked about it. */
function registerFoundIn({ fingerprint, founder, facts, isPart }: RegisterLook): RegisterFound {
  const names = new Map<string, string>();
  const notices = new Set<string>();
  let name: string | null = null;
  let since: string | null = null;
  for (const raw of inOrder(facts)) {
    if (since === null || raw.at < since) since = raw.at;
    if (raw.type === 'entry.recorded') notices.add(raw.ent);
    const device = readFact(deviceFacts, raw);
    if (device?.type === 'device.joined' && device.ent === `device/${founder.dev}`) name = device.body.name;
    const person = readFact(peopleFacts, raw);
    if (person?.type === 'person.set') names.set(person.body.id, person.body.name.slice(0, NAME_LENGTH));
  }
  const people = [...names.values()].toSorted((one, other) => one.localeCompare(other, 'it'));
  const counts = { peopleCount: people.length, notices: notices.size };
  return { fingerprint, founder: name, people: people.slice(0, MOST_NAMED), ...counts, since, isPart };
}

const OTHER_REGISTER: Problem = {
  code: 'register-changed',
  what: 'Il registro nella cartella non è più quello che hai guardato.',
  why: 'Non è cambiato niente su questa postazione.',
  remedy: 'Guarda di nuovo chi l’ha creato, poi rispondi.',
};

/** The question before this desk enters a register that another one founded (P41). */
export function joiningCases(desk: Desk, exchange: Exchange, leave: () => Done) {
  let seen: RegisterFound | undefined;

  /** What waits to be confirmed, read once. */
  const found = async (): Promise<Result<RegisterFound | null, Problem>> => {
    if (exchange.state().state !== 'unconfirmed') {
      seen = undefined;
      return ok(null);
    }
    try {
      if (!seen) {
        const look = await exchange.look();
        seen = look && registerFoundIn(look);
      }
      return ok(seen ?? null);
    } catch (cause) {
      const trouble = problemOfStorage(cause);
      if (!trouble) throw cause;
      return err(trouble);
    }
  };

  /** Puts the answer on record with who gave it; nothing when another register waits by now. */
  const answer = async (
    type: 'device.registerConfirmed' | 'device.registerRefused',
    fingerprint: string,
  ): Promise<Done> => {
    const asked = await found();
    if (!asked.ok) return asked;
    if (asked.value?.fingerprint !== fingerprint) return problem(OTHER_REGISTER);
    const account = desk.person() ? {} : { account: desk.account.slice(0, 120) };
    const body = { fingerprint, founder: asked.value.founder ?? '', ...account };
    return desk.keep(ok([deviceFact(type, `device/${desk.journal.device()}`, body)]));
  };

  return {
    found,
    /** It is the office's own register: this desk enters it. */
    join: async ({ fingerprint }: { readonly fingerprint: string }): Promise<Done> => {
      const kept = await answer('device.registerConfirmed', fingerprint);
      if (!kept.ok) return kept;
      if (!exchange.join(fingerprint)) return problem(OTHER_REGISTER);
      seen = undefined;
      await exchange.round();
      return ok({});
    },
    /** It is not: nothing of this desk went in, and the folder is given up. */
    refuse: async ({ fingerprint }: { readonly fingerprint: string }): Promise<Done> => {
      const kept = await answer('device.registerRefused', fingerprint);
      if (!kept.ok) return kept;
      seen = undefined;
      return leave();
    },
  };
}
