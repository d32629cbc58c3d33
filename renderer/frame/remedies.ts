/** Where in the settings a problem is mended: each message that sends there has its button (L6). */

import type { Remedy } from '#renderer/ui/remedies.ts';
import type { Place } from './places.ts';

const HEAD = { label: 'Indica il capo settore…', tab: 'people' } as const;
const FOLDER = { label: 'Scegli la cartella…', tab: 'folders' } as const;

const MAIL = { label: 'Apri la casella…', tab: 'mail' } as const;

const PAGES: Readonly<Record<string, { readonly label: string; readonly tab: NonNullable<Place['tab']> } | undefined>> =
  {
    'no-head': HEAD,
    'person-lacking': { label: 'Aggiungi una persona…', tab: 'people' },
    'mail-folder-missing': FOLDER,
    'mail-folder-unreadable': FOLDER,
    'mailbox-not-connected': { label: 'Collega la casella…', tab: 'mail' },
    'mailbox-password-missing': MAIL,
    'mailbox-password-refused': MAIL,
    'mailbox-access-ended': MAIL,
    'mailbox-basic-blocked': MAIL,
    'mailbox-token-refused': MAIL,
    'access-ended': MAIL,
    'access-missing': MAIL,
    'access-client-refused': MAIL,
    'sending-token-refused': MAIL,
    'mailbox-certificate-name': MAIL,
    'mailbox-not-encrypted': MAIL,
    'mailbox-server-unknown': MAIL,
    'mailbox-folder-missing': MAIL,
    'route-not-here': FOLDER,
    'route-served-nowhere': FOLDER,
    'folder-missing': { label: 'Apri le cartelle…', tab: 'folders' },
    'copy-address-missing': { label: 'Scrivi gli indirizzi…', tab: 'profile' },
    'register-path-missing': { label: 'Scrivi il percorso…', tab: 'profile' },
  };

/** The remedy of a problem that the settings mend. */
export const remedyIn =
  (onGo: (place: Place) => void) =>
  (code: string): Remedy | undefined => {
    const page = PAGES[code];
    return page && { label: page.label, run: () => onGo({ section: 'settings', tab: page.tab }) };
  };
