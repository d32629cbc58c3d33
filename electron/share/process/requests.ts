/**
 * What the core asks of the process that alone touches the network drive and the folders people chose, and what that answers. Both sides parse what they
 * receive. The process keeps no state between requests: killed and started again, it goes on with the next one.
 */
import { z } from 'zod';
import { bytesSchema, fileOperations } from '#electron/files/operations.ts';

/** Absolute folder of the space. */
const rootSchema = z.string().min(1);
const pathSchema = z.string();

const operations = [
  z.object({ op: z.literal('locate'), configured: z.string() }),
  z.object({ op: z.literal('list'), root: rootSchema, path: pathSchema }),
  z.object({ op: z.literal('measure'), root: rootSchema, path: pathSchema }),
  z.object({ op: z.literal('read'), root: rootSchema, path: pathSchema, limit: z.int().nonnegative() }),
  z.object({ op: z.literal('create'), root: rootSchema, path: pathSchema, bytes: bytesSchema }),
  z.object({
    op: z.literal('publish'),
    root: rootSchema,
    path: pathSchema,
    bytes: bytesSchema,
    temporary: pathSchema,
  }),
  z.object({ op: z.literal('remove'), root: rootSchema, path: pathSchema }),
] as const;
export const operationSchema = z.discriminatedUnion('op', [...operations, ...fileOperations]);
/** One operation of `ShareFolder`, or of finding its folder, or of the files people chose. */
export type Operation = z.infer<typeof operationSchema>;
type SharedOperation = z.infer<(typeof operations)[number]>;

export const shareRequestSchema = z.object({ id: z.int().positive(), operation: operationSchema });
export type ShareRequest = z.infer<typeof shareRequestSchema>;

export const shareReplySchema = z.discriminatedUnion('ok', [
  z.object({ id: z.int().positive(), ok: z.literal(true), value: z.unknown() }),
  z.object({ id: z.int().positive(), ok: z.literal(false), code: z.string(), message: z.string() }),
]);
export type ShareReply = z.infer<typeof shareReplySchema>;

/** What the process says of a call that takes its time and goes on: a part of it is done. */
export const aliveSchema = z.object({ id: z.int().positive(), alive: z.literal(true) });
export type AliveMessage = z.infer<typeof aliveSchema>;

const entrySchema = z.object({
  name: z.string(),
  isFolder: z.boolean(),
  isSpecial: z.exactOptional(z.literal(true)),
});
/** What each operation of the shared folder answers. */
export const answers = {
  locate: z.object({ path: z.string(), withoutSpace: z.boolean() }),
  list: z.array(entrySchema),
  measure: z.array(entrySchema.extend({ bytes: z.number().nullable(), writtenAt: z.number().nullable() })),
  read: bytesSchema,
  create: z.null(),
  publish: z.number(),
  remove: z.null(),
} as const satisfies Record<SharedOperation['op'], z.ZodType>;
