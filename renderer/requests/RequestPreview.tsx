import type { Day } from '#shared/kernel/day.ts';
import { sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import type { RequestDetail, RequestRow } from '#shared/requests/views.ts';
import { call } from '../api.ts';
import { BandNumber } from '../ui/BandNumber.tsx';
import { Chip, PaneBody } from '../ui/index.ts';
import { MailText } from '../ui/MailText.tsx';
import { sayMissing } from '../ui/missing-words.ts';
import { sayMomentAt } from '../ui/moments.ts';
import { isStranger } from './requestGroups.ts';

export interface RequestPreviewProps {
  readonly request: RequestDetail;
  /** Every request of the same e-mail, as the list has them. */
  readonly family: readonly RequestRow[];
  readonly mailbox: string;
  readonly hosts: readonly string[];
  readonly today: Day;
}

function FamilyState({ row }: { readonly row: RequestRow }) {
  if (row.state === 'forwarded')
    return (
      <Chip tone="ok" sign="done">
        già inoltrata
      </Chip>
    );
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

function Family({ family }: Pick<RequestPreviewProps, 'family'>) {
  return (
    <section className="cuts">
      <h3>L’app propone {family.length} richieste</h3>
      <ul>
        {family
          .toSorted((one, other) => one.index - other.index)
          .map((row) => (
            <li key={row.id}>
              <BandNumber index={row.index} />
              <b>{row.title}</b>
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

/** The request that is selected in the list: from whom, when it is due, what it asks, and its e-mail. */
export function RequestPreview({ request, family, mailbox, hosts, today }: RequestPreviewProps) {
  const { day, time } = romeOf(request.receivedAt);
  const decided = request.state === 'closed' || request.state === 'forwarded';
  const stranger = isStranger(request);
  const files = request.mails.find(({ kind }) => kind === 'asks')?.attachments ?? [];
  return (
    <>
      <header className="preview-head">
        <div className="row">
          <h2 className="grow">{request.title}</h2>
          {!decided && (
            <Chip icon="clock" tone={request.urgent ? 'bad' : 'idle'}>
              Scade {sayMomentAt(request.due, today)}
            </Chip>
          )}
        </div>
        <dl className="about">
          <dt>Da</dt>
          <dd>
            {request.senderName ?? 'mittente non noto'}
            {request.data.office && `, ${request.data.office}`}
            {stranger ? (
              <Chip tone="warn" sign="warning">
                da verificare
              </Chip>
            ) : (
              <Chip tone="ok" sign="done">
                può chiedere
              </Chip>
            )}
          </dd>
          <dt>Ricevuta</dt>
          <dd>
            {sayDayAndYear(day)} alle {time}, casella {mailbox}
          </dd>
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
        {family.length > 1 ? <Family family={family} /> : <Wanted request={request} hosts={hosts} />}
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
              {plural(files.length, 'allegato', 'allegati')}: {files.map(({ name }) => name).join(', ')}
            </p>
          )}
        </section>
      </PaneBody>
    </>
  );
}
