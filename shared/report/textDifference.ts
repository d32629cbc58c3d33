import { normaliseText } from '#shared/kernel/text.ts';
import type { TextPart } from './document.ts';

/** Beyond this many pairs of words the texts are shown one after the other: both are no notices. */
const PAIR_LIMIT = 1_000_000;

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** For every pair of positions, how many words the two rests have in common. */
function commonLengths(one: readonly string[], other: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const [row, next] = [lengths[i], lengths[i + 1]];
      if (!row || !next) continue;
      row[j] = one[i] === other[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function pairUp(approved: readonly string[], sent: readonly string[]): TextPart[] {
  if (approved.length * sent.length > PAIR_LIMIT) {
    return [
      { text: approved.join(''), mark: 'approved' },
      { text: sent.join(''), mark: 'sent' },
    ];
  }
  const lengths = commonLengths(approved, sent);
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < approved.length || j < sent.length) {
    const [one, other] = [approved[i], sent[j]];
    if (one !== undefined && one === other) {
      parts.push({ text: one, mark: 'same' });
      i++;
      j++;
    } else if (one !== undefined && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
      parts.push({ text: one, mark: 'approved' });
      i++;
    } else {
      parts.push({ text: other ?? '', mark: 'sent' });
      j++;
    }
  }
  return parts;
}

/** Joins neighbours of one mark; between two changed words the space is part of the change. */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const runs: { text: string; mark: TextPart['mark'] }[] = [];
  for (const { text, mark } of parts) {
    const last = runs.at(-1);
    if (last?.mark === mark) last.text += text;
    else if (text !== '') runs.push({ text, mark });
  }
  return runs;
}

/** Between two changes a lone space would split them into crumbs: it goes to both sides. */
function withoutCrumbs(parts: readonly TextPart[]): readonly TextPart[] {
  const grown: TextPart[] = [];
  let [approved, sent] = ['', ''];
  const close = (): void => {
    grown.push({ text: approved, mark: 'approved' }, { text: sent, mark: 'sent' });
    [approved, sent] = ['', ''];
  };
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const isCrumb = part.mark === 'same' && /^\s+$/.test(part.text) && next !== undefined && approved + sent !== '';
    if (part.mark === 'same' && !isCrumb) {
      close();
      grown.push(part);
    }
    if (part.mark === 'approved' || isCrumb) approved += part.text;
    if (part.mark === 'sent' || isCrumb) sent += part.text;
  }
  close();
  return joined(grown);
}

/**
 * The differences between the approved text and the one really sent (P36), word by word, in reading order;
 * empty when both have the same normal form. `approved` and `same` parts together give the approved text,
 * `sent` and `same` parts the sent one.
 */
export function textDifference(approvedText: string, sentText: string): readonly TextPart[] {
  const [approved, sent] = [normaliseText(approvedText), normaliseText(sentText)];
  if (approved === sent) return [];
  return withoutCrumbs(joined(pairUp(wordsOf(approved), wordsOf(sent))));
}
