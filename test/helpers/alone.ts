import type { Claims } from '#electron/journal/claims.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ShareView } from '#shared/service/share.ts';

/** The claims of a desk that shares its register with nobody. */
export const aloneClaims: Claims = {
  isShared: () => false,
  take: async () => ({ state: 'won' }),
  isLost: () => false,
  keyOf: () => undefined,
  holder: async () => ok(null),
  taken: async () => ok([]),
};

/** How the exchange stands for a desk alone. */
export const ALONE: ShareView = {
  state: 'alone',
  configured: null,
  place: null,
  problem: null,
  exchangedAt: null,
  waiting: 0,
  skewMilliseconds: null,
  isEnrolled: false,
  isWeak: false,
  desks: [],
  quarantine: [],
  gaps: [],
  forks: [],
  unknownKinds: 0,
  deskName: 'Sportello 1',
  provisional: 0,
  newcomers: [],
  collisions: [],
};
