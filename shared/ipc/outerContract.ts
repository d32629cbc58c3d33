import { z } from 'zod';
import { type Contract, nothing, textSchema } from '#shared/kernel/contract.ts';
import { recoverySchema } from './recovery.ts';

/** The calls no word answers: the prefix says which program does, the shell or the core. */
export const outerContract = {
  /** Goes into the training (P64): of the invented town or of a copy of one's own; `fresh` begins it again from nothing. */
  'core.openExample': {
    input: z.object({ town: z.exactOptional(z.enum(['invented', 'own'])), fresh: z.exactOptional(z.literal(true)) }),
    output: nothing,
  },
  'core.leaveExample': { input: nothing, output: nothing },
  /** What was found where the data should be, and the copies (P41): answered also while the app is not open. */
  'core.recovery': { reads: ['service'], input: nothing, output: recoverySchema },
  'core.restoreCopy': { input: z.object({ name: z.string().min(1).max(200) }), output: nothing },
  /** Saves what can be read of damaged data. */
  'core.repair': { input: nothing, output: nothing },
  /** Begins anew as a desk of the shared register; asks for its folder when nothing names it. */
  'core.rebuildFromShare': { input: nothing, output: z.object({ chosen: z.boolean() }) },
  /** Sets everything of this desk aside and begins anew. */
  'core.startOver': { input: nothing, output: nothing },
  'shell.openLink': { input: z.object({ url: z.url() }), output: nothing },
  'shell.copyText': { input: z.object({ text: textSchema }), output: nothing },
} as const satisfies Contract;
