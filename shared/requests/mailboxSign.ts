import { confirmed, failing, prepared, type Truth, warned } from '#shared/kernel/evidence.ts';
import { addMilliseconds, type Instant, romeOf } from '#shared/kernel/instant.ts';
import { accountOf, type Problem } from '#shared/kernel/problem.ts';
import { type Calendar, hoursOf } from '#shared/kernel/workdays.ts';

/** Where this desk reads e-mails: nowhere until a person chooses (P20), then a folder of files or a mail server. */
export const MAILBOX_SOURCES = ['none', 'folder', 'server'] as const;

/** How this desk's mailbox stands. */
export interface MailboxStanding {
  readonly source: (typeof MAILBOX_SOURCES)[number];
  /** The last good look. */
  readonly checkedAt: Instant | null;
  /** The first look after it that did not succeed. */
  readonly failingSince: Instant | null;
  readonly problem: Problem | null;
}

/** In service hours a look is fresh for so long (L14). */
const FRESH_MILLISECONDS = 15 * 60_000;
/** The problem of a reading that a person stopped. */
export const MAILBOX_STOPPED = 'mailbox-stopped';
/** The problem of a mailbox that was read and holds no more. */
export const MAILBOX_FULL = 'mailbox-full';

interface SourceWords {
  readonly away: string;
  readonly unread: string;
  readonly read: string;
  /** Why it was not read so far. */
  readonly chosen: string;
  /** What «letta» rests on. */
  readonly proof: string;
}
/** What each source is called, in the words of L14. */
const WORDS: Readonly<Record<'folder' | 'server', SourceWords>> = {
  folder: {
    away: 'la cartella della posta non risponde',
    unread: 'cartella non ancora letta',
    read: 'cartella letta',
    chosen: 'La cartella è scelta: nessuno l’ha ancora fatta leggere.',
    proof: 'La cartella si è aperta e l’elenco delle e-mail è finito senza errori.',
  },
  server: {
    away: 'la casella non risponde',
    unread: 'casella non ancora letta',
    read: 'casella letta',
    chosen: 'La casella è collegata: la prima lettura non è ancora finita.',
    proof: 'Il server ha aperto la casella e consegnato tutte le e-mail nuove.',
  },
};

const inService = (calendar: Calendar, now: Instant): boolean => {
  const { day, time } = romeOf(now);
  return hoursOf(calendar, day).some(({ from, to }) => from <= time && time <= to);
};

/** The mailbox in the words of L14: never «letta» before a person said where, amber when the look is old in service hours. */
export function mailboxTruth(
  { source, checkedAt, failingSince, problem }: MailboxStanding,
  calendar: Calendar,
  now: Instant,
): Truth {
  if (source === 'none') {
    return prepared({
      word: 'casella non collegata',
      evidence: 'Nessuno ha ancora detto su questo computer dove arrivano le e-mail degli uffici.',
    });
  }
  const words = WORDS[source];
  if (problem) {
    const evidence = accountOf(problem);
    if (problem.code === MAILBOX_STOPPED) return warned({ word: 'lettura fermata', evidence, when: failingSince });
    if (problem.code === MAILBOX_FULL) return warned({ word: 'casella piena', evidence, when: failingSince });
    return failing({ word: words.away, evidence, when: failingSince });
  }
  if (checkedAt === null) {
    return prepared({
      word: words.unread,
      evidence: words.chosen,
    });
  }
  if (inService(calendar, now) && addMilliseconds(checkedAt, FRESH_MILLISECONDS) < now) {
    const evidence = 'Sono passati più di 15 minuti: quello che è arrivato dopo non è ancora stato letto.';
    return warned({ word: words.read, evidence, when: checkedAt });
  }
  return confirmed({
    word: words.read,
    evidence: words.proof,
    when: checkedAt,
  });
}
