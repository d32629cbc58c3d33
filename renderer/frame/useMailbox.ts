import { useCallback, useEffect, useState } from 'react';
import { call, onEvent, useAct } from '#renderer/api.ts';
import { useToast } from '#renderer/ui/index.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { plural } from '#shared/kernel/text.ts';

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
  /** How many e-mails of how many are read, while they are. */
  readonly reading: { readonly done: number; readonly total: number } | undefined;
  /** Stops after the e-mail at hand. */
  readonly stop: () => void;
}

/** How far the reading of the mailbox is; also one that another screen began. */
function useReading(): MailboxCheck['reading'] {
  const [reading, setReading] = useState<MailboxCheck['reading']>();
  useEffect(
    () =>
      onEvent((event) => {
        // A core that died reads no more.
        if (event.name === 'restarted' || event.name === 'stopped') setReading(undefined);
        if (event.name !== 'progress' || event.job !== 'mailbox') return;
        setReading(event.done < event.total ? { done: event.done, total: event.total } : undefined);
      }),
    [],
  );
  return reading;
}

function said({ read, added, left }: Reading): string {
  if (left !== undefined) {
    return `Lettura fermata: ${plural(read, 'e-mail letta', 'e-mail lette')}, ${plural(left, 'resta', 'restano')} da leggere.`;
  }
  if (read === 0) return 'Posta letta: nessuna e-mail nuova.';
  const requests = added === 0 ? 'nessuna richiesta nuova' : plural(added, 'richiesta nuova', 'richieste nuove');
  return `Posta letta: ${plural(read, 'e-mail nuova', 'e-mail nuove')}, ${requests}.`;
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
  return {
    ...{ busy, problem, unreadable, putAway },
    check: () => void (busy || check()),
    reading: useReading(),
    stop: () => void call('requests.stopReading', {}),
  };
}
