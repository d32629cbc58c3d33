import { useAct } from '#renderer/api.ts';
import type { Reasons } from '#renderer/drafts/editor/judging.ts';
import { sayProblem, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { forgetWriting } from '#renderer/writing/writing.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

/** How a request ends without a notice from its own screen (P16, P21). */
export type Ending = 'duplicato' | 'non necessario';

/** The acts that take a request off the desk. Each says what it did and goes back to the list; a problem stays here. */
export function useEndings({ id }: RequestDetail, text: string, today: string, onBack: () => void) {
  const forward = useAct('drafts.forward');
  const release = useAct('queue.release');
  const close = useAct('requests.close');
  const reopen = useAct('requests.reopen');
  const undoLetter = useAct('drafts.undo');
  const undoDecision = useAct('queue.undo');
  const toast = useToast();
  const leave = (words: Parameters<typeof toast>[0]) => {
    forgetWriting(id);
    toast(words);
    onBack();
  };
  return {
    problems: { forward: forward.problem, release: release.problem, close: close.problem },
    forward: async (reasons: Reasons) => {
      if (forward.busy) return;
      const reply = await forward.run({ id, text, reasons });
      if (!reply.ok) return;
      const { to, effect } = reply.value;
      const undo = async () => {
        if (effect === null) return;
        const back = await undoLetter.run({ id: effect });
        toast({ text: back.ok ? 'Inoltro ripreso: la richiesta è di nuovo da lavorare.' : sayProblem(back.error) });
      };
      const post = effect === null ? '' : ' La e-mail è preparata, da spedire.';
      leave({
        text: `Il testo è in Approvazione, per ${to}.${post}`,
        ...(effect === null ? {} : { undo: () => void undo() }),
      });
    },
    /** The alternative way (P32). */
    release: async (why: string, reasons: Reasons) => {
      if (release.busy) return;
      const reply = await release.run({ id, text, reasons, why });
      if (!reply.ok) return;
      const undo = async () => {
        const back = await undoDecision.run({ id });
        toast({ text: back.ok ? 'Invio ripreso: la richiesta è di nuovo da lavorare.' : sayProblem(back.error) });
      };
      leave({
        text: `In coda: ${sayMomentAt(reply.value.plannedFor, today)} l’app scrive la e-mail alla ditta. Nella coda vedi se è partita.`,
        undo: () => void undo(),
      });
    },
    /** With `letter` the office is told why (P26). */
    close: async (outcome: Ending, why: string, letter: boolean) => {
      if (close.busy) return;
      const reply = await close.run({ id, outcome, why, sameAs: null, letter });
      if (!reply.ok) return;
      const { effect } = reply.value;
      const undo = async () => {
        const back = await (effect === null
          ? reopen.run({ id, why: 'Chiusura annullata subito dopo.' })
          : undoLetter.run({ id: effect }));
        toast({ text: back.ok ? 'Chiusura ripresa: la richiesta è di nuovo da lavorare.' : sayProblem(back.error) });
      };
      leave({ text: `Richiesta chiusa: ${outcome}.`, undo: () => void undo() });
    },
  };
}
