import type { RefObject } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { CheckMailbox } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { sayMailbox } from '#renderer/requests/mail/mailboxWords.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, EmptyState, ListBox, ListRow, Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { sayMoment } from '#renderer/ui/moments.ts';
import type { OtherMail } from '#shared/requests/otherMail.ts';
import type { UnreadMail } from '#shared/requests/unread.ts';
import { type OtherMailAnswer, type OtherRow, reasonChip, reasonSign } from './otherMails.ts';
import { chipOf, otherSignOf, titleOf } from './otherMailWords.ts';

/** One that was read and is no request. */
function NoRequestLine({ mail }: { readonly mail: OtherMail }) {
  const { today } = useSession();
  const { sign, label } = reasonSign(mail);
  const chip = reasonChip(mail);
  return (
    <ListRow
      sign={sign}
      signLabel={label}
      title={mail.subject || 'Senza oggetto'}
      when={sayMoment(mail.placed?.at ?? mail.receivedAt, today)}
      detail={mail.from ?? 'Mittente non noto'}
      flags={<Chip tone={chip.tone}>{chip.text}</Chip>}
    />
  );
}

function OtherMailLine({ mail }: { readonly mail: UnreadMail }) {
  const { today } = useSession();
  const { sign, label } = otherSignOf(mail);
  const chip = chipOf(mail);
  return (
    <ListRow
      sign={sign}
      signLabel={label}
      title={titleOf(mail)}
      when={sayMoment(mail.away?.at ?? mail.since, today)}
      detail={mail.from ?? (mail.subject === null ? 'Mittente non noto' : mail.name)}
      flags={<Chip tone={chip.tone}>{chip.text}</Chip>}
    />
  );
}

export interface OtherMailListProps {
  readonly mails: OtherMailAnswer;
  readonly filter: string;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  /** Does the first thing that can be done with a row. */
  readonly onOpen: (row: OtherRow) => void;
  readonly onForget: () => void;
  readonly onCheckMailbox: () => void;
  readonly list: RefObject<HTMLDivElement | null>;
}

function NoOtherMails({ filter, onForget, onCheckMailbox }: OtherMailListProps) {
  const session = useSession();
  const mailbox = useAnswer('service.status', {}).value?.mailbox;
  if (filter.trim() !== '') {
    return (
      <EmptyState
        title="Nessuna e-mail con queste parole"
        lines={[`Ho cercato «${filter.trim()}» in oggetto, mittente e nome del file.`]}
        actions={<Button onClick={onForget}>Togli il filtro</Button>}
      />
    );
  }
  return (
    <EmptyState
      title="Nessuna e-mail da guardare"
      lines={[
        ...(mailbox ? [`${sayMailbox(mailbox, session)}.`] : []),
        'Qui resta ogni e-mail che non è una richiesta o che l’app non è riuscita a leggere, finché qualcuno decide.',
      ]}
      actions={<CheckMailbox source={mailbox?.source} onCheck={onCheckMailbox} />}
    />
  );
}

/** The list of *Altre e-mail*: those to be looked at, those not read, those put aside by the app and by people. */
export function OtherMailList(props: OtherMailListProps) {
  const { mails, selected, onSelect, onOpen, list } = props;
  const { groups, hidden, week, loading, problem } = mails;
  if (loading) return <Loading label="Leggo le altre e-mail" rows={8} />;
  if (problem) return <ProblemBanner {...problemOf(problem)} place="below" />;
  if (groups.length === 0) return <NoOtherMails {...props} />;
  const rows = groups.flatMap((group) => group.rows);
  return (
    <>
      <ListBox
        ref={list}
        label="Altre e-mail"
        groups={groups.map(({ id, title, rows: own }) => ({
          id,
          title,
          options: own.map((row) => ({
            id: row.key,
            content: row.mail ? <NoRequestLine mail={row.mail} /> : <OtherMailLine mail={row.unread} />,
          })),
        }))}
        selected={selected}
        onSelect={onSelect}
        onOpen={(key) => {
          const row = rows.find((one) => one.key === key);
          if (row) onOpen(row);
        }}
      />
      {hidden > 0 && (
        <p className="small muted other-more">
          Altre {hidden} vengono dopo queste: si vedono quando queste sono decise.
        </p>
      )}
      {week && week.read > 0 && (
        <p className="small muted other-more">
          Nessuna e-mail letta sparisce: in 7 giorni {week.read} lette, {week.inRequests} con richieste, {week.here}{' '}
          qui.
        </p>
      )}
    </>
  );
}
