import './settings.css';
import { type ReactNode, useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { SettingsTown } from '#renderer/people/profile/SettingsTown.tsx';
import { SettingsAbsences } from '#renderer/people/SettingsAbsences.tsx';
import { SettingsPeople } from '#renderer/people/SettingsPeople.tsx';
import { SettingsMail } from '#renderer/service/mail/SettingsMail.tsx';
import { CopiesSection } from '#renderer/service/recovery/CopiesSection.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, ScreenHead, Tabs, VisuallyHidden } from '#renderer/ui/index.ts';
import type { Session } from '#shared/people/session.ts';
import { NO_DESKS, type ShareView } from '#shared/service/share.ts';
import { SettingsFolders } from './SettingsFolders.tsx';
import { SettingsTraining } from './SettingsTraining.tsx';

export type SettingsTab =
  | 'people'
  | 'absences'
  | 'rules'
  | 'mail'
  | 'folders'
  | 'sharing'
  | 'copies'
  | 'profile'
  | 'training';

export interface SettingsScreenProps {
  /** The rules of style: a tab of its own when given. */
  readonly rules?: ReactNode;
  /** The exchange with the other desks: a tab of its own when given. */
  readonly sharing?: ReactNode;
  /** The tab to begin with. */
  readonly first?: SettingsTab | undefined;
}

function sentence(tab: SettingsTab, { duty, training }: Session, desks: ShareView['desks']): string {
  if (tab === 'people' || tab === 'absences') {
    return duty.intake === null
      ? 'Oggi nessuno può prendere in carico le richieste.'
      : `Oggi la presa in carico tocca a ${duty.intake}.`;
  }
  if (tab === 'rules') return 'Le regole con cui l’app controlla ogni testo, mentre si scrive e all’inoltro.';
  if (tab === 'mail') return 'Come arrivano e come partono le e-mail, e che cosa è stato provato.';
  if (tab === 'folders') {
    return training
      ? 'Sono le cartelle dell’esempio: le tue restano com’erano.'
      : 'Dove l’app legge le e-mail e dove scrive consegne e relazioni.';
  }
  if (tab === 'sharing') {
    const others = desks.filter(({ isThis }) => !isThis).length;
    return others === 0
      ? 'Il registro in comune con le altre postazioni, in una cartella di rete.'
      : `Il registro in comune con ${others === 1 ? 'un’altra postazione' : `altre ${others} postazioni`}, in una cartella di rete.`;
  }
  if (tab === 'training') return 'Un Comune con cui provare l’app senza che niente esca da questo computer.';
  if (tab === 'copies') return 'Le copie dei dati di questo computer, e come si ripristinano.';
  return 'I dati del Comune: chi può chiedere, orari, ditta, contratto. Valgono per tutte le postazioni.';
}

/** Who works here, where the files are, and what the app knows of the municipality (P1–P6). */
export function SettingsScreen({ rules, sharing, first }: SettingsScreenProps) {
  const session = useSession();
  const { desks } = useAnswer('service.sharing', {}).value ?? NO_DESKS;
  const [tab, setTab] = useState<SettingsTab>(first ?? 'people');
  const [adding, setAdding] = useState(false);
  const [marking, setMarking] = useState(false);
  return (
    <>
      <ScreenHead title="Impostazioni" sentence={sentence(tab, session, desks)}>
        {tab === 'people' && (
          <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
            Aggiungi una persona…
          </Button>
        )}
        {tab === 'absences' && session.people.length > 0 && (
          <Button kind="main" icon="calendar" onClick={() => setMarking(true)}>
            Segna un’assenza…
          </Button>
        )}
      </ScreenHead>
      <Tabs
        label="Impostazioni"
        side="Sezione"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'people', label: 'Persone', count: session.people.length },
          { id: 'absences', label: 'Turni e assenze' },
          ...(rules ? [{ id: 'rules', label: 'Prontuario' } as const] : []),
          { id: 'mail', label: 'Casella e posta in uscita' },
          { id: 'folders', label: 'Cartelle' },
          ...(sharing ? [{ id: 'sharing', label: 'Condivisione' } as const] : []),
          { id: 'copies', label: 'Copie' },
          {
            id: 'profile',
            label: 'Comune',
            count:
              session.profile.toConfirm.length > 0 ? (
                <>
                  {session.profile.toConfirm.length}
                  <VisuallyHidden> da confermare</VisuallyHidden>
                </>
              ) : undefined,
          },
          { id: 'training', label: 'Addestramento' },
        ]}
      >
        {tab === 'people' && <SettingsPeople adding={adding} onAdded={() => setAdding(false)} />}
        {tab === 'absences' && <SettingsAbsences marking={marking} onMarked={() => setMarking(false)} />}
        {tab === 'rules' && rules}
        {tab === 'mail' && <SettingsMail />}
        {tab === 'folders' && <SettingsFolders onSharing={sharing ? () => setTab('sharing') : undefined} />}
        {tab === 'sharing' && sharing}
        {tab === 'profile' && <SettingsTown onMail={() => setTab('mail')} />}
        {tab === 'copies' && <CopiesSection />}
        {tab === 'training' && <SettingsTraining />}
      </Tabs>
    </>
  );
}
