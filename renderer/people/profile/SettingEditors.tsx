import { useState } from 'react';
import { CheckField, Field, SegmentedChoice } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { REASONS } from '#shared/people/profile/reasons.ts';
import type { EditorProps } from './editor.ts';

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;

/** One whole number; empty is «not known» where the profile allows it. */
export function NumberEditor({
  value,
  readOnly,
  onChange,
  label,
  hint,
  isOptional = false,
}: EditorProps<number | null> & {
  readonly label: string;
  readonly hint: string | undefined;
  readonly isOptional?: boolean;
}) {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  return (
    <Field
      label={label}
      hint={hint}
      value={typed}
      inputMode="numeric"
      readOnly={readOnly}
      onChange={(text) => {
        setTyped(text);
        onChange(isOptional && text.trim() === '' ? null : wholeNumber(text));
      }}
    />
  );
}

/** Several whole numbers that belong together, each with its label. */
export function NumbersEditor<Name extends string>({
  value,
  readOnly,
  onChange,
  labels,
}: EditorProps<Readonly<Record<Name, number>>> & { readonly labels: Readonly<Record<Name, string>> }) {
  const names = Object.keys(labels) as Name[];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(names.map((name) => [name, String(value[name])])),
  );
  return (
    <>
      {names.map((name) => (
        <Field
          key={name}
          label={labels[name]}
          value={typed[name] ?? ''}
          inputMode="numeric"
          readOnly={readOnly}
          onChange={(text) => {
            const next = { ...typed, [name]: text };
            setTyped(next);
            const read = names.map((one) => [one, wholeNumber(next[one] ?? '')] as const);
            onChange(read.some(([, number]) => number === undefined) ? undefined : Object.fromEntries(read));
          }}
        />
      ))}
    </>
  );
}

/** Days for the report and how they are counted (P53). */
export function DeadlineEditor({ value, readOnly, onChange }: EditorProps<Profile['reportDeadline']>) {
  const [days, setDays] = useState(String(value.days));
  const [counting, setCounting] = useState(value.counting);
  return (
    <fieldset className="town-plain" disabled={readOnly}>
      <legend className="visually-hidden">Termine per la relazione</legend>
      <Field
        label="Giorni dall’assegnazione"
        value={days}
        inputMode="numeric"
        onChange={(text) => {
          setDays(text);
          onChange({ days: wholeNumber(text), counting });
        }}
      />
      <SegmentedChoice
        legend="Si contano"
        size="normal"
        options={[
          { value: 'calendar', label: 'giorni di calendario' },
          { value: 'working', label: 'giorni di servizio' },
        ]}
        value={counting}
        onChange={(next) => {
          setCounting(next);
          onChange({ days: wholeNumber(days), counting: next });
        }}
      />
    </fieldset>
  );
}

/** Whether one person may write and approve the same text (P30). */
export function OnePersonEditor({ value, readOnly, onChange }: EditorProps<boolean>) {
  const [forbidden, setForbidden] = useState(value);
  return (
    <fieldset className="town-plain" disabled={readOnly}>
      <SegmentedChoice
        legend="Chi scrive il testo può anche approvarlo"
        size="normal"
        options={[
          { value: 'allowed', label: 'permesso, e resta scritto' },
          { value: 'forbidden', label: 'vietato' },
        ]}
        value={forbidden ? 'forbidden' : 'allowed'}
        onChange={(next) => {
          setForbidden(next === 'forbidden');
          onChange(next === 'forbidden');
        }}
      />
    </fieldset>
  );
}

/** What is copied for the group before the citizen's text (P31). */
export function GroupTextEditor({ value, readOnly, onChange }: EditorProps<Profile['groupText']>) {
  const [form, setForm] = useState(value);
  const change = (part: Partial<Profile['groupText']>) => {
    const next = { ...form, ...part };
    setForm(next);
    onChange(next);
  };
  return (
    <fieldset className="town-plain" disabled={readOnly}>
      <legend>Prima del testo per i cittadini si copiano</legend>
      <CheckField label="Giorno e ora chiesti" checked={form.day} onChange={(day) => change({ day })} />
      <CheckField label="Ufficio che chiede" checked={form.office} onChange={(office) => change({ office })} />
    </fieldset>
  );
}

/** The reasons that are offered (P16). */
export function ReasonsEditor({ value, readOnly, onChange }: EditorProps<Profile['reasons']>) {
  const [chosen, setChosen] = useState<Profile['reasons']>(value);
  return (
    <fieldset className="town-plain" disabled={readOnly}>
      <legend>Motivi che si possono scegliere</legend>
      {REASONS.map((reason) => (
        <CheckField
          key={reason}
          label={capitalised(reason)}
          checked={chosen.includes(reason)}
          onChange={(now) => {
            const next = REASONS.filter((one) => (one === reason ? now : chosen.includes(one)));
            setChosen(next);
            onChange(next.length === 0 ? undefined : next);
          }}
        />
      ))}
    </fieldset>
  );
}
