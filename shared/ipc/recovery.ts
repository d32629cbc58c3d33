import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';

/** What a copy of the data holds, so that people know what they would get. */
const copyPreviewSchema = z.object({
  /** Notices in the register. */
  notices: z.int(),
  requests: z.int(),
  /** When the last thing in it happened; null when nothing did. */
  lastFactAt: z.string().nullable(),
  /** `2026/0204`, the last number of the register; null when none was given. */
  lastNumber: z.string().nullable(),
});
export type CopyPreview = z.infer<typeof copyPreviewSchema>;

const copyViewSchema = z.object({
  name: z.string(),
  kind: z.enum(['daily', 'before-update', 'set-aside']),
  madeAt: instantSchema,
  bytes: z.int(),
  /** Null when it cannot be read; `problem` says why. */
  preview: copyPreviewSchema.nullable(),
  problem: problemSchema.nullable(),
});
export type CopyView = z.infer<typeof copyViewSchema>;

/** What was found in the data folder of a desk, and the ways on. */
export const recoverySchema = z.object({
  /** Why the data do not open; null while they do. */
  problem: problemSchema.nullable(),
  today: daySchema,
  found: z.object({
    attachments: z.int(),
    documents: z.int(),
    /** Size of the present database, in bytes; 0 when it is missing or empty. */
    databaseBytes: z.int(),
  }),
  copies: z.array(copyViewSchema),
  /** The shared register this desk belonged to, as far as it is known. */
  share: z.string().nullable(),
});
export type RecoveryView = z.infer<typeof recoverySchema>;
