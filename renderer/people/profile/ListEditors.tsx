import { useState } from 'react';
import { Button, Field, TextArea, VisuallyHidden } from '#renderer/ui/index.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { EditorProps } from './editor.ts';

type Model = Profile['emergencyModels'][number];

/** The texts to start an emergency from (P34). */
export function ModelsEditor({ value, readOnly, onChange }: EditorProps<readonly Model[]>) {
  const [models, setModels] = useState(value);
  const change = (next: readonly Model[]) => {
    setModels(next);
    onChange(next);
  };
  const isTwice = (name: string) => models.filter((one) => one.name.trim() === name.trim()).length > 1;
  return (
    <>
      {models.length === 0 && <p className="muted">Nessuno: un’emergenza comincia da un testo vuoto.</p>}
      {models.map((model, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a model is known by its place while its name is typed
        <fieldset className="town-part" key={index}>
          <legend className="visually-hidden">{`Modello ${index + 1}`}</legend>
          <Field
            label="Nome del modello"
            value={model.name}
            maxLength={300}
            readOnly={readOnly}
            error={
              model.name.trim() === ''
                ? 'Scrivi un nome.'
                : isTwice(model.name)
                  ? 'Questo nome c’è già: scrivine un altro.'
                  : undefined
            }
            onChange={(name) => change(models.with(index, { ...model, name }))}
          />
          <TextArea
            label="Testo"
            hint="Quello che sta tra parentesi quadre, come [zone], è da completare prima dell’invio."
            rows={5}
            value={model.text}
            maxLength={4_000}
            readOnly={readOnly}
            onChange={(text) => change(models.with(index, { ...model, text }))}
          />
          {!readOnly && (
            <div className="town-part-foot">
              <Button kind="quiet" size="small" onClick={() => change(models.toSpliced(index, 1))}>
                Togli il modello
                <VisuallyHidden> {model.name}</VisuallyHidden>
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {!readOnly && (
        <Button icon="plus" onClick={() => change([...models, { name: '', text: '' }])}>
          Aggiungi un modello
        </Button>
      )}
    </>
  );
}

type Responsible = Profile['responsibles'][number];
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Who is responsible for each office (P4): for those on the list of the offices, and for any other that is named here. */
export function ResponsiblesEditor({
  value,
  readOnly,
  onChange,
  offices,
}: EditorProps<readonly Responsible[]> & { readonly offices: readonly string[] }) {
  const [list, setList] = useState(value);
  const change = (next: readonly Responsible[]) => {
    setList(next);
    onChange(next);
  };
  const edit = (index: number, part: Partial<Responsible>) => {
    const now = list[index];
    if (now) change(list.with(index, { ...now, ...part }));
  };
  const without = offices.filter((name) => !list.some(({ office }) => office === name));
  return (
    <>
      {list.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place while it is typed
        <fieldset className="town-sender" key={index}>
          <legend>{one.office || 'Un altro ufficio'}</legend>
          <Field
            label="Ufficio"
            value={one.office}
            maxLength={300}
            readOnly={readOnly}
            onChange={(office) => edit(index, { office })}
          />
          <Field
            label="Nome e cognome"
            value={one.name}
            maxLength={200}
            readOnly={readOnly}
            onChange={(name) => edit(index, { name })}
          />
          <Field
            label="Indirizzo e-mail"
            source="facoltativo"
            value={one.address ?? ''}
            maxLength={254}
            readOnly={readOnly}
            onChange={(text) => edit(index, { address: orNull(text) })}
          />
          <Field
            label="Telefono"
            source="facoltativo"
            value={one.telephone ?? ''}
            maxLength={60}
            readOnly={readOnly}
            onChange={(text) => edit(index, { telephone: orNull(text) })}
          />
          {!readOnly && (
            <div className="town-buttons">
              <Button kind="quiet" size="small" onClick={() => change(list.toSpliced(index, 1))}>
                Togli
                <VisuallyHidden> {one.name || one.office}</VisuallyHidden>
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {list.length === 0 && <p className="muted">Nessuno in elenco.</p>}
      {!readOnly && (
        <div className="town-add">
          <Button
            icon="plus"
            onClick={() => change([...list, { office: without[0] ?? '', name: '', address: null, telephone: null }])}
          >
            Aggiungi un responsabile
          </Button>
        </div>
      )}
      {without.length > 0 && <p className="small muted">Ancora senza responsabile: {without.join(', ')}.</p>}
    </>
  );
}
