import { z } from 'zod';
import type { ShareState } from '#shared/journal/shareState.ts';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import { plural } from '#shared/kernel/text.ts';
import { MAILBOX_FULL, MAILBOX_STOPPED } from '#shared/requests/mailboxSign.ts';

/** What a desk needs before it can work, in the order in which it is asked. */
export const BEGINNINGS = ['register', 'person', 'head', 'mailbox', 'addresses', 'town'] as const;
export const beginningIdSchema = z.enum(BEGINNINGS);
export type BeginningId = z.infer<typeof beginningIdSchema>;

const proofSchema = z.object({
  /** What was found or written, and where or by whom. */
  words: z.string(),
  /** When; null where nobody noted it. */
  at: instantSchema.nullable(),
});
export type Proof = z.infer<typeof proofSchema>;

/** One row of «Prima di cominciare»: done with its proof, or what it lacks. */
export const beginningSchema = z.discriminatedUnion('state', [
  z.object({ id: beginningIdSchema, state: z.literal('done'), proof: proofSchema }),
  z.object({
    id: beginningIdSchema,
    /** `skipped` by a person, as long as the same is lacking; `broken` was done once. */
    state: z.enum(['todo', 'broken', 'skipped']),
    /** What is lacking, in a few words: `mai collegata`. */
    lack: z.string(),
    problem: problemSchema.nullable(),
  }),
  /** Not known yet: the shared folder is being looked at. */
  z.object({ id: beginningIdSchema, state: z.literal('unknown') }),
]);
export type Beginning = z.infer<typeof beginningSchema>;

/** What was written about a thing, by whom and when; `by` is null for what the app came with. */
export interface Written {
  readonly by: string | null;
  readonly at: Instant | null;
}

/** What is known of a desk. */
export interface DeskFacts {
  readonly share: Pick<ShareState, 'state' | 'configured' | 'location' | 'problem' | 'exchangedAt' | 'isEnrolled'>;
  /** Who sits here, and whether the account of the computer says so. */
  readonly person: { readonly name: string; readonly account: string | null; readonly at: Instant | null } | null;
  readonly head: ({ readonly name: string; readonly address: string } & Written) | null;
  /** Who was head and was taken out of the group, when nobody took the place. */
  readonly formerHead: string | null;
  readonly mailbox: {
    /** The mailbox on a mail server, as `avvisi@… su posta…`; null where this desk reads none. */
    readonly server: string | null;
    readonly folder: string;
    readonly isChosen: boolean;
    readonly checkedAt: Instant | null;
    readonly problem: Problem | null;
  };
  readonly contractor: { readonly address: string | null } & Written;
  readonly mayor: { readonly address: string | null } & Written;
  /** Whether this desk shares a register in which no desk has a folder from which notices leave (P33). */
  readonly nothingLeaves: boolean;
  /** How many data of the municipality are to be confirmed, and who confirmed last. */
  readonly town: { readonly toConfirm: number } & Written;
  /** What was lacking when a person skipped a row. */
  readonly skipped: Partial<Readonly<Record<BeginningId, string>>>;
}

interface Lack {
  readonly state: 'todo' | 'broken';
  readonly lack: string;
  readonly problem?: Problem | null;
}
type Found = { readonly proof: Proof } | Lack | 'unknown';

const done = (words: string, at: Instant | null): Found => ({ proof: { words, at } });
const todo = (lack: string): Found => ({ state: 'todo', lack });

/** A drive that does not answer for a while is told in the status bar; these do not pass by themselves. */
const LASTING: readonly ShareState['state'][] = ['read-only', 'stuck', 'illegible', 'other-space', 'newer'];
const GONE = 'folder-missing';

function registerOf({ share }: DeskFacts): Found {
  const { state, configured, location, problem, exchangedAt, isEnrolled } = share;
  if (configured === null) return todo('mai scelto');
  if (state === 'connecting') return 'unknown';
  if (state === 'unfounded') return { state: 'todo', lack: 'cartella senza registro', problem };
  if (LASTING.includes(state) || (problem?.code === GONE && state === 'away')) {
    return { state: 'broken', lack: problem?.code === GONE ? 'cartella sparita' : 'non si può usare', problem };
  }
  if (exchangedAt === null) return { state: 'todo', lack: 'mai letto', problem };
  if (!isEnrolled) return todo('aspetta di essere accettata');
  // What the drive was asked is the path as written; only where that is missing, the one without the spaces (P4).
  const note = location?.withoutSpace ? ', senza lo spazio davanti al nome: con lo spazio non c’è' : '';
  return done(`${location?.path ?? configured}${note}`, exchangedAt);
}

function personOf({ person }: DeskFacts): Found {
  if (!person) return todo('nessuno');
  const how = person.account === null ? 'nome scelto su questo computer' : `con l’account ${person.account}`;
  return done(`${person.name}, ${how}`, person.at);
}

const sayBy = ({ by }: Written): string => (by === null ? 'dal profilo del Comune' : `scritto da ${by}`);

function headOf({ head, formerHead }: DeskFacts): Found {
  if (head) return done(`${head.name}, ${head.address}, ${sayBy(head)}`, head.at);
  return formerHead === null ? todo('manca') : { state: 'broken', lack: `${formerHead} è fuori dal gruppo` };
}

function mailboxOf({ mailbox }: DeskFacts): Found {
  const { server, folder, isChosen, checkedAt, problem } = mailbox;
  if (server === null && !isChosen) return todo('mai collegata');
  // A mailbox that is full, or whose reading a person stopped, is read.
  if (problem && ![MAILBOX_FULL, MAILBOX_STOPPED].includes(problem.code)) {
    return { state: 'broken', lack: 'non si legge', problem };
  }
  return checkedAt === null ? todo('mai letta') : done(`${server ?? folder}, letta`, checkedAt);
}

function addressesOf({ contractor, mayor, nothingLeaves }: DeskFacts): Found {
  const missing = [contractor, mayor].filter(({ address }) => address === null);
  // An address that somebody wrote and that is not there any more was emptied.
  const state = missing.some(({ by }) => by !== null) ? 'broken' : 'todo';
  if (missing.length > 0) return { state, lack: `${plural(missing.length, 'indirizzo', 'indirizzi')} da scrivere` };
  if (nothingLeaves) return todo('manca da dove escono');
  const last = [contractor, mayor].toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1))[0] ?? mayor;
  return done(`${contractor.address} e ${mayor.address}, ${sayBy(last)}`, last.at);
}

function townOf({ town }: DeskFacts): Found {
  if (town.toConfirm > 0) return todo(`${town.toConfirm} da confermare`);
  return done(town.by === null ? 'Niente da confermare' : `Tutti confermati, l’ultimo da ${town.by}`, town.at);
}

const RULES: Readonly<Record<BeginningId, (facts: DeskFacts) => Found>> = {
  register: registerOf,
  person: personOf,
  head: headOf,
  mailbox: mailboxOf,
  addresses: addressesOf,
  town: townOf,
};

/**
 * What this desk has and what it lacks, in order (P3, P4, P6, P20). A row that was skipped stays so while the same is
 * lacking: what was done and breaks comes back.
 */
export function beginningsOf(facts: DeskFacts): readonly Beginning[] {
  return BEGINNINGS.map((id): Beginning => {
    const found = RULES[id](facts);
    if (found === 'unknown') return { id, state: 'unknown' };
    if ('proof' in found) return { id, state: 'done', proof: found.proof };
    const { lack, problem = null } = found;
    return { id, state: facts.skipped[id] === lackKey(found) ? 'skipped' : found.state, lack, problem };
  });
}

/** What tells one lack from another: figures in it may change without being another. */
export const lackKey = ({ lack }: Pick<Lack, 'lack'>): string => lack.replace(/\d+/g, 'n');
