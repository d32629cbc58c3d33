import type { Journal } from '#electron/journal/journal.ts';
import { deviceFact, type Heartbeat, MOST_TOLD } from '#shared/journal/devices.ts';
import { FACTS_VERSION } from '#shared/journal/fact.ts';
import type { DeviceStore } from './deviceTable.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import type { Identities } from './identity.ts';
import { APP_ACTOR } from './shareStatus.ts';

/** What this desk says of itself to the others. */
export interface Presence {
  readonly name: string;
  readonly app: string;
  /** Person at the desk. */
  readonly person: string | null;
  /** Requests open on its screen. */
  readonly open: readonly string[];
  /** The ways by which notices leave from it. */
  readonly serves: readonly string[];
}

export interface IntroducingParts {
  readonly journal: Journal;
  readonly tables: ExchangeTables;
  readonly identities: Identities;
  readonly devices: DeviceStore;
  readonly presence: () => Presence;
}

/** How this desk tells the others of itself. */
export interface Introducing {
  /** Says by a fact who this desk is, the first time and when its name or its app changed. */
  readonly introduce: () => void;
  /** The heartbeat of this moment, with the segments it found damaged. */
  readonly heartbeat: () => Omit<Heartbeat, 'at'>;
}

export function introducing({ journal, tables, identities, devices, presence }: IntroducingParts): Introducing {
  return {
    introduce: () => {
      const { name, app } = presence();
      const identity = identities.current();
      const known = devices.get(identity.dev);
      if (known?.joinedAt && known.name === name && known.app === app) return;
      const continues = identities.continuation(identity)?.dev;
      const joined = deviceFact('device.joined', `device/${identity.dev}`, {
        name,
        app,
        ...(continues === undefined ? {} : { continues }),
      });
      journal.append([joined], { actor: APP_ACTOR });
    },
    heartbeat: () => {
      const { name, app, person, open, serves } = presence();
      const damaged = tables.torn(MOST_TOLD).map((path) => path.slice('j/'.length));
      const { dev } = identities.current();
      return { dev, name, app, person, facts: FACTS_VERSION, open: [...open], damaged, serves: [...serves] };
    },
  };
}
