/** What an operator writes down of the head's decision, and how it is said (P30, P38). Pure. */
import type { Reasons } from '#renderer/drafts/editor/judging.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { ElectionAnswers } from '#shared/drafts/facts.ts';
import type { Input } from '#shared/ipc/contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** The five decisions of P30. */
export const HEARD = [
  { value: 'approved', label: 'Approva il testo com’è' },
  { value: 'changed', label: 'Approva con modifiche' },
  { value: 'returned', label: 'Restituisce il testo a chi scrive' },
  { value: 'refused', label: 'Non seleziona l’avviso' },
  { value: 'postponed', label: 'Rinvia la decisione' },
] as const;
export type Heard = (typeof HEARD)[number]['value'];

interface Written {
  readonly kind: Heard;
  readonly why: string;
  readonly text: string;
  readonly until: Day | '';
}

/** Nothing sure was read in what the head wrote, and nobody has chosen. */
export const NOT_CHOSEN = { field: 'kind', words: 'Scegli che cosa ha deciso: leggi la sua e-mail.' } as const;
/** The head wrote what is to be changed, and the text is still the one that was forwarded. */
export const UNCHANGED = {
  field: 'text',
  words: 'È ancora il testo inoltrato: scrivi qui la modifica che ha chiesto.',
} as const;

/** What is still lacking, by the field that lacks it. */
export function heardProblem({ kind, why, text, until, today }: Written & { readonly today: Day }) {
  if (kind === 'approved') return undefined;
  if (kind === 'changed')
    return text.trim() === ''
      ? ({ field: 'text', words: 'Scrivi il testo come l’ha cambiato il capo settore.' } as const)
      : undefined;
  if (kind === 'postponed' && until <= today)
    return { field: 'until', words: 'Indica un giorno da domani in poi.' } as const;
  return why.trim() === ''
    ? ({ field: 'why', words: 'Scrivi il motivo: chi ha preparato il testo deve poterlo leggere.' } as const)
    : undefined;
}

/** The decision as the core takes it. */
export function toHeard({
  kind,
  why,
  text,
  until,
  reasons,
  at,
  answers,
}: Written & {
  readonly reasons: Reasons;
  readonly at: Instant | undefined;
  readonly answers: ElectionAnswers | undefined;
}): Input<'queue.decideElsewhere'>['decision'] {
  if (kind === 'postponed') return { kind, why: why.trim(), until };
  if (kind === 'returned' || kind === 'refused') return { kind, why: why.trim() };
  return {
    kind: 'approved',
    ...(kind === 'changed' ? { text, reasons } : {}),
    ...(at === undefined ? {} : { at }),
    ...(answers ? { answers } : {}),
  };
}

/** What the toast says. */
export function heardToast(kind: Heard, plannedFor: Instant | null, today: Day): string {
  if (plannedFor !== null) return `Approvazione registrata, parte ${sayMomentAt(plannedFor, today)}.`;
  if (kind === 'returned') return 'Decisione registrata: il testo è tornato a chi scrive.';
  return kind === 'refused'
    ? 'Decisione registrata: l’avviso non si invia.'
    : 'Decisione registrata: il testo torna quel giorno.';
}
