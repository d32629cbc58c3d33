import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GROUP_TEXT, groupText, withoutGroupHead } from '#shared/queue/groupText.ts';
import { jobOf, queuedThen } from './sample.ts';

const job = jobOf(queuedThen());
const withText = (text: string) => ({ ...job, notice: { ...job.notice, text } });

test('the group reads the day, the hour and the office first, then the text (P31)', () => {
  expect(groupText(job, GROUP_TEXT, false)).toBe(
    `Da inviare giovedì 5 marzo alle 08:30. Chiede: Lavori pubblici.\n\n${job.notice.text}`,
  );
  expect(groupText(job, GROUP_TEXT, true)).toMatch(/^Emergenza: da inviare subito\. Chiede: /);
  expect(groupText(job, { day: false, office: true }, false)).toMatch(/^Chiede: Lavori pubblici\.\n\n/);
  expect(groupText({ ...job, notice: { ...job.notice, office: null } }, { day: false, office: true }, false)).toBe(
    job.notice.text,
  );
});

test('the text for the citizens stays byte for byte as it is, whatever it holds, and is found again', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), fc.boolean(), (text, day, office) => {
      const form = { day, office };
      const whole = groupText(withText(text), form, false);
      expect(whole.endsWith(text)).toBe(true);
      expect(whole === text || whole.slice(0, -text.length || undefined).endsWith('\n\n')).toBe(true);
    }),
  );
  const whole = groupText(job, GROUP_TEXT, false);
  expect(withoutGroupHead(whole, job, GROUP_TEXT, false)).toBe(job.notice.text);
  expect(withoutGroupHead('Un altro testo', job, GROUP_TEXT, false)).toBe('Un altro testo');
});
