import type { RequestDetail } from '#shared/requests/views.ts';
import { useAct } from '../api.ts';
import { useToast } from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';
import type { Reasons } from './judging.ts';
import { forgetWriting } from './writing.ts';

/** How a request ends without a notice from its own screen (P16, P21). */
export type Ending = 'duplicato' | 'non necessario';

/** The acts that take a request off the desk. Each says what it did and goes back to the list; a problem stays here. */
export function useEndings({ id }: RequestDetail, text: string, today: string, onBack: () => void) {
  const forward = useAct('drafts.forward');
  const release = useAct('drafts.release');
  const close = useAct('requests.close');
  const reopen = useAct('requests.reopen');
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
      if (reply.ok) leave({ text: `Inoltrata a ${reply.value.to}.` });
    },
    /** The alternative way (P32). */
    release: async (why: string, reasons: Reasons) => {
      if (release.busy) return;
      const reply = await release.run({ id, text, reasons, why });
      if (!reply.ok) return;
      leave({ text: `In coda per ${sayMomentAt(reply.value.plannedFor, today)}, alla ditta per e-mail.` });
    },
    /** With `letter` the office is told why (P26). */
    close: async (outcome: Ending, why: string, letter: boolean) => {
      if (close.busy) return;
      const reply = await close.run({ id, outcome, why, sameAs: null, letter });
      if (!reply.ok) return;
      const undo = () => void reopen.run({ id, why: 'Chiusura annullata subito dopo.' });
      leave({
        text: `Richiesta chiusa: ${outcome}.`,
        action: { label: 'Annulla', keys: 'Control+Z', run: undo },
      });
    },
  };
}
