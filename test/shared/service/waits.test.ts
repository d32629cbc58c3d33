import { describe, expect, it } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { Session } from '#shared/people/session.ts';
import { awayUntil, turnOf, type Wait } from '#shared/service/waits.ts';
import { LUCA, MARTA, MONDAY_MORNING, ORNELLA, rosterOf } from '../../helpers/town.ts';

const away = (person: string, from: string, to: string) => ({ id: `${person} ${from}`, person, from, to });
const ROSTER = rosterOf([away('marta', '2026-03-02', '2026-03-03'), away('marta', '2026-03-04', '2026-03-04')]);
function sitting(person: Session['person'], change: Partial<Session['duty']> = {}): Session {
  const [now, today] = [MONDAY_MORNING, '2026-03-02'];
  const duty = { intake: LUCA.name, alternative: LUCA.name, report: ORNELLA.name, head: ORNELLA.name };
  return {
    ...{ now, today, person, account: '', people: [...ROSTER.people], retired: [], profile: valdombra },
    ...{ training: false, escalation: null },
    duty: { ...duty, headPresent: true, uncovered: [], ...change },
  };
}
const take: Wait = { word: 'requests', kind: 'take', id: 'r1', inCharge: null, isPressing: false };
const ask: Wait = { word: 'queue', kind: 'ask', id: 'r1', due: MONDAY_MORNING, isPast: false };

describe('whose turn a thing is (P2, P3)', () => {
  it('by the chain: mine, another one’s, and everybody’s when nobody is there', () => {
    expect(turnOf(take, ROSTER, sitting(LUCA))).toEqual({ whose: 'mine' });
    expect(turnOf(take, ROSTER, sitting(ORNELLA))).toEqual({ whose: 'turn', name: LUCA.name });
    expect(turnOf(take, ROSTER, sitting(ORNELLA, { intake: null }))).toEqual({ whose: 'mine' });
  });

  it('the work of who is away is shown until when, that of who is there is hers', () => {
    const ofMarta: Wait = { ...take, kind: 'finish', inCharge: MARTA.id };
    expect(turnOf(ofMarta, ROSTER, sitting(LUCA))).toEqual({ whose: 'absent', person: 'marta', until: '2026-03-04' });
    expect(turnOf({ ...ofMarta, inCharge: LUCA.id }, ROSTER, sitting(ORNELLA))).toEqual({ whose: 'elsewhere' });
    expect(turnOf({ ...ofMarta, inCharge: 'left' }, ROSTER, sitting(LUCA))).toEqual({ whose: 'mine' });
    expect(awayUntil(ROSTER, 'marta', '2026-03-02')).toBe('2026-03-04');
  });

  it('an answer about what left the desk is everybody’s', () => {
    expect(turnOf({ ...take, kind: 'answer', isPressing: true }, ROSTER, sitting(ORNELLA))).toEqual({ whose: 'mine' });
  });

  it('the head asks the group; whoever is there does when she is not, or when its moment is over', () => {
    expect(turnOf(ask, ROSTER, sitting(ORNELLA))).toEqual({ whose: 'mine' });
    expect(turnOf(ask, ROSTER, sitting(LUCA))).toEqual({ whose: 'turn', name: ORNELLA.name });
    expect(turnOf(ask, ROSTER, sitting(LUCA, { headPresent: false }))).toEqual({ whose: 'mine' });
    expect(turnOf({ ...ask, isPast: true }, ROSTER, sitting(LUCA))).toEqual({ whose: 'mine' });
  });

  it('what was asked waits for others until it is due', () => {
    const confirm: Wait = { ...ask, kind: 'confirm', due: '2026-03-02T10:00:00.000Z' };
    expect(turnOf(confirm, ROSTER, sitting(LUCA))).toEqual({ whose: 'others' });
    expect(turnOf({ ...confirm, due: MONDAY_MORNING }, ROSTER, sitting(LUCA))).toEqual({ whose: 'mine' });
  });
});
