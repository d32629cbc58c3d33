import { diffArrays } from 'diff';
import { z } from 'zod';

/** A run of two compared texts: in both, only in the new one, or only in the old one. */
export const differenceSchema = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type Difference = Readonly<z.infer<typeof differenceSchema>>;

/** Words, spaces and single marks: what a rewriting changes. */
const MARKS_APART = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;
/** Words with the marks that stick to them (`12:30`, `Roma.`) and spaces: what a reader of a report wants to see changed. */
export const WHOLE_WORDS = /\s+|\S+/g;
const LONE_SPACE = /^[^\S\n]+$/;
const SPACE_AT_END = /\s+$/;
/** Texts further apart than this many tokens are two texts: one is shown after the other. */
const MOST_CHANGES = 1_000;

function runsOf(old: string, fresh: string, token: RegExp): readonly Difference[] {
  const changes = diffArrays(old.match(token) ?? [], fresh.match(token) ?? [], { maxEditLength: MOST_CHANGES });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: old },
      { kind: 'added', text: fresh },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** The blanks with which both sides of a change end: they did not change. */
function commonEnd(removed: string, added: string): string {
  const [one = ''] = SPACE_AT_END.exec(removed) ?? [];
  return one !== '' && SPACE_AT_END.exec(added)?.[0] === one ? one : '';
}

/** Joins neighbours of one kind, the removed before the added; a lone space between two changes becomes part of them. */
function joined(runs: readonly Difference[]): readonly Difference[] {
  const result: Difference[] = [];
  let same = '';
  let removed = '';
  let added = '';
  const flush = (next: string): void => {
    const end = next === '' ? '' : commonEnd(removed, added);
    const keep = (text: string): string => text.slice(0, text.length - end.length);
    if (keep(removed) !== '') result.push({ kind: 'removed', text: keep(removed) });
    if (keep(added) !== '') result.push({ kind: 'added', text: keep(added) });
    if (end + next !== '') result.push({ kind: 'same', text: end + next });
    [same, removed, added] = ['', '', ''];
  };
  for (const { kind, text } of runs) {
    if (kind === 'same') same += text;
    else {
      if (same !== '' && removed !== '' && added !== '' && LONE_SPACE.test(same)) {
        removed += same;
        added += same;
        same = '';
      } else if (same !== '') flush(same);
      if (kind === 'removed') removed += text;
      else added += text;
    }
  }
  flush(same);
  return result;
}

/**
 * What changed from `old` to `fresh`, word by word (P24, P26, P36). `same` and `removed` together are `old`,
 * `same` and `added` together are `fresh`; of a change the removed part comes first. The matches of `token`, a global
 * pattern, must make up any text.
 */
export function differences(old: string, fresh: string, token = MARKS_APART): readonly Difference[] {
  return joined(runsOf(old, fresh, token));
}
