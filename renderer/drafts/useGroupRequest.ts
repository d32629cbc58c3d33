import type { Problem } from '#shared/kernel/problem.ts';
import { useAct } from '../api.ts';

/** Asking for a sending in the operational group (P31): the text is copied, WhatsApp's picker opens, a person confirms. */
export interface GroupRequest {
  /** Answers whether the text is in the clipboard. */
  readonly copy: (id: string) => Promise<boolean>;
  /** It was asked in the group; answers whether that is on record. */
  readonly confirm: (id: string) => Promise<boolean>;
  readonly problem: Problem | undefined;
  readonly putAway: () => void;
}

/** In the invented town the text is copied and WhatsApp stays closed (P64). */
export function useGroupRequest(training: boolean): GroupRequest {
  const ask = useAct('queue.askGroup');
  const confirmAsked = useAct('queue.confirmAsked');
  const copyText = useAct('shell.copyText');
  const open = useAct('shell.openLink');
  return {
    copy: async (id) => {
      const reply = await ask.run({ id });
      if (!reply.ok) return false;
      const { text, picker } = reply.value;
      const copied = await copyText.run({ text });
      if (!copied.ok) return false;
      if (picker && !training) await open.run({ url: picker });
      return true;
    },
    confirm: async (id) => (await confirmAsked.run({ id })).ok,
    problem: ask.problem ?? copyText.problem ?? open.problem ?? confirmAsked.problem,
    putAway: () => {
      for (const act of [ask, copyText, open, confirmAsked]) act.putAway();
    },
  };
}
