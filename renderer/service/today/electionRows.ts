/** The rows of Oggi about the head's answers in an election period (P39). Pure. */

import { sayMomentAt, sayNearDay } from '#renderer/ui/moments.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Session } from '#shared/people/session.ts';
import type { OpenElection } from '#shared/queue/views.ts';
import { lower, type TodayRow } from './todayRows.ts';

/** The two answers the head owes for a notice: it is held without them, or they are given afterwards. */
export function electionRow(
  { id, title, office, plannedFor, until, when }: OpenElection,
  { person, duty, today, now }: Session,
): TodayRow {
  const isHead = person?.roles.includes('capo settore') ?? false;
  const isHeld = when === 'before';
  const late = isHeld && plannedFor < now;
  const day = sayNearDay(romeOf(plannedFor).day, today);
  return {
    id: `election ${id}`,
    target: { place: 'election', id },
    sign: isHeld ? 'paused' : 'todo',
    verb: isHead ? 'Dai le due risposte' : `${duty.head ?? 'Il capo settore'} risponde:`,
    thing: lower(title),
    office: office ?? undefined,
    flag: isHeld
      ? { text: 'fermo, periodo elettorale', tone: late ? 'bad' : 'warn', sign: late ? 'error' : 'warning' }
      : { text: 'risposte dopo', tone: 'warn' },
    due: isHeld ? sayMomentAt(plannedFor, today) : `per ${day}`,
    at: late ? '' : plannedFor,
    action: isHead ? 'Rispondi' : 'Registra le risposte',
    story: isHeld
      ? `Parte in periodo elettorale, fino a ${sayDay(until)}: senza le due risposte resta fermo.`
      : `È in periodo elettorale, fino a ${sayDay(until)}: le due risposte si danno dopo.`,
  };
}
