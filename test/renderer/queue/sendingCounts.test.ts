import { expect, test } from 'vitest';
import { sendingCounts } from '#renderer/queue/sendingCounts.ts';
import { jobWith } from './jobs.ts';

const TODAY = '2026-11-24';
const now = '2026-11-24T08:00:00.000Z';
const counted = (...jobs: Parameters<typeof sendingCounts>[0]) =>
  sendingCounts(jobs, TODAY).map(({ words, count }) => [words, count]);
const sent = { sentAt: now, text: 'x', recipients: 3_412, by: 'vidal', confirmedAt: now };

test('each sending of the day stands under the word that can be said of it, and under no stronger one (P33, P66)', () => {
  const group = { plannedFor: now, route: 'gruppo operativo' } as const;
  expect(
    counted(
      jobWith({ ...group, state: 'delivering', isEmergency: true }),
      jobWith({ ...group, state: 'delivering' }),
      jobWith({ ...group, state: 'handedOver' }),
      jobWith({ plannedFor: now, state: 'toPost' }),
      jobWith({ plannedFor: now, state: 'uncertain' }),
      jobWith({ plannedFor: now, state: 'delivering', route: 'cartella della ditta' }),
      jobWith({ plannedFor: now, state: 'sent', sent }),
      jobWith({ plannedFor: now, state: 'refused' }),
    ),
  ).toEqual([
    ['Emergenza preparata, non chiesta', 1],
    ['Preparato, non ancora chiesto', 2],
    ['Chiesto, non ancora confermato', 1],
    ['Confermato: inviato a 3.412 persone', 1],
    ['Incerto, da chiarire', 2],
    ['Rifiutato', 1],
  ]);
});

test('what is planned for another day, or was sent on one, is not of today; people nobody counted are not zero', () => {
  const yesterday = '2026-11-23T08:00:00.000Z';
  expect(counted(jobWith({ state: 'queued', plannedFor: '2026-11-25T08:00:00.000Z' }))).toEqual([]);
  expect(counted(jobWith({ state: 'sent', plannedFor: yesterday, sent: { ...sent, sentAt: yesterday } }))).toEqual([]);
  expect(counted(jobWith({ state: 'sent', plannedFor: yesterday, sent: { ...sent, recipients: null } }))).toEqual([
    ['Confermato: inviato', 1],
  ]);
  // What should have left before is still to be done.
  expect(counted(jobWith({ state: 'handedOver', plannedFor: yesterday }))).toEqual([
    ['Chiesto, non ancora confermato', 1],
  ]);
});
