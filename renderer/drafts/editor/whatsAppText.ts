import { countCharacters, excerpt } from '#shared/kernel/text.ts';

/** A run of characters with one look. A link is shown, never followed. */
export interface WhatsAppRun {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly strike?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly link?: boolean | undefined;
}

/** One line of a message as WhatsApp formats it; an empty line has no runs. */
export interface WhatsAppLine {
  readonly kind: 'text' | 'bullet' | 'number' | 'quote';
  /** The number of a `number` line, as written. */
  readonly number?: number | undefined;
  readonly runs: readonly WhatsAppRun[];
}

/** Lines that belong together: a list, a quotation, or running text. */
export interface WhatsAppBlock {
  readonly kind: WhatsAppLine['kind'];
  readonly lines: readonly WhatsAppLine[];
}

/** Neighbouring lines of the same kind as one block, in order. */
export function blocksOf(lines: readonly WhatsAppLine[]): readonly WhatsAppBlock[] {
  const blocks: { kind: WhatsAppLine['kind']; lines: WhatsAppLine[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last?.kind === line.kind) last.lines.push(line);
    else blocks.push({ kind: line.kind, lines: [line] });
  }
  return blocks;
}

/** The lines up to `limit` visible characters, and whether something was left out. Line ends count one. */
export function foldLines(
  lines: readonly WhatsAppLine[],
  limit: number,
): { readonly lines: readonly WhatsAppLine[]; readonly folded: boolean } {
  const kept: WhatsAppLine[] = [];
  let left = limit;
  for (const line of lines) {
    const runs: WhatsAppRun[] = [];
    for (const run of line.runs) {
      const length = countCharacters(run.text);
      if (length > left) {
        if (left > 1) runs.push({ ...run, text: excerpt(run.text, left) });
        return { lines: runs.length > 0 ? [...kept, { ...line, runs }] : kept, folded: true };
      }
      runs.push(run);
      left -= length;
    }
    kept.push(line);
    left -= 1;
  }
  return { lines: kept, folded: false };
}
