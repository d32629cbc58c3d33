import { describe, expect, it } from 'vitest';
import { EMPTY_ROSTER } from '#shared/people/roster.ts';
import { lackingProblem, type RouteGround, routeLacks, stopsQueueing } from '#shared/queue/routeLacks.ts';
import { ORNELLA } from '../../helpers/town.ts';

const NOTHING: RouteGround = {
  profile: { mailbox: null, contractor: { name: 'Ditta', address: null }, mayor: null },
  roster: EMPTY_ROSTER,
  leavesFromHere: false,
};
const ALL: RouteGround = {
  profile: { mailbox: 'u@c.example', contractor: { name: 'Ditta', address: 'd@d.example' }, mayor: 's@c.example' },
  roster: { ...EMPTY_ROSTER, people: [ORNELLA] },
  leavesFromHere: true,
};

describe('what a way lacks (P31–P34)', () => {
  it('names everything at once', () => {
    expect(routeLacks('e-mail alla ditta', NOTHING)).toEqual(['mailbox', 'contractor', 'head', 'mayor', 'folder']);
    expect(routeLacks('cartella della ditta', NOTHING)).toEqual(['folder']);
    expect(routeLacks('gruppo operativo', NOTHING)).toEqual([]);
    expect(routeLacks('e-mail alla ditta', ALL)).toEqual([]);
  });

  it('an emergency waits for everything but the mayor, any other notice for everything but the folder of this desk', () => {
    const lacks = routeLacks('e-mail alla ditta', NOTHING);
    expect(stopsQueueing(lacks, true)).toEqual(['mailbox', 'contractor', 'head', 'folder']);
    expect(stopsQueueing(lacks, false)).toEqual(['mailbox', 'contractor', 'head', 'mayor']);
  });

  it('is said in one sentence with its places', () => {
    const said = lackingProblem('e-mail alla ditta', ['head', 'mayor']);
    expect(said.what).toBe(
      'Per scrivere alla ditta mancano il capo settore e l’indirizzo del sindaco, che riceve in copia ogni invio alla ditta.',
    );
    expect(said.remedy).toContain('in Persone e in Comune');
    expect(lackingProblem('cartella della ditta', ['folder']).what).toBe(
      'Per consegnare alla ditta manca la cartella da cui parte su questa postazione.',
    );
  });
});
