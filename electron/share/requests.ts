/**
 * What the core asks of the process that alone touches the network drive, and what that answers. Both sides parse what they
 * receive. The process keeps no state between requests: killed and started again, it goes on with the next one.
 */
import { z } from 'zod';

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
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
export const operationSchema = z.discriminatedUnion('op', operations);
/** One operation of `ShareFolder`, or of finding its folder. */
export type Operation = z.infer<typeof operationSchema>;

export const requestSchema = z.object({ id: z.int().positive(), operation: operationSchema });
export type ShareRequest = z.infer<typeof requestSchema>;

export const replySchema = z.discriminatedUnion('ok', [
  z.object({ id: z.int().positive(), ok: z.literal(true), value: z.unknown() }),
  z.object({ id: z.int().positive(), ok: z.literal(false), code: z.string(), message: z.string() }),
]);
export type ShareReply = z.infer<typeof replySchema>;

const entrySchema = z.object({ name: z.string(), isFolder: z.boolean() });
/** What each operation answers. */
export const answers = {
  locate: z.object({ path: z.string(), withoutSpace: z.boolean() }),
  list: z.array(entrySchema),
  measure: z.array(entrySchema.extend({ bytes: z.number(), writtenAt: z.number() })),
  read: bytesSchema,
  create: z.null(),
  publish: z.number(),
  remove: z.null(),
} as const satisfies Record<Operation['op'], z.ZodType>;
