import { z } from 'zod';

/** How the way to a mail server is kept from being read: from the first byte, or from STARTTLS on (RFC 8314, RFC 3207). */
export const SECURITIES = ['tls', 'starttls'] as const;
/** The ports those who run a server choose unless they say otherwise (RFC 8314). */
export const USUAL_PORT = { tls: 993, starttls: 143 } as const;

/** The name or the address of a server, as typed: no scheme, no path, no port. */
const serverSchema = z
  .string()
  .trim()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[?[0-9a-f:.]+\]?)$/i);
/** What a server is sent as one word of a command: no line ends inside. */
const wordSchema = z
  .string()
  .trim()
  .min(1)
  .max(254)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these would end a command.
  .regex(/^[^\u0000-\u001f\u007f]+$/);

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
export const mailAccountSchema = z.object({ receiving: receivingSchema.nullable().default(null) });

/** `posta.comune.example, porta 993, TLS, cartella INBOX`. */
export const sayReceiving = ({ server, port, security, folder }: Receiving): string =>
  `${server}, porta ${port}, ${security === 'tls' ? 'TLS' : 'STARTTLS'}, cartella ${folder}`;
