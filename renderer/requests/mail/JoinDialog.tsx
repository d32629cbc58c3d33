import { useState } from 'react';
import { Button, Dialog, SegmentedChoice, SelectField } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { sayDay } from '#shared/kernel/day.ts';
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

/** Joins a request with another one of its e-mail (P12): first it is asked which data stay, where they differ. */
export function JoinDialog({ request, others, onJoin, onClose }: JoinDialogProps) {
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  const [taken, setTaken] = useState<ReadonlySet<JoinField>>(new Set());
  const other = others.find(({ id }) => id === chosen);
  if (!other) return null;
  const conflicts = joinConflicts(request.data, other.data);
  const take = (field: JoinField, whose: 'mine' | 'theirs') =>
    setTaken((before) => new Set([...before, field].filter((one) => one !== field || whose === 'theirs')));
  return (
    <Dialog
      title="Unisci due richieste"
      icon="merge"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button
            kind="main"
            keys="Control+Enter"
            onClick={() => onJoin(other.id, joinedData(request.data, other.data, taken))}
          >
            Unisci
          </Button>
        </>
      }
    >
      <SelectField
        label="Diventa parte di questa richiesta"
        value={chosen}
        options={others.map(({ id, index, title }) => ({ value: id, label: `${index}. ${title}` }))}
        onChange={(id) => {
          setChosen(id);
          setTaken(new Set());
        }}
      />
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
        Il testo è quello delle due, una dopo l’altra. Per dieci secondi puoi tornare indietro.
      </p>
    </Dialog>
  );
}
