import { z } from 'zod';
import type { Signature } from '#shared/kernel/signature.ts';
import { daysOfPeriod, type Period, sayPeriod } from '#shared/report/period.ts';
import { isDecimal, sayEuro, timesCents } from './decimal.ts';
import type { InvoiceBody } from './invoice.ts';

/** What the contract says and the invoice is held against (P52). */
export const supplyContractSchema = z.object({
  /** Euro for one message, without VAT, up to eight decimals: `18.00`. */
  unitPrice: z.string().refine(isDecimal),
  cig: z.string().nullable(),
});
export type SupplyContract = z.infer<typeof supplyContractSchema>;

/** So many messages at the contract's price. */
interface Account {
  readonly quantity: number;
  /** Cents, without VAT. */
  readonly taxable: number;
}

/** Three ways to the same sum (P52): what the contractor lists, what the register confirms, what is invoiced. */
export interface Arithmetic {
  readonly unitPrice: string;
  readonly statement: Account;
  readonly reconciled: Account;
  /** Null without an invoice; its quantity is null when no line tells one. */
  readonly invoice: { readonly quantity: number | null; readonly taxable: number } | null;
  /** Invoice (or statement, without one) less reconciled: positive when too much is asked. */
  readonly difference: number;
}

/** The arithmetic of P52 for so many messages in the statement and so many reconciled ones. */
export function arithmeticOf(
  contract: SupplyContract,
  counts: { readonly statement: number; readonly reconciled: number },
  body: InvoiceBody | null,
): Arithmetic {
  const account = (quantity: number): Account => ({
    quantity,
    taxable: timesCents(String(quantity), contract.unitPrice),
  });
  const quantities = body?.lines.flatMap(({ quantity }) => (quantity === null ? [] : [quantity])) ?? [];
  const invoice = body && {
    quantity: quantities.length === 0 ? null : quantities.reduce((total, quantity) => total + quantity, 0),
    taxable: body.vat.reduce((total, { taxable }) => total + taxable, 0),
  };
  const [statement, reconciled] = [account(counts.statement), account(counts.reconciled)];
  return {
    unitPrice: contract.unitPrice,
    statement,
    reconciled,
    invoice,
    difference: (invoice ?? statement).taxable - reconciled.taxable,
  };
}

/** One thing the liquidator looks at, and how it stands. */
export interface InvoiceCheck {
  readonly code: 'signature' | 'cig' | 'period' | 'split-payment' | 'unit-price' | 'total' | 'amount';
  readonly passed: boolean;
  readonly message: string;
}

const check = (code: InvoiceCheck['code'], passed: boolean, yes: string, no: string): InvoiceCheck => ({
  code,
  passed,
  message: passed ? yes : no,
});

/** A total may differ from its parts by the rounding of one sum. */
const ROUNDING_CENTS = 1;

/** A signature that was checked, well or badly; one that was not checked is a fact, not a check. */
function signatureChecks(signature: Signature): readonly InvoiceCheck[] {
  if (signature === 'none' || signature === 'not-verified') return [];
  return [
    check(
      'signature',
      signature === 'whole',
      'Il file è quello che è stato firmato. Il certificato di chi ha firmato non è verificato.',
      'Il file è stato alterato dopo la firma: non liquidare su questo file, scaricalo di nuovo dal sistema della ragioneria.',
    ),
  ];
}

/** The checks of an invoice before liquidation (P52), all of them, passed or not. */
export function liquidationChecks(
  body: InvoiceBody,
  contract: SupplyContract,
  period: Period,
  arithmetic: Arithmetic,
  signature: Signature,
): readonly InvoiceCheck[] {
  const { from, to } = daysOfPeriod(period);
  const name = sayPeriod(period);
  const isInside = (body.period.from ?? from) >= from && (body.period.to ?? to) <= to;
  const prices = body.lines.filter(({ quantity }) => quantity !== null).map(({ unitPrice }) => unitPrice);
  const isPrice = prices.every((price) => timesCents('1000000', price) === timesCents('1000000', contract.unitPrice));
  const difference = sayEuro(Math.abs(arithmetic.difference));
  const taxed = body.vat.reduce((sum, row) => sum + row.taxable + row.tax, 0);
  return [
    ...signatureChecks(signature),
    check(
      'cig',
      contract.cig === null ? body.cig.length > 0 : body.cig.includes(contract.cig),
      'Il CIG è quello del contratto.',
      body.cig.length === 0 ? 'Manca il CIG.' : `Il CIG è ${body.cig.join(', ')}, non quello del contratto.`,
    ),
    check('period', isInside, `Il periodo è ${name}.`, `Le righe riguardano giorni fuori da ${name}.`),
    check(
      'split-payment',
      body.splitPayment,
      'L’IVA è in scissione dei pagamenti.',
      'L’IVA non è in scissione dei pagamenti: chiedi alla ragioneria se è giusto.',
    ),
    check('unit-price', isPrice, 'Il prezzo è quello del contratto.', 'Il prezzo non è quello del contratto.'),
    check(
      'total',
      Math.abs(body.total - taxed) <= ROUNDING_CENTS,
      'Il totale è la somma di imponibile e IVA.',
      `Il totale è ${sayEuro(body.total)}, ma imponibile e IVA fanno ${sayEuro(taxed)}: chiedi alla ditta una nota di credito.`,
    ),
    check(
      'amount',
      arithmetic.difference === 0,
      'L’imponibile è quello degli avvisi riconciliati.',
      `L’imponibile è ${arithmetic.difference > 0 ? 'più alto' : 'più basso'} di ${difference} rispetto agli avvisi riconciliati.`,
    ),
  ];
}
