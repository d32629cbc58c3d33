import { z } from 'zod';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { Sharing } from '#electron/desk/sharing.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ShareView } from '#shared/service/share.ts';

const SEEN_DESKS = 'seen-desks';
const seenSchema = z.array(z.string());
/** How long the head is told of a desk that was let in or expelled. */
const NEWS_MILLISECONDS = 7 * 24 * 3_600_000;

/** The desks that come and go (P41): any enrolled one may expel another, and the head is told of both. */
export function deskCases(desk: Desk, sharing: Sharing) {
  const { exchange } = sharing;
  const seen = (): readonly string[] => desk.local.get(SEEN_DESKS, seenSchema) ?? [];
  /** An expelled desk is news again, although its coming was seen. */
  const expelledKey = (dev: string): string => `expelled ${dev}`;

  const isNews = (key: string, by: string, at: string): boolean => {
    const person = desk.person();
    if (!person?.roles.includes('capo settore') || by === person.id) return false;
    return at >= addMilliseconds(desk.now(), -NEWS_MILLISECONDS) && !seen().includes(key);
  };

  return {
    /** Desks that others let in or expelled during the last week and that the head has not looked at here. */
    news: ({ desks }: ShareState): Pick<ShareView, 'newcomers' | 'departed'> => ({
      newcomers: desks.flatMap(({ dev, name, acceptedBy: by, acceptedAt: at, revoked }) =>
        by !== null && at !== null && !revoked && isNews(dev, by, at) ? [{ dev, name, by, at }] : [],
      ),
      departed: desks.flatMap(({ dev, name, revoked }) =>
        revoked && isNews(expelledKey(dev), revoked.by, revoked.at) ? [{ dev, name, ...revoked }] : [],
      ),
    }),

    see: ({ dev }: { readonly dev: string }): Done => {
      desk.local.set(SEEN_DESKS, [...new Set([...seen(), dev, expelledKey(dev)])]);
      desk.tell('share');
      return ok({});
    },

    /** A person at an enrolled desk expels another one (P41): what it writes from now on counts nowhere. */
    expel: async ({ dev, why }: { readonly dev: string; readonly why: string }): Promise<Done> => {
      const { isEnrolled, desks } = exchange.state();
      const target = desks.find((one) => one.dev === dev);
      if (!isEnrolled || !target || target.isThis || target.revoked) {
        return problem({
          code: 'desk-not-removable',
          what: target?.isThis
            ? 'È la postazione che stai usando: da qui non si può togliere.'
            : 'Adesso questa postazione non si può togliere.',
          remedy: isEnrolled
            ? 'Guarda di nuovo l’elenco. Per togliere questa postazione usane un’altra.'
            : 'Fallo da una postazione già accettata.',
        });
      }
      const kept = desk.act(() => ok(sharing.expulsion({ dev, why: why.trim() })));
      if (!kept.ok) return kept;
      await exchange.round();
      return ok({});
    },

    /** An expelled desk asks to be let in again, under a new name. */
    askAgain: async (): Promise<Done> => {
      if (!sharing.expelled()) {
        return problem({
          code: 'desk-not-expelled',
          what: 'Questa postazione non è stata tolta dal registro.',
          remedy: 'Continua pure a lavorare.',
        });
      }
      exchange.startAnew();
      await exchange.round();
      return ok({});
    },
  };
}
