import { useCallback, useState } from 'react';
import type { Output } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { plural } from '#shared/kernel/text.ts';
import { useAct } from './api.ts';
import { useToast } from './ui/index.ts';

type Reading = Output<'requests.checkMailbox'>;

/** The reading of the mailbox as the frame and the screens use it. */
export interface MailboxCheck {
  readonly check: () => void;
  readonly busy: boolean;
  /** The mailbox could not be read at all. */
  readonly problem: Problem | undefined;
  /** E-mails that could not be read, by the name of their file, until they are put away. */
  readonly unreadable: Reading['problems'];
  readonly putAway: () => void;
}

function said({ read, added }: Reading): string {
  if (read === 0) return 'Casella letta: nessuna e-mail nuova.';
  const requests = added === 0 ? 'nessuna richiesta nuova' : plural(added, 'richiesta nuova', 'richieste nuove');
  return `Casella letta: ${plural(read, 'e-mail nuova', 'e-mail nuove')}, ${requests}.`;
}

/** Reads the mailbox when asked (P20): what worked is a toast, what did not stays until it is put away. */
export function useMailbox(): MailboxCheck {
  const { run, busy, problem, putAway: forget } = useAct('requests.checkMailbox');
  const show = useToast();
  const [unreadable, setUnreadable] = useState<Reading['problems']>([]);
  const check = useCallback(async () => {
    const reply = await run({});
    if (!reply.ok) return;
    setUnreadable(reply.value.problems);
    show({ text: said(reply.value) });
  }, [run, show]);
  const putAway = useCallback(() => {
    forget();
    setUnreadable([]);
  }, [forget]);
  return { check: () => void (busy || check()), busy, problem, unreadable, putAway };
}
