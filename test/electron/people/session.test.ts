import { expect, it } from 'vitest';
import { sessionOf } from '#electron/people/session.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { sessionSchema } from '#shared/people/session.ts';
import { openTestDesk, openTownDesk, write } from '../../helpers/desk.ts';
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
