import { z } from 'zod';

/** Bytes of the longest statement or invoice that is read. */
export const MAX_REPORT_FILE_BYTES = 25_000_000;
/** Endings of the names of a statement, and of an invoice. */
export const STATEMENT_ENDINGS = ['xlsx', 'ods', 'xls', 'csv'] as const;
export const INVOICE_ENDINGS = ['xml', 'p7m'] as const;

/** A file dropped on the window: what its name is called, no path, and its bytes. */
export const droppedSchema = z.object({
  fileName: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/\\\p{Cc}]+$/u),
  base64: z.base64().max(4 * Math.ceil(MAX_REPORT_FILE_BYTES / 3)),
});
export type Dropped = z.infer<typeof droppedSchema>;
