import { useState } from 'react';
import { AnswerDialog } from '#renderer/requests/mail/AnswerDialog.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, ProblemBanner } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { plural } from '#shared/kernel/text.ts';
import type { UnreadAnswer } from '#shared/requests/request.ts';
import { sayTold } from '#shared/requests/told.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** What an unread answer is called: a withdrawal before anything else (P18). */
function sayUnread(unread: readonly UnreadAnswer[]): string {
  if (unread.some(({ withdraws }) => withdraws)) return 'L’ufficio sembra ritirare la richiesta';
  const told = unread.find((one) => one.told !== undefined)?.told;
  if (told) return `L’ufficio ha chiesto una correzione ${sayTold(told)}`;
  if (unread.every(({ fromHead }) => fromHead)) return 'Il capo settore ha scritto: la sua risposta è da leggere';
  return `L’ufficio ha scritto: ${plural(unread.length, 'risposta da leggere', 'risposte da leggere')}`;
}

export interface AnswerReadingProps {
  /** The request. */
  readonly id: string;
  readonly onOpenRequest?: ((id: string) => void) | undefined;
  readonly onClose: () => void;
}

/** The dialog in which unread answers are read, with the way to take the request back. */
export function AnswerReading({ id, onOpenRequest, onClose }: AnswerReadingProps) {
  const [isWithdrawing, withdraw] = useState(false);
  if (isWithdrawing) return <WithdrawDialog id={id} onClose={onClose} />;
  return <AnswerDialog id={id} onWithdraw={() => withdraw(true)} onOpenRequest={onOpenRequest} onClose={onClose} />;
}

export interface AnswerNoticeProps {
  /** The request. */
  readonly id: string;
  readonly unread: readonly UnreadAnswer[];
  /** What it holds, as a sentence: `L’invio è fermo finché qualcuno non l’ha letta.` */
  readonly holds: string;
  readonly onOpenRequest?: ((id: string) => void) | undefined;
}

/** Over a text or a sending: somebody wrote about it and nobody has read it (P18). Nothing where all was read. */
export function AnswerNotice({ id, unread, holds, onOpenRequest }: AnswerNoticeProps) {
  const { today } = useSession();
  const [isReading, read] = useState(false);
  const [first] = unread;
  if (!first) return null;
  return (
    <>
      <ProblemBanner
        tone="bad"
        live="off"
        heading={sayUnread(unread)}
        lines={[`${first.told ? 'L’ha detta' : 'È arrivata'} ${sayMomentAt(first.at, today)}. ${holds}`]}
        actions={
          <Button size="small" onClick={() => read(true)}>
            Leggi la risposta…
          </Button>
        }
      />
      {isReading && <AnswerReading id={id} onOpenRequest={onOpenRequest} onClose={() => read(false)} />}
    </>
  );
}
