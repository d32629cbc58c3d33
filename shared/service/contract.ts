import { z } from 'zod';
import { healthSchema } from '#shared/journal/health.ts';
import { type Contract, idSchema, nothing } from '#shared/kernel/contract.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { pressureSchema } from '#shared/queue/pressure.ts';
import { beginningIdSchema, beginningSchema } from './beginnings.ts';
import { noteToReadSchema } from './notes.ts';
import { registerFoundSchema, shareViewSchema } from './share.ts';
import { statusSchema } from './status.ts';
import { stuckSchema } from './stuck.ts';

/** Calls about the desk itself: what waits, its folders, the register it shares (P16, P41). */
export const serviceContract = {
  'service.status': {
    reads: ['people', 'requests', 'drafts', 'queue', 'service'],
    input: nothing,
    output: statusSchema,
  },
  /** The exchange with the other desks (P41): told at each round, so asked apart. */
  'service.sharing': { reads: ['share', 'register', 'people'], input: nothing, output: shareViewSchema },
  /** What waits for the world outside and does not get on: a task of Oggi, tried again with one act. */
  'service.stuck': {
    reads: ['people', 'requests', 'drafts', 'queue', 'register', 'share', 'service'],
    input: nothing,
    output: z.array(stuckSchema),
  },
  /** What this desk lacks before it can work, and what it has, each with its proof (P3, P4, P6, P20). */
  'service.beginnings': {
    reads: ['people', 'requests', 'share', 'service'],
    input: nothing,
    output: z.array(beginningSchema),
  },
  /** A row of it is left for later, or taken up again; on this desk alone. */
  'service.skipBeginning': { input: z.object({ id: beginningIdSchema, skip: z.boolean() }), output: nothing },
  /** The notes that stand in Oggi of who sits here (P28). */
  'service.notes': {
    reads: ['notes', 'people', 'requests', 'queue', 'register'],
    input: nothing,
    output: z.array(noteToReadSchema),
  },
  'service.retry': { input: idSchema, output: nothing },
  /** How the data of this computer are, and the copies of them (P41). */
  'service.health': { reads: ['service'], input: nothing, output: healthSchema },
  'service.copyNow': { input: nothing, output: nothing },
  /** Somebody looked at what was restored from a copy: sendings go on. */
  'service.confirmRestored': { input: nothing, output: nothing },
  'service.chooseFolder': {
    input: z.object({ which: z.enum(['mails', 'deliveries', 'reports', 'outgoing']) }),
    output: z.object({ chosen: z.boolean() }),
  },
  /** The gauge of today; with `date`, what one more notice on that day would mean: `id` is its request. */
  'service.pressure': {
    reads: ['people', 'queue', 'register'],
    input: z.object({ date: z.exactOptional(daySchema), id: z.exactOptional(idSchema.shape.id) }),
    output: pressureSchema,
  },
  /** Where the shared register lies (P41): a folder of the network drive, chosen in a window of the system. */
  'service.chooseShare': { input: nothing, output: z.object({ chosen: z.boolean() }) },
  /** Tries the path the municipality says, with and without the space before a name (P4). */
  'service.useRegisterPath': { input: nothing, output: nothing },
  /** Only where there is none yet, and only when a person says so. */
  'service.foundShare': { input: nothing, output: nothing },
  /** The register in the folder that nobody at this desk has confirmed yet; null where there is nothing to confirm. */
  'service.registerFound': { reads: ['share'], input: nothing, output: registerFoundSchema.nullable() },
  /** A person says that the register with this fingerprint is the office's own: the desk enters it. */
  'service.joinShare': { input: z.object({ fingerprint: z.string().max(40) }), output: nothing },
  /** A person says that it is not: the folder is given up, and the answer is on record. */
  'service.refuseShare': { input: z.object({ fingerprint: z.string().max(40) }), output: nothing },
  'service.leaveShare': { input: nothing, output: nothing },
  /** One exchange now, without waiting for the next. */
  'service.checkShare': { input: nothing, output: nothing },
  /** Lets in a desk that waits in quarantine, with the key it signs with. */
  'service.acceptDesk': { input: z.object({ dev: z.string().max(32), key: z.string().max(64) }), output: nothing },
  /** The head has seen that this desk was let in or expelled. */
  'service.seeDesk': { input: z.object({ dev: z.string().max(32) }), output: nothing },
  /** Expels another desk: what it writes from now on counts nowhere. */
  'service.expelDesk': {
    input: z.object({ dev: z.string().max(32), why: z.string().trim().min(1).max(500) }),
    output: nothing,
  },
  /** This desk was expelled and asks to be let in again, under a new name. */
  'service.askAgain': { input: nothing, output: nothing },
  /** A person looked at the clock of this computer and says that it is right. */
  'service.confirmClock': { input: nothing, output: nothing },
  'service.nameDesk': { input: z.object({ name: z.string().trim().min(1).max(120) }), output: nothing },
} as const satisfies Contract;
