import type { Desk } from '#electron/desk/desk.ts';
import { ROUTES, type Route } from '#shared/people/profile/routes.ts';
import { type RouteLack, routeLacks } from '#shared/queue/routeLacks.ts';
import type { Serving } from '#shared/queue/serving.ts';

/** What each way out lacks in this town and on this desk, and from which other desk it leaves, for who is about to choose one. */
export function listRoutes(
  desk: Desk,
  leavesFromHere: (route: Route) => boolean,
  servingOf: (route: Route) => Serving,
): readonly { readonly route: Route; readonly lacks: RouteLack[]; readonly servedBy: string | null }[] {
  const { profile } = desk;
  const roster = desk.roster();
  return ROUTES.map((route) => {
    const lacks = [...routeLacks(route, { profile, roster, leavesFromHere: leavesFromHere(route) })];
    const serving = lacks.includes('folder') ? servingOf(route) : undefined;
    return { route, lacks, servedBy: serving?.by === 'other' ? serving.name : null };
  });
}
