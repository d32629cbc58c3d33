import type { Section } from '#shared/ipc/events.ts';
import type { IconName } from './ui/icon-shapes.ts';

/** Where the user is: a section, one request or one sending of it, or the settings. */
export interface Place {
  readonly section: Section | 'settings';
  readonly request?: string | undefined;
  readonly job?: string | undefined;
  /** The row of the register to begin with. */
  readonly entry?: string | undefined;
  /** The tab of the settings to begin with. */
  readonly tab?: 'sharing' | undefined;
  /** The emergency the head puts in order, in the approval. */
  readonly emergency?: string | undefined;
}

interface PlaceWords {
  readonly label: string;
  readonly icon: IconName;
}

/** The word and icon of each place, as the rail shows them. */
export const PLACES: Readonly<Record<Place['section'], PlaceWords>> = {
  today: { label: 'Oggi', icon: 'today' },
  requests: { label: 'Richieste', icon: 'inbox' },
  approval: { label: 'Approvazione', icon: 'approve' },
  queue: { label: 'Coda', icon: 'queue' },
  register: { label: 'Registro', icon: 'register' },
  report: { label: 'Report', icon: 'report' },
  service: { label: 'Servizio', icon: 'people' },
  settings: { label: 'Impostazioni', icon: 'settings' },
};
