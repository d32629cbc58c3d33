import { z } from 'zod';
import { instantSchema } from '../kernel/instant.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Job } from './job.ts';

/** How the program of the contractor says that a sending went. */
const OUTCOMES = ['inviato', 'inviato in parte', 'rifiutato'] as const;

/** What a receipt says, as it is kept with the sending. */
export const receiptBodySchema = z.object({
  outcome: z.enum(OUTCOMES),
  at: instantSchema,
  recipients: z.int().nonnegative().max(100_000_000).nullable(),
  /** The text really sent, when it is not the one delivered (P36). */
  text: z.string().max(65_536).nullable(),
  why: z.string().max(2_000).nullable(),
});
export type ReceiptBody = z.infer<typeof receiptBodySchema>;

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
    return problem(
      'receipt-unreadable',
      `La ricevuta della ditta per «${notice.title}» non si legge.`,
      'Il file resta dov’è. Chiedi alla ditta com’è andata e conferma tu l’invio.',
    );
  }
  const { id: of, hash, ...body } = parsed.data;
  if (of === id && hash === notice.hash) return ok(body);
  return problem(
    'receipt-of-another',
    `La ricevuta accanto a «${notice.title}» è di un altro testo.`,
    'Il file resta dov’è. Chiedi alla ditta quale testo ha inviato, poi conferma tu.',
  );
}
