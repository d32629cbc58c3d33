import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { DeviceStore } from '#electron/journal/deviceTable.ts';
import type { Exchange } from '#electron/journal/exchange.ts';
import type { SharedLog } from '#electron/journal/sharedLog.ts';
import type { Desk } from '#electron/people/desk.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { isClockWrong, type ShareView, saySkew } from '#shared/service/share.ts';
import type { Status } from '#shared/service/status.ts';

const SHARE = 'share';
const SEEN_DESKS = 'seen-desks';
const seenSchema = z.array(z.string());
/** How long the head is told of a desk that was let in. */
const NEWS_MILLISECONDS = 7 * 24 * 3_600_000;
const shareSchema = z.object({ path: z.string().min(1) });

export interface ShareParts {
  readonly desk: Desk;
  readonly exchange: Exchange;
  readonly devices: DeviceStore;
  readonly register: RegisterStore;
  readonly numbering: Numbering;
  /** Name of this desk for the others; with a value, from now on. */
  readonly deskName: (name?: string) => string;
  readonly changed: (topics: readonly string[]) => void;
  readonly openShare: ((configured: string) => SharedLog) | undefined;
  readonly ask: (ask: {
    readonly what: 'choose-folder';
    readonly title: string;
    readonly start: string | null;
  }) => Promise<Result<unknown, Problem>>;
}

type Done = Result<Record<string, never>, Problem>;

const chosenShare = (local: LocalValues): string | undefined => local.get(SHARE, shareSchema)?.path;

/** Use-cases of the shared register (P41): where it is, who takes part, and how the exchange stands. */
export function shareCases(parts: ShareParts) {
  const { desk, exchange, devices, register, numbering, deskName, openShare, ask, changed } = parts;

  /** The path is kept exactly as chosen: a name may begin with a space (P4). */
  const use = (path: string | undefined): void => {
    if (path === undefined || !openShare) exchange.use(undefined, null);
    else exchange.use(openShare(path), path);
  };
  use(chosenShare(desk.local));

  const seenDesks = (): readonly string[] => desk.local.get(SEEN_DESKS, seenSchema) ?? [];

  /** What the head is told: desks that others let in during the last week and that were not looked at here. */
  const newcomersOf = ({ desks }: ShareState): ShareView['newcomers'] => {
    const person = desk.person();
    if (!person?.roles.includes('capo settore')) return [];
    const since = addMilliseconds(desk.now(), -NEWS_MILLISECONDS);
    const seen = seenDesks();
    return desks.flatMap(({ dev, name, acceptedBy: by, acceptedAt: at }) => {
      const isNews = by !== null && at !== null && by !== person.id && at >= since && !seen.includes(dev);
      return isNews ? [{ dev, name, by, at }] : [];
    });
  };

  return {
    /** What the frame and the settings show of it. */
    state: (): Status['share'] => {
      const state = exchange.state();
      return {
        ...state,
        desks: state.desks.map((one) => ({ ...one, open: [...one.open] })),
        deskName: deskName(),
        newcomers: newcomersOf(state),
        provisional: register.countProvisional(),
        collisions: numbering.collisions().map(({ number, keeps, loses }) => ({
          number,
          titles: [keeps, ...loses].map((id) => register.get(id)?.title ?? id),
        })),
      };
    },

    choose: async (): Promise<Result<{ chosen: boolean }, Problem>> => {
      const start = chosenShare(desk.local) ?? null;
      const answered = await ask({ what: 'choose-folder', title: 'Scegli la cartella condivisa del registro', start });
      if (!answered.ok) return answered;
      const path = z.string().min(1).safeParse(answered.value);
      if (!path.success) return ok({ chosen: false });
      desk.local.set(SHARE, { path: path.data });
      use(path.data);
      await exchange.round();
      return ok({ chosen: true });
    },

    /** Takes a path as it is configured, from the profile or from a test. */
    usePath: async (path: string): Promise<void> => {
      desk.local.set(SHARE, { path });
      use(path);
      await exchange.round();
    },

    found: async (): Promise<Done> => {
      if (!(await exchange.found())) {
        await exchange.round();
        if (exchange.state().state === 'connected') return ok({});
        return problem(
          'share-not-founded',
          'Il registro condiviso non è stato creato: la cartella non è pronta, o un’altra postazione l’ha appena fatto.',
          'Guarda come sta la cartella condivisa, poi riprova.',
        );
      }
      await exchange.round();
      return ok({});
    },

    leave: (): Done => {
      desk.local.set(SHARE, null);
      use(undefined);
      return ok({});
    },

    check: async (): Promise<Done> => {
      await exchange.round();
      return ok({});
    },

    /** A person at this desk lets another desk in (any enrolled desk may). */
    accept: async ({ dev, key }: { readonly dev: string; readonly key: string }): Promise<Done> => {
      const waiting = exchange
        .state()
        .quarantine.find((file) => file.reason === 'unknown-desk' && file.dev === dev && file.key === key);
      if (!exchange.state().isEnrolled || !waiting) {
        return problem(
          'desk-not-acceptable',
          waiting
            ? 'Questa postazione non è ancora accettata: non può farne entrare un’altra.'
            : 'Questa postazione non aspetta più di essere accettata.',
          'Usa una postazione già accettata e guarda di nuovo l’elenco.',
        );
      }
      const accepted = deviceFact('device.accepted', `device/${dev}`, { key, name: waiting.name ?? '' });
      const kept = desk.keep(ok([accepted]));
      if (!kept.ok) return kept;
      await exchange.round();
      return ok({});
    },

    see: ({ dev }: { readonly dev: string }): Done => {
      desk.local.set(SEEN_DESKS, [...new Set([...seenDesks(), dev])]);
      changed(['share']);
      return ok({});
    },

    rename: ({ name }: { readonly name: string }): Done => {
      deskName(name.trim());
      changed(['share']);
      void exchange.round();
      return ok({});
    },

    /** The name of a desk for people to read. */
    nameOf: (dev: string): string => devices.get(dev)?.name ?? dev,

    /** Why the clock of this computer is not trusted with the moment of a sending. */
    clockTrouble: (): Problem | undefined => {
      const { skewMilliseconds } = exchange.state();
      if (!isClockWrong(skewMilliseconds)) return undefined;
      return {
        code: 'clock-wrong',
        message: `L’orologio di questo computer è ${saySkew(skewMilliseconds)}: gli invii aspettano.`,
        remedy: 'Correggi data e ora del computer, oppure invia da un’altra postazione.',
      };
    },
  };
}
