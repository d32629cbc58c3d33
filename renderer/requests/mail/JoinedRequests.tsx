import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Isolated, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

export interface JoinedRequestsProps {
  readonly request: RequestDetail;
  readonly readOnly: boolean;
  readonly onOpen: (id: string) => void;
}

/** Who else asked for this notice (P12), and the reminders that may be about it (R41): each with what can be done. */
export function JoinedRequests({ request, readOnly, onOpen }: JoinedRequestsProps) {
  const { today } = useSession();
  const separate = useAct('requests.separate');
  const join = useAct('requests.joinMail');
  const toast = useToast();
  const { id, alsoAsked = [], reminders = [] } = request;
  const takeApart = async (other: string) => {
    const reply = await separate.run({ id: other });
    if (!reply.ok) return;
    const open = { label: 'Apri', run: () => onOpen(other) };
    toast({ text: 'Sono di nuovo due richieste.', action: open });
  };
  const joinMail = async (mail: string) => {
    const reply = await join.run({ id: mail, request: id });
    if (reply.ok) toast({ text: 'Unita: è una risposta da leggere qui.' });
  };
  const problem = separate.problem ?? join.problem;
  if (alsoAsked.length === 0 && reminders.length === 0) return null;
  return (
    <section className="mail-joined" aria-label="Unite a questa">
      {alsoAsked.map(({ id: other, title, by, office }) => (
        <p key={other} className="row">
          <span className="grow">
            Chiesto anche da <Isolated>{by ?? 'chi non è noto'}</Isolated>
            {office !== null && `, ${office}`}: «{title}»
          </span>
          {!readOnly && (
            <Button size="small" kind="quiet" onClick={() => void takeApart(other)}>
              Separa<span className="visually-hidden"> «{title}»</span>
            </Button>
          )}
        </p>
      ))}
      {!readOnly &&
        reminders.map(({ mail, subject, at }) => (
          <p key={mail} className="row">
            <span className="grow">
              Forse parla di questa: «{subject || 'senza oggetto'}», {sayMomentAt(at, today)}
            </span>
            <Button size="small" onClick={() => void joinMail(mail)}>
              Unisci<span className="visually-hidden"> «{subject || 'senza oggetto'}»</span>
            </Button>
          </p>
        ))}
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </section>
  );
}
