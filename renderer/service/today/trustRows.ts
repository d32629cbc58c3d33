/** The rows of Oggi about whom and what this desk can trust: its clock, the desks, the roles. Pure. */

import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { RoleChange } from '#shared/people/roleChanges.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { ShareView } from '#shared/service/share.ts';
import type { TodayRow } from './todayRows.ts';

/** The clock that a person is to look at: until then nothing leaves from this desk (P33). */
export function clockRow({ problem, asksPerson }: ShareView['clock']): readonly TodayRow[] {
  if (!problem || !asksPerson) return [];
  return [
    {
      id: 'clock',
      target: { place: 'clock' },
      sign: 'warning',
      verb: 'Guarda l’ora',
      thing: 'quella di questo computer non è confermata',
      office: undefined,
      flag: { text: 'invii in attesa', tone: 'warn' },
      due: 'adesso',
      at: '',
      action: 'Guarda l’ora…',
      story: `${problem.why ?? problem.what} Finché non è confermata da qui non parte niente.`,
    },
  ];
}

/** A register that another desk founded waits to be confirmed: until then nothing goes in or out (P41). */
export function registerRow({ state, configured }: ShareView): readonly TodayRow[] {
  if (state !== 'unconfirmed') return [];
  return [
    {
      id: 'register',
      target: { place: 'register' },
      sign: 'warning',
      verb: 'Conferma il registro condiviso',
      thing: configured ?? '',
      office: undefined,
      flag: { text: 'non condivide', tone: 'warn' },
      due: 'adesso',
      at: '',
      action: 'Guarda il registro…',
      story:
        'Nella cartella c’è già un registro: finché nessuno conferma che è il vostro, da qui non esce e non entra niente.',
    },
  ];
}

/** Desks that others expelled: the head is told, for a week or until he looks (P41). */
export function departedDesks(
  departed: ShareView['departed'],
  { people, retired, today }: Session,
): readonly TodayRow[] {
  return departed.map(({ dev, name, by, at, why }) => ({
    id: `departed ${dev}`,
    target: { place: 'desk', id: dev },
    sign: 'warning',
    verb: 'Postazione tolta:',
    thing: `«${name}», da ${nameOf({ people, retired }, by)}: ${why}`,
    office: undefined,
    flag: undefined,
    due: sayMomentAt(at, today),
    at,
    action: 'Apri la condivisione',
    story: '',
  }));
}

/** This desk was expelled: nothing it does counts any more (P41). */
export function expelledRow({ expelled, deskName }: ShareView): readonly TodayRow[] {
  if (!expelled) return [];
  return [
    {
      id: 'expelled',
      target: { place: 'desk', id: '' },
      sign: 'error',
      verb: 'Postazione tolta',
      thing: `«${deskName}» non fa più parte del registro`,
      office: undefined,
      flag: { text: 'non invia più', tone: 'bad', sign: 'error' },
      due: 'adesso',
      at: '',
      action: 'Apri la condivisione',
      story: `${expelled.why ?? ''} ${expelled.remedy}`.trim(),
    },
  ];
}

/** Approvals from where the head is not bound, or without her PIN: they wait for her word (P6). */
export function unboundRow(
  { id, notice, unbound, lacksPin, approvedOn, changedAt }: JobRow,
  { people, retired, today }: Session,
): TodayRow | undefined {
  if (unbound === null) return undefined;
  return {
    id: `unbound ${id}`,
    target: { place: 'unbound', id },
    sign: 'warning',
    verb: 'Conferma l’approvazione',
    thing: notice.title,
    office: notice.office ?? undefined,
    flag: { text: 'fermo', tone: 'warn' },
    due: `da ${sayMomentAt(changedAt, today)}`,
    at: '',
    action: 'Guarda l’approvazione…',
    story: `${lacksPin ? 'Approvato senza il PIN di' : 'Approvato da una postazione non legata a'} ${nameOf({ people, retired }, unbound)}${approvedOn?.desk ? `, «${approvedOn.desk}»` : ''}: non parte finché non è confermato.`,
  };
}

const CHANGES = {
  given: 'ha adesso il ruolo di capo settore',
  taken: 'non ha più il ruolo di capo settore',
  bound: 'approva adesso da altre postazioni',
  pinSet: 'approva adesso con un altro PIN',
  pinRemoved: 'approva adesso senza PIN',
} as const;

/** Who became head or ceased to be (P1): every desk is told, for a week or until somebody looks. */
export function roleRows(changes: readonly RoleChange[], { people, retired, today }: Session): readonly TodayRow[] {
  return changes.map(({ fact, person, what, by, at }) => ({
    id: `role ${fact}`,
    target: { place: 'people', id: fact },
    sign: 'info',
    verb: 'Chi approva:',
    thing: `${nameOf({ people, retired }, person)} ${CHANGES[what]}, per mano di ${nameOf({ people, retired }, by)}`,
    office: undefined,
    flag: undefined,
    due: sayMomentAt(at, today),
    at,
    action: 'Apri le persone',
    story: '',
  }));
}
