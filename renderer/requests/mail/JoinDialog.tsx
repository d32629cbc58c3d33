import { useRef, useState } from 'react';
import { useKeptAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, Field, ListBox, ListRow, Loading, SegmentedChoice } from '#renderer/ui/index.ts';
import { capitalised, sayMoment } from '#renderer/ui/moments.ts';
import { TYPING_MILLISECONDS, useSettled } from '#renderer/ui/useSettled.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { excerpt } from '#shared/kernel/text.ts';
import type { RequestData, RequestDataChange } from '#shared/requests/facts.ts';
import { type JoinField, joinConflicts, joinedData } from '#shared/requests/joining.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import type { BandRequest } from './mailBands.ts';

export interface JoinDialogProps {
  readonly request: RequestDetail;
  /** The other requests of its e-mail that may become part of it. */
  readonly others: readonly BandRequest[];
  /** With the data that stay. */
  readonly onJoin: (id: string, data: RequestDataChange) => void;
  readonly onClose: () => void;
}

const LABELS: Readonly<Record<JoinField, string>> = {
  when: 'Data richiesta',
  link: 'Notizia sul sito',
  office: 'Ufficio',
  category: 'Categoria',
  reason: 'Motivo',
};
/** So much of a link is shown: its end says which page it is. */
const LINK_LENGTH = 40;

function sayField(field: JoinField, data: RequestData): string {
  if (field === 'when') {
    const day = data.sendDate === null ? '' : capitalised(sayDay(data.sendDate));
    return data.sendTime === null ? day : `${day}, ${data.sendTime}`;
  }
  const value = data[field] ?? '';
  if (field !== 'link') return capitalised(value);
  return value.length <= LINK_LENGTH ? value : `…${value.slice(-LINK_LENGTH)}`;
}

/** A request that may be joined: what is asked and shown of it. */
type Candidate = Pick<BandRequest, 'id' | 'title' | 'data'> & { readonly receivedAt: string; readonly note: string };

/** So many open requests of other e-mails are offered. */
const MOST = 30;

/** The requests of the same e-mail, then the other open ones that hold the words looked for. */
function useCandidates({ request, others }: Pick<JoinDialogProps, 'request' | 'others'>, filter: string) {
  const { today } = useSession();
  const text = useSettled(filter, TYPING_MILLISECONDS);
  const open = useKeptAnswer('requests.list', { text, limit: MOST });
  const family = new Set(request.siblings.map(({ id }) => id));
  const near = others.map(({ id, index, title, data }): Candidate => {
    return { id, title: `${index}. ${title}`, data, receivedAt: request.receivedAt, note: 'stessa e-mail' };
  });
  const far = (open.value?.rows ?? [])
    .filter(({ id, state }) => id !== request.id && !family.has(id) && state !== 'forwarded')
    .map(({ id, title, data, receivedAt, senderName }): Candidate => {
      const who = [data.office, senderName].filter(Boolean).join(', ');
      return { id, title, data, receivedAt, note: `${who || 'Senza mittente'}, ${sayMoment(receivedAt, today)}` };
    });
  return { near, far, isLoading: !open.value && !open.problem };
}

/** Which of the two goes on, and what becomes of the words of the other. */
function sayWhatStays(request: RequestDetail, other: Candidate, isNear: boolean): string {
  if (isNear) return 'Il testo è quello delle due, una dopo l’altra.';
  const kept = other.receivedAt < request.receivedAt ? other.title : request.title;
  return `Continua quella arrivata prima, «${excerpt(kept, 50)}», con il suo testo se ne ha uno: le due e-mail si leggono insieme, e chi ha chiesto resta scritto.`;
}

/** Joins a request with another one, of its e-mail or of another (P12): first it is asked which data stay, where they differ. */
export function JoinDialog({ request, others, onJoin, onClose }: JoinDialogProps) {
  const [filter, setFilter] = useState('');
  const { near, far, isLoading } = useCandidates({ request, others }, filter);
  const all = [...near, ...far];
  const [chosen, setChosen] = useState<string | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<JoinField>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const other = all.find(({ id }) => id === chosen) ?? all[0];
  const conflicts = other ? joinConflicts(request.data, other.data) : [];
  const join = () => (other ? onJoin(other.id, joinedData(request.data, other.data, taken)) : list.current?.focus());
  const take = (field: JoinField, whose: 'mine' | 'theirs') =>
    setTaken((before) => new Set([...before, field].filter((one) => one !== field || whose === 'theirs')));
  const group = (id: string, title: string, own: readonly Candidate[]) =>
    own.length === 0
      ? []
      : [
          {
            id,
            title,
            options: own.map((one) => ({ id: one.id, content: <ListRow title={one.title} detail={one.note} /> })),
          },
        ];
  return (
    <Dialog
      title="Unisci due richieste"
      icon="merge"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={join}>
            Unisci
          </Button>
        </>
      }
    >
      <Field
        label="Cerca fra le richieste aperte"
        type="search"
        icon="search"
        value={filter}
        onChange={setFilter}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          list.current?.focus();
        }}
      />
      {isLoading && <Loading label="Leggo le richieste" rows={2} />}
      {!isLoading && all.length === 0 && <p className="muted">Nessun’altra richiesta aperta con queste parole.</p>}
      {all.length > 0 && (
        <ListBox
          ref={list}
          label="Da unire a questa"
          groups={[...group('near', 'Della stessa e-mail', near), ...group('far', 'Di altre e-mail', far)]}
          selected={other?.id ?? null}
          onSelect={(id) => {
            setChosen(id);
            setTaken(new Set());
          }}
          onOpen={join}
        />
      )}
      {other && (
        <>
          <p>
            {conflicts.length === 0
              ? 'I dati delle due richieste stanno insieme: quello che manca a una lo dice l’altra.'
              : 'Le due richieste dicono cose diverse: scegli che cosa resta.'}
          </p>
          {conflicts.map((field) => (
            <SegmentedChoice
              key={field}
              legend={LABELS[field]}
              size="normal"
              options={[
                { value: 'mine', label: sayField(field, request.data) },
                { value: 'theirs', label: sayField(field, other.data) },
              ]}
              value={taken.has(field) ? 'theirs' : 'mine'}
              onChange={(whose) => take(field, whose)}
            />
          ))}
          <p className="small muted">
            {sayWhatStays(request, other, near.includes(other))} Per dieci secondi puoi tornare indietro.
          </p>
        </>
      )}
    </Dialog>
  );
}
