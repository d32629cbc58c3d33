/**
 * The messages between the shell and the core. Both sides parse what they receive: a message that does not fit is a bug
 * of the other side, is logged and dropped, and never a crash.
 */
import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { isMethod, type MethodName } from './contract.ts';
import { coreEventSchema } from './events.ts';

const idSchema = z.int().positive();
const pathSchema = z.string().min(1);
const methodSchema = z.custom<MethodName>((name) => typeof name === 'string' && isMethod(name));
/** Which process of the network drive: each start has another number. */
const runSchema = z.int().positive();

/** The outcome of a use-case as it travels: the value is parsed by the contract of its method, not here. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: problemSchema }),
]);
export type Reply = z.infer<typeof replySchema>;

const startSchema = z.object({
  kind: z.literal('start'),
  /** Absolute path of the folder of the desk's own data; it may not exist yet. */
  dataFolder: pathSchema,
  appVersion: z.string(),
  /** Where the app's clock begins, for tests and demonstrations; null = the clock of the computer. */
  now: instantSchema.nullable(),
  /** The run of the app: who was chosen within it still sits at the desk when the core is started again (P6). */
  run: z.exactOptional(z.string().max(64)),
});
export type StartMessage = z.infer<typeof startSchema>;

/** From the shell to the core. `start` is the first message and comes once; after `stop` the core ends by itself. */
export const toCoreSchema = z.discriminatedUnion('kind', [
  startSchema,
  z.object({ kind: z.literal('call'), id: idSchema, method: methodSchema, input: z.unknown() }),
  /** What came of an `ask` of the core, under the same `id`. */
  z.object({ kind: z.literal('told'), id: idSchema, result: replySchema }),
  /** What a process of the network drive says, and that it ended; the core parses it. */
  z.object({ kind: z.literal('from-share'), run: runSchema, message: z.unknown() }),
  z.object({ kind: z.literal('share-exit'), run: runSchema }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToCore = z.infer<typeof toCoreSchema>;

/** What only the shell can do for the core, which knows the paths while screens know ids. */
export const askSchema = z.discriminatedUnion('what', [
  /** Opens a document with the program of its kind; the value is null. */
  z.object({ what: z.literal('open-document'), path: pathSchema }),
  /** Shows a file or folder selected in its folder; the value is null. */
  z.object({ what: z.literal('show-in-folder'), path: pathSchema }),
  /** Opens an institutional page or WhatsApp's chat picker; the value is null. */
  z.object({ what: z.literal('open-address'), url: z.string().min(1) }),
  /** Opens the page on which a person gives an access to the post; the value is null. */
  z.object({ what: z.literal('open-sign-in'), url: z.string().min(1) }),
  /** Lets the user choose a file with one of the endings (without dot); the value is its path, or null. */
  z.object({ what: z.literal('choose-file'), title: z.string(), endings: z.array(z.string().regex(/^[a-z0-9]+$/)) }),
  /** Lets the user choose a folder, from `start` on; the value is its path, or null when the user chose none. */
  z.object({ what: z.literal('choose-folder'), title: z.string(), start: pathSchema.nullable() }),
  /** Tells the person at the computer, whatever program is in front; the value is whether the system can. */
  z.object({ what: z.literal('notify'), title: z.string().max(100), text: z.string().max(500) }),
  /** Locks the key of the secrets (base64) to the account of the user; the value is `lockReplySchema` with the locked key. */
  z.object({ what: z.literal('lock-key'), key: z.string().min(1) }),
  /** Opens a locked key; the value is `lockReplySchema` with the key. */
  z.object({ what: z.literal('open-key'), locked: z.string().min(1) }),
  /** How the system reaches an address: `DIRECT`, or `PROXY host:port` and others by `;`, as in a PAC file. */
  z.object({ what: z.literal('proxy-for'), url: z.string().min(1) }),
]);
export type Ask = z.infer<typeof askSchema>;

/** From the core to the shell. */
export const fromCoreSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The core cannot work (a database newer than the app, a folder that cannot be written) and will end. */
  z.object({ kind: z.literal('failed'), problem: problemSchema }),
  z.object({ kind: z.literal('answer'), id: idSchema, result: replySchema }),
  z.object({ kind: z.literal('event'), event: coreEventSchema }),
  /** The institutional web hosts of the profile (exact labels): the only ones the shell opens in the browser (P4). */
  z.object({ kind: z.literal('hosts'), hosts: z.array(z.string()) }),
  z.object({ kind: z.literal('ask'), id: idSchema, ask: askSchema }),
  /** Starts a process of the network drive, speaks to it, kills it: only the shell can start one. */
  z.object({ kind: z.literal('share-start'), run: runSchema }),
  z.object({ kind: z.literal('to-share'), run: runSchema, message: z.unknown() }),
  z.object({ kind: z.literal('share-kill'), run: runSchema }),
]);
export type FromCore = z.infer<typeof fromCoreSchema>;
