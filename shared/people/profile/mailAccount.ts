import { z } from 'zod';
import { SECURITIES, serverSchema, wordSchema } from '#shared/outbox/mailServer.ts';
import { sendingSchema } from '#shared/outbox/sendingAccount.ts';
import { mailAccessSchema } from './mailAccess.ts';

/** The ports those who run a server choose unless they say otherwise (RFC 8314). */
export const USUAL_PORT = { tls: 993, starttls: 143 } as const;

/** How the mailbox of the offices is read over IMAP (P10). The password is none of it: each desk keeps its own. */
export const receivingSchema = z.object({
  server: serverSchema,
  port: z.int().min(1).max(65_535),
  security: z.enum(SECURITIES),
  user: wordSchema,
  /** The folder of the server in which the e-mails of the offices arrive. */
  folder: wordSchema,
  /** What opens it: a password, or an access given in the browser. */
  method: z.enum(['password', 'oauth2']),
});
export type Receiving = z.infer<typeof receivingSchema>;

/** The mail account of the municipality, part by part; null what nobody wrote yet. */
export const mailAccountSchema = z.object({
  receiving: receivingSchema.nullable().default(null),
  sending: sendingSchema.nullable().default(null),
  /** How an access is asked for in place of a password; desks of a former version know none. */
  access: mailAccessSchema.nullable().default(null),
});

/** `posta.comune.example, porta 993, TLS, cartella INBOX`. */
export const sayReceiving = ({ server, port, security, folder }: Receiving): string =>
  `${server}, porta ${port}, ${security === 'tls' ? 'TLS' : 'STARTTLS'}, cartella ${folder}`;
