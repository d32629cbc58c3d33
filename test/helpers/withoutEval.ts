/** Imported first: from here on zod builds no parsers by evaluating text, which the policy of a page forbids. */
import { z } from 'zod';

z.config({ jitless: true });
