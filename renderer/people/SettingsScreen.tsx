import './settings.css';
import { type ReactNode, useState } from 'react';
import type { Status } from '#shared/service/status.ts';
import { Button, ScreenHead, Tabs } from '../ui/index.ts';
import { SettingsAbsences } from './SettingsAbsences.tsx';
import { SettingsFolders } from './SettingsFolders.tsx';
import { SettingsPeople } from './SettingsPeople.tsx';
import { SettingsProfile } from './SettingsProfile.tsx';

export interface SettingsScreenProps {
  readonly status: Status;
  /** The rules of style: a tab of its own when given. */
  readonly rules?: ReactNode;
  /** The exchange with the other desks: a tab of its own when given. */
  readonly sharing?: ReactNode;
  /** The tab to begin with. */
  readonly first?: 'sharing' | undefined;
}

type Tab = 'people' | 'absences' | 'rules' | 'folders' | 'sharing' | 'profile';

function sentence(tab: Tab, { duty, training, share }: Status): string {
  if (tab === 'people' || tab === 'absences') {
    return duty.intake === null
      ? 'Oggi nessuno può prendere in carico le richieste.'
      : `Oggi la presa in carico tocca a ${duty.intake}.`;
  }
  if (tab === 'rules') return 'Le regole con cui l’app controlla ogni testo, mentre si scrive e all’inoltro.';
  if (tab === 'folders') {
    return training
      ? 'Sono le cartelle dell’esempio: le tue restano com’erano.'
      : 'Dove l’app legge le e-mail e dove scrive consegne e relazioni.';
  }
  if (tab === 'sharing') {
    const others = share.desks.filter(({ isThis }) => !isThis).length;
    return others === 0
      ? 'Il registro in comune con le altre postazioni, in una cartella di rete.'
      : `Il registro in comune con ${others === 1 ? 'un’altra postazione' : `altre ${others} postazioni`}, in una cartella di rete.`;
  }
  return 'I dati del Comune, da leggere: vengono dal suo profilo.';
}

/** Who works here, where the files are, and what the app knows of the municipality (P1–P6). */
export function SettingsScreen({ status, rules, sharing, first }: SettingsScreenProps) {
  const [tab, setTab] = useState<Tab>(first ?? 'people');
  const [adding, setAdding] = useState(false);
  const [marking, setMarking] = useState(false);
  return (
    <>
      <ScreenHead title="Impostazioni" sentence={sentence(tab, status)}>
        {tab === 'people' && (
          <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
            Aggiungi una persona…
          </Button>
        )}
        {tab === 'absences' && status.people.length > 0 && (
          <Button kind="main" icon="calendar" onClick={() => setMarking(true)}>
            Segna un’assenza…
          </Button>
        )}
      </ScreenHead>
      <Tabs
        label="Impostazioni"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'people', label: 'Persone', count: status.people.length },
          { id: 'absences', label: 'Turni e assenze' },
          ...(rules ? [{ id: 'rules', label: 'Prontuario' } as const] : []),
          { id: 'folders', label: 'Cartelle' },
          ...(sharing ? [{ id: 'sharing', label: 'Condivisione' } as const] : []),
          {
            id: 'profile',
            label: 'Profilo',
            count: status.profile.toConfirm.length > 0 ? `${status.profile.toConfirm.length} da confermare` : undefined,
          },
        ]}
      >
        {tab === 'people' && <SettingsPeople status={status} adding={adding} onAdded={() => setAdding(false)} />}
        {tab === 'absences' && (
          <SettingsAbsences status={status} marking={marking} onMarked={() => setMarking(false)} />
        )}
        {tab === 'rules' && rules}
        {tab === 'folders' && (
          <SettingsFolders status={status} onSharing={sharing ? () => setTab('sharing') : undefined} />
        )}
        {tab === 'sharing' && sharing}
        {tab === 'profile' && <SettingsProfile profile={status.profile} />}
      </Tabs>
    </>
  );
}
