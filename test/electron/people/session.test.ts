import { expect, it } from 'vitest';
import { sessionOf } from '#electron/people/session.ts';
import { setChain } from '#shared/people/absences.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { planChain } from '#shared/people/plans.ts';
import { onDuty } from '#shared/people/roster.ts';
import { sessionSchema } from '#shared/people/session.ts';
import { must, openTestDesk, openTownDesk, write } from '../../helpers/desk.ts';
import { LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

it('of an empty desk: nobody sits there, nobody is on duty', () => {
  const { desk } = openTestDesk();
  const session = sessionOf(desk, true);
  expect(sessionSchema.parse(session)).toEqual(session);
  expect(session).toMatchObject({
    today: '2026-03-02',
    training: true,
    person: null,
    people: [],
    profile: desk.profile,
    duty: { intake: null, alternative: null, report: null, head: null, headPresent: false },
    escalation: null,
  });
});

it('says whose turn it is today, with today’s absences', () => {
  const opened = openTownDesk();
  expect(sessionOf(opened.desk, true)).toMatchObject({
    person: MARTA,
    people: [LUCA, MARTA, ORNELLA],
    duty: {
      intake: 'Marta Bellin',
      alternative: 'Marta Bellin',
      report: 'Ornella Vidal',
      head: 'Ornella Vidal',
      headPresent: true,
    },
  });
  const away = { id: 'a1', person: 'marta', from: '2026-03-03', to: '2026-03-03' };
  write(opened, peopleFact('absence.set', 'absence/a1', away));
  expect(sessionOf(opened.desk, true).duty.intake).toBe('Marta Bellin');
  opened.clock.set('2026-03-02T23:00:00.000Z');
  expect(sessionOf(opened.desk, true)).toMatchObject({ today: '2026-03-03', duty: { intake: 'Ornella Vidal' } });
  opened.clock.set('2026-03-03T23:00:00.000Z');
  expect(sessionOf(opened.desk, true).duty.intake).toBe('Marta Bellin');
});

it('says whose turn it is by the order that holds that day; one set after it takes its place (P4)', () => {
  const opened = openTownDesk();
  const { desk, clock } = opened;
  const from = '2026-03-04';
  write(opened, ...must(planChain(desk.roster(), { phase: 'intake', from, people: ['luca', 'marta'] }, '2026-03-02')));
  const intake = () => sessionOf(desk, true).duty.intake;
  expect(intake()).toBe('Marta Bellin');
  expect(onDuty(desk.roster(), 'intake', from)?.name).toBe('Luca Zennaro');
  // Midnight in Rome, between the third and the fourth.
  clock.set('2026-03-03T22:59:59.000Z');
  expect(intake()).toBe('Marta Bellin');
  clock.set('2026-03-03T23:00:00.000Z');
  expect(intake()).toBe('Luca Zennaro');
  expect(desk.roster()).toMatchObject({ chains: { intake: ['luca', 'marta'], report: expect.any(Array) }, plans: [] });
  write(opened, ...must(setChain(desk.roster(), 'intake', ['ornella', 'luca'])));
  expect(intake()).toBe('Ornella Vidal');
});
