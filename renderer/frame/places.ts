import type { Command } from '#renderer/queue/queueRows.ts';
import type { SettingsTab } from '#renderer/service/settings/SettingsScreen.tsx';
import type { IconName } from '#renderer/ui/iconShapes.ts';
import type { Section } from '#shared/ipc/events.ts';

/** Where the user is: a section, one request or one sending of it, or the settings. */
export interface Place {
  readonly section: Section | 'settings';
  readonly request?: string | undefined;
  readonly job?: string | undefined;
  /** The command whose dialog opens with the sending. */
  readonly command?: Command | undefined;
  /** The text to begin with in the approval, and whether what the head decided is written down at once. */
  readonly text?: string | undefined;
  readonly heard?: boolean | undefined;
  /** The two months to begin with. */
  readonly period?: string | undefined;
  /** The row of the register to begin with. */
  readonly entry?: string | undefined;
  /** The row of the register whose notice is wrong and is put right now (P37). */
  readonly correct?: string | undefined;
  /** The tab to begin with, of the settings or of the requests. */
  readonly tab?: SettingsTab | 'otherMails' | undefined;
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
