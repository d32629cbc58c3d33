/** Imported before everything else: the page may not make code from text (Trusted Types), so zod must not try. */
import { z } from 'zod';

z.config({ jitless: true });
