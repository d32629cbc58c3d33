import { useAct } from '#renderer/api.ts';
import type { Problem } from '#shared/kernel/problem.ts';

/** Asking for a sending in the operational group (P31): the text is copied, WhatsApp's picker opens, a person confirms. */
export interface GroupRequest {
  /** Puts the text into the clipboard; answers with what to do next, to go on with «, poi…», or null when it is not there. */
  readonly copy: (id: string) => Promise<string | null>;
  /** It was asked in the group; answers whether that is on record. */
  readonly confirm: (id: string) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly putAway: () => void;
}

/** What is to be done with the copied text, as WhatsApp stands. */
const PASTE = {
  open: 'Incollalo nel gruppo',
  tooLong: 'È troppo lungo per aprire WhatsApp da qui: aprilo tu e incollalo nel gruppo',
  closed: 'WhatsApp non si è aperto: aprilo tu e incollalo nel gruppo',
} as const;

/** In the invented town the text is copied and WhatsApp stays closed (P64). */
export function useGroupRequest(training: boolean): GroupRequest {
  const ask = useAct('queue.askGroup');
  const confirmAsked = useAct('queue.confirmAsked');
  const copyText = useAct('shell.copyText');
  const open = useAct('shell.openLink');
  return {
    copy: async (id) => {
      const reply = await ask.run({ id });
      if (!reply.ok) return null;
      const { text, picker } = reply.value;
      const copied = await copyText.run({ text });
      if (!copied.ok) return null;
      if (picker === null) return PASTE.tooLong;
      if (training) return PASTE.open;
      return (await open.run({ url: picker })).ok ? PASTE.open : PASTE.closed;
    },
    confirm: async (id) => (await confirmAsked.run({ id })).ok,
    busy: ask.busy || confirmAsked.busy,
    problem: ask.problem ?? copyText.problem ?? open.problem ?? confirmAsked.problem,
    putAway: () => {
      for (const act of [ask, copyText, open, confirmAsked]) act.putAway();
    },
  };
}
