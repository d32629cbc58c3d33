import { Fragment } from 'react';
import { call } from '#renderer/api.ts';
import { decisionTruth, sayDecision, sayWhy } from '#renderer/requests/decisionWords.ts';
import { TellOffice } from '#renderer/requests/letters/TellOffice.tsx';
import { BandNumber } from '#renderer/requests/mail/BandNumber.tsx';
import { MailText } from '#renderer/requests/mail/MailText.tsx';
import { sayMissing } from '#renderer/requests/missingWords.ts';

import { AllowSender } from '#renderer/requests/sender/AllowSender.tsx';

import { Chip, Isolated, PaneBody, TruthMark } from '#renderer/ui/index.ts';

import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import type { RequestDetail, Sibling } from '#shared/requests/views.ts';
import { isStranger, isUnconfirmed } from './requestGroups.ts';

export interface RequestPreviewProps {
  readonly request: RequestDetail;
  readonly mailbox: string | null;
  readonly hosts: readonly string[];
  readonly today: Day;
}

function FamilyState({ row }: { readonly row: Sibling }) {
  if (row.state === 'forwarded') return <Chip sign="queued">già inoltrata</Chip>;
  if (row.joinedInto !== undefined) return <Chip sign="info">unita a un’altra</Chip>;
  if (row.state === 'closed') return <Chip sign="cancelled">{row.closed?.outcome ?? 'chiusa'}</Chip>;
  if (row.state === 'waiting') return <Chip sign="paused">in attesa</Chip>;
  if (row.missing.length > 0)
    return (
      <Chip tone="warn" sign="warning">
        {sayMissing(row.missing)}
      </Chip>
    );
  return <Chip sign={row.inCharge ? 'sending' : 'todo'}>{row.inCharge ? 'in lavoro' : 'da prendere'}</Chip>;
}

function Family({ family }: { readonly family: readonly Sibling[] }) {
  return (
    <section className="cuts">
      <h3>L’app propone {family.length} richieste</h3>
      <ul>
        {family
          .toSorted((one, other) => one.index - other.index)
          .map((row) => (
            <li key={row.id}>
              <BandNumber index={row.index} />
              <b>
                <Isolated>{row.title}</Isolated>
              </b>
              <span className="small">
                {row.data.sendDate ? `per ${sayDay(row.data.sendDate)}` : 'data non indicata'}
              </span>
              <FamilyState row={row} />
            </li>
          ))}
      </ul>
    </section>
  );
}

function Wanted({ request, hosts }: Pick<RequestPreviewProps, 'request' | 'hosts'>) {
  const { data, missing } = request;
  return (
    <section className="wanted">
      <h3>Che cosa chiede</h3>
      <dl className="about">
        <dt>Invio</dt>
        <dd>
          {data.sendDate
            ? `${sayDay(data.sendDate)}${data.sendTime ? ` alle ${data.sendTime}` : ''}`
            : 'data non indicata'}
        </dd>
        <dt>Notizia</dt>
        <dd>
          {data.link ? (
            <MailText text={data.link} hosts={hosts} onOpen={(url) => void call('shell.openLink', { url })} />
          ) : (
            'link non indicato'
          )}
        </dd>
      </dl>
      {missing.length > 0 && (
        <Chip tone="warn" sign="warning">
          {sayMissing(missing)}
        </Chip>
      )}
    </section>
  );
}

/** Who may ask (P13): green by the list alone, on which a person put the address; nothing where nobody is known. */
function Sender({ request }: Pick<RequestPreviewProps, 'request'>) {
  if (isUnconfirmed(request)) {
    return (
      <Chip tone="warn" sign="warning">
        mittente non confermato
      </Chip>
    );
  }
  if (request.senderName === null) return null;
  if (!isStranger(request))
    return <Chip>{request.senderProved ? 'in elenco, può chiedere' : 'indirizzo in elenco'}</Chip>;
  return (
    <>
      <Chip tone="warn" sign="warning">
        da verificare
      </Chip>
      <AllowSender request={request} />
    </>
  );
}

/** The request that is selected in the list: from whom, when it is due, what it asks, and its e-mail. */
export function RequestPreview({ request, mailbox, hosts, today }: RequestPreviewProps) {
  const { day, time } = romeOf(request.receivedAt);
  const decided = request.state === 'closed' || request.state === 'forwarded';
  const files = request.mails.find(({ kind }) => kind === 'asks')?.attachments ?? [];
  return (
    <>
      <header className="preview-head">
        <div className="row">
          <h2 className="grow">
            <Isolated>{request.title}</Isolated>
          </h2>
          {!decided && (
            <Chip icon="clock" tone={request.urgent ? 'bad' : 'idle'}>
              Scade {sayMomentAt(request.due, today)}
            </Chip>
          )}
        </div>
        <dl className="about">
          <dt>Da</dt>
          <dd>
            <span>
              <Isolated>{request.senderName ?? 'mittente non noto'}</Isolated>
              {request.senderPhone !== null && (
                <>
                  , tel. <Isolated>{request.senderPhone}</Isolated>
                </>
              )}
              {request.data.office && (
                <>
                  , <Isolated>{request.data.office}</Isolated>
                </>
              )}
            </span>
            <Sender request={request} />
          </dd>
          <dt>Ricevuta</dt>
          <dd>
            {sayDayAndYear(day)} alle {time}
            {request.mail === null ? ', scritta al banco' : mailbox !== null && `, casella ${mailbox}`}
          </dd>
          {request.decision && (
            <>
              <dt>Decisione</dt>
              <dd>
                <TruthMark truth={decisionTruth(request.decision, today)} today={today} />{' '}
                {sayDecision(request.decision, today)}
                {sayWhy(request.decision) !== undefined && (
                  <>
                    . Il motivo: <Isolated>{sayWhy(request.decision)}</Isolated>
                  </>
                )}
                <TellOffice request={request} />
              </dd>
            </>
          )}
          {request.joinedTo !== undefined && (
            <>
              <dt>Unita a</dt>
              <dd>«{request.joinedTo}», arrivata prima</dd>
            </>
          )}
          {request.closed && (
            <>
              <dt>Chiusa</dt>
              <dd>
                {request.closed.outcome}: {request.closed.why}
              </dd>
            </>
          )}
        </dl>
      </header>
      <PaneBody label="Contenuto della richiesta">
        {request.siblings.length > 1 ? (
          <Family family={request.siblings} />
        ) : (
          <Wanted request={request} hosts={hosts} />
        )}
        <section>
          <h3>{request.mailText === null ? 'Testo chiesto' : 'Testo della e-mail'}</h3>
          <div className="preview-mail">
            <MailText
              text={request.mailText ?? request.asked.text}
              hosts={hosts}
              onOpen={(url) => void call('shell.openLink', { url })}
            />
          </div>
          {files.length > 0 && (
            <p className="small muted">
              {plural(files.length, 'allegato', 'allegati')}:{' '}
              {files.map(({ id, name }, position) => (
                <Fragment key={id}>
                  {position > 0 && ', '}
                  <Isolated>{name}</Isolated>
                </Fragment>
              ))}
            </p>
          )}
        </section>
      </PaneBody>
    </>
  );
}
