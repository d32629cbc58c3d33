import { expect, test } from 'vitest';
import { approvalGroups, approvalTitle, firstDue, onDay, toDecide } from '#renderer/queue/approval/approvalGroups.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { townBridge } from '../../../helpers/bridge.ts';

const NOW = '2026-11-24T08:12:00.000Z';
const TODAY = '2026-11-24';

async function viewsWith(...changes: readonly Partial<ApprovalView>[]): Promise<readonly ApprovalView[]> {
  const reply = await townBridge().call('drafts.waiting', {});
  const [view] = reply.ok ? (reply.value as readonly ApprovalView[]) : [];
  if (!view) throw new Error('The fixture has no text.');
  return changes.map((change) => ({ ...view, ...change }));
}

test('groups stand by due moment, overdue first, put off last', async () => {
  const views = await viewsWith(
    { id: 'tomorrow', due: '2026-11-25T11:30:00.000Z' },
    { id: 'later', state: 'postponed', until: '2026-12-01', due: '2026-11-20T16:30:00.000Z' },
    { id: 'today', due: '2026-11-24T16:30:00.000Z' },
    { id: 'late', due: '2026-11-23T16:30:00.000Z' },
    { id: 'today2', due: '2026-11-24T16:30:00.000Z' },
    { id: 'back', state: 'postponed', until: TODAY, due: '2026-11-24T16:30:00.000Z' },
  );
  expect(
    approvalGroups(views, NOW, TODAY).map(({ title, overdue, views: of }) => [title, overdue, of.map(({ id }) => id)]),
  ).toEqual([
    ['Scaduto ieri alle 17:30', true, ['late']],
    ['Scadono oggi alle 17:30', false, ['back', 'today', 'today2']],
    ['Scade domani alle 12:30', false, ['tomorrow']],
    ['Rinviato, torna il 1° dicembre', false, ['later']],
  ]);
  expect(toDecide(views, TODAY).map(({ id }) => id)).toEqual(['late', 'back', 'today', 'today2', 'tomorrow']);
});

test('an urgent text stands in a red group of its own, with the day it is wanted on (A5)', async () => {
  const due = '2026-11-24T16:30:00.000Z';
  const [view] = await viewsWith({});
  const request = view ? { ...view.request, data: { ...view.request.data, sendDate: TODAY } } : expect.fail('no text');
  const views = await viewsWith({ id: 'plain', due }, { id: 'urgent', urgent: true, request, due });
  expect(approvalGroups(views, NOW, TODAY).map(({ title, urgent }) => [title, urgent])).toEqual([
    ['Urgente, per oggi: scade oggi alle 17:30', true],
    ['Scade oggi alle 17:30', false],
  ]);
  expect(toDecide(views, TODAY).map(({ id }) => id)).toEqual(['urgent', 'plain']);
});

test('the title counts, the sentence says when', async () => {
  expect(approvalTitle(0, true)).toBe('Nessun testo aspetta la tua approvazione');
  expect(approvalTitle(3, false)).toBe('3 testi aspettano l’approvazione');
  expect(firstDue([], NOW, TODAY)).toBeUndefined();
  const [one, two] = await viewsWith({ due: '2026-11-24T16:30:00.000Z' }, { due: '2026-11-25T16:30:00.000Z' });
  if (!one || !two) throw new Error('two texts were made');
  expect(firstDue([one], NOW, TODAY)).toBe('Il testo scade oggi alle 17:30.');
  expect(firstDue([one, two], NOW, TODAY)).toBe('Il primo scade oggi alle 17:30.');
});

test.each([
  ['2026-11-25', 'domani'],
  ['2026-11-27', 'venerdì 27'],
  ['2026-12-01', 'il 1° dicembre'],
  ['2026-12-08', 'l’8 dicembre'],
  ['2026-12-11', 'l’11 dicembre'],
  ['2026-12-18', 'il 18 dicembre'],
  ['2027-01-08', 'l’8 gennaio 2027'],
])('%s in a sentence is «%s»', (day, said) => expect(onDay(day, TODAY)).toBe(said));
