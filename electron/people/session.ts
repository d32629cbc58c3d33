import type { Desk } from '#electron/desk/desk.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { uncoveredPhases } from '#shared/people/escalation.ts';
import type { Phase } from '#shared/people/person.ts';
import { halfAt, headOf, isHeadPresent, onDuty } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';

/** The session of this moment: person at the desk, municipality, whose turn it is (P3, P6). */
export function sessionOf(desk: Desk, training: boolean): Session {
  const now = desk.now();
  const today = romeOf(now).day;
  const roster = desk.roster();
  const half = halfAt(desk.profile.calendar, now);
  const duty = (phase: Phase): string | null => onDuty(roster, phase, today, half)?.name ?? null;
  return {
    now,
    today,
    person: desk.person() ?? null,
    account: desk.account,
    people: [...roster.people],
    retired: [...roster.retired],
    profile: desk.profile,
    training,
    duty: {
      intake: duty('intake'),
      alternative: duty('alternative'),
      report: duty('report'),
      head: headOf(roster)?.name ?? null,
      headPresent: isHeadPresent(roster, today, half),
      uncovered: [...uncoveredPhases(roster, desk.profile.calendar, today, half)],
    },
    escalation: roster.escalation,
  };
}
