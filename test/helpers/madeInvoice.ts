import type { Invoice, InvoiceBody } from '#shared/report/invoice/invoice.ts';

const PRICE_CENTS = 1_800;
const VAT = 22;

/** An invented contractor's invoice for so many messages at 18 euro, with split payment. */
export function madeInvoice(
  messages: number,
  fields: Pick<InvoiceBody, 'date' | 'supplier' | 'cig' | 'period'>,
): InvoiceBody {
  const taxable = messages * PRICE_CENTS;
  const tax = Math.round((taxable * VAT) / 100);
  return {
    type: 'TD01',
    number: '214',
    ...fields,
    lines: [
      {
        description: 'Messaggi WhatsApp',
        quantity: messages,
        unit: 'messaggi',
        unitPrice: '18.00',
        totalPrice: `${messages * 18}.00`,
        vatRate: VAT,
      },
    ],
    vat: [{ rate: VAT, taxable, tax }],
    splitPayment: true,
    total: taxable + tax,
    toPay: taxable,
  };
}

/** A file that holds these invoices and nothing else to say. */
export const madeFile = (bodies: readonly InvoiceBody[], fields: Partial<Invoice> = {}): Invoice => ({
  bodies: [...bodies],
  signature: 'none',
  warnings: [],
  ...fields,
});
