import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approvalDifferences, askedDifferences } from '#renderer/queue/approval/approvalDifferences.ts';

test('line breaks are never marked: an added one is only there, a removed one is a space', () => {
  expect(approvalDifferences('Si chiude.\nGrazie', '*Si chiude*\n\nDa lunedì.')).not.toContainEqual(
    expect.objectContaining({ kind: 'added', text: expect.stringContaining('\n') }),
  );
  expect(approvalDifferences('uno', 'uno\n\ndue')).toEqual([
    { kind: 'same', text: 'uno' },
    { kind: 'same', text: '\n\n' },
    { kind: 'added', text: 'due' },
  ]);
});

test('one side is always the text to approve, the other the text asked', () => {
  const words = fc.array(fc.constantFrom('la', 'biblioteca', 'chiude', ' ', '\n', '\n\n', '.', '*'), { maxLength: 24 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [asked, text] = [one.join(''), other.join('')];
      const kept = approvalDifferences(asked, text).filter(({ kind }) => kind !== 'removed');
      expect(kept.map((run) => run.text).join('')).toBe(text);
      expect(
        askedDifferences(asked, text)
          .map((run) => run.text)
          .join(''),
      ).toBe(asked);
    }),
  );
});
