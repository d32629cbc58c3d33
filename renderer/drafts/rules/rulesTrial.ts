/** What edited rules would say of a text, beside what the rules in use say (P23). Pure. */
import { checkDraft } from '#shared/drafts/style/check.ts';
import type { CheckContext } from '#shared/drafts/style/engine/context.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';
import type { Pack } from '#shared/drafts/style/pack.ts';

export interface TrialDifference {
  readonly kind: 'new' | 'gone' | 'heavier or lighter';
  /** As the edited rules say it; as those in use did when it is gone. */
  readonly finding: Finding;
  /** As the rules in use say it, when they do. */
  readonly before: Finding | undefined;
}

export interface Trial {
  readonly before: number;
  readonly after: number;
  readonly differences: readonly TrialDifference[];
  /** What both say alike. */
  readonly same: readonly Finding[];
}

const keyOf = ({ rule, from, to }: Finding): string => `${rule} ${from} ${to}`;

/** Runs both packs on `text`: what differs, and what both say alike, in the order of the findings. */
export function tryRules(text: string, pack: Pack, edited: Pack, context: CheckContext): Trial {
  const [old, next] = [checkDraft(text, pack, context), checkDraft(text, edited, context)];
  const [known, kept] = [new Map(old.map((one) => [keyOf(one), one])), new Set(next.map(keyOf))];
  const isSame = (finding: Finding): boolean => known.get(keyOf(finding))?.severity === finding.severity;
  const changed = next.flatMap((finding): readonly TrialDifference[] => {
    const before = known.get(keyOf(finding));
    if (!before) return [{ kind: 'new', finding, before }];
    return before.severity === finding.severity ? [] : [{ kind: 'heavier or lighter', finding, before }];
  });
  const gone = old
    .filter((finding) => !kept.has(keyOf(finding)))
    .map((finding): TrialDifference => ({ kind: 'gone', finding, before: finding }));
  return { before: old.length, after: next.length, differences: [...changed, ...gone], same: next.filter(isSame) };
}
