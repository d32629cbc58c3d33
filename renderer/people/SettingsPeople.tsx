import { useState } from 'react';
import { sayNobody } from '#shared/people/escalation.ts';
import type { Person } from '#shared/people/person.ts';
import type { Status } from '#shared/service/status.ts';
import { Button, Chip, ProblemBanner, Table } from '../ui/index.ts';
import { EscalationDialog } from './EscalationDialog.tsx';
import { PeopleConflicts } from './PeopleConflicts.tsx';
import { SettingsPersonDialog } from './SettingsPersonDialog.tsx';

export interface SettingsPeopleProps {
  readonly status: Status;
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
function Uncovered({ duty, escalation }: Status) {
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
export function SettingsPeople({ status, adding, onAdded }: SettingsPeopleProps) {
  const { duty, escalation, people, person: reader } = status;
  const [calling, setCalling] = useState(false);
  const [changing, setChanging] = useState<Person>();
  return (
    <div className="settings-scroll">
      <PeopleConflicts status={status} of="people" />
      <Uncovered {...status} />
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
            { id: 'address', header: 'E-mail', muted: true, cell: ({ address }) => address },
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
              width: 110,
              cell: (person) => (
                <Button size="small" onClick={() => setChanging(person)}>
                  Cambia…
                </Button>
              ),
            },
          ]}
        />
      </section>
      {calling && <EscalationDialog escalation={escalation} onClose={() => setCalling(false)} />}
      {adding && <SettingsPersonDialog person={null} onClose={onAdded} />}
      {changing && <SettingsPersonDialog person={changing} onClose={() => setChanging(undefined)} />}
    </div>
  );
}
