import { useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, ProblemBanner, Table, VisuallyHidden } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { sayNobody } from '#shared/people/escalation.ts';
import type { Person } from '#shared/people/person.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import { BindingDialog } from './BindingDialog.tsx';
import { EscalationDialog } from './EscalationDialog.tsx';
import { GroupDialog, type GroupDialogProps } from './GroupDialog.tsx';
import { NotesDialog } from './notes/NotesDialog.tsx';
import { PeopleConflicts } from './PeopleConflicts.tsx';
import { SettingsPersonDialog } from './SettingsPersonDialog.tsx';

export interface SettingsPeopleProps {
  /** The dialog to add somebody is asked for. */
  readonly adding: boolean;
  readonly onAdded: () => void;
}

const PHASES = [
  { phase: 'intake', label: 'Presa in carico', within: 'entro un giorno lavorativo' },
  { phase: 'head', label: 'Approvazione', within: 'entro un giorno lavorativo' },
  { phase: 'alternative', label: 'Invio senza il capo', within: 'solo se il capo è assente' },
  { phase: 'report', label: 'Report', within: 'ogni due mesi' },
] as const;

/** What nobody can do today and whom to call (P3), and that a head of sector is missing. */
function Uncovered({ duty, escalation }: Session) {
  const nobody = sayNobody(duty.uncovered, escalation);
  return (
    <>
      {duty.head === null && (
        <ProblemBanner
          heading="Manca il capo settore"
          lines={['Senza, nessun testo può essere approvato. Aggiungi chi lo è, o cambia il ruolo di una persona.']}
        />
      )}
      {nobody && <ProblemBanner {...nobody} />}
    </>
  );
}

/** Everybody the app knows, and whose turn it is today (P1–P3, P6). */
export function SettingsPeople({ adding, onAdded }: SettingsPeopleProps) {
  const session = useSession();
  const { duty, escalation, people, retired, today, person: reader } = session;
  const [calling, setCalling] = useState(false);
  const [noted, setNoted] = useState<Person>();
  const [binding, setBinding] = useState<Person>();
  const [changing, setChanging] = useState<Person>();
  const [moving, setMoving] = useState<Pick<GroupDialogProps, 'person' | 'way'>>();
  return (
    <div className="settings-scroll">
      <PeopleConflicts of="people" />
      <Uncovered {...session} />
      <dl className="settings-duty">
        {PHASES.map(({ phase, label, within }) => (
          <div key={phase}>
            <dt>
              {label}
              <span className="settings-within">{within}</span>
            </dt>
            <dd className="row">
              {duty[phase] ?? <span className="text-bad">nessuno</span>}
              {phase === 'head' && duty.head !== null && !duty.headPresent && (
                <Chip tone="warn" sign="paused">
                  assente
                </Chip>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div className="settings-call">
        <p className="grow">
          <span className="settings-within">Se per una parte del lavoro non c’è nessuno, chiama</span>
          {escalation ? (
            <span className="strong">
              {escalation.name}, {escalation.reach}
            </span>
          ) : (
            <Chip tone="warn" sign="warning">
              da indicare
            </Chip>
          )}
        </p>
        <Button size="small" onClick={() => setCalling(true)}>
          {escalation ? 'Cambia chi chiamare…' : 'Indica chi chiamare…'}
        </Button>
      </div>
      <section className="settings-table" aria-label="Persone">
        <Table
          caption="Persone"
          density="roomy"
          rows={people}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'name',
              header: 'Nome',
              rowHeader: true,
              cell: ({ id, name }) => (
                <span className="row">
                  {name}
                  {id === reader?.id && <Chip tone="info">sei tu</Chip>}
                </span>
              ),
            },
            { id: 'roles', header: 'Ruoli', cell: ({ roles }) => roles.join(', ') },
            {
              id: 'address',
              header: 'E-mail',
              muted: true,
              cell: ({ address }) => <span className="anywhere">{address}</span>,
            },
            {
              id: 'accounts',
              header: 'Account del computer',
              muted: true,
              cell: ({ accounts }) => accounts.join(', '),
            },
            {
              id: 'commands',
              header: 'Comandi',
              hideHeader: true,
              commands: true,
              width: 330,
              cell: (person) => (
                <span className="row">
                  <Button kind="quiet" size="small" onClick={() => setNoted(person)}>
                    Note…
                    <VisuallyHidden> {person.name}</VisuallyHidden>
                  </Button>
                  <Button size="small" onClick={() => setChanging(person)}>
                    Cambia…
                  </Button>
                  {person.roles.includes('capo settore') && (
                    <Button size="small" onClick={() => setBinding(person)}>
                      Da dove approva…
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      </section>
      {retired.length > 0 && (
        <section className="settings-retired" aria-labelledby="settings-retired">
          <h2 id="settings-retired">Fuori dal gruppo</h2>
          <ul>
            {retired.map(({ retired: left, ...one }) => (
              <li key={one.id} className="row">
                <span className="grow">
                  {one.name}, {one.roles.join(', ')}
                  <span className="settings-within">
                    {' '}
                    da {sayMomentAt(left.at, today)}, per mano di {nameOf(session, left.by)}
                  </span>
                </span>
                <Button
                  size="small"
                  aria-label={`Fai tornare: ${one.name}`}
                  onClick={() => setMoving({ person: one, way: 'back' })}
                >
                  Fai tornare…
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {noted && <NotesDialog about={`person/${noted.id}`} title={noted.name} onClose={() => setNoted(undefined)} />}
      {calling && <EscalationDialog escalation={escalation} onClose={() => setCalling(false)} />}
      {adding && <SettingsPersonDialog person={null} onClose={onAdded} />}
      {binding && <BindingDialog person={binding} onClose={() => setBinding(undefined)} />}
      {changing && (
        <SettingsPersonDialog
          person={changing}
          onRetire={() => {
            setMoving({ person: changing, way: 'out' });
            setChanging(undefined);
          }}
          onClose={() => setChanging(undefined)}
        />
      )}
      {moving && <GroupDialog {...moving} onClose={() => setMoving(undefined)} />}
    </div>
  );
}
