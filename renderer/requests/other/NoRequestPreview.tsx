import { type RefObject, useState } from 'react';
import { call, useAct, useAnswers } from '#renderer/api.ts';
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
  useToast,
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { NoRequestReason, OtherMail, OtherMailDetail } from '#shared/requests/otherMail.ts';
import { JoinMailDialog } from './JoinMailDialog.tsx';
import { reasonChip } from './otherMails.ts';

/** Why the app did not take it as a request, and what to do when it was wrong. */
const WHY: Readonly<Record<NoRequestReason, string>> = {
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

export interface NoRequestActs {
  readonly makeRequest: (mail: OtherMail) => void;
  readonly problem: ReturnType<typeof useAct>['problem'];
  readonly actions: (mail: OtherMail) => readonly Action[];
  readonly dialog: (mail: OtherMail) => React.ReactNode;
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
    problem: { make, join, put }[last].problem,
    actions: ({ id, placed }) => {
      if (placed) {
        const back = () => void putAside(id, false);
        return placed.what === 'aside' ? [{ label: 'Rimetti fra quelle da guardare', kind: 'quiet', onRun: back }] : [];
      }
      return [
        { label: 'Unisci a…', icon: 'merge', keys: 'U', keysWithin: list, onRun: () => setJoining(id) },
        { label: 'Non serve', kind: 'quiet', keys: 'N', keysWithin: list, onRun: () => void putAside(id, true) },
      ];
    },
    dialog: (mail) =>
      joining === mail.id && (
        <JoinMailDialog
          subject={mail.subject}
          onJoin={(request) => void joinTo(mail.id, request)}
          onClose={() => setJoining(undefined)}
        />
      ),
  };
}

function Words({ detail }: { readonly detail: OtherMailDetail }) {
  const { hosts } = useSession().profile;
  if (detail.text === null) return <p className="muted">Le parole di questa e-mail non sono su questo computer.</p>;
  return (
    <>
      {detail.text.trim() === '' ? (
        <p className="muted">Non ha parole sue.</p>
      ) : (
        <MailText text={detail.text} hosts={hosts} onOpen={(url) => void call('shell.openLink', { url })} />
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
          </p>
        )}
        {detail?.loading && <Loading label="Leggo la e-mail" />}
        {detail?.problem && <ProblemBanner {...problemOf(detail.problem)} place="below" />}
        {detail?.value && <Words detail={detail.value} />}
        {acts.problem && <ProblemBanner {...problemOf(acts.problem)} place="below" />}
      </PaneBody>
      <ActionBar
        lead
        {...(mail.placed
          ? {}
          : { main: { label: 'È una richiesta', keys: 'Enter', onRun: () => acts.makeRequest(mail) } as const })}
        actions={acts.actions(mail)}
      />
      {acts.dialog(mail)}
    </>
  );
}
