import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type ReceiptBody, receiptBodySchema } from './facts.ts';
import type { Job } from './job.ts';

/**
 * The receipt the contractor's program may leave beside a delivery, as `<delivery>.ricevuta.json` (P33). The form is ours,
 * to be agreed with the contractor: `{id, hash, outcome, at}`, and if known `recipients`, `text`, `why`. `id` and `hash` are
 * those of the delivery, `at` is an ISO moment in UTC, the whole file is at most 256 KiB and best written under another name
 * and renamed, so that nobody reads half of it.
 */
const receiptSchema = z.object({
  id: z.string(),
  hash: z.string(),
  outcome: receiptBodySchema.shape.outcome,
  at: instantSchema,
  recipients: receiptBodySchema.shape.recipients.default(null),
  text: receiptBodySchema.shape.text.default(null),
  why: receiptBodySchema.shape.why.default(null),
});

/** The receipt of a job from what its file holds; problems `receipt-unreadable`, `receipt-of-another`. */
export function readReceipt({ id, notice }: Pick<Job, 'id' | 'notice'>, raw: unknown): Result<ReceiptBody, Problem> {
  const parsed = receiptSchema.safeParse(raw);
  if (!parsed.success) {
    return problem({
      code: 'receipt-unreadable',
      what: `La ricevuta della ditta per «${notice.title}» non si legge.`,
      why: 'Il file resta dov’è.',
      remedy: 'Chiedi alla ditta com’è andata e conferma tu l’invio.',
    });
  }
  const { id: of, hash, ...body } = parsed.data;
  if (of === id && hash === notice.hash) return ok(body);
  return problem({
    code: 'receipt-of-another',
    what: `La ricevuta accanto a «${notice.title}» è di un altro testo.`,
    why: 'Il file resta dov’è.',
    remedy: 'Chiedi alla ditta quale testo ha inviato, poi conferma tu.',
  });
}
