import type { Desk } from '#electron/desk/desk.ts';
import { quietlyRead, rememberMailbox, rememberQuiet } from '#electron/requests/mailboxState.ts';
import { saveFile } from '#electron/requests/saveFile.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { UnreadRow } from '#electron/requests/unreadMails.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { plural } from '#shared/kernel/text.ts';
import { nameOf } from '#shared/people/roster.ts';
import { MAILBOX_FULL, MAILBOX_STOPPED } from '#shared/requests/mailboxSign.ts';
import { isForGood, MAX_UNREAD_SHOWN, type UnreadMail, type UnreadMails } from '#shared/requests/unread.ts';
import type { Mailbox } from './mailbox.ts';
import { type Again, checkMailbox, type MailboxCheck } from './receive.ts';
import type { MessageSources } from './receiveOne.ts';

export interface ReadingPorts {
  readonly desk: Desk;
  readonly store: RequestStore;
  readonly mailbox: () => Mailbox;
  /** Whether a person chose where the e-mails of the offices arrive (P20). */
  readonly isChosen: () => boolean;
  readonly wasSent: (request: string) => boolean;
  /** What a report proves of a letter of ours. */
  readonly reported: NonNullable<MessageSources['reported']>;
  readonly answered: NonNullable<MessageSources['answered']>;
  /** Told how many e-mails of how many are done. */
  readonly progress: (done: number, total: number) => void;
  /** Told how every look ended. */
  readonly looked: (problem: Problem | null) => void;
}

const unknownMail = (): Result<never, Problem> =>
  problem({
    code: 'mail-not-unread',
    what: 'Questa e-mail non è più tra quelle non lette.',
    remedy: 'Torna all’elenco: se è stata letta, la trovi tra le richieste.',
  });

const stoppedReading = (left: number): Problem => ({
  code: MAILBOX_STOPPED,
  what: `La lettura della casella è stata fermata: ${plural(left, 'e-mail resta', 'e-mail restano')} da leggere.`,
  remedy: 'Controlla di nuovo la casella: l’app riprende da dove si è fermata.',
});

const FULL: Problem = {
  code: MAILBOX_FULL,
  what: 'La casella è piena: le e-mail nuove tornano indietro a chi le manda.',
  why: 'Quelle che ci sono l’app le ha lette.',
  remedy:
    'Con il programma di posta cancella o sposta quello che non serve, o chiedi più spazio a chi gestisce la posta.',
};

const NOT_CONNECTED = problem({
  code: 'mailbox-not-connected',
  what: 'La casella non è collegata: l’app non sa dove arrivano le e-mail degli uffici.',
  remedy: 'Collegala in Impostazioni, Casella e posta in uscita, oppure scegli una cartella di file.',
});
const foundAny = ({ read, problems, left = 0 }: MailboxCheck): boolean => read + problems.length + left > 0;

const viewOf =
  (desk: Desk) =>
  (row: UnreadRow): UnreadMail => {
    const { id, name, subject, since, triedAt, tries, awayAt, awayBy } = row;
    return {
      ...{ id, name, subject, since, triedAt, tries, problem: row.problem },
      from: row.sender,
      forGood: isForGood(row.problem),
      hasOriginal: row.blob !== null && desk.blobs.has(row.blob),
      away: awayAt === null ? null : { at: awayAt, by: awayBy === null ? null : nameOf(desk.roster(), awayBy) },
    };
  };

/** Counts what a quiet look brought, until a person's look told it. */
function noteQuiet(desk: Desk, { read, added, left }: MailboxCheck, isTold: boolean, isQuiet: boolean): void {
  const known = quietlyRead(desk);
  if (isQuiet && read > 0) rememberQuiet(desk, { read: known.read + read, added: known.added + added });
  // A look that was stopped is told only when it is finished.
  else if (isTold) rememberQuiet(desk, left === undefined ? { read: 0, added: 0 } : { read, added });
}

/** Use-cases about reading the mailbox, one reading at a time, and about the e-mails that could not be read (P10, P20). */
export function readingCases({
  desk,
  store,
  mailbox,
  isChosen,
  wasSent,
  reported,
  answered,
  progress,
  looked,
}: ReadingPorts) {
  const { unread } = store;
  let running:
    | { readonly outcome: Promise<Result<MailboxCheck, Problem>>; readonly isQuiet: boolean; isStopped: boolean }
    | undefined;

  /** One reading after the other: two at once would read every e-mail twice. */
  const run = (again?: Again, isQuiet = false): Promise<Result<MailboxCheck, Problem>> => {
    const state = { isStopped: false, isQuiet };
    const look = async (): Promise<Result<MailboxCheck, Problem>> => {
      const isStopped = (): boolean => state.isStopped;
      const isUnchosen = !isChosen();
      const source = mailbox();
      const isNoAct = isUnchosen || isQuiet;
      const before = isNoAct || typeof again === 'object' ? undefined : quietlyRead(desk);
      const sources = {
        ...{ desk, store, mailbox: source, wasSent, reported, answered, progress, isStopped, isNoAct },
        ...(before ? { before } : {}),
      };
      const checked = await checkMailbox(sources, again);
      source.settle?.();
      if (checked.ok) noteQuiet(desk, checked.value, before !== undefined, isQuiet);
      if (typeof again === 'object') return checked;
      // The app's own folder is no mailbox: what a person put there is read, and nothing is said of it.
      if (isUnchosen) return checked.ok && foundAny(checked.value) ? checked : NOT_CONNECTED;
      const left = checked.ok ? checked.value.left : undefined;
      if (!checked.ok) rememberMailbox(desk, checked.error);
      else if (left !== undefined) rememberMailbox(desk, stoppedReading(left));
      else rememberMailbox(desk, (await source.isFull?.()) ? FULL : null, true);
      looked(checked.ok ? null : checked.error);
      return checked;
    };
    const outcome = look().finally(() => {
      // No job any more: also for a screen that came while it ran.
      progress(0, 0);
      if (running?.outcome === outcome) running = undefined;
    });
    running = Object.assign(state, { outcome });
    return outcome;
  };
  const after = async (again?: Again): Promise<Result<MailboxCheck, Problem>> => {
    while (running) await running.outcome.catch(() => undefined);
    return run(again);
  };
  /** Waits for the reading that runs: what it changed is this act's change too, told before its answer. */
  const join = async (outcome: Promise<Result<MailboxCheck, Problem>>): Promise<Result<MailboxCheck, Problem>> => {
    const checked = await outcome;
    desk.tell('requests');
    return checked;
  };

  return {
    /** Who asks while the mailbox is being read is told what comes of that. */
    check: (): Promise<Result<MailboxCheck, Problem>> =>
      running ? (running.isQuiet ? after() : join(running.outcome)) : run(),
    /** A look nobody asked for: what arrived is read, and it is none of the two of the day (P20). */
    look: (): Promise<Result<MailboxCheck, Problem>> => (running ? running.outcome : run(undefined, true)),
    stop: (): Result<Record<string, never>, Problem> => {
      if (running) running.isStopped = true;
      return ok({});
    },
    readAgain: ({ id }: { readonly id: number | null }): Promise<Result<MailboxCheck, Problem>> => {
      if (id === null) return after('all');
      const row = unread.get(id);
      return row ? after({ source: row.source }) : Promise.resolve(unknownMail());
    },
    list: (): UnreadMails => ({
      waiting: unread.list('waiting', MAX_UNREAD_SHOWN).map(viewOf(desk)),
      total: unread.count(),
      away: unread.list('away', MAX_UNREAD_SHOWN).map(viewOf(desk)),
    }),
    /** A person says that an e-mail is not needed, or is after all. */
    putAway: ({
      id,
      away,
    }: {
      readonly id: number;
      readonly away: boolean;
    }): Result<Record<string, never>, Problem> => {
      if (!unread.get(id)) return unknownMail();
      unread.putAway(id, away ? { at: desk.now(), by: desk.person()?.id ?? null } : null);
      desk.tell('requests');
      return ok({});
    },
    /** Writes the bytes of an e-mail that cannot be read into a folder the user chooses. */
    save: async ({ id }: { readonly id: number }): Promise<Result<{ fileName: string | null }, Problem>> => {
      const row = unread.get(id);
      const bytes = row?.blob && desk.blobs.get(row.blob);
      if (!row || !bytes) {
        return problem({
          code: 'original-gone',
          what: 'L’originale di questa e-mail non è su questo computer.',
          remedy: 'Cercala nella casella, con il programma di posta.',
        });
      }
      return saveFile(desk, row.name, bytes);
    },
  };
}
