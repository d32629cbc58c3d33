import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Job } from '#shared/queue/job.ts';
import type { Decision } from '#shared/requests/decision.ts';

/** Nobody has asked the group yet: the text is at most in the clipboard (P31, P34). */
const isNotAsked = (job: Job | undefined): boolean =>
  job?.route === 'gruppo operativo' && ['queued', 'deferred', 'held', 'delivering'].includes(job.state);

const DECLINED = { returned: 'restituita', refused: 'non selezionata', postponed: 'rinviata' } as const;

/** What really became of a request whose text left the desk, for the words to the left (P30, P66); none before that. */
export function decisionOf(
  desk: Desk,
  { drafts, queue }: { readonly drafts: DraftStore; readonly queue: QueueStore },
  id: string,
): Decision | null {
  const draft = drafts.get(id);
  if (!draft) return null;
  const name = (person: string): string => nameOf(desk.roster(), person);
  return outcomeOf(draft, queue.get(id), name);
}

function outcomeOf(draft: Draft, job: Job | undefined, name: (person: string) => string): Decision | null {
  const { state, why, approved, approval, release, rewritten, declined } = draft;
  const recordedOf = (
    decided: {
      readonly way: 'app' | 'telefono' | 'e-mail';
      readonly recordedBy: string | null;
      readonly note: string;
    } | null,
    at: string | null,
  ): Decision['recorded'] =>
    decided?.recordedBy && decided.way !== 'app'
      ? { way: decided.way, by: name(decided.recordedBy), at, note: decided.note }
      : null;
  switch (state) {
    case 'waiting':
      return null;
    case 'approved':
      return {
        outcome: approval?.changed ? 'approvata con modifiche' : 'approvata',
        why: null,
        by: approved && name(approved.by),
        at: approved?.at ?? null,
        recorded: recordedOf(approval, approval?.recordedAt ?? null),
      };
    case 'released': {
      const emergency = isNotAsked(job) ? 'emergenza copiata, non ancora chiesta' : 'emergenza';
      const isEmergency = release?.way === 'emergenza';
      const who = isEmergency ? release.authoriser : name(rewritten.by);
      const outcome = isEmergency ? emergency : 'via alternativa';
      return { outcome, why: release?.why ?? null, by: who ?? null, at: rewritten.at, recorded: null };
    }
    case 'withdrawn':
      return { outcome: 'ritirata', why, by: null, at: null, recorded: null };
    case 'returned':
    case 'refused':
    case 'postponed':
      return {
        outcome: DECLINED[state],
        why,
        by: declined && name(declined.by),
        at: declined?.at ?? null,
        recorded: recordedOf(declined, declined?.recordedAt ?? null),
      };
  }
}
