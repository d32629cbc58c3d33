import { z } from 'zod';
import type { Computer } from '#electron/db/computer.ts';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { DeviceStore } from '#electron/journal/exchange/deviceTable.ts';
import type { Exchange } from '#electron/journal/exchange/exchange.ts';
import { expelledProblem } from '#shared/journal/devices.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { ClockProof } from './clockProof.ts';

/** This desk among the others that share its register (P41). */
export interface Sharing {
  readonly exchange: Exchange;
  /** The name this desk has for the others. */
  readonly deskName: () => string;
  /** Gives this desk another name for the others. */
  readonly rename: (name: string) => void;
  /** The name of a desk for people to read. */
  readonly nameOf: (dev: string) => string | null;
  /** Says which requests are open on this desk's screen: the others see it. */
  readonly setOpen: (requests: readonly string[]) => void;
  /** Why this desk, which was expelled, sends nothing any more; `undefined` while it takes part. */
  readonly expelled: () => Problem | undefined;
  /** What expels a desk, with all the names its computer wrote under. */
  readonly expulsion: (who: { readonly dev: string; readonly why: string }) => readonly NewFact[];
  /** Whether the clock of this computer is trusted with the moment of a sending. */
  readonly clock: ClockProof;
}

const DESK_NAME = 'desk-name';

/** The name this desk has for the others: the one it was given, else that of the computer. */
export const deskNameOf = (local: LocalValues, { name }: Computer): string =>
  local.get(DESK_NAME, z.string().min(1)) ?? name;

interface SharingParts {
  readonly device: () => string;
  readonly expulsion: Sharing['expulsion'];
  readonly local: LocalValues;
  readonly computer: Computer;
  readonly exchange: Exchange;
  readonly devices: DeviceStore;
  readonly setOpen: Sharing['setOpen'];
  readonly clock: ClockProof;
}

/** What the words know of the other desks. */
export function sharingOf({
  local,
  computer,
  exchange,
  devices,
  setOpen,
  clock,
  device,
  expulsion,
}: SharingParts): Sharing {
  return {
    exchange,
    deskName: () => deskNameOf(local, computer),
    rename: (name) => local.set(DESK_NAME, name),
    nameOf: (dev) => devices.get(dev)?.name || (dev === device() ? deskNameOf(local, computer) : null),
    setOpen,
    clock,
    expulsion,
    expelled: () => expelledProblem(devices.get(device())),
  };
}
