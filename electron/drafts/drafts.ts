import type { Desk } from '#electron/people/desk.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { viewRow } from '#electron/requests/views.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { withinOneWorkingDay } from '#shared/kernel/workdays.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { DraftStore } from './store.ts';

/** The problem of a text that is not there. */
export const unknownDraft = (): Result<never, Problem> =>
  problem('draft-unknown', 'Questo testo non aspetta più una decisione.', 'Aggiorna l’elenco dei testi.');

/** The texts on which the head has still to decide, the most urgent first (P30). */
export function listWaiting(desk: Desk, drafts: DraftStore, requests: RequestStore): readonly ApprovalView[] {
  const roster = desk.roster();
  const view = (draft: Draft): ApprovalView | undefined => {
    const request = requests.get(draft.id);
    return (
      request && {
        ...draft,
        request: viewRow(desk, request),
        rewrittenByName: nameOf(roster, draft.rewritten.by),
        due: withinOneWorkingDay(desk.profile.calendar, draft.rewritten.at),
      }
    );
  };
  return drafts
    .waiting()
    .flatMap((draft) => view(draft) ?? [])
    .sort((a, b) => (a.due < b.due ? -1 : 1));
}

/** Keeps the text being written, so that nothing typed is lost. */
export function saveText(
  desk: Desk,
  drafts: DraftStore,
  { id, text }: { readonly id: string; readonly text: string },
): Result<{ savedAt: Instant }, Problem> {
  const savedAt = desk.now();
  drafts.write(id, text, savedAt);
  return ok({ savedAt });
}
