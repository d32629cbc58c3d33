import { open } from 'node:fs/promises';
import { join } from 'node:path';
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

/** The value in a small JSON file: undefined when there is none, null when it is no JSON or too big. */
async function readJson(file: string): Promise<unknown> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(file, 'r');
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

/** What a receipt makes of a sending: it never confirms by itself, a person does (P33). */
function told(job: Job, receipt: ReceiptBody): Result<readonly NewFact[], Problem> {
  const read = queueFact('job.receiptRead', `job/${job.id}`, receipt);
  const why = receipt.why ?? `lo dice la ricevuta della ditta`;
  if (receipt.outcome === 'inviato') return ok([read]);
  const moved = step(job, receipt.outcome === 'rifiutato' ? 'job.refused' : 'job.partlySent', { why });
  return moved.ok ? ok([read, ...moved.value]) : moved;
}

/** Reads what the contractor's program says of the notices delivered into its folder (P33). */
export function openReceipts(desk: Desk, store: QueueStore, folder: () => string): Receipts {
  const problems = new Map<string, string>();
  let looking = false;

  const lookFor = async (job: Job): Promise<void> => {
    const raw = await readJson(join(folder(), `${deliveryName(job)}.ricevuta.json`));
    if (raw === undefined) {
      problems.delete(job.id);
      return;
    }
    const receipt = readReceipt(job, raw);
    const now = store.get(job.id);
    if (!receipt.ok) problems.set(job.id, receipt.error.message);
    else if (now?.state === 'handedOver' && now.receipt === null) {
      const decided = told(now, receipt.value);
      if (decided.ok) desk.journal.append(decided.value, { actor: THE_APP });
      problems.delete(job.id);
    }
  };

  return {
    look: async () => {
      if (looking) return;
      looking = true;
      try {
        const waiting = store
          .inState('handedOver')
          .filter(
            ({ route, desk: by, receipt }) =>
              route === 'cartella della ditta' && by === desk.journal.device() && receipt === null,
          );
        for (const job of waiting) await lookFor(job);
      } finally {
        looking = false;
      }
    },
    problemOf: (job) => problems.get(job),
  };
}
