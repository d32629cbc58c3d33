import { call } from '#renderer/api.ts';
import { EmptyState, Isolated, PaneBody, PaneHeader } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { BandNumber } from './BandNumber.tsx';
import { JoinedRequests } from './JoinedRequests.tsx';
import { MailConversation } from './MailConversation.tsx';
import { MailFiles } from './MailFiles.tsx';
import { MailText } from './MailText.tsx';
import { MailTools, type MailToolsProps } from './MailTools.tsx';
import { bandState, type MailBand, mailBands } from './mailBands.ts';
import type { MailPicture } from './mailPictures.ts';

export interface MailPaneProps extends MailToolsProps {
  readonly hosts: readonly string[];
  readonly today: string;
  readonly readOnly: boolean;
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
  const { request, family, hosts, today, readOnly, onOpen, onWithdraw, onPicture } = props;
  const { mailText, mailSubject, receivedAt } = request;
  const bands = mailText === null ? [] : mailBands(mailText, request.of > 1 ? family : []);
  const asks = request.mails.find(({ id }) => id === request.mail);
  return (
    <>
      {readOnly ? <PaneHeader title="E-mail" note={sayMomentAt(receivedAt, today)} /> : <MailTools {...props} />}
      {mailText === null ? (
        <>
          <EmptyState {...(request.mail === null ? TYPED : FORGOTTEN)} />
          <JoinedRequests request={request} readOnly={readOnly} onOpen={onOpen} />
          <MailConversation request={request} hosts={hosts} onWithdraw={onWithdraw} />
        </>
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
            <JoinedRequests request={request} readOnly={readOnly} onOpen={onOpen} />
            <MailConversation request={request} hosts={hosts} onWithdraw={onWithdraw} onPicture={onPicture} />
          </div>
        </PaneBody>
      )}
    </>
  );
}
