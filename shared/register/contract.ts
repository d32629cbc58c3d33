import { z } from 'zod';
import { type Contract, idSchema, nothing, offsetSchema } from '#shared/kernel/contract.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { layoutSchema, savedFilterSchema } from '#shared/register/search/deskView.ts';
import { registerFilterSchema, registerOrderSchema } from '#shared/register/search/search.ts';
import { entrySchema } from './entry.ts';
import { entryDetailSchema, entryRowSchema, registerSearchSchema } from './views.ts';

/** Rows of the register that are wanted, in which order, and how many at most. */
const registerPageSchema = registerFilterSchema.extend({ order: registerOrderSchema, limit: z.int().min(1).max(500) });

/** Calls about the notices that were sent (P40–P43). */
export const registerContract = {
  'register.list': {
    reads: ['register'],
    input: z.object({ from: daySchema.nullable(), to: daySchema.nullable() }),
    output: z.array(entrySchema),
  },
  'register.search': {
    reads: ['register'],
    input: registerPageSchema,
    output: registerSearchSchema,
  },
  /** More of the rows `register.search` found. */
  'register.page': {
    reads: ['register'],
    input: registerPageSchema.extend({ offset: offsetSchema }),
    output: z.object({ rows: z.array(entryRowSchema) }),
  },
  /** Where a row stands among those the filter lets through. */
  'register.place': {
    reads: ['register'],
    input: registerPageSchema.omit({ limit: true }).extend(idSchema.shape),
    output: z.object({ index: z.int().nonnegative().nullable() }),
  },
  'register.get': { reads: ['register', 'requests', 'people'], input: idSchema, output: entryDetailSchema },
  'register.export': {
    input: registerFilterSchema.extend({ order: registerOrderSchema, format: z.enum(['xlsx', 'csv']) }),
    output: z.object({ fileName: z.string(), rows: z.int() }),
  },
  /** How this desk sees the register: its saved filters, its columns. */
  'register.view': {
    reads: ['register'],
    input: nothing,
    output: z.object({ filters: z.array(savedFilterSchema), layout: layoutSchema }),
  },
  'register.saveFilter': { input: savedFilterSchema.extend({ id: idSchema.shape.id.nullable() }), output: idSchema },
  'register.removeFilter': { input: idSchema, output: nothing },
  'register.setLayout': { input: layoutSchema, output: nothing },
  'register.openExport': { input: z.object({ what: z.enum(['document', 'folder']) }), output: nothing },
} as const satisfies Contract;
