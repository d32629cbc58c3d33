import type { RequestDetail } from '#shared/requests/views.ts';
import { call } from '../api.ts';
import { BandNumber } from '../ui/BandNumber.tsx';
import { EmptyState, PaneBody, PaneHeader } from '../ui/index.ts';
import { MailText } from '../ui/MailText.tsx';
import { sayMomentAt } from '../ui/moments.ts';
import { type BandRequest, bandState, type MailBand, mailBands } from './mailBands.ts';

export interface MailPaneProps {
  readonly request: RequestDetail;
  /** Every request of the same e-mail, this one too. */
  readonly family: readonly BandRequest[];
  readonly hosts: readonly string[];
  readonly today: string;
}

function Band({ band, request, hosts }: { readonly band: MailBand } & Pick<MailPaneProps, 'request' | 'hosts'>) {
  const text = (
    <MailText
      text={band.text}
      hosts={hosts}
      marked={band.request?.id === request.id ? request.data.link : null}
      onOpen={(url) => void call('shell.openLink', { url })}
    />
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

/** The e-mail as the office wrote it; with several requests, each has its coloured and numbered band (P12). */
export function MailPane({ request, family, hosts, today }: MailPaneProps) {
  const { mailText, mailSubject, receivedAt } = request;
  const several = request.of > 1;
  const bands = mailText === null ? [] : mailBands(mailText, several ? family : []);
  return (
    <>
      <PaneHeader title="E-mail" note={sayMomentAt(receivedAt, today)} />
      {mailText === null ? (
        <EmptyState
          title="La e-mail non è su questo computer"
          lines={['Il testo chiesto resta nella richiesta: aprilo con «Chiesto».']}
        />
      ) : (
        <PaneBody label="Testo della e-mail">
          <div className="mail">
            <p className="mail-subject">{mailSubject || 'Senza oggetto'}</p>
            {bands.map((band, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text are told apart by their place only
              <Band key={position} band={band} request={request} hosts={hosts} />
            ))}
          </div>
        </PaneBody>
      )}
    </>
  );
}
