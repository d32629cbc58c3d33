import { type Desk, type Done, unlocked } from '#electron/desk/desk.ts';
import { sha256 } from '#electron/journal/journal.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { viewRequest } from '#electron/requests/views.ts';
import { bearsItsHash, type Decline, decline } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import { requireAnswersRead } from '#shared/drafts/elsewhere.ts';
import { headHaste } from '#shared/drafts/headHaste.ts';
import { regulariseDue } from '#shared/drafts/release.ts';
import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { nameOf } from '#shared/people/roster.ts';
import { reopen } from '#shared/requests/decide.ts';
import { type Checking, forwardToHead, type TextToForward } from './forward.ts';
import type { DraftStore } from './store.ts';

/** The problem of a text that is not there. */
export const unknownDraft = (): Result<never, Problem> =>
  problem({
    code: 'draft-unknown',
    what: 'Questo testo non aspetta più una decisione.',
    remedy: 'Aggiorna l’elenco dei testi.',
  });

/** Use-cases of the texts: writing, forwarding (P24–P26) and the head's decisions but approval (P30). */
export function draftCases(desk: Desk, drafts: DraftStore, requests: RequestStore, checking: () => Checking) {
  const view = (draft: Draft): readonly ApprovalView[] => {
    const request = requests.get(draft.id);
    if (!request) return [];
    return [
      {
        ...draft,
        request: viewRequest(desk, request),
        isAltered: ![draft.rewritten, ...draft.conflicts].every((text) => bearsItsHash(text, sha256)),
        rewrittenByName: nameOf(desk.roster(), draft.rewritten.by),
        ...headHaste(desk.profile.calendar, draft, request.data),
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
      desk.tell('writing');
      return ok({ savedAt });
    },
    forward: (forwarding: TextToForward) => forwardToHead(desk, { requests, drafts }, checking(), forwarding),
    /** Returned, not selected or put off; what is returned goes back to the operator's list. */
    decline: ({ id, how }: { readonly id: string; readonly how: Decline }): Done => {
      const [draft, request] = [drafts.get(id), requests.get(id)];
      if (!draft || !request) return unknownDraft();
      return desk.act((context) => {
        const read = requireAnswersRead(request.unread, { isHead: true });
        if (!read.ok) return read;
        const declined = unlocked(desk, decline(draft, how, context));
        if (!declined.ok || how.kind !== 'returned') return declined;
        return ok([...declined.value, ...reopen(request, how.why)]);
      });
    },
  };
}
