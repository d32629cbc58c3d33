/** An outbox of its own for tests, whose programs write down what they do. */
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';
import { type EffectProgram, type Outbox, openOutbox } from '#electron/outbox/outbox.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import { type TestClock, testClock } from './desk.ts';

export const noNetwork = problem({
  code: 'offline',
  what: 'Rete non disponibile.',
  why: 'Niente è perso.',
  remedy: 'Riprova più tardi.',
});

export interface OpenedOutbox {
  readonly outbox: Outbox;
  readonly database: Database;
  readonly clock: TestClock;
  /** Ids carried out, in order. */
  readonly done: string[];
}

/** An outbox whose program `letter.send` writes down what it does, then does what `sends` says. */
export function openTestOutbox(
  change: {
    readonly sends?: EffectProgram;
    readonly database?: Database;
    readonly clock?: TestClock;
    readonly programs?: Readonly<Record<string, EffectProgram>>;
  } = {},
): OpenedOutbox {
  const { sends = async () => ok(undefined), database = openMemory(migrations), clock = testClock() } = change;
  const done: string[] = [];
  const programs: Readonly<Record<string, EffectProgram>> = {
    'letter.send': async (effect) => {
      done.push(effect.id);
      return sends(effect);
    },
    ...change.programs,
  };
  const outbox = openOutbox({ database, now: clock.now, newId: () => 'a1b2' });
  outbox.serve(programs);
  return { outbox, database, clock, done };
}

/** Keeps an effect, due now when no moment is given. */
export function keepEffect(
  { outbox, clock }: OpenedOutbox,
  id: string,
  notBefore: Instant = clock.now(),
  kind = 'letter.send',
): Effect {
  const effect: Effect = { id, kind, payload: { to: 'sport@comune.valdombra.example' }, notBefore };
  outbox.keep([effect], clock.now());
  return effect;
}
/** How far an effect has come, as the table says. */
export const stateOf = ({ database }: OpenedOutbox, id: string): unknown =>
  database.prepare('SELECT state FROM effect WHERE id = ?').pluck().get(id);
