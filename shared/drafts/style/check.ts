import type { CheckContext } from '#shared/drafts/style/engine/context.ts';
import { type Finding, SEVERITIES } from '#shared/drafts/style/engine/finding.ts';
import { UNCONFIRMED, valuesOf } from '#shared/drafts/style/engine/parameters.ts';
import { readDraft } from '#shared/drafts/style/engine/reading.ts';
import type { Hit, Rule } from '#shared/drafts/style/engine/rule.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { type Pack, settingOf } from './pack.ts';

const isWhole = (text: string, offset: number): boolean => {
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return !(code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff);
};

/** Whether `[from, to)` lies in the text and cuts no emoji in half. */
const isSlice = (text: string, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  from >= 0 && from <= to && to <= text.length && isWhole(text, from) && isWhole(text, to);

function assertSlices(rule: Rule, text: string, hit: Hit): void {
  const edits = (hit.fixes ?? []).map((fix) => fix.edits);
  const inOrder = edits.every((list) => list.every((edit, index) => edit.from >= (list[index - 1]?.to ?? 0)));
  if (![hit, ...edits.flat()].every((slice) => isSlice(text, slice)) || !inOrder) {
    throw new Error(`Regola ${rule.id}: posizioni fuori dal testo ${JSON.stringify(hit)}`);
  }
}

function sourceOf(rule: Rule, pack: Pack): string {
  const open = (rule.parameters ?? []).some((name) => !pack.parameters[name].confirmed);
  return open ? `${rule.source} (${UNCONFIRMED})` : rule.source;
}

const bySeverityThenPlace = (one: Finding, other: Finding): number =>
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
  one.from - other.from ||
  one.to - other.to ||
  (one.rule < other.rule ? -1 : 1);

/**
 * What the rules of `pack` find in a draft (P23), worst first, then in the order of the text.
 * Every finding holds `text.slice(from, to)` as its excerpt; offsets are UTF-16. Pure and synchronous.
 */
export function checkDraft(text: string, pack: Pack, context: CheckContext): readonly Finding[] {
  const reading = readDraft(text, valuesOf(pack.parameters), context);
  const findings: Finding[] = [];
  for (const rule of catalogue) {
    const { on, severity } = settingOf(pack, rule);
    if (!on) continue;
    for (const hit of rule.check(reading)) {
      assertSlices(rule, text, hit);
      const { from, to, message, fixes = [] } = hit;
      const excerpt = text.slice(from, to);
      findings.push({
        rule: rule.id,
        severity,
        from,
        to,
        excerpt,
        message,
        why: rule.why,
        source: sourceOf(rule, pack),
        fixes,
      });
    }
  }
  return findings.sort(bySeverityThenPlace);
}
