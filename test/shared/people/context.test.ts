import { describe, expect, it } from 'vitest';
import { requireRole } from '#shared/people/context.ts';
import { contextOf, LUCA, MARTA, MONDAY_MORNING, ORNELLA, rosterOf } from '../../helpers/town.ts';

describe('requireRole', () => {
  it('lets who has the role act', () => {
    expect(requireRole(contextOf(ORNELLA), 'capo settore', 'approvare').ok).toBe(true);
  });

  it('tells others who can', () => {
    expect(requireRole(contextOf(LUCA), 'capo settore', 'approvare')).toEqual({
      ok: false,
      error: {
        code: 'not-your-role',
        what: 'Solo chi ha il ruolo «capo settore» può approvare.',
        why: 'Adesso alla postazione c’è Luca Zennaro.',
        remedy: 'Può farlo: Ornella Vidal.',
      },
    });
  });

  it('names everybody who can', () => {
    const refused = requireRole(contextOf(ORNELLA), 'operatore', 'preparare la bozza');
    expect(refused.ok ? '' : refused.error.remedy).toBe('Può farlo: Luca Zennaro, Marta Bellin.');
  });

  it('says what to do when nobody has the role', () => {
    const roster = { ...rosterOf(), people: [MARTA] };
    const refused = requireRole(contextOf(MARTA, MONDAY_MORNING, roster), 'capo settore', 'approvare');
    expect(refused.ok ? '' : refused.error.remedy).toBe('Nelle Impostazioni indica chi ha il ruolo «capo settore».');
  });
});
