import type { ReactNode } from 'react';
import { TrainingBanner } from '#renderer/people/TrainingBanner.tsx';
import { Frame, type RailItem, type StatusItem } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';

const PROVED = confirmed({ word: 'fatto', evidence: 'È un esempio.' });

const SECTIONS: readonly RailItem[] = [
  { id: 'oggi', label: 'Oggi', icon: 'today', keys: 'Control+1' },
  {
    id: 'richieste',
    label: 'Richieste',
    icon: 'inbox',
    keys: 'Control+2',
    badge: { count: 4, words: 'da fare' },
  },
  { id: 'approvazione', label: 'Approvazione', icon: 'approve', keys: 'Control+3' },
  {
    id: 'coda',
    label: 'Coda',
    icon: 'queue',
    keys: 'Control+4',
    badge: { count: 1, words: 'invio incerto', urgent: true },
  },
  { id: 'registro', label: 'Registro', icon: 'register', keys: 'Control+5' },
  { id: 'report', label: 'Report', icon: 'report', keys: 'Control+6' },
  { id: 'servizio', label: 'Servizio', icon: 'people', keys: 'Control+7' },
];
const FOOT: readonly RailItem[] = [
  { id: 'impostazioni', label: 'Impostazioni', icon: 'settings', keys: 'Control+,' },
  { id: 'aiuto', label: 'Aiuto', icon: 'help' },
];
const nothing = () => {};
const CALM: readonly StatusItem[] = [
  { id: 'share', sign: PROVED, text: 'Condivisione aggiornata alle 09:11, 4 postazioni', onOpen: nothing },
  { id: 'mailbox', sign: PROVED, text: 'Casella letta alle 08:31', onOpen: nothing },
  { id: 'saved', sign: PROVED, text: 'Tutto salvato', onOpen: nothing },
];
const OFFLINE: readonly StatusItem[] = [
  { id: 'network', icon: 'offline', text: 'Rete non disponibile dalle 09:32', warn: true, onOpen: nothing },
  { id: 'share', sign: 'deferred', text: 'Condivisione: 3 modifiche da condividere', onOpen: nothing },
  { id: 'saved', sign: PROVED, text: 'Tutto salvato su questo computer', onOpen: nothing },
];
/** Views that belong to a section of another name. */
const SECTION_OF: Readonly<Record<string, string>> = {
  richiesta: 'richieste',
  stati: 'richieste',
  ripristino: 'impostazioni',
  emergenza: 'oggi',
};

export interface GalleryFrameProps {
  readonly view: string;
  readonly children: ReactNode;
}

/** The window around every view of the gallery. */
export function GalleryFrame({ view, children }: GalleryFrameProps) {
  return (
    <Frame
      municipality="Comune di Valdombra"
      person="Marta Bellin, operatrice"
      onPerson={nothing}
      onCommand={nothing}
      onEmergency={() => {
        location.hash = 'emergenza';
      }}
      sections={SECTIONS}
      footSections={FOOT}
      current={SECTION_OF[view] ?? view}
      onGo={(id) => {
        location.hash = id;
      }}
      status={view === 'stati' ? OFFLINE : CALM}
      banner={
        view === 'stati' && <TrainingBanner municipality="Comune di Valdombra" today="2027-01-11" onLeave={nothing} />
      }
    >
      {children}
    </Frame>
  );
}
