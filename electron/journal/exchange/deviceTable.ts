import type { ReadableDatabase } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { type Device, type DeviceKey, deviceSchema, foldDevice } from '#shared/journal/devices.ts';
import { FACTS_VERSION } from '#shared/journal/fact.ts';

const devices = entityTable({
  kind: 'device',
  version: 3,
  topic: 'share',
  schema: deviceSchema,
  columns: {},
  fold: foldDevice,
});

export const deviceProjections: readonly Projection[] = [devices.projection];

export interface DeviceStore {
  readonly get: (dev: string) => Device | undefined;
  readonly all: () => readonly Device[];
  /** The names of all desks, by which their files are found. */
  readonly ids: () => readonly string[];
  /** Whether a person at an enrolled desk accepted this desk with this key. */
  readonly isAccepted: (desk: DeviceKey) => boolean;
  /** Whether the computer that is the desk `dev` wrote as `former` before it was copied or restored. */
  readonly hasBeen: (dev: string, former: string) => boolean;
}

/** Reads the desks of the register. */
export function deviceStore(database: ReadableDatabase): DeviceStore {
  const table = devices.open(database);
  // A later acceptance with another key takes nothing back from what was signed before.
  const accepted = database.prepare<[string, string], { h: string }>(
    `SELECT h FROM fact WHERE ent = ? AND v <= ${FACTS_VERSION} AND type = 'device.accepted' AND json_extract(body, '$.key') = ?
     AND NOT EXISTS (SELECT 1 FROM uncounted WHERE uncounted.h = fact.h)`,
  );
  return {
    get: table.get,
    all: () => table.list(),
    ids: () => table.list().map(({ id }) => id),
    isAccepted: ({ dev, key }) => accepted.get(`device/${dev}`, key) !== undefined,
    hasBeen: (dev, former) => {
      const passed = new Set<string>();
      for (let one: string | null = dev; one !== null && !passed.has(one); one = table.get(one)?.continues ?? null) {
        if (one === former) return true;
        passed.add(one);
      }
      return false;
    },
  };
}
