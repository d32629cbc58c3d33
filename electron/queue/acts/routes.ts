import type { Desk } from '#electron/desk/desk.ts';
import { ROUTES, type Route } from '#shared/people/profile/routes.ts';
import { type RouteLack, routeLacks } from '#shared/queue/routeLacks.ts';

/** What each way out lacks in this town and on this desk, for who is about to choose one. */
export function listRoutes(
  desk: Desk,
  leavesFromHere: (route: Route) => boolean,
): readonly { readonly route: Route; readonly lacks: RouteLack[] }[] {
  const { profile } = desk;
  const roster = desk.roster();
  return ROUTES.map((route) => ({
    route,
    lacks: [...routeLacks(route, { profile, roster, leavesFromHere: leavesFromHere(route) })],
  }));
}
