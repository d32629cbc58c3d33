import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { viewRow } from '#electron/requests/views.ts';
import { type Decline, decline } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import { regulariseDue } from '#shared/drafts/release.ts';
import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { withinOneWorkingDay } from '#shared/kernel/workdays.ts';
import { nameOf } from '#shared/people/roster.ts';
import { reopen } from '#shared/requests/decide.ts';
import { type Checking, type Forwarding, forwardToHead } from './forward.ts';
import type { DraftStore } from './store.ts';

/** The problem of a text that is not there. */
export const unknownDraft = (): Result<never, Problem> =>
  problem('draft-unknown', 'Questo testo non aspetta più una decisione.', 'Aggiorna l’elenco dei testi.');

/** Use-cases of the texts: writing, forwarding (P24–P26) and the head's decisions but approval (P30). */
export function draftCases(desk: Desk, drafts: DraftStore, requests: RequestStore, checking: () => Checking) {
  const view = (draft: Draft): readonly ApprovalView[] => {
    const request = requests.get(draft.id);
    if (!request) return [];
    return [
      {
        ...draft,
        request: viewRow(desk, request),
        rewrittenByName: nameOf(desk.roster(), draft.rewritten.by),
        due: withinOneWorkingDay(desk.profile.calendar, draft.rewritten.at),
      },
    ];
  };
  return {
    /** The texts on which the head has still to decide, the most urgent first. */
    waiting: (): readonly ApprovalView[] =>
      drafts
        .waiting()
        .flatMap(view)
        .sort((a, b) => (a.due < b.due ? -1 : 1)),
    /** The emergencies the head has still to put in order, the first due first (P34). */
    toRegularise: (): readonly IrregularView[] =>
      drafts
        .irregular()
        .map(({ id, rewritten, release }) => ({
          id,
          title: requests.get(id)?.title ?? '',
          text: rewritten.text,
          authoriser: release?.authoriser ?? '',
          why: release?.why ?? '',
          releasedAt: rewritten.at,
          releasedByName: nameOf(desk.roster(), rewritten.by),
          due: regulariseDue(desk.profile.calendar, rewritten.at),
        }))
        .sort((a, b) => (a.due < b.due ? -1 : 1)),
    /** Keeps the text being written, so that nothing typed is lost. */
    save: ({ id, text }: { readonly id: string; readonly text: string }): Result<{ savedAt: Instant }, Problem> => {
      const savedAt = desk.now();
      drafts.write(id, text, savedAt);
      return ok({ savedAt });
    },
    forward: (forwarding: Forwarding) => forwardToHead(desk, { requests, drafts }, checking(), forwarding),
    /** Returned, not selected or put off; what is returned goes back to the operator's list. */
    decline: ({ id, how }: { readonly id: string; readonly how: Decline }): Result<Record<string, never>, Problem> => {
      const [draft, request] = [drafts.get(id), requests.get(id)];
      if (!draft || !request) return unknownDraft();
      const kept = decideAndKeep(desk, (context) => {
        const declined = decline(draft, how, context);
        if (!declined.ok || how.kind !== 'returned') return declined;
        return ok([...declined.value, ...reopen(request, how.why)]);
      });
      return kept.ok ? ok({}) : kept;
    },
  };
}
