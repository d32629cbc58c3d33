import { describe, expect, test } from 'vitest';
import { pressureOf } from '#electron/service/pressure.ts';
import { step } from '#shared/queue/decide.ts';
import { approvedNotice, must, openTownDesk, type TestDesk, write } from '../../helpers/desk.ts';
import { record } from '../register/entries.ts';

const week = (opened: TestDesk, input: Parameters<typeof pressureOf>[2] = {}) =>
  pressureOf(opened.desk, opened, input).windows[0];

describe('the gauge', () => {
  test('is filled from the register and from the queue, in days of Rome', () => {
    const opened = openTownDesk();
    record(opened, 'ieri', { sentAt: '2026-03-01T08:00:00.000Z' });
    record(opened, 'seiGiorniFa', { sentAt: '2026-02-23T23:00:00.000Z' });
    record(opened, 'setteGiorniFa', { sentAt: '2026-02-23T22:59:00.000Z' });
    approvedNotice(opened, 'oggi', { sendDate: '2026-03-02' });
    approvedNotice(opened, 'giovedi', { sendDate: '2026-03-05' });
    expect(week(opened)).toEqual({ days: 7, sent: 2, planned: 1, limit: 8, isOver: false });
  });

  test('with one more notice counts it once, also when it is already in the queue', () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'giovedi', { sendDate: '2026-03-05' });
    expect(week(opened, { date: '2026-03-05', id: 'altra' })).toMatchObject({ planned: 2 });
    expect(week(opened, { date: '2026-03-05', id: 'giovedi' })).toMatchObject({ planned: 1 });
  });

  test('what was cancelled or stopped is no longer planned', () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'oggi', { sendDate: '2026-03-02' });
    const job = opened.queue.get('oggi');
    if (!job) throw new Error('no job');
    write(opened, ...must(step(job, 'job.cancelled', { why: 'Rinviato' })));
    expect(week(opened)).toMatchObject({ planned: 0 });
  });
});
