import { z } from 'zod';
import freshMails from '#electron/demo/data/freshMails.json' with { type: 'json' };
import laterMails from '#electron/demo/data/laterMails.json' with { type: 'json' };
import specialMails from '#electron/demo/data/specialMails.json' with { type: 'json' };
import type { Day } from '#shared/kernel/day.ts';
import { certified, type InventedMail, idOf, type Letterhead, letter } from './mails.ts';
import { momentSchema, proseSchema } from './prose.ts';

const headSchema = z.strictObject({
  name: z.string(),
  arrives: momentSchema,
  from: z.tuple([z.string(), proseSchema]),
  subject: z.string(),
  /** Name of the e-mail it answers. */
  answers: z.string().optional(),
  headers: z.array(z.string()).optional(),
});
const mailSchema = headSchema.extend({
  /** The rule of the procedure the e-mail is there for; only for who reads the file. */
  shows: z.string().optional(),
  type: z.enum(['plain', 'html']).default('plain'),
  /** Its lines. */
  body: z.array(proseSchema),
  /** The envelope of a certified message (PEC) around it. */
  envelope: headSchema.optional(),
});

const letterheadOf = ({ name, arrives, from, subject, answers, headers }: z.infer<typeof headSchema>): Letterhead => ({
  name,
  arrives,
  from,
  subject,
  ...(answers === undefined ? {} : { answers: idOf(answers) }),
  ...(headers === undefined ? {} : { headers }),
});

function mailOf(written: z.infer<typeof mailSchema>): InventedMail {
  const inner = letter(letterheadOf(written), written.body.join('\n'), written.type);
  return written.envelope ? certified(letterheadOf(written.envelope), inner) : inner;
}

const mailsOf = (data: unknown): readonly InventedMail[] => z.array(mailSchema).parse(data).map(mailOf);

/** The e-mails that are not ordinary: each shows one rule of the procedure. */
export const SPECIAL_MAILS: readonly InventedMail[] = mailsOf(specialMails);

/** The e-mails of the days after the two months: each leads to another state (P64). */
export const LATER_MAILS: readonly InventedMail[] = mailsOf(laterMails);

/** E-mails nobody has read yet when the invented town is opened, with every day in them moved: something to do for who tries the app. */
export const freshMailsFrom = (moved: (day: Day) => Day): readonly InventedMail[] =>
  mailsOf(JSON.parse(JSON.stringify(freshMails).replace(/\d{4}-\d\d-\d\d/g, moved)));

/** The same, for the Monday on which the invented town is opened. */
export const FRESH_MAILS: readonly InventedMail[] = mailsOf(freshMails);
