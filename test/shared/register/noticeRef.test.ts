import { expect, it } from 'vitest';
import { noticeRefSchema, sentRef } from '#shared/register/noticeRef.ts';
import { BODY } from './sample.ts';

it('a row of the register is the notice that was really sent, also while it has no number', () => {
  const ref = sentRef({ ...BODY, id: 'r1', year: 2026, number: 42, sent: { ...BODY.sent, text: 'Via Po chiusa.' } });
  expect(noticeRefSchema.parse(ref)).toEqual(ref);
  expect(ref).toMatchObject({ id: 'r1', kind: 'sent', number: '2026/0042', when: BODY.sentAt, text: 'Via Po chiusa.' });
  expect(sentRef({ ...BODY, id: 'r1', year: null, number: null }).number).toBe('provv.');
});
