import type { Desk } from '#electron/desk/desk.ts';
import { routesHere } from '#electron/desk/sendingSince.ts';
import type { Post } from '#electron/outbox/post.ts';
import type { Channel } from '#electron/queue/sending/channels/channel.ts';
import { contractorChannel } from '#electron/queue/sending/channels/contractor.ts';
import { spoolChannel } from '#electron/queue/sending/channels/spool.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import type { Job } from '#shared/queue/job.ts';

/** The ways out of this desk that need no person (P33). */
export interface Channels {
  /** The channel of a route; none when a person does it: the operational group (P31). */
  readonly channelOf: (route: Route) => Channel | undefined;
  /** Whether somebody chose on this desk where the notices of a route leave from. */
  readonly isHere: (route: Route) => boolean;
}

/** The channels of this desk, over the folders chosen on it. */
export function channelsOf(desk: Desk, post: Post, isEmergency: (job: Job) => boolean): Channels {
  const { folders, files, blobs, roster, now } = desk;
  const profile = () => desk.profile;
  const channels: Partial<Record<Route, Channel>> = {
    'cartella della ditta': spoolChannel(() => folders.get().deliveries, files),
    'e-mail alla ditta': contractorChannel({
      ...{ folder: () => folders.get().outgoing, files, blobs, profile, roster, now, isEmergency, post },
    }),
  };
  return {
    channelOf: (route) => channels[route],
    isHere: (route) => routesHere(desk).includes(route),
  };
}
