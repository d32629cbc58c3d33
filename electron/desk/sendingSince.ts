import type { LocalValues } from '#electron/db/localValues.ts';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { ROUTES, type Route } from '#shared/people/profile/routes.ts';
import { type FolderChoices, routesFrom } from './folders.ts';

/** Since when this desk sends by itself: of this desk alone. */
const SINCE = 'sending-since';

/** What tells whether letters leave this desk by themselves. */
interface Sends {
  readonly local: LocalValues;
  readonly profile: Pick<Profile, 'mailAccount'>;
}

/** Since when letters leave this desk by themselves; `undefined` where nobody connected it. */
export const sendingSince = ({ local, profile }: Sends): Instant | undefined =>
  profile.mailAccount.sending === null ? undefined : (local.get(SINCE, instantSchema) ?? undefined);

/** Letters leave by themselves from this moment on, or not any more. */
export const setSendingSince = (local: LocalValues, at: Instant | null): void => local.set(SINCE, at);

/** The routes by which notices leave from this desk: those whose folder somebody chose, and e-mail where it is connected. */
export const routesHere = (desk: Sends & { readonly folders: Pick<FolderChoices, 'isChosen'> }): readonly Route[] => {
  const chosen = routesFrom(desk.folders);
  return ROUTES.filter(
    (route) => chosen.includes(route) || (route === 'e-mail alla ditta' && sendingSince(desk) !== undefined),
  );
};
