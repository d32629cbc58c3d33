import { call, useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  Chip,
  Isolated,
  ProblemBanner,
  problemOf,
  sayProblem,
  TruthMark,
  useToast,
} from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import { sayTold } from '#shared/requests/told.ts';
import type { RequestDetail, RequestMail } from '#shared/requests/views.ts';
import { letterTitle, letterTruth } from './letterWords.ts';
import { MailFiles } from './MailFiles.tsx';
import { MailText } from './MailText.tsx';
import type { MailPicture } from './mailPictures.ts';

export interface MailConversationProps {
  readonly request: RequestDetail;
  readonly hosts: readonly string[];
  /** The office takes the request back (P18). */
  readonly onWithdraw: () => void;
  /** Shows a picture beside the text that is written. */
  readonly onPicture?: ((picture: MailPicture) => void) | undefined;
}

function titleOf({ kind, letter, fromHead, told }: RequestMail): string {
  if (kind === 'asks') return 'E-mail della richiesta unita a questa';
  if (letter) return letterTitle(letter.purpose);
  if (told) return `Correzione dell’ufficio ${sayTold(told.way)}`;
  return fromHead ? 'Risposta del capo settore' : 'Risposta dell’ufficio';
}

interface AnswerActsProps extends Pick<MailConversationProps, 'request' | 'onWithdraw'> {
  readonly mail: RequestMail;
}

/** What to do with an answer nobody has looked at yet: take the request back, or go on (P17, P18). */
function AnswerActs({ request, mail, onWithdraw }: AnswerActsProps) {
  const see = useAct('requests.seeAnswer');
  const take = useAct('queue.takeOverAnswer');
  const toast = useToast();
  const isOnItsWay = request.state === 'forwarded';
  const says = mail.says !== null && (mail.says.sendDate !== null || mail.says.link !== null);
  const mayTake = !mail.fromHead && !mail.withdraws && request.state !== 'closed' && (isOnItsWay || says);
  // What is only noted, and may still be written into the text, is read like any answer.
  const isAside = mail.told !== undefined && mayTake;
  const takeOver = async () => {
    if (take.busy) return;
    const reply = await take.run({ id: request.id, mail: mail.id });
    if (!reply.ok) return;
    toast({
      text: isOnItsWay ? 'La richiesta è di nuovo da lavorare, con quello che l’ufficio chiede.' : 'Dati ripresi.',
    });
  };
  const seen = async () => {
    if (see.busy) return;
    const reply = await see.run({ id: request.id, mails: [mail.id] });
    if (reply.ok)
      toast({
        text: isAside
          ? 'Correzione lasciata da parte: la richiesta continua.'
          : 'Risposta letta: la richiesta continua.',
      });
  };
  return (
    <>
      <div className="mail-acts">
        {mail.withdraws && (
          <Button size="small" onClick={onWithdraw}>
            Ritira la richiesta…
          </Button>
        )}
        {mayTake && (
          <Button size="small" onClick={() => void takeOver()}>
            {isOnItsWay ? 'Riprendi il testo e correggi' : 'Usa questi dati'}
          </Button>
        )}
        <Button size="small" kind={mail.withdraws || mayTake ? 'quiet' : 'plain'} onClick={() => void seen()}>
          {mail.withdraws ? 'Non la ritira, continua' : isAside ? 'Lascia com’è' : 'Ho letto'}
        </Button>
      </div>
      {see.problem && <ProblemBanner place="below" {...problemOf(see.problem)} />}
      {take.problem && <ProblemBanner place="below" {...problemOf(take.problem)} />}
    </>
  );
}

function Author({ mail: { from }, when }: { readonly mail: RequestMail; readonly when: string }) {
  const name = from?.name || from?.address;
  if (!name) return capitalised(when);
  return (
    <>
      <Isolated>{capitalised(name)}</Isolated>, {when}
    </>
  );
}

interface MailSectionProps extends MailConversationProps {
  readonly mail: RequestMail;
}

/** One e-mail about the request, with what to do with it while nobody has read it. */
function MailSection({ request, mail, hosts, onWithdraw, onPicture }: MailSectionProps) {
  const { today } = useSession();
  const isUnread = mail.kind === 'answers' && request.unread.some((one) => one.mail === mail.id);
  return (
    <section className="mail-more" aria-label={titleOf(mail)}>
      <p className="mail-more-head">
        <strong>{titleOf(mail)}</strong>{' '}
        {mail.letter && <TruthMark truth={letterTruth(mail.letter, mail.to)} today={today} />}{' '}
        {isUnread && (
          <Chip tone={mail.withdraws || mail.told ? 'bad' : 'info'}>{mail.told ? 'da riprendere' : 'da leggere'}</Chip>
        )}
        <br />
        <Author mail={mail} when={sayMomentAt(mail.at, today)} />
        {mail.withdraws && isUnread && ': sembra ritirare la richiesta'}
        {mail.told && `, lo scrive ${mail.told.by} ${sayMomentAt(mail.told.at, today)}`}
      </p>
      <div className="mail-plain">
        {mail.text === null ? (
          <p className="muted">Il testo non è su questo computer.</p>
        ) : (
          <MailText text={mail.text} hosts={hosts} onOpen={(url) => void call('shell.openLink', { url })} />
        )}
      </div>
      {mail.letter?.obstacle && (
        <p className="mail-more-head text-warn">Non è ancora pronta: {sayProblem(mail.letter.obstacle)}</p>
      )}
      <MailFiles mail={mail.id} files={mail.attachments} onPicture={onPicture} />
      {isUnread && <AnswerActs request={request} mail={mail} onWithdraw={onWithdraw} />}
    </section>
  );
}

/** What was written about the request after its e-mail, oldest first: answers and the letters of the desk (P17). */
export function MailConversation(props: MailConversationProps) {
  const others = props.request.mails.filter(({ kind, id }) => kind !== 'asks' || id !== props.request.mail);
  return (
    <>
      {others.map((mail) => (
        <MailSection key={mail.id} {...props} mail={mail} />
      ))}
    </>
  );
}

/** The answers of a request that nobody has read, alone (P18). */
export function UnreadAnswers(props: MailConversationProps) {
  const { mails, unread } = props.request;
  const open = mails.filter(({ id, kind }) => kind === 'answers' && unread.some(({ mail }) => mail === id));
  return (
    <>
      {open.map((mail) => (
        <MailSection key={mail.id} {...props} mail={mail} />
      ))}
    </>
  );
}
