import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import { keepSending } from '#electron/desk/folders.ts';
import type { Sharing } from '#electron/desk/sharing.ts';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { ShareView } from '#shared/service/share.ts';
import { viewClock } from './clock.ts';
import { deskCases } from './desks.ts';
import { joiningCases } from './joining.ts';

const SHARE = 'share';
const shareSchema = z.object({ path: z.string().min(1) });

export interface ShareParts {
  readonly sharing: Sharing;
  readonly register: RegisterStore;
  readonly numbering: Numbering;
  readonly openShare: ((configured: string) => SharedLog) | undefined;
}

const chosenShare = (local: LocalValues): string | undefined => local.get(SHARE, shareSchema)?.path;

/** Use-cases of the shared register (P41): where it is, who takes part, and how the exchange stands. */
export function shareCases(desk: Desk, { sharing, register, numbering, openShare }: ShareParts) {
  const { exchange } = sharing;
  const desks = deskCases(desk, sharing);

  /** The path is kept exactly as chosen: a name may begin with a space (P4). */
  const use = (path: string | undefined): void => {
    if (path === undefined || !openShare) exchange.use(undefined, null);
    else exchange.use(openShare(path), path);
  };
  use(chosenShare(desk.local));
  const leave = (): Done => {
    desk.local.set(SHARE, null);
    use(undefined);
    return ok({});
  };

  return {
    /** What the frame and the settings show of it. */
    state: (): ShareView => {
      const state = exchange.state();
      return {
        ...state,
        desks: state.desks.map((one) => ({ ...one, open: [...one.open] })),
        clock: viewClock(desk, sharing.clock, state),
        deskName: sharing.deskName(),
        ...desks.news(state),
        expelled: sharing.expelled() ?? null,
        provisional: register.countProvisional(),
        collisions: numbering.collisions().map(({ number, keeps, loses }) => ({
          number,
          titles: [keeps, ...loses].map((id) => register.get(id)?.title ?? id),
        })),
      };
    },

    choose: async (): Promise<Result<{ chosen: boolean }, Problem>> => {
      const start = chosenShare(desk.local) ?? (desk.profile.registerPath || null);
      const chosen = await desk.system.chooseFolder('Scegli la cartella condivisa del registro', start);
      if (!chosen.ok) return chosen;
      const path = chosen.value;
      if (path === null) return ok({ chosen: false });
      desk.local.set(SHARE, { path });
      use(path);
      await exchange.round();
      return ok({ chosen: true });
    },

    /** Takes the path the municipality says (P4); what was used before stays when nothing is found there. */
    useRegisterPath: async (): Promise<Done> => {
      const before = chosenShare(desk.local);
      const path = desk.profile.registerPath;
      if (path === '') {
        return problem({
          code: 'register-path-missing',
          what: 'Nei dati del Comune non c’è il percorso del registro.',
          remedy: 'Scegli la cartella, o scrivi il percorso nei dati del Comune.',
        });
      }
      use(path);
      await exchange.round();
      const { location, problem: trouble } = exchange.state();
      if (!location && trouble) {
        use(before);
        return problem({
          ...trouble,
          what: `Al percorso «${path}» non trovo niente, né così né senza lo spazio davanti ai nomi.`,
          remedy: 'Collega l’unità di rete e riprova, oppure scegli la cartella.',
        });
      }
      desk.local.set(SHARE, { path });
      return ok({});
    },

    found: async (): Promise<Done> => {
      if (!(await exchange.found())) {
        await exchange.round();
        if (exchange.state().state === 'connected') return ok({});
        return problem({
          code: 'share-not-founded',
          what: 'Il registro condiviso non è stato creato: la cartella non è pronta, o un’altra postazione l’ha appena fatto.',
          remedy: 'Guarda come sta la cartella condivisa, poi riprova.',
        });
      }
      keepSending(desk.folders);
      await exchange.round();
      return ok({});
    },

    leave,
    joining: joiningCases(desk, exchange, leave),

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
        return problem({
          code: 'desk-not-acceptable',
          what: waiting
            ? 'Questa postazione non è ancora accettata: non può farne entrare un’altra.'
            : 'Questa postazione non aspetta più di essere accettata.',
          remedy: 'Usa una postazione già accettata e guarda di nuovo l’elenco.',
        });
      }
      const accepted = deviceFact('device.accepted', `device/${dev}`, { key, name: waiting.name ?? '' });
      const kept = desk.keep(ok([accepted]));
      if (!kept.ok) return kept;
      await exchange.round();
      return ok({});
    },

    see: desks.see,
    expel: desks.expel,
    askAgain: desks.askAgain,

    rename: ({ name }: { readonly name: string }): Done => {
      sharing.rename(name.trim());
      desk.tell('share');
      void exchange.round();
      return ok({});
    },
  };
}
