/** What the report asks for now, and the decision its arithmetic proposes (P52–P54). Pure. */

import { listsOf, openIn } from '#renderer/report/reconciling/reconcileLists.ts';
import { statementProblem } from '#renderer/report/reportState.ts';
import type { Mark } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import { sayEuro, timesCents } from '#shared/report/invoice/decimal.ts';
import type { ReportView } from '#shared/report/views.ts';

export interface Conclusion {
  readonly tone: 'good' | 'warning' | 'bad';
  readonly title: string;
  readonly text: string;
}

const messages = (count: number): string => plural(count, 'avviso', 'avvisi');

/** `2 avvisi in più del registro, 36,00 €`; without the count where the sum is no whole number of messages. */
function sayDifference(difference: number, unitPrice: string): string {
  const size = Math.abs(difference);
  const price = timesCents('1', unitPrice);
  const count = price > 0 && size % price === 0 ? size / price : null;
  const side = difference > 0 ? 'in più' : 'in meno';
  return count === null
    ? `${sayEuro(size)} ${side} del registro`
    : `${messages(count)} ${side} del registro, ${sayEuro(size)}`;
}

/** The decision that follows from the numbers; null until the invoice was read. A person has the last word. */
export function proposedConclusion({ arithmetic, invoice }: ReportView): Conclusion | null {
  if (!arithmetic || !invoice) return null;
  const { difference, reconciled, unitPrice } = arithmetic;
  const confirmed = `${messages(reconciled.quantity)} per ${sayEuro(reconciled.taxable)} più IVA`;
  const doubts = invoice.checks.filter(({ passed, code }) => !passed && code !== 'amount');
  const also = doubts.map(({ message }) => ` ${message}`).join('');
  if (difference > 0) {
    return {
      tone: 'warning',
      title: sayDifference(difference, unitPrice),
      text: `Prepara la contestazione e chiedi una nota di credito. Il registro conferma ${confirmed}.${also}`,
    };
  }
  if (difference < 0) {
    return {
      tone: 'warning',
      title: sayDifference(difference, unitPrice),
      text: `La fattura chiede meno di quello che il registro conferma, ${confirmed}. Chiedi alla ditta se manca qualcosa.${also}`,
    };
  }
  if (doubts.length > 0) {
    return {
      tone: 'warning',
      title: 'Prima di liquidare c’è qualcosa da chiarire',
      text: `L’importo è giusto: ${confirmed}.${also}`,
    };
  }
  return {
    tone: 'good',
    title: 'Si può liquidare',
    text: `La fattura n. ${invoice.body.number} chiede quello che il registro conferma: ${confirmed}.`,
  };
}

/** What is missing in a step: a number of questions, or a sign. */
export interface StepMark {
  readonly count?: string;
  readonly sign?: Mark;
}

const COMPARED = confirmed({
  word: 'riconciliato',
  evidence: 'Il rendiconto è confrontato con il registro, riga per riga.',
});
const READ = confirmed({ word: 'controllata', evidence: 'La fattura è stata letta e ogni controllo torna.' });
const DECIDED = confirmed({ word: 'salvata', evidence: 'Una persona ha salvato la decisione.' });

/** The marks of the steps that the files decide; all to do while the case is not known. */
export function stepMarks(view: ReportView | undefined): {
  reconcile: StepMark;
  invoice: StepMark;
  conclusion: StepMark;
} {
  if (!view) return { reconcile: { sign: 'todo' }, invoice: { sign: 'todo' }, conclusion: { sign: 'todo' } };
  const open = openIn(listsOf(view));
  const failed = view.invoice?.checks.filter(({ passed }) => !passed).length ?? 0;
  const reconcileSign = view.comparison ? COMPARED : statementProblem(view) ? 'warning' : 'todo';
  return {
    reconcile: open > 0 ? { count: `${open} da decidere` } : { sign: reconcileSign },
    invoice: failed > 0 ? { count: `${failed} da chiarire` } : { sign: view.invoice ? READ : 'todo' },
    conclusion: { sign: view.case.conclusion ? DECIDED : 'todo' },
  };
}

/** What to do now for a period that is over, in one sentence. */
export function nextSentence(view: ReportView): string {
  const open = openIn(listsOf(view));
  if (!view.case.statement) return 'Scegli il rendiconto della ditta, poi riconcilialo con il registro.';
  if (!view.comparison) return 'Il rendiconto non è stato letto: indica le colonne o scegli un altro file.';
  if (open > 0) return `Riconcilia ${plural(open, 'riga', 'righe')} del rendiconto, poi prepara la relazione.`;
  if (!view.case.invoice) return 'Scegli la fattura elettronica, poi prepara la relazione.';
  if (!view.invoice) return 'La fattura non è stata controllata: guarda il passo 3.';
  if (view.case.assigned === null) return 'Scrivi il giorno in cui la fattura è stata assegnata.';
  if (!view.case.conclusion) return 'Controlla la decisione proposta e salvala.';
  return 'Tutto è deciso: crea la relazione in PDF.';
}
