import { z } from 'zod';
import { type Contract, nothing } from '#shared/kernel/contract.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { PROFILE_FIELDS, profileSchema } from './profile.ts';
import { senderSchema } from './senders.ts';

const fieldSchema = z.enum(
  PROFILE_FIELDS as readonly [(typeof PROFILE_FIELDS)[number], ...(typeof PROFILE_FIELDS)[number][]],
);
const actSchema = z.object({ by: z.string(), at: instantSchema });

const townSchema = z.object({
  fields: z.array(
    z.object({
      field: fieldSchema,
      toConfirm: z.boolean(),
      /** Who wrote the value and when; null when it is the one the town began with. */
      written: actSchema.nullable(),
      confirmed: actSchema.extend({ how: z.string().nullable() }).nullable(),
    }),
  ),
  /** Why who sits here may not change them; null when he or she may. */
  readOnly: problemSchema.nullable(),
});
export type TownView = z.infer<typeof townSchema>;

const sourceSchema = z.enum(['file', 'rubano', 'empoli', 'vuoto']);
export type ProfileSource = z.infer<typeof sourceSchema>;

const readSchema = z.object({
  profile: profileSchema,
  /** The fields that differ from the present ones. */
  fields: z.array(fieldSchema),
  isOtherTown: z.boolean(),
  /** How many data of the file this version of the app does not know. */
  unknown: z.int().nonnegative(),
});
export type ReadProfile = z.infer<typeof readSchema>;

/** Calls about the data of the municipality (P4); their values stand in the session. */
export const profileContract = {
  'people.town': { reads: ['people'], input: nothing, output: townSchema },
  'people.setTown': {
    input: z.object({
      changes: z
        .array(z.object({ field: fieldSchema, value: z.unknown() }))
        .min(1)
        .max(PROFILE_FIELDS.length),
    }),
    output: nothing,
  },
  'people.confirmTown': {
    input: z.object({ field: fieldSchema, how: z.string().trim().max(400).nullable() }),
    output: nothing,
  },
  /** One who may ask (P13): put on the list, or described anew. */
  'people.nameSender': { input: senderSchema.omit({ since: true }), output: nothing },
  'people.dropSender': { input: z.object({ address: z.string().max(254) }), output: nothing },
  'people.exportTown': { input: nothing, output: z.object({ file: z.string().nullable() }) },
  /** Reads a profile to be compared; nothing is changed. */
  'people.readTown': { input: z.object({ from: sourceSchema }), output: readSchema.nullable() },
} as const satisfies Contract;
