import { describe, expect, it } from 'vitest';
import { setPerson } from '#shared/people/decide.ts';
import { planChain, removePlan, rosterOn } from '#shared/people/plans.ts';
import { chainOn, type Roster } from '#shared/people/roster.ts';
import { LUCA, MARTA, rosterOf } from '../../helpers/town.ts';

const TODAY = '2026-03-02';
const plan = (from: string, ...people: readonly string[]) => ({ phase: 'intake' as const, from, people: [...people] });
const planned = (...plans: Roster['plans']): Roster => ({ ...rosterOf(), plans });
const MONDAY = plan('2026-03-09', 'luca', 'marta');
const FRIDAY = plan('2026-03-13', 'ornella');

describe('an order from a day to come (P4)', () => {
  it('holds from its day until the next one begins, whatever the order they were written in', () => {
    const roster = planned(FRIDAY, MONDAY);
    const on = (day: string) => chainOn(roster, 'intake', day).join();
    expect(['2026-03-08', '2026-03-09', '2026-03-12', '2026-03-13', '2027-01-01'].map(on)).toEqual([
      ...['marta,ornella,luca', 'luca,marta', 'luca,marta'],
      ...['ornella', 'ornella'],
    ]);
    expect(chainOn(roster, 'report', '2026-03-13')).toEqual(roster.chains.report);
  });

  it('gives way to an order that was set on its day or later, not to an earlier one', () => {
    const chains = (since: string | null) => {
      const of = (people: readonly string[]) => ({ people, since });
      return { intake: of(['marta']), alternative: of([]), report: of([]) };
    };
    const on = (since: string | null, day: string) =>
      rosterOn({ ...planned(MONDAY, FRIDAY), chains: chains(since) }, day).chains.intake;
    expect(on(null, '2026-03-09')).toEqual(['luca', 'marta']);
    expect(on('2026-03-08', '2026-03-09')).toEqual(['luca', 'marta']);
    expect(on('2026-03-09', '2026-03-09')).toEqual(['marta']);
    expect(on('2026-03-10', '2026-03-13')).toEqual(['ornella']);
  });

  it('is refused where that day has another order, is not to come, or names somebody twice', () => {
    const codes = (roster: Roster, wanted: Parameters<typeof planChain>[1]) => {
      const made = planChain(roster, wanted, TODAY);
      return made.ok ? 'ok' : made.error.code;
    };
    expect(codes(planned(MONDAY), plan('2026-03-09', 'ornella'))).toBe('plans-overlap');
    expect(codes(planned(MONDAY), plan('2026-03-10', 'ornella'))).toBe('ok');
    expect(codes(planned(MONDAY), { ...plan('2026-03-09', 'ornella'), phase: 'report' })).toBe('ok');
    expect(codes(planned(), plan(TODAY, 'marta'))).toBe('plan-not-to-come');
    expect(codes(planned(), plan('2026-03-09', 'marta', 'marta'))).toBe('chain-invalid');
    expect(codes(planned(), plan('2026-03-09', 'nessuno'))).toBe('chain-invalid');
  });

  it('is taken back as long as it has not begun', () => {
    expect(removePlan(planned(MONDAY), MONDAY)).toMatchObject({ value: [{ ent: 'plan/intake-2026-03-09' }] });
    expect(removePlan(planned(), MONDAY)).toMatchObject({ error: { code: 'plan-unknown' } });
  });

  it('loses who may no longer do the work', () => {
    const accounting = { ...LUCA, roles: ['contabilità' as const] };
    const facts = setPerson(planned(MONDAY), accounting);
    expect(facts.ok && facts.value).toContainEqual(
      expect.objectContaining({ type: 'chain.planned', body: { ...MONDAY, people: ['marta'] } }),
    );
    expect(setPerson(planned(MONDAY), MARTA)).toMatchObject({ value: [{ type: 'person.set' }] });
  });
});
