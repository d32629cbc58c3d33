/**
 * What can be asked of the files and folders people chose, as it travels to the process that alone touches them. Each is
 * whole in itself: that process keeps no state, and killed and started again it goes on with the next one.
 */
import { z } from 'zod';

export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** An absolute path, exactly as chosen: a name may begin with a space (P4). */
const pathSchema = z.string().min(1);
const renameSchema = z.object({ temporary: pathSchema, path: pathSchema });
export type Rename = z.infer<typeof renameSchema>;

export const fileOperations = [
  z.object({ op: z.literal('folder-list'), folder: pathSchema, endings: z.array(z.string()) }),
  z.object({ op: z.literal('folder-try'), folder: pathSchema }),
  z.object({ op: z.literal('folder-sweep'), folder: pathSchema, below: z.boolean() }),
  z.object({ op: z.literal('file-exists'), file: pathSchema }),
  z.object({ op: z.literal('file-read'), file: pathSchema, limit: z.int().nonnegative() }),
  z.object({ op: z.literal('file-save'), folder: pathSchema, name: pathSchema, bytes: bytesSchema }),
  z.object({
    op: z.literal('files-stage'),
    files: z.array(z.object({ path: pathSchema, bytes: bytesSchema })).min(1),
  }),
  z.object({ op: z.literal('files-commit'), renames: z.array(renameSchema).min(1) }),
  z.object({ op: z.literal('files-discard'), temporaries: z.array(pathSchema) }),
] as const;
const fileOperationSchema = z.discriminatedUnion('op', fileOperations);
/** One thing asked of the files people chose. */
export type FileOperation = z.infer<typeof fileOperationSchema>;

/** What each of them answers. */
export const fileAnswers = {
  'folder-list': z.array(
    z.object({ name: z.string(), bytes: z.number().nullable(), writtenAt: z.number().nullable() }),
  ),
  'folder-try': z.null(),
  'folder-sweep': z.number(),
  'file-exists': z.boolean(),
  'file-read': bytesSchema,
  'file-save': z.string(),
  'files-stage': z.array(z.string()),
  'files-commit': z.null(),
  'files-discard': z.null(),
} as const satisfies Record<FileOperation['op'], z.ZodType>;
