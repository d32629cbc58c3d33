import type { DeviceStore } from '#electron/journal/exchange/deviceTable.ts';
import type { ExchangeTables } from '#electron/journal/exchange/exchangeTables.ts';
import { fingerprintOf } from '#electron/journal/exchange/fingerprint.ts';
import type { Heartbeats } from '#electron/journal/exchange/heartbeats.ts';
import type { Identities } from '#electron/journal/exchange/identity.ts';
import type { Space } from '#electron/journal/exchange/sharedLog.ts';
import { isFarAhead } from '#shared/journal/clock.ts';
import type { Device, DeviceKey } from '#shared/journal/devices.ts';
import { FACTS_VERSION } from '#shared/journal/fact.ts';
import { sayQuarantine } from '#shared/journal/quarantine.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { FactTable } from './factTable.ts';

export interface ShareViewParts {
  readonly facts: FactTable;
  readonly tables: ExchangeTables;
  readonly identities: Identities;
  readonly devices: DeviceStore;
  readonly heartbeats: Heartbeats;
  /** Whether a desk founded this register, or was accepted by a person at one of its desks. */
  readonly isAdmitted: (desk: DeviceKey) => boolean;
  /** Person at this desk. */
  readonly person: () => string | null;
  /** The ways by which notices leave from this desk. */
  readonly serves: () => readonly string[];
  readonly now: () => Instant;
  /** The register this desk belongs to. */
  readonly space: () => Space | undefined;
}

/** What only the exchange itself knows of how it stands. */
export type ShareMoment = Pick<
  ShareState,
  'state' | 'location' | 'problem' | 'isWeak' | 'configured' | 'exchangedAt' | 'skewMilliseconds' | 'unknownKinds'
>;

/** Puts together what a screen shows of the exchange: how it stands now, and what this desk keeps of the shared place. */
export function shareView(parts: ShareViewParts): (moment: ShareMoment) => ShareState {
  const { facts, tables, identities, devices, heartbeats, isAdmitted, person, serves, now, space } = parts;

  const viewOf = ({ id, name, app, accepted, revoked }: Device): Omit<ShareState['desks'][number], 'isThis'> => {
    const heartbeat = heartbeats.of(id);
    const isThere = heartbeats.isThere(id);
    return {
      dev: id,
      name,
      app,
      person: heartbeat?.person ?? null,
      seenAt: heartbeat?.seenAt ?? null,
      isThere,
      open: isThere ? [...(heartbeat?.open ?? [])] : [],
      serves: heartbeat?.serves ? [...heartbeat.serves] : null,
      clockAhead: isFarAhead(facts.newestOfDevice(id)?.hlc ?? '', Date.parse(now())),
      isNewer: (heartbeat?.facts ?? FACTS_VERSION) > FACTS_VERSION,
      acceptedBy: accepted?.by ?? null,
      acceptedAt: accepted?.at ?? null,
      revoked,
    };
  };

  return (moment) => {
    const register = space();
    const { dev: thisDev } = identities.current();
    const here = {
      isThis: true,
      person: person(),
      seenAt: moment.exchangedAt,
      isThere: true,
      open: [],
      serves: [...serves()],
      clockAhead: false,
      isNewer: false,
    };
    return {
      ...moment,
      fingerprint: register ? fingerprintOf(register) : null,
      waiting: moment.state === 'alone' ? 0 : facts.countUnpublished(),
      isEnrolled: identities.all().some((one) => isAdmitted(one) && !devices.get(one.dev)?.revoked),
      desks: devices
        .all()
        .map((device) => ({ ...viewOf(device), isThis: false, ...(device.id === thisDev ? here : {}) })),
      quarantine: tables.quarantine().map((file) => ({ ...file, ...sayQuarantine(file.reason) })),
      asideCounts: tables.asideCounts(),
      gaps: tables.gaps().map((gap) => ({ ...gap })),
      forks: tables.forks().map((fork) => ({ ...fork })),
    };
  };
}
