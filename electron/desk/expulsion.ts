import type { DeviceStore } from '#electron/journal/exchange/deviceTable.ts';
import type { FactTable } from '#electron/journal/factTable.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { headsOfChain } from '#shared/journal/revocations.ts';

/**
 * What expels a computer (P41): a fact for each name it ever wrote under, because it still has all its keys, up to the
 * newest of its facts that are known here.
 */
export function expulsion(
  facts: FactTable,
  devices: DeviceStore,
  { dev, why }: { readonly dev: string; readonly why: string },
): readonly NewFact[] {
  const all = devices.all().map(({ id }) => id);
  const names = all.filter((one) => one === dev || devices.hasBeen(dev, one) || devices.hasBeen(one, dev));
  return names.map((name) => {
    const links = facts.linksOf(name);
    const last = links.reduce((highest, { seq }) => Math.max(highest, seq), 0);
    const heads = headsOfChain(links).map(({ h }) => h);
    return deviceFact('device.revoked', `device/${name}`, { last, heads, why });
  });
}
