import type { Signature } from '#shared/kernel/signature.ts';
import type { Invoice, InvoiceBody } from '#shared/report/invoice/invoice.ts';
import {
  type Arithmetic,
  arithmeticOf,
  type InvoiceCheck,
  liquidationChecks,
  type SupplyContract,
} from '#shared/report/invoice/liquidation.ts';
import { reconciledCount } from '#shared/report/reconciling/decisions.ts';
import type { Reconciliation } from '#shared/report/reconciling/reconcile.ts';
import type { StatementItem } from '#shared/report/statement/statement.ts';
import type { Decision } from './choices.ts';
import type { Period } from './period.ts';

/** What the sums of a period are made from; null is not there yet. */
export interface AssessmentInput {
  readonly period: Period;
  readonly contract: SupplyContract | null;
  readonly statement: readonly StatementItem[] | null;
  readonly reconciliation: Reconciliation | null;
  readonly decisions: readonly Decision[];
  readonly invoice: Invoice | null;
  /** Place in the file of the invoice a person chose; undefined when nobody did. */
  readonly chosenBody: number | undefined;
}

/** One invoice of a file, read and checked. */
export interface AssessedInvoice {
  readonly body: InvoiceBody;
  /** Its place in the file, and how the file names all of its invoices. */
  readonly place: number;
  readonly bodies: readonly Pick<InvoiceBody, 'type' | 'number' | 'date' | 'total'>[];
  readonly signature: Signature;
  /** What does not fit in it, in Italian sentences. */
  readonly warnings: readonly string[];
  readonly checks: readonly InvoiceCheck[];
}

export interface Assessment {
  /** Null while statement or price are not known. */
  readonly arithmetic: Arithmetic | null;
  /** Null while there is no arithmetic to hold it against. */
  readonly invoice: AssessedInvoice | null;
}

/** Warnings of a file that a check against the contract says again. */
const CHECKED = ['no-cig', 'total-differs'];

/** Place of the invoice to look at: the chosen one, else the first that names the CIG of the contract, else the first. */
function indexOfBody({ bodies }: Invoice, contract: SupplyContract | null, chosen: number | undefined): number {
  if (chosen !== undefined && chosen in bodies) return chosen;
  return Math.max(
    0,
    bodies.findIndex(({ cig }) => contract?.cig != null && cig.includes(contract.cig)),
  );
}

/** The three sums of P52 and the invoice held against them. */
export function assess(input: AssessmentInput): Assessment {
  const { period, contract, statement, reconciliation, decisions, invoice } = input;
  const place = invoice ? indexOfBody(invoice, contract, input.chosenBody) : 0;
  const body = invoice?.bodies[place] ?? null;
  if (!contract || !statement || !reconciliation) return { arithmetic: null, invoice: null };
  const counts = { statement: statement.length, reconciled: reconciledCount(reconciliation, statement, decisions) };
  const arithmetic = arithmeticOf(contract, counts, body);
  if (!invoice || !body) return { arithmetic, invoice: null };
  return {
    arithmetic,
    invoice: {
      body,
      place,
      bodies: invoice.bodies.map(({ type, number, date, total }) => ({ type, number, date, total })),
      signature: invoice.signature,
      warnings: invoice.warnings
        .filter((warning) => warning.body === place && !CHECKED.includes(warning.code))
        .map(({ message }) => message),
      checks: liquidationChecks(body, contract, period, arithmetic, invoice.signature),
    },
  };
}
