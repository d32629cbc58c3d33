import { type Heartbeat, heartbeatSchema, MOST_TOLD } from '#shared/journal/devices.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { SharedLog } from './sharedLog.ts';

/** A heartbeat is renewed so often. */
const HEARTBEAT_MILLISECONDS = 30_000;
/** A desk whose last heartbeat is older is not there any more. */
const GONE_MILLISECONDS = 90_000;
/** Heartbeats read in one round: of the desks of this register, and of others, which anybody may leave. */
const READ_A_ROUND = 100;
export const STRANGERS_READ_A_ROUND = 20;
/** Desks outside this register whose heartbeat is remembered. */
const MOST_STRANGERS = 200;

/** The last heartbeat of a desk, and when this computer saw it first: clocks of others do not count. */
export interface SeenHeartbeat extends Heartbeat {
  readonly seenAt: Instant;
}

/** The first of these that come after `last`, going round. */
const inTurn = (files: readonly string[], last: string, count: number): readonly string[] => [
  ...new Set([...files.filter((file) => file > last), ...files].slice(0, count)),
];

/** The heartbeats of the desks: ephemeral, unsigned, never facts. */
export function openHeartbeats(now: () => Instant) {
  const seen = new Map<string, SeenHeartbeat>();
  /** The file of each desk that was looked at last, also where it told nothing. */
  const looked = new Map<string, string>();
  const last = { known: '', stranger: '' };
  let given = 0;
  let lastContent = '';

  const readOne = async (log: SharedLog, dev: string, file: string): Promise<void> => {
    try {
      const text = await log.readHeartbeat(file);
      looked.set(dev, file);
      const parsed = heartbeatSchema.safeParse(JSON.parse(text));
      if (parsed.success && parsed.data.dev === dev) seen.set(dev, { ...parsed.data, seenAt: now() });
    } catch {
      // Replaced while it was read, or no heartbeat: the next one comes.
    }
  };

  /** Forgets the oldest of the desks outside this register. */
  const forgetStrangers = (desks: ReadonlySet<string>): void => {
    const strangers = [...looked.keys()].filter((dev) => !desks.has(dev));
    for (const dev of strangers.slice(0, Math.max(0, strangers.length - MOST_STRANGERS))) {
      looked.delete(dev);
      seen.delete(dev);
    }
  };

  return {
    /**
     * Gives this desk's heartbeat when it is due, or when what it tells changed; answers with this computer's clock minus
     * that of the place, in milliseconds, or `undefined` when none was given.
     */
    give: async (log: SharedLog, heartbeat: Omit<Heartbeat, 'at'>): Promise<number | undefined> => {
      const at = now();
      const limited = {
        ...heartbeat,
        open: heartbeat.open.slice(0, MOST_TOLD),
        damaged: heartbeat.damaged.slice(0, MOST_TOLD),
      };
      const content = JSON.stringify(limited);
      const moment = Date.parse(at);
      if (content === lastContent && moment - given < HEARTBEAT_MILLISECONDS && moment >= given) return undefined;
      const written = await log.heartbeat(
        heartbeat.dev,
        moment.toString(16).padStart(12, '0'),
        JSON.stringify({ ...limited, at }),
      );
      given = moment;
      lastContent = content;
      return Math.round(moment - written);
    },
    /**
     * Takes in the heartbeats of the others: only those with a new name are read, some in each round; those of `desks`, of
     * this register, are not crowded out by others.
     */
    take: async (
      log: SharedLog,
      files: readonly string[],
      own: string,
      desks: ReadonlySet<string> = new Set(),
    ): Promise<void> => {
      const devOf = (file: string): string => file.slice(0, file.lastIndexOf('-'));
      const newest = new Map([...files].sort().map((file) => [devOf(file), file]));
      const fresh = [...newest].filter(([dev, file]) => dev !== own && looked.get(dev) !== file);
      const of = (wanted: boolean): readonly string[] =>
        fresh.filter(([dev]) => desks.has(dev) === wanted).map(([, file]) => file);
      const [ours, strangers] = [
        inTurn(of(true), last.known, READ_A_ROUND),
        inTurn(of(false), last.stranger, STRANGERS_READ_A_ROUND),
      ];
      last.known = ours.at(-1) ?? '';
      last.stranger = strangers.at(-1) ?? '';
      for (const file of [...ours, ...strangers]) await readOne(log, devOf(file), file);
      forgetStrangers(desks);
    },
    of: (dev: string): SeenHeartbeat | undefined => seen.get(dev),
    isThere: (dev: string): boolean => {
      const heartbeat = seen.get(dev);
      return heartbeat !== undefined && Date.parse(now()) - Date.parse(heartbeat.seenAt) < GONE_MILLISECONDS;
    },
    /** Segments `<dev>/<name>` that other desks found damaged. */
    damaged: (): ReadonlySet<string> => new Set([...seen.values()].flatMap(({ damaged }) => damaged)),
  };
}
export type Heartbeats = ReturnType<typeof openHeartbeats>;
