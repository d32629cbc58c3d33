import { useEffect } from 'react';
import { useAnswers } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { UnreadAnswers } from './MailConversation.tsx';

export interface AnswerDialogProps {
  /** The request whose answers are read. */
  readonly id: string;
  /** The office takes the request back (P18). */
  readonly onWithdraw: (id: string) => void;
  readonly onOpenRequest?: ((id: string) => void) | undefined;
  readonly onClose: () => void;
}

/** The answers nobody has read, where they are needed (P18): it closes by itself when the last one was. */
export function AnswerDialog({ id, onWithdraw, onOpenRequest, onClose }: AnswerDialogProps) {
  const { profile } = useSession();
  const [answer] = useAnswers('requests.get', [{ id }]);
  const request = answer?.value;
  const isTold = request?.unread.some(({ told }) => told !== undefined) ?? false;
  const isOver = request !== undefined && request.unread.length === 0;
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  return (
    <Dialog
      title={isTold ? 'Correzione da riprendere' : 'Risposta da leggere'}
      icon="inbox"
      onClose={onClose}
      footer={
        <>
          {onOpenRequest && (
            <Button kind="quiet" onClick={() => onOpenRequest(id)}>
              Apri la richiesta
            </Button>
          )}
          {request && !request.unread.every(({ fromHead }) => fromHead) && (
            <Button onClick={() => onWithdraw(id)}>Ritira la richiesta…</Button>
          )}
          <Button onClick={onClose}>Lascia stare</Button>
        </>
      }
    >
      {answer?.problem && <ProblemBanner {...problemOf(answer.problem)} />}
      {!request && !answer?.problem && <Loading label="Leggo la risposta" />}
      {request && (
        <>
          <p>
            Riguarda «{request.title}».{' '}
            {isTold
              ? 'Finché nessuno la riprende o la lascia da parte, niente di quella richiesta parte.'
              : 'Finché nessuno dice di averla letta, niente di quella richiesta parte.'}
          </p>
          <UnreadAnswers request={request} hosts={profile.hosts} onWithdraw={() => onWithdraw(id)} />
        </>
      )}
    </Dialog>
  );
}
