import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FolderChoices, folderChoices } from '#electron/desk/folders.ts';
import { folderMailbox } from '#electron/requests/mailbox/folderMailbox.ts';
import { checkMailbox } from '#electron/requests/mailbox/receive.ts';
import { rememberMailbox } from '#electron/requests/mailboxState.ts';
import { statusOf } from '#electron/service/status.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { statusSchema } from '#shared/service/status.ts';
import {
  approvedNotice,
  forwardedRequest,
  openTestDesk,
  openTownDesk,
  type TestDesk,
  write,
} from '../../helpers/desk.ts';
import { requestReceived } from '../../helpers/facts.ts';
import { INCOMPLETE, receive, TWO_NOTICES } from '../../helpers/mails.ts';

const foldersOf = (opened: TestDesk): FolderChoices => folderChoices(opened.desk.local, opened.folder);
const statusIn = (opened: TestDesk) => statusOf(opened);

describe('folderChoices', () => {
  it('are inside the desk’s own folder until others are chosen, one by one', () => {
    const opened = openTestDesk();
    const folders = foldersOf(opened);
    expect(folders.get()).toEqual(folders.inside);
    for (const folder of Object.values(folders.get())) expect(folder.startsWith(opened.folder)).toBe(true);
    const chosen = join('X:', 'Area PSi Cultura', ' PuntoSi', 'consegne ');
    folders.set('deliveries', chosen);
    expect(foldersOf(opened).get()).toEqual({ ...folders.inside, deliveries: chosen });
    folders.set('mails', '/posta');
    folders.set('deliveries', '/consegne');
    expect(foldersOf(opened).get()).toEqual({ ...folders.inside, mails: '/posta', deliveries: '/consegne' });
  });
});

describe('rememberMailbox', () => {
  const offline: Problem = { code: 'offline', what: 'Rete non disponibile.', remedy: 'Riprova.' };

  it('keeps the last good look beside the present trouble', () => {
    const opened = openTestDesk();
    expect(statusIn(opened).mailbox).toMatchObject({ checkedAt: null, problem: null });
    rememberMailbox(opened.desk, offline);
    expect(statusIn(opened).mailbox).toMatchObject({ checkedAt: null, problem: offline });
    opened.clock.set('2026-03-02T08:30:00.000Z');
    rememberMailbox(opened.desk, null);
    opened.clock.set('2026-03-02T16:30:00.000Z');
    rememberMailbox(opened.desk, offline);
    expect(statusIn(opened).mailbox).toMatchObject({ checkedAt: '2026-03-02T08:30:00.000Z', problem: offline });
  });
});

describe('statusOf', () => {
  it('of an empty desk: nothing waits', () => {
    const opened = openTestDesk();
    const status = statusIn(opened);
    expect(statusSchema.parse(status)).toEqual(status);
    expect(status).toMatchObject({
      counts: { requests: 0, approvals: 0, queued: 0, uncertain: 0 },
      stopped: null,
      folders: foldersOf(opened).inside,
    });
  });

  it('counts what waits, and apart what is uncertain', () => {
    const opened = openTownDesk();
    write(opened, requestReceived('r1'));
    forwardedRequest(opened, 'r2');
    for (const id of ['r3', 'r4', 'r5']) approvedNotice(opened, id);
    write(
      opened,
      queueFact('job.started', 'job/r4', { desk: 'desk0001' }),
      queueFact('job.uncertain', 'job/r4', { why: 'il computer si è spento' }),
      queueFact('job.cancelled', 'job/r5', { why: 'rinviato' }),
    );
    expect(statusIn(opened).counts).toMatchObject({ requests: 1, approvals: 1, queued: 1, uncertain: 1 });
  });
});

describe('the two looks at the mailbox (P20)', () => {
  const checked = (opened: TestDesk) =>
    statusIn(opened).mailbox.checks.map(({ day, start, end }) => [day, start.state, end.state]);

  it('are told for the last three working days, with the one that is due and what came today', async () => {
    const opened = openTownDesk();
    expect([checked(opened), statusIn(opened).mailbox.reminder]).toEqual([[], null]);
    foldersOf(opened).set('mails', join(opened.folder, 'posta'));
    expect(checked(opened)).toEqual([['2026-03-02', 'due', 'upcoming']]);
    expect(statusIn(opened).mailbox.reminder).toEqual({ check: 'start', since: '2026-03-02T07:30:00.000Z' });
    await receive(opened, TWO_NOTICES);
    expect(checked(opened).at(-1)).toEqual(['2026-03-02', 'done', 'upcoming']);
    expect(statusIn(opened).mailbox).toMatchObject({ reminder: null, today: { read: 1, added: 2 } });
    expect(opened.requests.looks('2026-03-02')).toEqual([{ at: opened.clock.now(), by: 'marta', read: 1, added: 2 }]);
    opened.clock.set('2026-03-02T16:05:00.000Z');
    expect(statusIn(opened).mailbox.reminder).toEqual({ check: 'end', since: '2026-03-02T16:00:00.000Z' });
    await receive(opened, INCOMPLETE);
    expect(checked(opened).at(-1)).toEqual(['2026-03-02', 'done', 'done']);
    opened.clock.set('2026-03-04T07:00:00.000Z');
    expect(checked(opened)).toEqual([
      ['2026-03-02', 'done', 'done'],
      ['2026-03-03', 'missed', 'missed'],
      ['2026-03-04', 'upcoming', 'upcoming'],
    ]);
    opened.clock.set('2026-03-06T07:00:00.000Z');
    expect(checked(opened).map(([day]) => day)).toEqual(['2026-03-04', '2026-03-05', '2026-03-06']);
  });

  it('a mailbox that cannot be seen was not looked at', async () => {
    const opened = openTownDesk();
    const { desk, requests } = opened;
    const mailbox = folderMailbox(join(opened.folder, 'nessuna'), desk.files);
    const looked = await checkMailbox({ desk, store: requests, mailbox, wasSent: () => false });
    expect(looked.ok).toBe(false);
    expect(requests.looks('2026-03-02')).toEqual([]);
  });
});
