/** What lies in quarantine: desks that wait to be let in, and files set aside for another reason. Pure. */

import type { ShareView } from '#shared/service/share.ts';

/** A desk that waits to be let in, with the key it signs with. */
export interface WaitingDesk {
  readonly dev: string;
  readonly key: string;
  readonly name: string;
  readonly since: string;
  readonly files: number;
}

/** The desks nobody has accepted yet, in the order they came. */
export function waitingDesks({ quarantine }: ShareView): readonly WaitingDesk[] {
  const desks = new Map<string, WaitingDesk>();
  for (const { reason, dev, key, name, firstSeen } of quarantine) {
    if (reason !== 'unknown-desk' || dev === null || key === null) continue;
    const before = desks.get(`${dev} ${key}`);
    desks.set(`${dev} ${key}`, {
      dev,
      key,
      name: before?.name || name || dev,
      since: before && before.since < firstSeen ? before.since : firstSeen,
      files: (before?.files ?? 0) + 1,
    });
  }
  return [...desks.values()].sort((one, other) => (one.since < other.since ? -1 : 1));
}

/** Files that were set aside for another reason than an unknown desk: the first ones, when there are very many. */
export const setAside = ({ quarantine }: ShareView): ShareView['quarantine'] =>
  quarantine.filter(({ reason }) => reason !== 'unknown-desk');

/** How many files were set aside for another reason than an unknown desk, without or with those that disturb nobody. */
export function countAside(share: ShareView, withForeign: boolean): number {
  const listed = setAside(share).filter(({ reason }) => withForeign || reason !== 'foreign').length;
  const { 'unknown-desk': _, foreign = 0, ...damaged } = share.asideCounts;
  const counted = Object.values(damaged).reduce((total, count) => total + count, withForeign ? foreign : 0);
  return Math.max(listed, counted);
}
