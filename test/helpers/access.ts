/** A desk that is given an access to the post, as a person gives it. */
import { expect } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { ok } from '#shared/kernel/result.ts';
import type { MailAccess } from '#shared/people/profile/mailAccess.ts';
import { openOnlineTown } from './mailboxDesk.ts';
import type { OauthServer } from './oauthServer.ts';
import type { Town, TownAppOptions } from './openTown.ts';

export const accessOf = ({ app }: Town) => act(app, 'requests.access', {});

/** A desk in whose browser the page of the sign-in is opened by `visit`. */
export const openAccessTown = (visit: (page: string) => unknown, options: TownAppOptions = {}): Promise<Town> =>
  openOnlineTown({
    ...options,
    ask: async (ask) => {
      if (ask.what === 'open-sign-in') void visit(ask.url);
      return ok(null);
    },
  });

/** The person signs in with a code, and says yes. */
export async function giveAccess(town: Town, provider: OauthServer): Promise<MailAccess> {
  const access = provider.access('code');
  await act(town.app, 'requests.beginAccess', access);
  provider.answerCode(true);
  await expect.poll(async () => (await accessOf(town)).kept?.isOver).toBe(false);
  return access;
}
