import type { CheckContext } from '#shared/drafts/style/engine/context.ts';
import type { Edit, Finding, Fix } from '#shared/drafts/style/engine/finding.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { checkDraft } from './check.ts';
import type { Pack } from './pack.ts';

/** `text` with `edits` made. They must not overlap; throws when they do. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.from - other.from || one.to - other.to)) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length) throw new Error('Correzioni sovrapposte.');
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** `text` with one fix of `finding` applied; a problem when the text has changed since it was checked. */
export function applyFix(text: string, finding: Finding, fix: Fix): Result<string, Problem> {
  const outside = fix.edits.some((edit) => edit.to > text.length);
  if (outside || text.slice(finding.from, finding.to) !== finding.excerpt) {
    return problem({
      code: 'finding-stale',
      what: 'Il testo è cambiato dopo il controllo: la correzione non si applica più qui.',
      remedy: 'Ricontrolla il testo e scegli di nuovo la correzione.',
    });
  }
  return ok(applyEdits(text, fix.edits));
}

const overlaps = (one: Fix, other: Fix): boolean =>
  one.edits.some((edit) => other.edits.some((taken) => edit.from <= taken.to && taken.from <= edit.to));

/** Rounds of "Correggi tutto": one fix may uncover another, but never for ever. */
const ROUNDS = 20;

/**
 * `text` after "Correggi tutto": the first fix of every finding of a rule with a safe fix, again until none is left.
 * Fixes that touch each other wait for the next round.
 */
export function fixSafely(text: string, pack: Pack, context: CheckContext): string {
  const safe = new Set(catalogue.filter((rule) => rule.safeFix).map((rule) => rule.id));
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const chosen: Fix[] = [];
    for (const finding of checkDraft(current, pack, context)) {
      const [fix] = finding.fixes;
      if (!safe.has(finding.rule) || fix === undefined) continue;
      if (!chosen.some((taken) => overlaps(fix, taken))) chosen.push(fix);
    }
    if (chosen.length === 0) break;
    current = applyEdits(
      current,
      chosen.flatMap((fix) => fix.edits),
    );
  }
  return current;
}
