import { useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, Field, SelectField, VisuallyHidden } from '#renderer/ui/index.ts';
import { sayPlainDay } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { mailboxOf, type Sender } from '#shared/people/profile/senders.ts';
import { type EditorProps, type FormProps, useOpenForm } from './editor.ts';

const NOBODY: Sender = {
  address: '',
  office: null,
  name: null,
  reason: null,
  telephone: null,
  confirmed: false,
  since: null,
};

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Whether a person said that this one may ask: green with the day, or still to be verified (P13, P66). */
function Standing({ confirmed: isConfirmed, since }: Sender) {
  if (!isConfirmed)
    return (
      <Chip tone="warn" sign="warning">
        da verificare
      </Chip>
    );
  return (
    <Chip
      truth={confirmed({
        word: since === null ? 'può chiedere' : `dal ${sayPlainDay(since)}`,
        evidence: 'Una persona lo ha messo nell’elenco di chi può chiedere.',
      })}
    />
  );
}

interface PersonFormProps {
  readonly sender: Sender;
  readonly isNew: boolean;
  readonly onChange: (part: Partial<Sender>) => void;
  readonly onKeep: (confirmed: boolean) => void;
  readonly onClose: () => void;
}

function PersonForm({ sender, isNew, onChange, onKeep, onClose }: PersonFormProps) {
  const { offices } = useSession().profile;
  const known = sender.office === null || offices.includes(sender.office) ? offices : [sender.office, ...offices];
  return (
    <fieldset className="town-sender">
      <legend>{isNew ? 'Chi può chiedere' : sender.name || sender.address}</legend>
      <Field
        label="Indirizzo e-mail"
        value={sender.address}
        maxLength={254}
        onChange={(address) => onChange({ address })}
      />
      <Field
        label="Nome e cognome"
        value={sender.name ?? ''}
        maxLength={200}
        onChange={(text) => onChange({ name: orNull(text) })}
      />
      {known.length > 0 ? (
        <SelectField
          label="Ufficio"
          placeholder="Scegli"
          value={sender.office ?? ''}
          options={known.map((value) => ({ value, label: value }))}
          onChange={(text) => onChange({ office: orNull(text) })}
        />
      ) : (
        <Field
          label="Ufficio"
          value={sender.office ?? ''}
          maxLength={200}
          onChange={(text) => onChange({ office: orNull(text) })}
        />
      )}
      <Field
        label="Perché può chiedere"
        hint="Per esempio «responsabile di procedimento»."
        value={sender.reason ?? ''}
        maxLength={200}
        onChange={(text) => onChange({ reason: orNull(text) })}
      />
      <Field
        label="Telefono interno"
        source="facoltativo"
        value={sender.telephone ?? ''}
        maxLength={60}
        onChange={(text) => onChange({ telephone: orNull(text) })}
      />
      <div className="town-buttons">
        <Button onClick={onClose}>Lascia stare</Button>
        <Button onClick={() => onKeep(false)}>Metti in elenco da verificare</Button>
        <Button kind="main" keys="Control+Enter" onClick={() => onKeep(true)}>
          Può chiedere, confermato
        </Button>
      </div>
    </fieldset>
  );
}

/** Those who may ask for a notice (P13): one by one, found by any word, each confirmed by a person or still to be. */
export function SendersEditor({
  value,
  readOnly,
  onChange,
  today,
  onForm,
}: EditorProps<readonly Sender[]> & FormProps & { readonly today: Day }) {
  const [senders, setSenders] = useState<readonly Sender[]>(value);
  const [filter, setFilter] = useState('');
  const [editing, setEditing] = useState<{ readonly before: string | null; readonly sender: Sender } | null>(null);
  useOpenForm(editing !== null, onForm);
  const change = (next: readonly Sender[]) => {
    setSenders(next);
    onChange(next);
  };
  const wanted = filter.trim().toLowerCase();
  const textOf = ({ address, name, office, reason, telephone }: Sender) =>
    [address, name, office, reason, telephone]
      .filter((word) => word !== null)
      .join(' ')
      .toLowerCase();
  const shown = senders.filter((sender) => textOf(sender).includes(wanted));
  const keep = (confirmed: boolean) => {
    if (!editing) return;
    const { before, sender } = editing;
    const address = mailboxOf(sender.address);
    const others = senders.filter((one) => one.address !== before && one.address !== address);
    const since = confirmed ? (sender.confirmed ? sender.since : today) : null;
    const next = { ...sender, address, confirmed, since };
    change([...others, next].sort((one, other) => one.address.localeCompare(other.address)));
    setEditing(null);
  };
  return (
    <>
      <div className="town-add">
        <Field label="Filtra per nome, ufficio, indirizzo" icon="search" value={filter} onChange={setFilter} />
        {!readOnly && (
          <Button icon="plus" onClick={() => setEditing({ before: null, sender: NOBODY })}>
            Aggiungi chi può chiedere
          </Button>
        )}
      </div>
      {senders.length === 0 && (
        <p className="muted">Nessuno in elenco: chi scrive resta «da verificare», ma non viene fermato.</p>
      )}
      {senders.length > 0 && shown.length === 0 && <p className="muted">Nessuno con queste parole.</p>}
      <ul className="town-senders">
        {shown.map((sender) => (
          <li key={sender.address}>
            <span className="grow town-who">
              <strong>
                <bdi>{sender.name ?? sender.address}</bdi>
              </strong>
              {sender.name !== null && (
                <span className="muted small">
                  <bdi>{sender.address}</bdi>
                </span>
              )}
            </span>
            <span className="town-why small">
              {[sender.office, sender.reason ?? 'motivo da indicare', sender.telephone]
                .filter((word) => word !== null)
                .join(', ')}
            </span>
            <Standing {...sender} />
            {!readOnly && (
              <>
                <Button kind="quiet" size="small" onClick={() => setEditing({ before: sender.address, sender })}>
                  Cambia…
                  <VisuallyHidden> {sender.address}</VisuallyHidden>
                </Button>
                <Button kind="quiet" size="small" onClick={() => change(senders.filter((one) => one !== sender))}>
                  Togli
                  <VisuallyHidden> {sender.address}</VisuallyHidden>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <PersonForm
          sender={editing.sender}
          isNew={editing.before === null}
          onChange={(part) => setEditing({ ...editing, sender: { ...editing.sender, ...part } })}
          onKeep={keep}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
