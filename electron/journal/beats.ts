import { type Beat, beatSchema, MOST_TOLD } from '#shared/journal/devices.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { SharedLog } from './sharedLog.ts';

/** A sign of life is renewed so often. */
const BEAT_MILLISECONDS = 30_000;
/** A desk whose last sign is older is not there any more. */
const GONE_MILLISECONDS = 90_000;

/** The last sign of life of a desk, and when this computer saw it first: clocks of others do not count. */
export interface SeenBeat extends Beat {
  readonly seenAt: Instant;
}

/** The signs of life of the desks: ephemeral, unsigned, never facts. */
export function beats(now: () => Instant) {
  const seen = new Map<string, SeenBeat & { readonly name: string; readonly file: string }>();
  let given = 0;
  let lastContent = '';

  const readOne = async (log: SharedLog, file: string): Promise<void> => {
    try {
      const parsed = beatSchema.safeParse(JSON.parse(await log.readBeat(file)));
      if (parsed.success && file.startsWith(`${parsed.data.dev}-`)) {
        seen.set(parsed.data.dev, { ...parsed.data, file, seenAt: now() });
      }
    } catch {
      // Replaced while it was read: the next one comes.
    }
  };

  return {
    /** Gives this desk's sign of life when it is due, or when what it tells changed. */
    give: async (log: SharedLog, beat: Omit<Beat, 'at'>): Promise<void> => {
      const at = now();
      const told = { ...beat, open: beat.open.slice(0, MOST_TOLD), damaged: beat.damaged.slice(0, MOST_TOLD) };
      const content = JSON.stringify(told);
      const moment = Date.parse(at);
      if (content === lastContent && moment - given < BEAT_MILLISECONDS && moment >= given) return;
      await log.beat(beat.dev, moment.toString(16).padStart(12, '0'), JSON.stringify({ ...told, at }));
      given = moment;
      lastContent = content;
    },
    /** Takes in the signs of the others: only those with a new name are read. */
    take: async (log: SharedLog, files: readonly string[], own: string): Promise<void> => {
      const newest = new Map<string, string>();
      for (const file of [...files].sort()) newest.set(file.slice(0, file.lastIndexOf('-')), file);
      for (const [dev, file] of newest) if (dev !== own && seen.get(dev)?.file !== file) await readOne(log, file);
    },
    of: (dev: string): SeenBeat | undefined => seen.get(dev),
    isThere: (dev: string): boolean => {
      const beat = seen.get(dev);
      return beat !== undefined && Date.parse(now()) - Date.parse(beat.seenAt) < GONE_MILLISECONDS;
    },
    /** Segments `<dev>/<name>` that other desks found damaged. */
    damaged: (): ReadonlySet<string> => new Set([...seen.values()].flatMap(({ damaged }) => damaged)),
  };
}
