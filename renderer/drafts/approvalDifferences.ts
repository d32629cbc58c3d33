import { type Difference, differences } from '#shared/drafts/differences.ts';

const LINE_BREAKS = /([^\S\n]*\n\s*)/;

/** The differences as the head reads them: line breaks are never marked, so that only words are struck or underlined. */
export function approvalDifferences(asked: string, text: string): readonly Difference[] {
  return differences(asked, text).flatMap((run): readonly Difference[] => {
    if (run.kind === 'same') return [run];
    return run.text
      .split(LINE_BREAKS)
      .filter((part) => part !== '')
      .flatMap((part): readonly Difference[] => {
        if (!part.includes('\n')) return [{ kind: run.kind, text: part }];
        return run.kind === 'added' ? [{ kind: 'same', text: part }] : [{ kind: 'removed', text: ' ' }];
      });
  });
}
