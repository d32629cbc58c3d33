/** The row of Oggi about a mailbox that is not read until a person does something about it. Pure. */
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import { waitsForAPerson } from '#shared/requests/mailboxRhythm.ts';
import type { Status } from '#shared/service/status.ts';
import type { TodayRow } from './todayRows.ts';

/** As much of the mailbox as is looked at. */
export type MailboxAway = Pick<Status['mailbox'], 'source' | 'problem' | 'failingSince'>;

/** What to do, by the problem. */
const VERBS: Readonly<Record<string, string>> = {
  'access-ended': 'Accedi di nuovo alla posta',
  'access-missing': 'Accedi alla posta',
  'mailbox-folder-missing': 'Scegli la cartella della casella',
};
const PASSWORD = 'Scrivi la password della casella';
const ASK = 'Fai aprire la casella';

function verbOf(code: string): string {
  return VERBS[code] ?? (code.includes('password') ? PASSWORD : ASK);
}

/** The mailbox on a server that waits for a person, until it is read again (P10). */
export function mailboxAwayRow(mailbox: MailboxAway | undefined, { now, today }: Session): readonly TodayRow[] {
  const { source, problem, failingSince } = mailbox ?? { source: 'none', problem: null, failingSince: null };
  if (source !== 'server' || problem === null || !waitsForAPerson(problem.code)) return [];
  const since = failingSince ?? now;
  return [
    {
      id: 'mailboxAway',
      target: { place: 'mailAccount' },
      sign: 'error',
      verb: verbOf(problem.code),
      thing: 'nessuna e-mail nuova viene letta',
      office: undefined,
      flag: { text: 'casella ferma', tone: 'bad', sign: 'error' },
      due: `da ${sayMomentAt(since, today)}`,
      at: since,
      action: 'Apri la casella',
      story: [problem.what, problem.why, problem.remedy].filter(Boolean).join(' '),
    },
  ];
}
