import { useState } from 'react';
import { Button, DayField, Field, SelectField, VisuallyHidden } from '#renderer/ui/index.ts';
import { type Day, sayDayAndYear } from '#shared/kernel/day.ts';
import {
  ELECTION_KINDS,
  type ElectionKind,
  type ElectionPeriod,
  electionPeriodSchema,
  lastDayOf,
  sayElectionKind,
} from '#shared/people/profile/elections.ts';
import { type EditorProps, type FormProps, useOpenForm } from './editor.ts';

/** What is typed of a period; empty days are not there yet. */
type Typed = Omit<ElectionPeriod, 'runOff'> & { readonly runOff: Day };
const NOTHING: Typed = { kind: 'comunali', from: '', to: '', runOff: '', source: '' };

const typedOf = (period: ElectionPeriod): Typed => ({ ...period, runOff: period.runOff ?? '' });

const wordsOf = (period: ElectionPeriod): string =>
  `da ${sayDayAndYear(period.from)} a ${sayDayAndYear(lastDayOf(period))}${period.runOff === null ? '' : ', ballottaggio compreso'}. ${period.source}`;

/** What does not fit of a period, field by field. */
function faultsOf({ from, to, runOff, source }: Typed) {
  return {
    from: from === '' ? 'Scrivi il giorno in cui il voto è stato convocato.' : undefined,
    to:
      to === ''
        ? 'Scrivi l’ultimo giorno di voto.'
        : to < from
          ? 'Viene prima del primo giorno: correggilo.'
          : undefined,
    runOff:
      runOff !== '' && runOff <= to ? 'Il ballottaggio viene dopo il voto: correggilo, o lascia vuoto.' : undefined,
    source: source.trim() === '' ? 'Scrivi da dove vengono le date, per esempio «decreto del 9 ottobre».' : undefined,
  };
}

/** The election periods, one by one, those that are over too (P39). */
export function ElectionsEditor({
  value,
  readOnly,
  onChange,
  today,
  onForm,
}: EditorProps<readonly ElectionPeriod[]> & FormProps & { readonly today: Day }) {
  const [periods, setPeriods] = useState(value);
  const [editing, setEditing] = useState<{ readonly before: ElectionPeriod | null; readonly typed: Typed } | null>(
    null,
  );
  useOpenForm(editing !== null, onForm);
  const [asked, setAsked] = useState(false);
  const change = (next: readonly ElectionPeriod[]) => {
    setPeriods(next);
    onChange(next);
  };
  const begin = (before: ElectionPeriod | null) => {
    setAsked(false);
    setEditing({ before, typed: before ? typedOf(before) : NOTHING });
  };
  const edit = (part: Partial<Typed>) => setEditing((now) => now && { ...now, typed: { ...now.typed, ...part } });
  const keep = () => {
    setAsked(true);
    if (!editing) return;
    const { before, typed } = editing;
    const parsed = electionPeriodSchema.safeParse({ ...typed, runOff: typed.runOff === '' ? null : typed.runOff });
    if (!parsed.success) return;
    const others = periods.filter((one) => one !== before);
    change([...others, parsed.data].sort((one, other) => (one.from < other.from ? -1 : 1)));
    setEditing(null);
  };
  const faults = editing && asked ? faultsOf(editing.typed) : undefined;
  return (
    <>
      {periods.length === 0 && (
        <p className="muted">Nessun periodo scritto: agli avvisi non si chiede niente in più.</p>
      )}
      <ul className="town-senders">
        {periods.map((period) => (
          <li key={`${period.kind} ${period.from}`}>
            <span className="grow">
              <b>{sayElectionKind(period.kind)}</b>{' '}
              <span className="muted small">
                {wordsOf(period)}
                {lastDayOf(period) < today && ' (passato)'}
              </span>
            </span>
            {!readOnly && (
              <>
                <Button kind="quiet" size="small" onClick={() => begin(period)}>
                  Cambia…
                  <VisuallyHidden> {sayElectionKind(period.kind)}</VisuallyHidden>
                </Button>
                <Button kind="quiet" size="small" onClick={() => change(periods.filter((one) => one !== period))}>
                  Togli
                  <VisuallyHidden> {sayElectionKind(period.kind)}</VisuallyHidden>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && !editing && (
        <div className="town-add">
          <Button icon="plus" onClick={() => begin(null)}>
            Aggiungi un periodo
          </Button>
        </div>
      )}
      {editing && (
        <fieldset className="town-sender">
          <legend>{editing.before === null ? 'Un periodo in più' : 'Cambia il periodo'}</legend>
          <SelectField
            label="Che cosa si vota"
            value={editing.typed.kind}
            options={ELECTION_KINDS.map((kind) => ({ value: kind, label: sayElectionKind(kind) }))}
            onChange={(kind) => edit({ kind: kind as ElectionKind })}
          />
          <DayField
            label="Primo giorno"
            hint="La convocazione dei comizi."
            today={today}
            value={editing.typed.from}
            onChange={(from) => edit({ from })}
            error={faults?.from}
          />
          <DayField
            label="Ultimo giorno di voto"
            today={today}
            value={editing.typed.to}
            onChange={(to) => edit({ to })}
            error={faults?.to}
          />
          <DayField
            label="Ultimo giorno del ballottaggio, se previsto"
            today={today}
            value={editing.typed.runOff}
            onChange={(runOff) => edit({ runOff })}
            error={faults?.runOff}
          />
          <Field
            label="Da dove vengono le date"
            value={editing.typed.source}
            maxLength={300}
            onChange={(source) => edit({ source })}
            error={faults?.source}
          />
          <div className="town-buttons">
            <Button onClick={() => setEditing(null)}>Lascia stare</Button>
            <Button kind="main" keys="Control+Enter" onClick={keep}>
              Metti in elenco
            </Button>
          </div>
        </fieldset>
      )}
    </>
  );
}
