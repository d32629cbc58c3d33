import type { Claims } from '#electron/journal/exchange/claims.ts';
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
  location: null,
  problem: null,
  exchangedAt: null,
  fingerprint: null,
  waiting: 0,
  skewMilliseconds: null,
  isEnrolled: false,
  isWeak: false,
  desks: [],
  quarantine: [],
  asideCounts: {},
  gaps: [],
  forks: [],
  unknownKinds: 0,
  clock: { shows: '2026-11-24T08:11:00.000Z', problem: null, asksPerson: false },
  deskName: 'Sportello 1',
  provisional: 0,
  newcomers: [],
  departed: [],
  expelled: null,
  collisions: [],
};
