/** An invoice and its days in the words of the screen (P52, P53). Pure. */

import type { PlainSign, PlainTone } from '#renderer/ui/index.ts';
import { type Day, MONTHS, partsOf, sayDate, sayDay } from '#shared/kernel/day.ts';
import { SIGNATURE_WORDS } from '#shared/kernel/signature.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Session } from '#shared/people/session.ts';
import { sayEuro } from '#shared/report/invoice/decimal.ts';
import type { InvoiceBody } from '#shared/report/invoice/invoice.ts';
import { type ContestationLetter, contestationLetter } from '#shared/report/invoice/letter.ts';
import { contestedLines } from '#shared/report/reconciling/decisions.ts';
import { reconcile } from '#shared/report/reconciling/reconcile.ts';
import type { ReportView } from '#shared/report/views.ts';

type Read = NonNullable<ReportView['invoice']>;
type Arithmetic = NonNullable<ReportView['arithmetic']>;
type Countdown = NonNullable<ReportView['deadline']>;

/** Document type of the exchange system. */
const CREDIT_NOTE = 'TD04';

/** `20 novembre`. */
export function sayShortDay(day: Day): string {
  const { month, date } = partsOf(day);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]}`;
}

/** `18,00` of the decimal `18.00`. */
export const sayPrice = (decimal: string): string => decimal.replace('.', ',');

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The invoice in facts. */
export function factsOf({ body, signature }: Read): readonly Fact[] {
  const { number, date, supplier, cig, period, vat, total, toPay, splitPayment } = body;
  const sum = (pick: (row: InvoiceBody['vat'][number]) => number): number =>
    vat.reduce((whole, row) => whole + pick(row), 0);
  const days = period.from && period.to ? `dal ${sayDate(period.from)} al ${sayDate(period.to)}` : 'non indicato';
  return [
    { label: 'Fattura', value: `n. ${number} del ${sayDate(date)}` },
    { label: 'Firma del file', value: SIGNATURE_WORDS[signature] },
    { label: 'Fornitore', value: `${supplier.name}, ${supplier.vat}` },
    { label: 'CIG', value: cig.length === 0 ? 'non indicato' : cig.join(', ') },
    { label: 'Periodo delle righe', value: days },
    { label: 'Imponibile', value: sayEuro(sum(({ taxable }) => taxable)) },
    {
      label: 'IVA',
      value: `${sayEuro(sum(({ tax }) => tax))}${splitPayment ? ', in scissione dei pagamenti' : ''}`,
    },
    { label: 'Totale', value: sayEuro(total) },
    { label: 'Da pagare al fornitore', value: sayEuro(toPay) },
  ];
}

/** One invoice of a file that holds several, as a choice. */
export const sayBody = ({ number, date, total, type }: Read['bodies'][number]): string =>
  `${type === CREDIT_NOTE ? 'Nota di credito' : 'Fattura'} n. ${number} del ${sayDate(date)}, ${sayEuro(total)}`;

export interface SumRow {
  readonly label: string;
  readonly quantity: string;
  readonly taxable: string;
  /** Against what was reconciled. */
  readonly difference: string;
}

/** Three ways to the same sum, each against what was reconciled. */
export function sumRows({ statement, reconciled, invoice }: Arithmetic): readonly SumRow[] {
  const row = (label: string, quantity: number | null, taxable: number): SumRow => ({
    label,
    quantity: quantity === null ? 'non noto' : String(quantity),
    taxable: sayEuro(taxable),
    difference: taxable === reconciled.taxable ? '' : sayEuro(taxable - reconciled.taxable),
  });
  return [
    row('Rendiconto della ditta', statement.quantity, statement.taxable),
    row('Riconciliato con il registro', reconciled.quantity, reconciled.taxable),
    ...(invoice ? [row('Fattura', invoice.quantity, invoice.taxable)] : []),
  ];
}

const BLOCKS = 10;
/** From so many days on the countdown asks to look. */
const NEAR_DAYS = 3;

export interface CountdownWords {
  /** `9 giorni`, `domani`, `oggi`. */
  readonly lead: string;
  readonly rest: string;
  readonly second: string;
  /** What a screen reader says. */
  readonly label: string;
  /** How many of the ten blocks are full. */
  readonly full: number;
  readonly alarm: { readonly tone: PlainTone; readonly sign: PlainSign; readonly word: string } | undefined;
}

/** The days of P53 as the head shows them (L4): text, ten blocks, and a chip from three days before. */
export function countdownWords({ due, daysLeft }: Countdown): CountdownWords {
  const day = sayDay(due);
  const full = Math.max(0, Math.min(BLOCKS, BLOCKS - daysLeft));
  const alarm =
    daysLeft <= 0
      ? ({ tone: 'bad', sign: 'error', word: daysLeft === 0 ? 'scade oggi' : 'scaduto' } as const)
      : daysLeft <= NEAR_DAYS
        ? ({ tone: 'warn', sign: 'warning', word: 'scade presto' } as const)
        : undefined;
  if (daysLeft < 0) {
    const ago = daysLeft === -1 ? 'ieri' : `${plural(-daysLeft, 'giorno', 'giorni')} fa`;
    return { lead: 'Termine scaduto', rest: ago, second: day, label: `Scadenza: passata ${ago}, ${day}`, full, alarm };
  }
  if (daysLeft === 0) {
    return { lead: 'Oggi', rest: 'per liquidare', second: `scade ${day}`, label: 'Scadenza: è oggi', full, alarm };
  }
  const left = plural(daysLeft, 'giorno', 'giorni');
  const label = `Scadenza: ${daysLeft === 1 ? 'resta' : 'restano'} ${left}`;
  return { lead: left, rest: 'per liquidare', second: `scade ${day}`, label, full, alarm };
}

/** The letter that contests the invoice, or null where there is nothing to contest. */
export function letterOf(view: ReportView, { profile, duty, today }: Session): ContestationLetter | null {
  const { comparison, arithmetic, invoice, period } = view;
  if (!comparison || !arithmetic || !invoice || arithmetic.difference <= 0) return null;
  const reconciliation = reconcile(view.register, comparison.statement, view.case.choices);
  return contestationLetter({
    municipality: profile.municipality,
    place: profile.municipality.replace(/^Comune di /, ''),
    date: today,
    role: 'Il capo settore',
    person: duty.head ?? '',
    period,
    invoice: invoice.body,
    arithmetic,
    contested: contestedLines(reconciliation, comparison.statement, view.case.decisions),
  });
}

/** A letter as plain text, ready to paste. */
export function letterText({ subject, paragraphs, items, closing }: ContestationLetter): string {
  const listed = items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];
  return [`Oggetto: ${subject}`, ...paragraphs, ...listed, ...closing].join('\n\n');
}
