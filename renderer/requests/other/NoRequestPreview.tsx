import { type RefObject, useState } from 'react';
import { call, useAct, useAnswers } from '#renderer/api.ts';
import { letterTruth } from '#renderer/requests/mail/letterWords.ts';
import { MailFiles } from '#renderer/requests/mail/MailFiles.tsx';
import { MailText } from '#renderer/requests/mail/MailText.tsx';
import { useSession } from '#renderer/session.tsx';
import {
  type Action,
  ActionBar,
  Chip,
  Loading,
  PaneBody,
  ProblemBanner,
  problemOf,
  sayTruth,
  useToast,
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import type { NoRequestReason, OtherMail, OtherMailDetail } from '#shared/requests/otherMail.ts';
import { AnswerMailDialog } from './AnswerMailDialog.tsx';
import { JoinMailDialog } from './JoinMailDialog.tsx';
import { LikelyRequests } from './LikelyRequests.tsx';
import { reasonChip } from './otherMails.ts';

/** Why the app did not take it as a request, and what to do when it was wrong. */
const WHY: Readonly<Record<NoRequestReason, string>> = {
  reminder: 'Chiede notizie di una richiesta già fatta, ma non dice quale. Se va con una richiesta, uniscila.',
  citizen:
    'Scrive un cittadino, del servizio: iscriversi, togliersi, messaggi che non arrivano. C’è una risposta pronta.',
  doubt: 'Chi scrive è del Comune, ma nelle parole non c’è niente da dire ai cittadini. Se lo chiede, dillo qui.',
  reply: 'È una risposta, ma la e-mail a cui risponde non è fra quelle lette. Se va con una richiesta, uniscila.',
  stranger: 'Scrive qualcuno che non è del Comune, e le parole non chiedono un avviso.',
  automatic: 'L’ha scritta un programma: una risposta automatica o un avviso di lettura.',
  receipt: 'È una ricevuta della posta certificata: dice che un messaggio è partito o arrivato.',
  report:
    'Un server avverte che una e-mail non è arrivata o è in ritardo, ma non è una di quelle partite da qui: guarda se l’ha spedita un programma di posta.',
  list: 'È stata mandata a molti: una newsletter o una lista.',
  own: 'È la copia di una e-mail scritta da questa casella.',
};

/** The reasons behind which a request may hide. */
const MAY_ASK: readonly NoRequestReason[] = ['doubt', 'reply', 'stranger'];

/** What the app found in the words all the same: it may be a request. */
function sayFound({ days, draft, text }: OtherMailDetail): string {
  const day = days[0] === undefined ? '' : `una data, ${sayDay(days[0])}`;
  const lines = draft
    ? (text ?? '')
        .slice(...draft)
        .split('\n')
        .filter((line) => line.trim() !== '').length
    : 0;
  const words = lines === 0 ? '' : `un testo di ${plural(lines, 'riga', 'righe')}`;
  const found = [day, words].filter((one) => one !== '').join(' e ');
  return found === '' ? '' : ` L’app però ha trovato ${found}: può essere una richiesta.`;
}

export interface NoRequestActs {
  readonly join: (mail: OtherMail, request: string) => void;
  readonly makeRequest: (mail: OtherMail) => void;
  readonly problem: ReturnType<typeof useAct>['problem'];
  readonly actions: (mail: OtherMail) => readonly Action[];
  readonly dialog: (mail: OtherMail, detail: OtherMailDetail | undefined) => React.ReactNode;
}

/** What can be done with an e-mail that is no request; what came of it is told, and can be taken back where it may be. */
export function useNoRequestActs(
  list: RefObject<HTMLElement | null>,
  onMade: (request: string) => void,
  onDecided: () => void,
): NoRequestActs {
  const make = useAct('requests.makeRequest');
  const join = useAct('requests.joinMail');
  const put = useAct('requests.putMailAside');
  const [last, setLast] = useState<'make' | 'join' | 'put'>('make');
  const [joining, setJoining] = useState<string>();
  const [answering, setAnswering] = useState<string>();
  const toast = useToast();
  const makeRequest = async ({ id }: OtherMail) => {
    if (make.busy) return;
    setLast('make');
    const reply = await make.run({ id });
    if (!reply.ok) return;
    onDecided();
    const { request } = reply.value;
    toast({ text: 'Adesso è fra le richieste aperte.', action: { label: 'Apri', run: () => onMade(request) } });
  };
  const putAside = async (id: string, aside: boolean) => {
    setLast('put');
    const reply = await put.run({ id, aside });
    if (!reply.ok) return;
    onDecided();
    const undo = { label: 'Annulla', keys: 'Control+Z', run: () => void putAside(id, false) } as const;
    toast(aside ? { text: 'Messa da parte: non serve.', action: undo } : { text: 'Rimessa fra quelle da guardare.' });
  };
  const joinTo = async (id: string, request: string) => {
    setLast('join');
    setJoining(undefined);
    const reply = await join.run({ id, request });
    if (reply.ok) {
      onDecided();
      const open = { label: 'Apri', run: () => onMade(request) };
      toast({ text: 'Unita: è una risposta da leggere nella sua richiesta.', action: open });
    }
  };
  return {
    makeRequest: (mail) => void makeRequest(mail),
    join: ({ id }, request) => void joinTo(id, request),
    problem: { make, join, put }[last].problem,
    actions: ({ id, placed }) => {
      if (placed) {
        const back = () => void putAside(id, false);
        return placed.what === 'aside' ? [{ label: 'Rimetti fra quelle da guardare', kind: 'quiet', onRun: back }] : [];
      }
      return [
        { label: 'Unisci a…', icon: 'merge', keys: 'U', keysWithin: list, onRun: () => setJoining(id) },
        { label: 'Rispondi…', icon: 'reply', keys: 'Control+R', onRun: () => setAnswering(id) },
        { label: 'Non serve', kind: 'quiet', keys: 'N', keysWithin: list, onRun: () => void putAside(id, true) },
      ];
    },
    dialog: (mail, detail) => (
      <>
        {joining === mail.id && (
          <JoinMailDialog
            subject={mail.subject}
            likely={detail?.mayGoWith[0]?.request}
            onJoin={(request) => void joinTo(mail.id, request)}
            onClose={() => setJoining(undefined)}
          />
        )}
        {answering === mail.id && (
          <AnswerMailDialog
            id={mail.id}
            wish={detail?.wish ?? null}
            onWritten={onDecided}
            onClose={() => setAnswering(undefined)}
          />
        )}
      </>
    ),
  };
}

/** How far the answer to it is, with the evidence (P66). */
function AnswerStanding({ mail, to }: { readonly mail: OtherMail; readonly to: string }) {
  const { today } = useSession();
  if (!mail.answer) return null;
  return (
    <p className="small">
      <b>Risposta:</b> {sayTruth(letterTruth(mail.answer, [to]), today)}
    </p>
  );
}

function Words({ detail }: { readonly detail: OtherMailDetail }) {
  const { hosts } = useSession().profile;
  if (detail.text === null) return <p className="muted">Le parole di questa e-mail non sono su questo computer.</p>;
  return (
    <>
      {detail.text.trim() === '' ? (
        <p className="muted">Non ha parole sue.</p>
      ) : (
        <MailText
          text={detail.text}
          hosts={hosts}
          dates={detail.dates}
          draft={MAY_ASK.includes(detail.reason) ? detail.draft : null}
          onOpen={(url) => void call('shell.openLink', { url })}
        />
      )}
      <MailFiles mail={detail.id} files={detail.attachments} />
    </>
  );
}

/** An e-mail that is no request: who wrote, why it is here, its words, and what a person can say of it. */
export function NoRequestPreview({ mail, acts }: { readonly mail: OtherMail; readonly acts: NoRequestActs }) {
  const { today } = useSession();
  const [detail] = useAnswers('requests.otherMail', [{ id: mail.id }]);
  const chip = reasonChip(mail);
  const writer = detail?.value?.writer;
  const address = writer && writer.address !== mail.from ? ` ${writer.address}` : '';
  return (
    <>
      <header className="preview-head">
        <div className="row">
          <h2 className="grow">{mail.subject || 'Senza oggetto'}</h2>
          <Chip tone={chip.tone}>{chip.text}</Chip>
        </div>
        <dl className="about">
          <dt>Da</dt>
          <dd>
            {mail.from ?? 'mittente non noto'}
            <span className="muted">{address}</span>
          </dd>
          <dt>Ricevuta</dt>
          <dd>{sayMomentAt(mail.receivedAt, today)}</dd>
          {mail.placed && (
            <>
              <dt>Decisa</dt>
              <dd>{sayMomentAt(mail.placed.at, today)}</dd>
            </>
          )}
        </dl>
      </header>
      <PaneBody label="La e-mail">
        {!mail.placed && (
          <p className="small">
            <b>Perché non è fra le richieste:</b> {WHY[mail.reason]}
            {detail?.value && MAY_ASK.includes(mail.reason) && sayFound(detail.value)}
          </p>
        )}
        {detail?.loading && <Loading label="Leggo la e-mail" />}
        {detail?.problem && <ProblemBanner {...problemOf(detail.problem)} place="below" />}
        {mail.answer && <AnswerStanding mail={mail} to={writer?.name || (mail.from ?? '')} />}
        {detail?.value && <Words detail={detail.value} />}
        {detail?.value && (
          <LikelyRequests likely={detail.value.mayGoWith} onJoin={(request) => acts.join(mail, request)} />
        )}
        {acts.problem && <ProblemBanner {...problemOf(acts.problem)} place="below" />}
      </PaneBody>
      <ActionBar
        lead
        {...(mail.placed
          ? {}
          : { main: { label: 'È una richiesta', keys: 'Enter', onRun: () => acts.makeRequest(mail) } as const })}
        actions={acts.actions(mail)}
      />
      {acts.dialog(mail, detail?.value)}
    </>
  );
}
