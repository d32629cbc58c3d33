import { listed } from '#shared/journal/story.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { headOf, type Roster } from '#shared/people/roster.ts';

/** What a way out can lack: an address of the town, its head, or the folder it leaves from on this desk. */
export const ROUTE_LACKS = ['mailbox', 'contractor', 'head', 'mayor', 'folder'] as const;
export type RouteLack = (typeof ROUTE_LACKS)[number];

/** What a way is judged by: the town, its people, and whether its notices may leave from this desk. */
export interface RouteGround {
  readonly profile: Pick<Profile, 'mailbox' | 'contractor' | 'mayor'>;
  readonly roster: Roster;
  readonly leavesFromHere: boolean;
}

/**
 * What a way lacks in this town and on this desk, all at once (P31–P34): the one place that knows it, asked before the way
 * is offered, when a notice enters the queue and when it leaves. The operational group lacks nothing: a person asks it.
 */
export function routeLacks(route: Route, { profile, roster, leavesFromHere }: RouteGround): readonly RouteLack[] {
  const isMissing: Readonly<Record<RouteLack, boolean>> = {
    mailbox: profile.mailbox === null,
    contractor: profile.contractor.address === null,
    head: headOf(roster) === undefined,
    mayor: profile.mayor === null,
    folder: !leavesFromHere,
  };
  const needed: Readonly<Record<Route, readonly RouteLack[]>> = {
    'gruppo operativo': [],
    'e-mail alla ditta': ROUTE_LACKS,
    'cartella della ditta': ['folder'],
  };
  return needed[route].filter((lack) => isMissing[lack]);
}

/**
 * Of what a way lacks, what keeps a notice out of the queue: another desk may have the folder; an emergency leaves from
 * here and now, and alone goes without the mayor's copy, which is asked for afterwards (P34).
 */
export const stopsQueueing = (lacks: readonly RouteLack[], isEmergency: boolean): readonly RouteLack[] =>
  lacks.filter((lack) => lack !== (isEmergency ? 'mayor' : 'folder'));

const NAMES: Readonly<Record<RouteLack, string>> = {
  mailbox: 'la casella degli uffici',
  contractor: 'l’indirizzo della ditta',
  head: 'il capo settore',
  mayor: 'l’indirizzo del sindaco, che riceve in copia ogni invio alla ditta',
  folder: 'la cartella da cui parte su questa postazione',
};

/** What is said of a way that lacks something: everything at once, and where it is written. */
export function lackingProblem(route: Route, lacks: readonly RouteLack[]): Problem {
  const many = lacks.length > 1;
  const to = route === 'e-mail alla ditta' ? 'Per scrivere alla ditta' : 'Per consegnare alla ditta';
  const places = [
    ...(lacks.includes('head') ? ['in Persone'] : []),
    ...(lacks.some((lack) => lack !== 'head' && lack !== 'folder') ? ['in Comune'] : []),
    ...(lacks.includes('folder') ? ['in Cartelle'] : []),
  ];
  return {
    code: 'route-lacks',
    what: `${to} ${many ? 'mancano' : 'manca'} ${listed(lacks.map((lack) => NAMES[lack]))}.`,
    why: 'Niente è partito.',
    remedy: `Scrivi quello che manca qui, dove lo chiede, oppure nelle Impostazioni, ${listed(places)}.`,
  };
}
