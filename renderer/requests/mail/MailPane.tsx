import { useState } from 'react';
import { call, useAct } from '#renderer/api.ts';
import {
  Button,
  EmptyState,
  Isolated,
  PaneBody,
  PaneHeader,
  ProblemBanner,
  problemOf,
  sayProblem,
  useShortcuts,
  useToast,
} from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { RequestDataChange } from '#shared/requests/facts.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { BandNumber } from './BandNumber.tsx';
import { SplitDialog } from './CutDialogs.tsx';
import { JoinDialog } from './JoinDialog.tsx';
import { MailConversation } from './MailConversation.tsx';
import { MailFiles } from './MailFiles.tsx';
import { MailText } from './MailText.tsx';
import { type BandRequest, bandState, linesToDivide, type MailBand, mailBands } from './mailBands.ts';
import type { MailPicture } from './mailPictures.ts';
import { selectedInMail } from './mailSelection.ts';

export interface MailPaneProps {
  readonly request: RequestDetail;
  /** Every request of the same e-mail, this one too. */
  readonly family: readonly BandRequest[];
  readonly hosts: readonly string[];
  readonly today: string;
  readonly readOnly: boolean;
  readonly onOpen: (id: string) => void;
  /** The office takes the request back: asks the reason, and stops what was to leave (P18). */
  readonly onWithdraw: () => void;
  /** Shows a picture beside the text that is written. */
  readonly onPicture?: ((picture: MailPicture) => void) | undefined;
}

function Band({ band, request, hosts }: { readonly band: MailBand } & Pick<MailPaneProps, 'request' | 'hosts'>) {
  const text = (
    <div data-from={band.from}>
      <MailText
        text={band.text}
        hosts={hosts}
        marked={band.request?.id === request.id ? request.data.link : null}
        onOpen={(url) => void call('shell.openLink', { url })}
      />
    </div>
  );
  if (!band.request) return <div className="mail-plain">{text}</div>;
  const { id, index, title } = band.request;
  const active = id === request.id;
  return (
    <section
      className={`mail-band band-${((index - 1) % 4) + 1}${active ? ' mail-band-active' : ''}`}
      aria-label={`Richiesta ${index} di ${request.of}`}
    >
      <div className="mail-band-head">
        <BandNumber index={index} />
        <span>
          {title}, {bandState(band.request)}
        </span>
      </div>
      {text}
    </section>
  );
}

const isFree = ({ state }: BandRequest): boolean => state !== 'forwarded' && state !== 'closed';

/** The two ways to correct the cuts the app proposes (P12), and the dialog that asks what a selection did not say. */
function Cuts({ request, family, onOpen }: MailPaneProps) {
  const { id, span, mailText } = request;
  const split = useAct('requests.split');
  const join = useAct('requests.join');
  const undo = useAct('requests.undoCut');
  const toast = useToast();
  const [asking, setAsking] = useState<'split' | 'join'>();
  const others = family.filter((one) => one.id !== id && isFree(one));
  const lines = mailText && span ? linesToDivide({ text: mailText.slice(...span), from: span[0] }) : [];
  const takeBack = async () => {
    const reply = await undo.run({ id });
    toast({ text: reply.ok ? 'Ripreso: le richieste della e-mail sono come prima.' : sayProblem(reply.error) });
  };
  const cut = async (at: number | readonly [number, number]) => {
    setAsking(undefined);
    const reply = await split.run({ id, at: typeof at === 'number' ? at : [at[0], at[1]] });
    if (reply.ok) toast({ text: 'Divisa: la nuova richiesta è nella stessa e-mail.', undo: () => void takeBack() });
  };
  const joinWith = async (other: string, data: RequestDataChange) => {
    setAsking(undefined);
    const reply = await join.run({ id, with: other, data });
    if (!reply.ok) return;
    toast({ text: 'Unite in una richiesta sola.', undo: () => void takeBack() });
    if (reply.value.id !== id) onOpen(reply.value.id);
  };
  const askSplit = () => {
    const selection = selectedInMail();
    if (selection) void cut(selection);
    else setAsking('split');
  };
  const askJoin = () => setAsking('join');
  const canJoin = others.length > 0;
  useShortcuts([
    { keys: 'Control+Shift+D', label: 'Dividi la richiesta', run: askSplit },
    ...(canJoin ? [{ keys: 'Control+Shift+U', label: 'Unisci due richieste', run: askJoin }] : []),
  ]);
  const problem = split.problem ?? join.problem;
  return (
    <>
      <PaneHeader title="E-mail">
        <Button kind="quiet" size="small" icon="split" aria-keyshortcuts="Control+Shift+D" onClick={askSplit}>
          Dividi
        </Button>
        {canJoin && (
          <Button kind="quiet" size="small" icon="merge" aria-keyshortcuts="Control+Shift+U" onClick={askJoin}>
            Unisci
          </Button>
        )}
      </PaneHeader>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      {asking === 'split' && (
        <SplitDialog lines={lines} onSplit={(at) => void cut(at)} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'join' && (
        <JoinDialog
          request={request}
          others={others}
          onJoin={(other, data) => void joinWith(other, data)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

const TYPED = {
  title: 'Richiesta scritta allo sportello',
  lines: ['Non è arrivata per e-mail: il testo è quello scritto qui, lo trovi in «Chiesto».'],
};
const FORGOTTEN = {
  title: 'La e-mail non è su questo computer',
  lines: ['Il testo chiesto resta nella richiesta: aprilo con «Chiesto».'],
};

/** The e-mail as the office wrote it; with several requests, each has its coloured and numbered band (P12). */
export function MailPane(props: MailPaneProps) {
  const { request, family, hosts, today, readOnly, onWithdraw, onPicture } = props;
  const { mailText, mailSubject, receivedAt } = request;
  const bands = mailText === null ? [] : mailBands(mailText, request.of > 1 ? family : []);
  const asks = request.mails.find(({ kind }) => kind === 'asks');
  const canCut = !readOnly && mailText !== null && request.span !== null;
  return (
    <>
      {canCut ? <Cuts {...props} /> : <PaneHeader title="E-mail" note={sayMomentAt(receivedAt, today)} />}
      {mailText === null ? (
        <EmptyState {...(request.mail === null ? TYPED : FORGOTTEN)} />
      ) : (
        <PaneBody label="Testo della e-mail">
          <div className="mail">
            <p className="mail-subject">
              <Isolated>{mailSubject || 'Senza oggetto'}</Isolated>
            </p>
            {bands.map((band) => (
              <Band key={band.from} band={band} request={request} hosts={hosts} />
            ))}
            {asks && <MailFiles mail={asks.id} files={asks.attachments} onPicture={onPicture} />}
            <MailConversation request={request} hosts={hosts} onWithdraw={onWithdraw} onPicture={onPicture} />
          </div>
        </PaneBody>
      )}
    </>
  );
}
