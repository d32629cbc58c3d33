import type { Day } from '#shared/kernel/day.ts';
import { sayDate } from '#shared/kernel/day.ts';
import { SIGNATURE_WORDS } from '#shared/kernel/signature.ts';
import type { AssessedInvoice } from '#shared/report/assessment.ts';
import { sayEuro } from '#shared/report/invoice/decimal.ts';
import { labels, table, texts } from '#shared/text/document/blocks.ts';
import type { DocumentBlock } from '#shared/text/document/document.ts';

/** The invoice of the period, what was checked on it, and its deadlines (P52, P53). */
export interface InvoicePart extends AssessedInvoice {
  /** Day of assignment in the accounting program, typed in; null while it is not known. */
  readonly assigned: Day | null;
  /** Last day for the report, as `reportDue` gives it. */
  readonly due: Day | null;
  /** Last day on which the exchange system takes a refusal; null when the day of delivery is not known. */
  readonly exchangeDue: Day | null;
}

const fact = (label: string, value: string): { label: string; value: string } => ({ label, value });

/** The invoice in facts, then its checks. */
export function invoiceBlocks(invoice: InvoicePart): DocumentBlock[] {
  const { body, place, bodies, signature, warnings, checks, assigned, due, exchangeDue } = invoice;
  const { supplier, number, date, cig, period, vat, total, toPay, splitPayment } = body;
  const tax = vat.reduce((sum, row) => sum + row.tax, 0);
  const taxable = vat.reduce((sum, row) => sum + row.taxable, 0);
  const days =
    period.from && period.to
      ? [fact('Periodo delle righe', `dal ${sayDate(period.from)} al ${sayDate(period.to)}`)]
      : [];
  return [
    {
      kind: 'facts',
      items: [
        fact('Fattura', `n. ${number} del ${sayDate(date)}`),
        ...(bodies.length > 1 ? [fact('Nel file', `la ${place + 1}ª di ${bodies.length} fatture`)] : []),
        fact('Firma del file', SIGNATURE_WORDS[signature]),
        fact('Fornitore', `${supplier.name}, ${supplier.vat}`),
        fact('CIG', cig.length === 0 ? 'non indicato' : cig.join(', ')),
        ...days,
        fact('Imponibile e IVA', `${sayEuro(taxable)} e ${sayEuro(tax)}, in tutto ${sayEuro(total)}`),
        fact(
          'Da pagare al fornitore',
          `${sayEuro(toPay)}${splitPayment ? ', con IVA in scissione dei pagamenti' : ''}`,
        ),
        ...(assigned ? [fact('Assegnata', sayDate(assigned))] : []),
        ...(due ? [fact('Termine per la relazione', sayDate(due))] : []),
        ...(exchangeDue ? [fact('Termine del sistema di interscambio', sayDate(exchangeDue))] : []),
      ],
    },
    table(
      'Controlli sulla fattura',
      [texts('Controllo', 4), labels('Esito')],
      [
        ...checks.map(({ passed, message }) => [message, passed ? 'a posto' : 'da chiarire']),
        ...warnings.map((message) => [message, 'da tenere presente']),
      ],
      'Nessun controllo fatto.',
    ),
  ];
}
