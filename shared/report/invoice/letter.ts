import type { Day } from '#shared/kernel/day.ts';
import { sayDate } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import { type Period, sayPeriod } from '#shared/report/period.ts';
import { sayEuro } from './decimal.ts';
import type { InvoiceBody } from './invoice.ts';
import type { Arithmetic } from './liquidation.ts';

/** A letter as data: whoever sends it decides its form. */
export interface ContestationLetter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What is contested, one line each. */
  readonly items: readonly string[];
  readonly closing: readonly string[];
}

export interface LetterInput {
  readonly municipality: string;
  readonly place: string;
  readonly date: Day;
  readonly role: string;
  readonly person: string;
  readonly period: Period;
  readonly invoice: InvoiceBody;
  readonly arithmetic: Arithmetic;
  /** The contested rows of the statement, in words. */
  readonly contested: readonly string[];
}

/**
 * The letter that contests an invoice which asks for more than was reconciled, and asks for a credit note (P53): the
 * right way for a wrong count, which is no legal reason to refuse the invoice.
 */
export function contestationLetter(input: LetterInput): ContestationLetter {
  const { municipality, period, invoice, arithmetic, contested } = input;
  const { reconciled, difference, unitPrice } = arithmetic;
  const named = `fattura n. ${invoice.number} del ${sayDate(invoice.date)}`;
  const price = unitPrice.replace('.', ',');
  return {
    subject: `Contestazione della ${named}, messaggi WhatsApp di ${sayPeriod(period)}`,
    paragraphs: [
      `Spettabile ${invoice.supplier.name},`,
      `il ${municipality} ha confrontato il vostro rendiconto di ${sayPeriod(period)} con il proprio registro dei messaggi inviati.`,
      `Il registro conferma ${plural(reconciled.quantity, 'messaggio', 'messaggi')}, che al prezzo di ${price} € fanno ${sayEuro(reconciled.taxable)} più IVA. La ${named} chiede ${sayEuro(difference)} di imponibile in più.`,
      contested.length === 0
        ? 'Vi chiediamo di indicare a quali messaggi si riferisce la differenza.'
        : 'Non risultano al Comune:',
    ],
    items: contested,
    closing: [
      `Vi chiediamo di inviare una nota di credito di ${sayEuro(difference)} più IVA, o di mostrare entro 10 giorni che i messaggi sono stati richiesti dal Comune e inviati.`,
      'Il resto della fattura sarà liquidato nei termini.',
      `${input.place}, ${sayDate(input.date)}`,
      `${input.role}, ${input.person}`,
    ],
  };
}
