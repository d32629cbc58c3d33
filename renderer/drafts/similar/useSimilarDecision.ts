import { useAct } from '#renderer/api.ts';
import { sayProblem, useToast } from '#renderer/ui/index.ts';
import { forgetWriting } from '#renderer/writing/writing.ts';
import type { Series } from '#shared/register/series.ts';
import { type Comparison, nameNotice, type SimilarNotice } from '#shared/requests/comparison.ts';

/** What a person decided of one similar notice. */
export interface SimilarChoice {
  readonly verdict: Comparison['verdict'];
  readonly why: string;
  readonly series: Series | null;
  /** Whether the office is told of a double. */
  readonly letter: boolean;
}

export interface SimilarOutcome {
  /** The request goes on. */
  readonly onDecided: (about: SimilarNotice) => void;
  /** It is a double: the request is closed. */
  readonly onClosed: () => void;
}

/** The act of deciding (P21): says what it did; the closing of a double can be taken back, with its letter. */
export function useSimilarDecision(id: string, { onDecided, onClosed }: SimilarOutcome) {
  const compare = useAct('requests.compare');
  const reopen = useAct('requests.reopen');
  const takeBack = useAct('drafts.undo');
  const toast = useToast();

  const undo = async (effect: string | null) => {
    const reply = await (effect === null
      ? reopen.run({ id, why: 'Chiusura annullata subito dopo.' })
      : takeBack.run({ id: effect }));
    if (!reply.ok) toast({ text: sayProblem(reply.error) });
  };
  const decide = async (about: SimilarNotice, { verdict, why, series, letter }: SimilarChoice) => {
    if (compare.busy) return;
    const told = verdict === 'duplicato' && letter;
    const reply = await compare.run({ id, with: about.id, verdict, why, series, ...(told ? { letter } : {}) });
    if (!reply.ok) return;
    if (verdict !== 'duplicato') {
      toast({ text: verdict === 'serie' ? 'Messa nella serie.' : `Segnata come diversa da ${nameNotice(about)}.` });
      onDecided(about);
      return;
    }
    const { effect } = reply.value;
    forgetWriting(id);
    toast({
      text: `Richiesta chiusa: duplicato di ${nameNotice(about)}.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void undo(effect) },
    });
    onClosed();
  };
  /** Each gets its own record; where one cannot be kept, those before it are, and the problem is shown. */
  const decideNone = async (all: readonly SimilarNotice[], why: string, onDone: () => void) => {
    if (compare.busy) return;
    for (const { id: other } of all) {
      const reply = await compare.run({ id, with: other, verdict: 'diverso', why, series: null });
      if (!reply.ok) return;
    }
    toast({ text: `Segnati come diversi ${all.length} testi simili.` });
    onDone();
  };
  return { decide, decideNone, problem: compare.problem, putAway: compare.putAway };
}
