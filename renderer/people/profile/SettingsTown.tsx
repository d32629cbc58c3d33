import './profile.css';
import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { PeopleConflicts } from '#renderer/people/PeopleConflicts.tsx';
import { useSession } from '#renderer/session.tsx';
import {
  ActionBar,
  Button,
  Chip,
  ListBox,
  ListRow,
  PaneBody,
  PaneHeader,
  Panes,
  ProblemBanner,
  problemOf,
  ReadOnlyNotice,
  Sign,
  useToast,
} from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { FIELD_GROUPS, FIELD_WORDS } from '#shared/people/profile/fieldWords.ts';
import type { ProfileField } from '#shared/people/profile/profile.ts';
import { sayField } from '#shared/people/profile/words.ts';
import { ConfirmTownDialog } from './ConfirmTownDialog.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { ImportTownDialog } from './ImportTownDialog.tsx';
import { sayStanding } from './townWords.ts';

const CONFIRMED = confirmed({ word: 'confermato', evidence: 'Una persona l’ha confermato per il Comune.' });

const NOTHING = Symbol('nothing typed');

export interface SettingsTownProps {
  /** Opens the page where the mailbox's server is written and tried. */
  readonly onMail: () => void;
}

/** Every datum of the municipality, to read and to change, and what is still to be confirmed (P4). */
export function SettingsTown({ onMail }: SettingsTownProps) {
  const { profile, today } = useSession();
  const town = useAnswer('people.town', {}).value;
  const set = useAct('people.setTown');
  const exported = useAct('people.exportTown');
  const show = useToast();
  const [field, setField] = useState<ProfileField>('municipality');
  const [typed, setTyped] = useState<unknown>(NOTHING);
  const [asking, setAsking] = useState<'confirm' | 'import' | null>(null);
  const [round, setRound] = useState(0);
  const [isFormOpen, setFormOpen] = useState(false);
  const standing = town?.fields.find((one) => one.field === field);
  const { label, use, expected } = FIELD_WORDS[field];
  const readOnly = town === undefined || town.readOnly !== null;
  const isOpen = profile.toConfirm.includes(field);
  const isChanged = typed !== NOTHING;
  const begin = () => {
    setTyped(NOTHING);
    setRound(round + 1);
  };
  const save = async () => {
    if (set.busy || typed === undefined) return;
    if (!isChanged) {
      show({ text: 'Niente da salvare: non è cambiato nulla.' });
      return;
    }
    const reply = await set.run({ changes: [{ field, value: typed }] });
    if (!reply.ok) return;
    begin();
    show({ text: `Salvato: ${label}. Vale per tutte le postazioni.` });
  };
  const choose = async (next: ProfileField) => {
    if (next === field) return;
    if (isFormOpen) {
      show({ text: `Quello che scrivi in «${label}» non è ancora in elenco: mettilo, o lascia stare.` });
      return;
    }
    if (isChanged && typed !== undefined) await save();
    setField(next);
    begin();
  };
  const download = async () => {
    const reply = await exported.run({});
    if (reply.ok && reply.value.file !== null) show({ text: `Profilo salvato: ${reply.value.file}.` });
  };
  const list = (
    <ListBox
      label="Dati del Comune"
      selected={field}
      onSelect={(id) => void choose(id as ProfileField)}
      groups={FIELD_GROUPS.map(({ title, fields }) => ({
        id: title,
        title,
        options: fields.map((name) => {
          const toConfirm = profile.toConfirm.includes(name);
          return {
            id: name,
            content: (
              <ListRow
                sign={toConfirm ? 'todo' : CONFIRMED}
                signLabel={toConfirm ? 'da confermare' : 'confermato'}
                title={FIELD_WORDS[name].label}
                detail={sayField(profile, name).join(', ') || (toConfirm ? 'non ancora noto' : 'nessuno')}
                when={toConfirm && <Chip tone="warn">da confermare</Chip>}
              />
            ),
          };
        }),
      }))}
    />
  );
  const detail = (
    <>
      <PaneHeader title={label} />
      <div className="town-standing">
        <Sign name={isOpen ? 'todo' : CONFIRMED} />
        <p className="grow">{sayStanding(standing, { isOpen, isKnown: sayField(profile, field).length > 0 }, today)}</p>
        {!readOnly && isOpen && (
          <Button size="small" onClick={() => setAsking('confirm')}>
            Segna come confermato dal Comune…
          </Button>
        )}
      </div>
      <PaneBody>
        <PeopleConflicts of="town" />
        {town?.readOnly && <ReadOnlyNotice heading={town.readOnly.what} lines={[town.readOnly.remedy]} />}
        <p>{use}</p>
        <div className="town-editor">
          <FieldEditor
            key={`${field}-${round}`}
            field={field}
            readOnly={readOnly}
            onChange={setTyped}
            onForm={setFormOpen}
          />
        </div>
        {isChanged && typed === undefined && <ProblemBanner tone="warn" heading={expected} lines={[]} live="off" />}
        {set.problem && <ProblemBanner {...problemOf(set.problem)} />}
        {exported.problem && <ProblemBanner {...problemOf(exported.problem)} />}
      </PaneBody>
      {field === 'mailAccount' ? (
        <ActionBar main={{ label: 'Vai a «Casella e posta in uscita»', onRun: onMail }} />
      ) : (
        !readOnly && (
          <ActionBar
            message={
              isFormOpen ? (
                <p className="muted">Prima metti in elenco quello che scrivi, o lascia stare.</p>
              ) : (
                isChanged && <p className="muted">Da salvare: vale per tutte le postazioni.</p>
              )
            }
            actions={isChanged && !isFormOpen ? [{ label: 'Lascia com’era', onRun: begin }] : []}
            main={isFormOpen ? undefined : { label: 'Salva', keys: 'Control+Enter', onRun: () => void save() }}
          />
        )
      )}
    </>
  );
  return (
    <>
      <div className="town-tools">
        <p className="grow muted">
          {profile.toConfirm.length === 0
            ? 'Tutti i dati sono confermati.'
            : `${profile.toConfirm.length === 1 ? 'Un dato è' : `${profile.toConfirm.length} dati sono`} da confermare. Chi li conferma resta scritto.`}
        </p>
        {!readOnly && (
          <Button onClick={() => setAsking('import')} size="small">
            Importa…
          </Button>
        )}
        <Button icon="download" size="small" onClick={() => void download()}>
          Esporta…
        </Button>
      </div>
      <Panes
        panes={[
          { id: 'fields', label: 'Dati del Comune', width: 328, content: list },
          { id: 'field', label, content: detail },
        ]}
      />
      {asking === 'confirm' && <ConfirmTownDialog field={field} onClose={() => setAsking(null)} />}
      {asking === 'import' && (
        <ImportTownDialog
          onClose={() => {
            setAsking(null);
            begin();
          }}
        />
      )}
    </>
  );
}
