import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import type { Files } from '#electron/files/files.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import { deliveryName } from '#shared/queue/delivery.ts';
import { queueFact, type ReceiptBody } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';
import { readReceipt } from '#shared/queue/receipt.ts';

const MAXIMUM_BYTES = 256 * 1024;

export interface Receipts {
  /** Looks for the receipts of what this desk delivered; one look at a time, and it waits for no hung drive. */
  readonly look: () => Promise<void>;
  /** Why the receipt of a job cannot be used, if one lies there. */
  readonly problemOf: (job: string) => Problem | undefined;
}

/** Something lies there and cannot be read, now or ever; any other problem is one of the folder. */
const NO_RECEIPT: readonly string[] = ['file-not-plain', 'file-too-large'];

/** The value in a small JSON file: undefined when none can be read there, null when it is no JSON or too big. */
async function readJson(files: Files, file: string): Promise<unknown> {
  const bytes = await files.read(file, MAXIMUM_BYTES);
  if (!bytes.ok) return NO_RECEIPT.includes(bytes.error.code) ? null : undefined;
  try {
    return JSON.parse(Buffer.from(bytes.value).toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * What a receipt makes of a sending: it never confirms by itself, a person does (P33). Of an uncertain one it is evidence
 * only, whatever it says.
 */
function receiptFacts(job: Job, receipt: ReceiptBody): Result<readonly NewFact[], Problem> {
  const read = queueFact('job.receiptRead', `job/${job.id}`, receipt);
  const why = receipt.why ?? 'lo dice la ricevuta della ditta';
  if (receipt.outcome === 'inviato' || job.state === 'uncertain') return ok([read]);
  const moved = step(job, receipt.outcome === 'rifiutato' ? 'job.refused' : 'job.partlySent', { why });
  return moved.ok ? ok([read, ...moved.value]) : moved;
}

/** Reads what the contractor's program says of the notices delivered into its folder (P33). */
export function openReceipts(desk: Desk, store: QueueStore): Receipts {
  const problems = new Map<string, Problem>();
  let looking = false;

  const awaited = (): readonly Job[] =>
    store
      .inState('toPost', 'handedOver', 'uncertain')
      .filter(
        ({ route, desk: by, receipt }) =>
          route === 'cartella della ditta' && by === desk.journal.device() && receipt === null,
      );
  const setProblem = (id: string, found: Problem | undefined): void => {
    if (isDeepStrictEqual(problems.get(id), found)) return;
    if (found) problems.set(id, found);
    else problems.delete(id);
    desk.tell('queue');
  };
  const keep = (id: string, receipt: ReceiptBody): Result<void, Problem> => {
    const job = awaited().find((one) => one.id === id);
    const decided = job ? receiptFacts(job, receipt) : ok([]);
    return decided.ok
      ? storageResult(() => {
          desk.journal.append(decided.value, { actor: THE_APP });
        })
      : decided;
  };
  const lookFor = async (job: Job): Promise<void> => {
    const raw = await readJson(desk.files, join(desk.folders.get().deliveries, `${deliveryName(job)}.ricevuta.json`));
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
