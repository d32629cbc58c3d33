import { z } from 'zod';
import type { ReadableDatabase } from '#electron/db/open.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import { deviceStore } from '#electron/journal/exchange/deviceTable.ts';
import type { EffectProgram } from '#electron/outbox/outbox.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { partsOf } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import { type Entry, entryNumber } from '#shared/register/entry.ts';
import { registerFact } from '#shared/register/facts.ts';
import { beforeFirst, yearOf } from '#shared/register/record.ts';
import type { RegisterStore } from './store.ts';

export const NUMBER = 'register.number';
const payloadSchema = z.object({ entry: z.string() });
const DIGITS = 6;
/** Other files may lie among the claims: only what looks like a number is one. */
const isNumberKey = (key: string): boolean => /^\d{6,9}$/.test(key);
/** A claim that nobody can read counts only so near to one that can: a stray file far above must not raise the numbers. */
const NEAR = 100;
const keyOf = (number: number): string => String(number).padStart(DIGITS, '0');

/** What asks for the number of a row that has none yet; tried again until the shared place answers. */
export function numberEffect(desk: Desk, entry: string, round = 1): Effect {
  return { id: `${NUMBER}/${entry}/${round}`, kind: NUMBER, payload: { entry }, notBefore: desk.now() };
}

/** Written while the clock of a desk was wrong: a year that has not come gives no numbers. */
const FUTURE: Problem = {
  code: 'year-to-come',
  what: 'L’avviso risulta inviato in un anno che deve ancora venire: il suo numero aspetta.',
  remedy: 'Controlla l’ora delle postazioni. Quando quell’anno arriva il numero viene dato da solo.',
};

/** Two rows with one number: what a shared place without exclusive creation, or a copy of it, can do. */
export interface NumberCollision {
  readonly number: string;
  /** Rows by id: the first keeps the number. */
  readonly keeps: string;
  readonly loses: readonly string[];
}

export interface Numbering {
  /** The number before the next one of a year: the highest given, or the one before the town's first (P40). */
  readonly highest: (year: number) => number;
  /** Claims the next free number of its year for a row and keeps it; the row as it is when it has one. */
  readonly assign: (entry: string) => Promise<Result<void, Problem>>;
  /** Whether a number cannot be given in the moment of the row: it is to be claimed, or the year is not proved. */
  readonly mustWait: () => boolean;
  /** Numbers given to more than one row; the desk that lost one takes another for it. */
  readonly collisions: () => readonly NumberCollision[];
  /** What puts right the collisions that this desk lost. */
  readonly corrections: () => readonly Effect[];
  readonly program: EffectProgram;
}

/** Gives register numbers that never collide between desks (P40): claimed by exclusive creation, the facts are the judge. */
export function numbering(
  desk: Desk,
  database: ReadableDatabase,
  store: RegisterStore,
  mayNotNumber: () => Problem | undefined,
): Numbering {
  const doubles = database.prepare<[], { year: number; number: number }>(
    `SELECT year, number FROM entry WHERE number IS NOT NULL GROUP BY year, number HAVING count(*) > 1`,
  );
  const holders = database.prepare<[number, number], { id: string }>(
    'SELECT id FROM entry WHERE year = ? AND number = ? ORDER BY id',
  );

  const devices = deviceStore(database);
  const given = database.prepare<[number], { number: number }>('SELECT number FROM entry_number WHERE year = ?');

  const highest = (year: number): number =>
    Math.max(store.highest(year), beforeFirst(desk.profile.firstNumber, store.isNumberedBefore(year)));

  /** The fact that gave a row the number it has. */
  const numberedBy = (id: string): Fact | undefined => {
    const facts = desk.journal.factsOf(`entry/${id}`);
    return (
      facts.findLast(({ type }) => type === 'entry.renumbered') ?? facts.find(({ type }) => type === 'entry.numbered')
    );
  };

  const collisions = (): readonly (NumberCollision & { readonly mine: readonly string[] })[] =>
    doubles.all().flatMap(({ year, number }) => {
      const rows = holders
        .all(year, number)
        .map(({ id }) => ({ id, by: numberedBy(id) }))
        .sort((a, b) => ((a.by?.hlc ?? '') < (b.by?.hlc ?? '') ? -1 : 1));
      const [first, ...others] = rows;
      if (!first) return [];
      return [
        {
          number: entryNumber({ year, number }),
          keeps: first.id,
          loses: others.map(({ id }) => id),
          mine: others.filter(({ by }) => by && devices.hasBeen(desk.journal.device(), by.dev)).map(({ id }) => id),
        },
      ];
    });

  const isLost = (id: string) => collisions().find(({ loses }) => loses.includes(id));

  const factFor = (entry: Entry, year: number, number: number): NewFact => {
    const lost = isLost(entry.id);
    const ent = `entry/${entry.id}`;
    if (!lost) return registerFact('entry.numbered', ent, { year, number });
    const other = store.get(lost.keeps)?.title ?? lost.keeps;
    return registerFact('entry.renumbered', ent, { year, number, was: lost.number, other });
  };

  /** The claims of a year whose facts have not arrived, each with the row it is for; `null` where nobody can read that. */
  const claimedOnly = async (year: number): Promise<Result<ReadonlyMap<number, string | null>, Problem>> => {
    const kind = `num-${year}`;
    const taken = await desk.claims.taken(kind);
    if (!taken.ok) return taken;
    const known = new Set(given.all(year).map(({ number }) => number));
    const claimed = new Map<number, string | null>();
    for (const key of taken.value.filter((one) => isNumberKey(one) && !known.has(Number(one)))) {
      const holder = await desk.claims.holder({ kind, key });
      if (!holder.ok) return holder;
      claimed.set(Number(key), holder.value?.ent ?? null);
    }
    return ok(claimed);
  };

  /** The highest number that is given or claimed. */
  const highestOf = (year: number, claimed: ReadonlyMap<number, string | null>): number => {
    const legible = [...claimed].flatMap(([number, ent]) => (ent === null ? [] : [number]));
    const known = legible.reduce((a, b) => Math.max(a, b), highest(year));
    const near = [...claimed.keys()].filter((number) => number <= known + NEAR);
    return near.reduce((a, b) => Math.max(a, b), known);
  };

  const claimNext = async (entry: Entry, year: number): Promise<Result<number, Problem>> => {
    const kind = `num-${year}`;
    const ent = `entry/${entry.id}`;
    const begun = entry.number === null ? desk.claims.keyOf(kind, ent) : undefined;
    const claimed = await claimedOnly(year);
    if (!claimed.ok) return claimed;
    let next = begun === undefined ? highestOf(year, claimed.value) + 1 : Number(begun);
    const elsewhere = [...claimed.value].findLast(([number, by]) => number < next && by === ent)?.[0];
    if (entry.number === null && elsewhere !== undefined) return ok(elsewhere);
    for (;;) {
      const taken = await desk.claims.take({ kind, key: keyOf(next) }, ent);
      if (taken.state === 'away') return err(taken.problem);
      if (taken.state === 'won' || taken.by?.ent === ent) return ok(next);
      next = Math.max(next, store.highest(year)) + 1;
    }
  };

  const assign = async (id: string): Promise<Result<void, Problem>> => {
    const entry = store.get(id);
    if (!entry || (entry.number !== null && !isLost(id))) return ok(undefined);
    const doubt = mayNotNumber();
    if (doubt) return err(doubt);
    const year = yearOf(entry);
    if (year > partsOf(romeOf(desk.now()).day).year) return err(FUTURE);
    const number = await claimNext(entry, year);
    if (!number.ok) return number;
    // While the place was asked, the number may have been kept by another round of this.
    const now = store.get(id);
    if (!now || (now.number !== null && !isLost(id))) return ok(undefined);
    return storageResult(() => {
      desk.journal.append([factFor(now, year, number.value)], { actor: THE_APP });
    });
  };

  return {
    highest,
    assign,
    mustWait: () => desk.claims.isShared() || mayNotNumber() !== undefined,
    collisions,
    corrections: () => {
      const rounds = (id: string): number => desk.journal.factsOf(`entry/${id}`).length;
      return collisions().flatMap(({ mine }) => mine.map((id) => numberEffect(desk, id, rounds(id))));
    },
    program: ({ payload }) => assign(payloadSchema.parse(payload).entry),
  };
}
