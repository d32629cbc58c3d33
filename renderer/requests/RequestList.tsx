import type { RequestRow } from '#shared/requests/views.ts';
import type { Status } from '#shared/service/status.ts';
import { Button, Chip, EmptyState, ListRow } from '../ui/index.ts';
import { sayMoment, sayMomentAt } from '../ui/moments.ts';
import { flagsOf, isStranger, type RequestTab, signOf, type Viewpoint } from './requestGroups.ts';

/** A request in the list: sign, title, when it came, from whom, its flags. */
export function RequestLine({ row, view }: { readonly row: RequestRow; readonly view: Viewpoint }) {
  const { sign, label } = signOf(row, view);
  const office = row.data.office ?? (isStranger(row) ? 'Mittente sconosciuto' : '');
  return (
    <ListRow
      sign={sign}
      signLabel={label}
      title={row.title}
      when={sayMoment(row.receivedAt, view.today)}
      detail={[office, row.senderName].filter(Boolean).join(office === 'Mittente sconosciuto' ? ': ' : ', ')}
      flags={flagsOf(row, view).map(({ text, tone }) => (
        <Chip key={text} tone={tone}>
          {text}
        </Chip>
      ))}
    />
  );
}

export interface NoRequestsProps {
  readonly tab: RequestTab;
  readonly filter: string;
  readonly status: Status;
  readonly onForget: () => void;
  readonly onCheckMailbox: () => void;
}

/** A tab without requests: what was looked for or read, when, and what comes next. */
export function NoRequests({ tab, filter, status, onForget, onCheckMailbox }: NoRequestsProps) {
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
  const { checkedAt } = status.mailbox;
  return (
    <EmptyState
      title="Nessuna richiesta aperta"
      lines={[
        checkedAt ? `Casella letta ${sayMomentAt(checkedAt, status.today)}.` : 'La casella non è ancora stata letta.',
        'Le e-mail si leggono all’inizio e alla fine del servizio.',
      ]}
      actions={
        <Button icon="refresh" keys="F9" onClick={onCheckMailbox}>
          Controlla adesso
        </Button>
      }
    />
  );
}
