import { z } from 'zod';
import { packSchema } from '#shared/drafts/style/pack.ts';
import { type Contract, idSchema, nothing, textSchema, whySchema } from '#shared/kernel/contract.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { declineSchema } from './decide.ts';
import { approvalSchema, irregularSchema } from './views.ts';

/** Calls about the texts until the head of sector decides, and about the Prontuario (P23–P26, P30). */
export const draftsContract = {
  'drafts.pack': { reads: ['drafts'], input: nothing, output: packSchema },
  'drafts.publishPack': { input: z.object({ pack: packSchema }), output: z.object({ version: z.int() }) },
  'drafts.save': { input: idSchema.extend({ text: textSchema }), output: z.object({ savedAt: instantSchema }) },
  /** What is being written on this desk under a name and was not kept elsewhere: a form, a change of the head's. */
  'drafts.kept': {
    reads: ['writing'],
    input: idSchema,
    output: z.object({ text: z.string(), savedAt: instantSchema }).nullable(),
  },
  'drafts.forward': {
    input: idSchema.extend({
      text: textSchema,
      /** Why each failed line of the checklist goes on all the same (P25). */
      reasons: z.record(z.string(), whySchema),
    }),
    /** Name of the head, and the letter to him, to be taken back with `drafts.undo`: then the forwarding is undone. */
    output: z.object({ to: z.string(), effect: z.string().nullable() }),
  },
  'drafts.waiting': { reads: ['drafts', 'requests', 'people'], input: nothing, output: z.array(approvalSchema) },
  'drafts.decline': { input: idSchema.extend({ how: declineSchema }), output: nothing },
  'drafts.toRegularise': { reads: ['drafts', 'requests', 'people'], input: nothing, output: z.array(irregularSchema) },
  /** Takes a letter back before it leaves, with the act it belongs to: within 10 seconds (L1). `id` is its effect. */
  'drafts.undo': { input: idSchema, output: nothing },
} as const satisfies Contract;
