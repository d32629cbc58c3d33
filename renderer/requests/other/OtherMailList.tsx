import type { RefObject } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { CheckMailbox } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { sayMailbox } from '#renderer/requests/mail/mailboxWords.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, EmptyState, ListBox, ListRow, Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { sayMoment } from '#renderer/ui/moments.ts';
import type { UnreadMail } from '#shared/requests/unread.ts';
import { chipOf, matchesFilter, otherSignOf, titleOf } from './otherMailWords.ts';

/** The e-mails that could not be read, as the filter leaves them. */
export interface OtherMails {
  readonly waiting: readonly UnreadMail[];
  readonly away: readonly UnreadMail[];
  /** How many wait, whatever the filter. */
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly problem: ReturnType<typeof useAnswer>['problem'];
}

/** The e-mails that could not be read (P10), by what stands in the filter. */
export function useOtherMails(filter: string): OtherMails {
  const { value, loading, problem } = useAnswer('requests.unread', {});
  const own = (mails: readonly UnreadMail[] = []) => mails.filter((mail) => matchesFilter(mail, filter));
  return { waiting: own(value?.waiting), away: own(value?.away), total: value?.total, loading, problem };
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
  readonly mails: OtherMails;
  readonly filter: string;
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  readonly onReadAgain: (id: number) => void;
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
        'Qui resta ogni e-mail che l’app non è riuscita a leggere, finché la legge o qualcuno dice che non serve.',
      ]}
      actions={<CheckMailbox source={mailbox?.source} onCheck={onCheckMailbox} />}
    />
  );
}

/** The list of *Altre e-mail*: those not read, then those put away by a person. */
export function OtherMailList(props: OtherMailListProps) {
  const { mails, selected, onSelect, onReadAgain, list } = props;
  const { waiting, away, total = 0, loading, problem } = mails;
  if (loading) return <Loading label="Leggo le altre e-mail" rows={8} />;
  if (problem) return <ProblemBanner {...problemOf(problem)} place="below" />;
  if (waiting.length + away.length === 0) return <NoOtherMails {...props} />;
  const group = (id: string, title: string, own: readonly UnreadMail[]) =>
    own.length === 0
      ? []
      : [
          {
            id,
            title,
            options: own.map((mail) => ({ id: String(mail.id), content: <OtherMailLine mail={mail} /> })),
          },
        ];
  const hidden = props.filter.trim() === '' ? total - waiting.length : 0;
  return (
    <>
      <ListBox
        ref={list}
        label="Altre e-mail"
        groups={[...group('waiting', 'Non lette', waiting), ...group('away', 'Decise da una persona', away)]}
        selected={selected === null ? null : String(selected)}
        onSelect={(id) => onSelect(Number(id))}
        onOpen={(id) => waiting.some((mail) => String(mail.id) === id) && onReadAgain(Number(id))}
      />
      {hidden > 0 && (
        <p className="small muted other-more">
          Altre {hidden} vengono dopo queste: si vedono quando queste sono lette o messe da parte.
        </p>
      )}
    </>
  );
}
