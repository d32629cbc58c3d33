import { z } from 'zod';
import { SECURITIES, serverSchema, wordSchema } from './mailServer.ts';
import { isPlainAddress } from './recipient.ts';

/** The ports those who run a server choose unless they say otherwise (RFC 8314). */
export const SENDING_PORT = { tls: 465, starttls: 587 } as const;

/** How the letters of the desk leave over SMTP (P26, P32). The password is none of it: each desk keeps its own. */
export const sendingSchema = z.object({
  server: serverSchema,
  port: z.int().min(1).max(65_535),
  security: z.enum(SECURITIES),
  user: wordSchema,
  /** The address they leave from: the one the server lets this user write from. */
  address: z.string().trim().refine(isPlainAddress),
  /** What opens it: a password… */
  method: z.literal('password'),
  /** …or the access of the desk to the post, where this is there: desks of a former version ask for a password, and wait. */
  byAccess: z.exactOptional(z.literal(true)),
});
export type Sending = z.infer<typeof sendingSchema>;

/** `posta.comune.example, porta 465, TLS, da avvisi@comune.example`. */
export const saySending = ({ server, port, security, address }: Sending): string =>
  `${server}, porta ${port}, ${security === 'tls' ? 'TLS' : 'STARTTLS'}, da ${address}`;
