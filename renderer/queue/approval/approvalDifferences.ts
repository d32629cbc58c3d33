import { type Difference, differences } from '#shared/text/differences.ts';

const LINE_BREAKS = /([^\S\n]*\n\s*)/;

/** The runs of one kind with their line breaks apart, so that only words are struck or underlined. */
function withBreaks(run: Difference, breaks: (text: string) => Difference): readonly Difference[] {
  return run.text
    .split(LINE_BREAKS)
    .filter((part) => part !== '')
    .map((part) => (part.includes('\n') ? breaks(part) : { kind: run.kind, text: part }));
}

const same = (text: string): Difference => ({ kind: 'same', text });

/** The revision as the head reads it, laid out as the text to approve: an added line break is only there, a removed one is a space. */
export function approvalDifferences(asked: string, text: string): readonly Difference[] {
  return differences(asked, text).flatMap((run) =>
    run.kind === 'removed' ? withBreaks(run, () => ({ kind: 'removed', text: ' ' })) : withBreaks(run, same),
  );
}

/** The text asked with what was taken away, laid out as it was asked. */
export function askedDifferences(asked: string, text: string): readonly Difference[] {
  return differences(asked, text).flatMap((run) => (run.kind === 'added' ? [] : withBreaks(run, same)));
}
