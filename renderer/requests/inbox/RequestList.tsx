import { memo } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { CheckMailbox } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { sayMailbox } from '#renderer/requests/mail/mailboxWords.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, EmptyState, ListRow } from '#renderer/ui/index.ts';
import { sayMoment } from '#renderer/ui/moments.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import { flagsOf, isStranger, type RequestTab, type RowViewpoint, signOf } from './requestGroups.ts';

export interface RequestLineProps {
  readonly row: RequestRow;
  readonly view: RowViewpoint;
}

/** A request in the list: sign, title, when it came, from whom, its flags. Drawn again only when one of them changed. */
export const RequestLine = memo(function RequestLine({ row, view }: RequestLineProps) {
  const { sign, label } = signOf(row, view);
  const office = row.data.office ?? (isStranger(row) ? 'Mittente sconosciuto' : '');
  return (
    <ListRow
      sign={sign}
      signLabel={label}
      title={row.title}
      when={sayMoment(row.receivedAt, view.today)}
      detail={[office, row.senderName].filter(Boolean).join(office === 'Mittente sconosciuto' ? ': ' : ', ')}
      flags={flagsOf(row, view).map(({ text, tone, evidence, truth }) =>
        truth ? (
          <Chip key={text} truth={truth} evidence={evidence} />
        ) : (
          <Chip key={text} tone={tone} evidence={evidence}>
            {text}
          </Chip>
        ),
      )}
    />
  );
});

export interface NoRequestsProps {
  readonly tab: RequestTab;
  readonly filter: string;
  readonly onForget: () => void;
  readonly onCheckMailbox: () => void;
}

/** A tab without requests: what was looked for or read, when, and what comes next. */
export function NoRequests({ tab, filter, onForget, onCheckMailbox }: NoRequestsProps) {
  const session = useSession();
  const mailbox = useAnswer('service.status', {}).value?.mailbox;
  if (filter.trim() !== '') {
    return (
      <EmptyState
        title="Nessuna richiesta con queste parole"
        lines={[`Ho cercato «${filter.trim()}» in testo, ufficio, mittente e link.`]}
        actions={<Button onClick={onForget}>Togli il filtro</Button>}
      />
    );
  }
  if (tab === 'waiting') {
    return (
      <EmptyState
        title="Nessuna richiesta in attesa"
        lines={['Qui stanno i testi inoltrati, fino alla decisione del capo settore.']}
      />
    );
  }
  if (tab === 'decided') {
    return (
      <EmptyState
        title="Nessuna richiesta decisa"
        lines={['Qui restano le richieste approvate e quelle chiuse senza avviso.']}
      />
    );
  }
  return (
    <EmptyState
      title="Nessuna richiesta aperta"
      lines={[
        ...(mailbox ? [`${sayMailbox(mailbox, session)}.`] : []),
        'Le e-mail si leggono all’inizio e alla fine del servizio.',
      ]}
      actions={<CheckMailbox source={mailbox?.source} onCheck={onCheckMailbox} />}
    />
  );
}
