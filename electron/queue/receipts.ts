import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import { type Desk, THE_APP } from '#electron/people/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import { deliveryName } from '#shared/queue/delivery.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';
import { type ReceiptBody, readReceipt } from '#shared/queue/receipt.ts';
import type { QueueStore } from './store.ts';

const MAXIMUM_BYTES = 256 * 1024;

export interface Receipts {
  /** Looks for the receipts of what this desk delivered; one look at a time, and it waits for no hung drive. */
  readonly look: () => Promise<void>;
  /** Why the receipt of a job cannot be used, if one lies there. */
  readonly problemOf: (job: string) => string | undefined;
}

export interface ReceiptsParts {
  /** Where the contractor's program finds the deliveries. */
  readonly folder: () => string;
  /** Told the topics that changed when the problem of a receipt came or went; a good receipt is told by its facts. */
  readonly changed: (topics: readonly string[]) => void;
}

/** A pipe in the place of a receipt must not be waited for; Windows has no such files and no such flag. */
const NEVER_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The value in a small JSON file: undefined when there is none, null when it is no JSON or too big. */
async function readJson(file: string): Promise<unknown> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(file, NEVER_WAITING);
  } catch {
    return undefined;
  }
  try {
    const info = await handle.stat();
    return info.isFile() && info.size <= MAXIMUM_BYTES ? JSON.parse(await handle.readFile('utf8')) : null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

/**
 * What a receipt makes of a sending: it never confirms by itself, a person does (P33). Of an uncertain one it is evidence
 * only, whatever it says.
 */
function told(job: Job, receipt: ReceiptBody): Result<readonly NewFact[], Problem> {
  const read = queueFact('job.receiptRead', `job/${job.id}`, receipt);
  const why = receipt.why ?? 'lo dice la ricevuta della ditta';
  if (receipt.outcome === 'inviato' || job.state === 'uncertain') return ok([read]);
  const moved = step(job, receipt.outcome === 'rifiutato' ? 'job.refused' : 'job.partlySent', { why });
  return moved.ok ? ok([read, ...moved.value]) : moved;
}

/** Reads what the contractor's program says of the notices delivered into its folder (P33). */
export function openReceipts(desk: Desk, store: QueueStore, { folder, changed }: ReceiptsParts): Receipts {
  const problems = new Map<string, string>();
  let looking = false;

  const awaited = (): readonly Job[] =>
    store
      .inState('handedOver', 'uncertain')
      .filter(
        ({ route, desk: by, receipt }) =>
          route === 'cartella della ditta' && by === desk.journal.device() && receipt === null,
      );
  const setProblem = (id: string, found: Problem | undefined): void => {
    const words = found && `${found.message} ${found.remedy}`;
    if (problems.get(id) === words) return;
    if (words === undefined) problems.delete(id);
    else problems.set(id, words);
    changed(['queue']);
  };
  const keep = (id: string, receipt: ReceiptBody): Result<void, Problem> => {
    const job = awaited().find((one) => one.id === id);
    const decided = job ? told(job, receipt) : ok([]);
    return decided.ok
      ? storageResult(() => {
          desk.journal.append(decided.value, { actor: THE_APP });
        })
      : decided;
  };
  const lookFor = async (job: Job): Promise<void> => {
    const raw = await readJson(join(folder(), `${deliveryName(job)}.ricevuta.json`));
    const receipt = raw === undefined ? undefined : readReceipt(job, raw);
    const kept = receipt?.ok ? keep(job.id, receipt.value) : receipt;
    setProblem(job.id, kept && !kept.ok ? kept.error : undefined);
  };

  return {
    look: async () => {
      if (looking) return;
      looking = true;
      try {
        const waiting = awaited();
        const gone = [...problems.keys()].filter((id) => !waiting.some((job) => job.id === id));
        for (const id of gone) setProblem(id, undefined);
        for (const job of waiting) await lookFor(job);
      } finally {
        looking = false;
      }
    },
    problemOf: (job) => problems.get(job),
  };
}
