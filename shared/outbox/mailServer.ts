import { z } from 'zod';

/** How the way to a mail server is kept from being read: from the first byte, or from STARTTLS on (RFC 8314, RFC 3207). */
export const SECURITIES = ['tls', 'starttls'] as const;

/** The name or the address of a server, as typed: no scheme, no path, no port. */
export const serverSchema = z
  .string()
  .trim()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[?[0-9a-f:.]+\]?)$/i);
/** What a server is sent as one word of a command: no line ends inside. */
export const wordSchema = z
  .string()
  .trim()
  .min(1)
  .max(254)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these would end a command.
  .regex(/^[^\u0000-\u001f\u007f]+$/);
