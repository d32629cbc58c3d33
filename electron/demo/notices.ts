import { z } from 'zod';
import notices from '#electron/demo/data/notices.json' with { type: 'json' };
import { momentSchema, proseSchema } from './prose.ts';

const noticeSchema = z.strictObject({
  office: z.string(),
  /** Who writes, and with which mailbox (the part before the at sign). */
  who: z.string(),
  mailbox: z.string(),
  /** When the e-mail arrives, Rome time. */
  arrives: momentSchema,
  /** The date wanted. */
  send: z.iso.date(),
  category: z.string(),
  reason: z.enum(['evento', 'scadenza', 'servizio', 'pubblica utilità']),
  slug: z.string(),
  title: z.string(),
  body: proseSchema,
});

/** A notice an office of the invented town asks for, before it becomes an e-mail. */
export type InventedNotice = Readonly<z.infer<typeof noticeSchema>>;

/** The ordinary requests of November and December 2026: one e-mail, one notice. */
export const NOTICES: readonly InventedNotice[] = z.array(noticeSchema).parse(notices);
