import { useState } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import type { RequestDetail, RequestMail } from '#shared/requests/views.ts';
import { call, useAct } from '../api.ts';
import { Button, Chip, ProblemBanner, problemOf, useToast } from '../ui/index.ts';
import { MailText } from '../ui/MailText.tsx';
import { capitalised, sayMomentAt } from '../ui/moments.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { MailFiles } from './MailFiles.tsx';
import { forgetWriting } from './writing.ts';

export interface MailConversationProps {
  readonly request: RequestDetail;
  readonly hosts: readonly string[];
  readonly today: Day;
  readonly readOnly: boolean;
}

const LETTERS: Readonly<Record<NonNullable<RequestMail['letter']>['purpose'], string>> = {
  missing: 'Chiesto quello che manca',
  duplicate: 'Risposto che è un duplicato',
  notNeeded: 'Risposto che non è necessario',
  forward: 'Inoltrata al capo settore',
};

function titleOf({ letter, fromHead }: RequestMail): string {
  if (letter) return letter.left ? LETTERS[letter.purpose] : `${LETTERS[letter.purpose]}, in partenza`;
  return fromHead ? 'Risposta del capo settore' : 'Risposta dell’ufficio';
}

/** What to do with an answer nobody has looked at yet: take the request back, or go on (P17, P18). */
function AnswerActs({ request, mail }: { readonly request: RequestDetail; readonly mail: RequestMail }) {
  const { id } = request;
  const see = useAct('requests.seeAnswer');
  const close = useAct('requests.close');
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const seen = async () => {
    if (see.busy) return;
    const reply = await see.run({ id });
    if (reply.ok) toast({ text: 'Risposta letta: la richiesta continua.' });
  };
  const withdraw = async (why: string) => {
    if (close.busy) return;
    const reply = await close.run({ id, outcome: 'ritirata', why, sameAs: null });
    if (!reply.ok) return;
    forgetWriting(id);
    setAsking(false);
    toast({ text: 'Richiesta ritirata: niente parte.' });
  };
  return (
    <>
      <div className="mail-acts">
        {mail.withdraws && (
          <Button size="small" onClick={() => setAsking(true)}>
            Ritira la richiesta…
          </Button>
        )}
        <Button size="small" kind={mail.withdraws ? 'quiet' : 'plain'} onClick={() => void seen()}>
          {mail.withdraws ? 'Non la ritira, continua' : 'Ho letto'}
        </Button>
      </div>
      {see.problem && <ProblemBanner place="below" {...problemOf(see.problem)} />}
      {asking && (
        <ReasonDialog
          title="Ritira la richiesta"
          explanation="Il testo esce dall’approvazione e dalla coda. La richiesta resta tra quelle decise."
          action="Ritira"
          missing="Scrivi perché l’ufficio la ritira."
          problem={close.problem}
          onRun={(why) => void withdraw(why)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** What was written about the request after its e-mail, oldest first: answers and the letters of the desk (P17). */
export function MailConversation({ request, hosts, today, readOnly }: MailConversationProps) {
  const others = request.mails.filter(({ kind }) => kind !== 'asks');
  return (
    <>
      {others.map((mail) => {
        const isNews = mail.kind === 'answers' && [request.news, request.withdrawal].includes(mail.id);
        return (
          <section key={mail.id} className="mail-more" aria-label={titleOf(mail)}>
            <p className="mail-more-head">
              <strong>{titleOf(mail)}</strong> {isNews && <Chip tone="info">da leggere</Chip>}
              <br />
              {capitalised(
                [mail.from?.name || mail.from?.address, sayMomentAt(mail.at, today)].filter(Boolean).join(', '),
              )}
              {mail.withdraws && isNews && ': sembra ritirare la richiesta'}
            </p>
            <div className="mail-plain">
              {mail.text === null ? (
                <p className="muted">Il testo non è su questo computer.</p>
              ) : (
                <MailText text={mail.text} hosts={hosts} onOpen={(url) => void call('shell.openLink', { url })} />
              )}
            </div>
            {mail.letter?.obstacle && (
              <p className="mail-more-head text-warn">Non è ancora partita: {mail.letter.obstacle}</p>
            )}
            <MailFiles mail={mail.id} files={mail.attachments} />
            {isNews && !readOnly && <AnswerActs request={request} mail={mail} />}
          </section>
        );
      })}
    </>
  );
}
