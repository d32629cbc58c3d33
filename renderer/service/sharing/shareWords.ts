/** What the frame and the settings say of the exchange between the desks, one answer first (L1, L3). Pure. */

import type { StatusItem } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import type { ShareView } from '#shared/service/share.ts';
import { type ShareConcern, sayExchange, sayWaiting } from './concern.ts';
import { shareConcerns } from './shareConcerns.ts';

/** Nothing waits, and what was written to the folder was read again. */
export const EXCHANGED = confirmed({ word: 'condiviso', evidence: 'Tutto è scritto nella cartella e riletto.' });

/** The item of the status bar: quiet when all is shared, a sign and a word when somebody should look. */
export function shareItem(share: ShareView, today: Day): Omit<StatusItem, 'id' | 'onOpen'> {
  const [gravest] = shareConcerns(share, today).filter(({ short }) => short !== null);
  if (gravest?.short) {
    if (gravest.id === 'away') return { text: gravest.short, icon: 'offline', warn: true };
    return { text: gravest.short, sign: gravest.tone === 'bad' ? 'error' : 'warning', warn: true };
  }
  if (share.state === 'alone') return { text: 'Solo su questo computer', sign: 'todo' };
  if (share.state === 'connecting') return { text: 'Cerco la cartella condivisa', sign: 'sending' };
  if (share.waiting > 0) return { text: sayWaiting(share.waiting), sign: 'queued' };
  return {
    text: `Condiviso ${share.exchangedAt ? sayExchange(share.exchangedAt, today) : ''}`.trim(),
    sign: EXCHANGED,
  };
}

const ALONE: ShareConcern = {
  id: 'alone',
  short: null,
  tone: 'info',
  heading: 'Questa postazione lavora da sola',
  lines: [
    'Registro e richieste restano su questo computer. Per lavorare in più postazioni scegli la cartella di rete del registro.',
  ],
};

/** The one answer at the top: what the exchange means now, and what to do. */
export function shareAnswer(share: ShareView, today: Day): ShareConcern {
  const [gravest] = shareConcerns(share, today);
  if (gravest) return gravest;
  if (share.state === 'alone') return ALONE;
  if (share.state === 'connecting') {
    return {
      id: 'connecting',
      short: null,
      tone: 'idle',
      sign: 'sending',
      heading: 'Cerco la cartella condivisa',
      lines: ['Puoi già lavorare: tutto è salvato su questo computer.'],
    };
  }
  const others = share.desks.filter(({ isThis, isThere }) => !isThis && isThere).length;
  return {
    id: 'shared',
    short: null,
    tone: 'info',
    sign: EXCHANGED,
    heading: share.waiting > 0 ? `Condivido: ${sayWaiting(share.waiting)}` : 'Tutto è condiviso',
    lines: [
      [
        share.exchangedAt ? `Ultimo scambio ${sayMomentAt(share.exchangedAt, today)}.` : '',
        others === 0
          ? 'Adesso nessun’altra postazione è aperta.'
          : others === 1
            ? 'Adesso è aperta un’altra postazione.'
            : `Adesso sono aperte altre ${others} postazioni.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ],
  };
}
