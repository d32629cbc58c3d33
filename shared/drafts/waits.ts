/** What of a text waits for the head (P30, P34). Pure. */
import type { Day } from '#shared/kernel/day.ts';
import { isInConflict } from './decide.ts';
import type { Draft } from './draft.ts';

export interface DraftWait {
  readonly word: 'drafts';
  /** `decide`: also a text put off whose day has come, and two texts approved apart; `regularise`: an emergency. */
  readonly kind: 'decide' | 'regularise';
  /** The request. */
  readonly id: string;
}

/** As much of a text as is looked at. */
export type WaitingDraft = Pick<Draft, 'id' | 'state' | 'until' | 'conflicts' | 'release'>;

/** Put off to a day that has not come yet: it waits, but not for a decision now. */
export const isPutOff = ({ state, until }: Pick<WaitingDraft, 'state' | 'until'>, today: Day): boolean =>
  state === 'postponed' && until !== null && until > today;

/** What of these texts waits for the head. */
export function draftWaits(drafts: readonly WaitingDraft[], today: Day): readonly DraftWait[] {
  return drafts.flatMap((draft): DraftWait[] => {
    const { id, state, release } = draft;
    const isAsked = state === 'waiting' || state === 'postponed' || isInConflict(draft);
    if (isAsked && !isPutOff(draft, today)) return [{ word: 'drafts', kind: 'decide', id }];
    const isIrregular = release?.way === 'emergenza' && release.regularisedAt === null;
    return isIrregular ? [{ word: 'drafts', kind: 'regularise', id }] : [];
  });
}
