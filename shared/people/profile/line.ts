import { z } from 'zod';

/** Some words on one line, as they stand in a letter's head: no line break, no invisible sign. */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
