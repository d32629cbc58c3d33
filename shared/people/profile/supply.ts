import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { lineSchema } from './line.ts';

/** Euro without VAT, as a decimal: `18.00`. */
const euroSchema = z.string().regex(/^\d{1,6}(\.\d{1,8})?$/);
const countSchema = z.int().positive().max(1_000_000);

/** The days on which a part of the contract holds, both included; null is without end. */
const validity = { from: daySchema.nullable(), until: daySchema.nullable() };

const bandsSchema = z
  .array(z.object({ upTo: countSchema.nullable(), price: euroSchema }))
  .min(1)
  .max(20)
  .refine((bands) =>
    bands.every(({ upTo }, index) =>
      index === bands.length - 1 ? upTo === null : upTo !== null && upTo > (bands[index - 1]?.upTo ?? 0),
    ),
  );

/** One part of what a contract costs (P52), and the days on which it holds. */
export const componentSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('per-sending'), price: euroSchema, ...validity }),
    z.object({ kind: z.literal('per-recipient'), price: euroSchema, ...validity }),
    z.object({ kind: z.literal('monthly-fee'), price: euroSchema, ...validity }),
    /** Notices a month that cost nothing more. */
    z.object({ kind: z.literal('free-quota'), count: countSchema, ...validity }),
    /** Least that is paid for a month. */
    z.object({ kind: z.literal('minimum'), price: euroSchema, ...validity }),
    /** Price of a notice by how many there are in a month; the last band has no end. */
    z.object({ kind: z.literal('bands'), bands: bandsSchema, ...validity }),
    z.object({ kind: z.literal('one-off'), price: euroSchema, what: lineSchema, ...validity }),
  ])
  .refine(({ from, until }) => from === null || until === null || from <= until);
export type Component = z.infer<typeof componentSchema>;
export type ComponentKind = Component['kind'];

const FIRST = '0000-01-01';
const LAST = '9999-12-31';
const holdsTogether = (one: Component, other: Component): boolean =>
  (one.from ?? FIRST) <= (other.until ?? LAST) && (other.from ?? FIRST) <= (one.until ?? LAST);

/**
 * The places of the parts that hold on a day on which an earlier one of the same kind does too. Parts paid once may
 * stand beside each other.
 */
export const overlapsIn = (components: readonly Component[]): readonly number[] =>
  components.flatMap((one, place) =>
    one.kind !== 'one-off' &&
    components.slice(0, place).some((other) => other.kind === one.kind && holdsTogether(one, other))
      ? [place]
      : [],
  );

/** The parts that hold on some day from `from` to `until`. */
export const componentsBetween = (
  components: readonly Component[],
  { from, until }: { readonly from: string; readonly until: string },
): readonly Component[] => components.filter((one) => (one.from ?? FIRST) <= until && (one.until ?? LAST) >= from);

/** Whether eleven digits are an Italian VAT number: the last one is the check digit of the others (DM 23/12/1976). */
export function isVatNumber(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const sum = [...text].reduce((total, sign, place) => {
    const digit = Number(sign) * (place % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

const termsSchema = z.object({
  /** How the town names the contract: `14 del 9 gennaio 2026`. */
  number: lineSchema.nullable().default(null),
  supplier: z
    .object({ name: lineSchema, vatNumber: z.string().refine(isVatNumber).nullable() })
    .nullable()
    .default(null),
  cig: z.string().max(40).nullable(),
  /** Per cent: `22`, `5.5`. */
  vatRate: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$/)
    .nullable()
    .default(null),
  components: z
    .array(componentSchema)
    .max(100)
    .refine((list) => overlapsIn(list).length === 0),
});
/** What the contract with the contractor says (P52). */
export type SupplyTerms = z.infer<typeof termsSchema>;

/** The contract of one price alone, as former versions wrote it: a price for each sending, without end. */
const onePriceSchema = z.object({ unitPrice: euroSchema, cig: z.string().nullable() }).transform(
  ({ unitPrice, cig }): SupplyTerms => ({
    number: null,
    supplier: null,
    cig,
    vatRate: null,
    components: [{ kind: 'per-sending', price: unitPrice, from: null, until: null }],
  }),
);

export const supplySchema = z.union([termsSchema, onePriceSchema]);
