import type { Database } from '#electron/db/open.ts';
import { type Device, type DeviceKey, deviceSchema, foldDevice } from '#shared/journal/devices.ts';
import { entityTable } from './entityTable.ts';
import type { Projection } from './projection.ts';

const devices = entityTable({
  kind: 'device',
  version: 1,
  topic: 'share',
  schema: deviceSchema,
  columns: { accepted_key: ({ accepted }) => accepted?.key ?? null },
  fold: foldDevice,
});

export const deviceProjections: readonly Projection[] = [devices.projection];

export interface DeviceStore {
  readonly get: (dev: string) => Device | undefined;
  readonly all: () => readonly Device[];
  /** Whether a person at an enrolled desk accepted this desk with this key. */
  readonly isAccepted: (desk: DeviceKey) => boolean;
}

/** Reads the desks of the register. */
export function deviceStore(database: Database): DeviceStore {
  const table = devices.open(database);
  return {
    get: table.get,
    all: () => table.list(),
    isAccepted: ({ dev, key }) => table.count('id = ? AND accepted_key = ?', [dev, key]) > 0,
  };
}
