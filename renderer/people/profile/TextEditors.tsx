import { useState } from 'react';
import { Field, SelectField, TextArea } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { ROUTES } from '#shared/people/profile/routes.ts';
import type { EditorProps } from './editor.ts';

interface Labelled {
  readonly label: string;
  readonly hint: string | undefined;
}

/** One line; empty is «not known» where the profile allows it. */
export function LineEditor({
  value,
  readOnly,
  onChange,
  label,
  hint,
  isOptional,
}: EditorProps<string | null> & Labelled & { readonly isOptional: boolean }) {
  const [typed, setTyped] = useState(value ?? '');
  return (
    <Field
      label={label}
      hint={hint}
      value={typed}
      readOnly={readOnly}
      maxLength={1_000}
      onChange={(text) => {
        setTyped(text);
        onChange(isOptional && text.trim() === '' ? null : text);
      }}
    />
  );
}

/** One thing a line. */
export function LinesEditor({ value, readOnly, onChange, label, hint }: EditorProps<readonly string[]> & Labelled) {
  const [typed, setTyped] = useState(value.join('\n'));
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={8}
      value={typed}
      readOnly={readOnly}
      onChange={(text) => {
        setTyped(text);
        const lines = text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
        onChange([...new Set(lines)]);
      }}
    />
  );
}

/** The way of a notice when nobody chooses another (P31). */
export function RouteEditor({ value, readOnly, onChange, label, hint }: EditorProps<string> & Labelled) {
  const [chosen, setChosen] = useState(value);
  return (
    <SelectField
      label={label}
      hint={hint}
      value={chosen}
      disabled={readOnly}
      options={ROUTES.map((route) => ({ value: route, label: capitalised(route) }))}
      onChange={(route) => {
        setChosen(route);
        onChange(route);
      }}
    />
  );
}

/** Name and address of the contractor. */
export function ContractorEditor({ value, readOnly, onChange }: EditorProps<Profile['contractor']>) {
  const [name, setName] = useState(value.name);
  const [address, setAddress] = useState(value.address ?? '');
  const change = (next: { readonly name: string; readonly address: string }) =>
    onChange({ name: next.name.trim(), address: next.address.trim() === '' ? null : next.address.trim() });
  return (
    <>
      <Field
        label="Nome della ditta"
        value={name}
        readOnly={readOnly}
        maxLength={300}
        onChange={(text) => {
          setName(text);
          change({ name: text, address });
        }}
      />
      <Field
        label="Indirizzo e-mail"
        value={address}
        readOnly={readOnly}
        maxLength={254}
        onChange={(text) => {
          setAddress(text);
          change({ name, address: text });
        }}
      />
    </>
  );
}

/** A text of several lines; empty is «not known». */
export function TextEditor({ value, readOnly, onChange, label, hint }: EditorProps<string | null> & Labelled) {
  const [typed, setTyped] = useState(value ?? '');
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={8}
      value={typed}
      readOnly={readOnly}
      maxLength={4_000}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? null : text);
      }}
    />
  );
}
