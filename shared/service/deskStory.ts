import { idIn, momentIn, tellerOf } from '#shared/journal/story.ts';
import { serviceFacts } from './facts.ts';

/** What can happen to the desk itself, in words. */
export const serviceStory = tellerOf(serviceFacts, {
  'clock.confirmed': ({ actor, at, ent, body }, { person, desk }) =>
    `${person(actor)} ha detto che l’ora della postazione ${desk(idIn(ent))} è giusta: ${momentIn(body.shows, at)}`,
});
