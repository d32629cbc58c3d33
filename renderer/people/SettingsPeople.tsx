import { useState } from 'react';
import type { Person } from '#shared/people/person.ts';
import type { Status } from '#shared/service/status.ts';
import { Button, Chip, ProblemBanner, Table } from '../ui/index.ts';
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

function Uncovered({ duty }: Status) {
  const missing = [
    duty.head === null && 'Indica chi è il capo settore: senza, nessun testo può essere approvato.',
    duty.intake === null && 'Aggiungi chi può prendere in carico le richieste, o indica un sostituto.',
  ].filter((line) => line !== false);
  if (missing.length === 0) return null;
  return <ProblemBanner heading="Oggi manca qualcuno" lines={missing} />;
}

/** Everybody the app knows, and whose turn it is today (P1–P3, P6). */
export function SettingsPeople({ status, adding, onAdded }: SettingsPeopleProps) {
  const { duty, people, person: reader } = status;
  const [changing, setChanging] = useState<Person>();
  return (
    <div className="settings-scroll">
      <Uncovered {...status} />
      <dl className="settings-duty">
        {PHASES.map(({ phase, label, within }) => (
          <div key={phase}>
            <dt>
              {label}
              <span className="settings-within">{within}</span>
            </dt>
            <dd>{duty[phase] ?? <span className="text-bad">nessuno</span>}</dd>
          </div>
        ))}
      </dl>
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
      {adding && <SettingsPersonDialog person={null} onClose={onAdded} />}
      {changing && <SettingsPersonDialog person={changing} onClose={() => setChanging(undefined)} />}
    </div>
  );
}
