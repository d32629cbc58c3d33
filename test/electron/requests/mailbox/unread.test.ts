/** E-mails that could not be read stand in a list until they are, or until a person puts them away (P10). */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { Mailbox } from '#electron/requests/mailbox/mailbox.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { openTownDesk } from '../../../helpers/desk.ts';
import { temporaryFolder } from '../../../helpers/folders.ts';
import { emlOf, INCOMPLETE, TWO_NOTICES } from '../../../helpers/mails.ts';
import { openTown } from '../../../helpers/openTown.ts';
import { A_MOMENT, lying, mapMailbox, readingAt } from '../../../helpers/readings.ts';

const MINUTE = 60_000;
const NOISE = Buffer.from('%PDF-1.7 non è una e-mail');

/** A mailbox whose messages cannot be read for now; the ids it was asked for. */
function heldMailbox(mails: ReadonlyMap<string, Uint8Array>) {
  const asked: string[] = [];
  const held = new Set(mails.keys());
  const mailbox: Mailbox = {
    ...mapMailbox(mails),
    read: async (id) => {
      asked.push(id);
      return held.has(id) ? err(A_MOMENT) : ok(mails.get(id) ?? new Uint8Array());
    },
  };
  return { mailbox, asked, held };
}

describe('a bad moment', () => {
  it('is tried again at the next two looks, then after longer and longer rests, for ever', async () => {
    const opened = openTownDesk();
    const { mailbox, asked } = heldMailbox(lying(INCOMPLETE));
    const { look } = readingAt(opened, mailbox);
    const triesAt: number[] = [];
    for (let minute = 0; minute < 240; minute++) {
      const before = asked.length;
      await look();
      if (asked.length > before) triesAt.push(minute);
      opened.clock.advance(MINUTE);
    }
    expect(triesAt).toEqual([0, 1, 2, 3, 8, 23, 83, 143, 203]);
    expect(opened.requests.unread.list('waiting', 9)).toMatchObject([
      { source: 'corso', tries: 9, since: '2026-03-02T08:00:00.000Z', triedAt: '2026-03-02T11:23:00.000Z' },
    ]);
  });

  it('gives each next reading more time', async () => {
    const opened = openTownDesk();
    const given: (number | undefined)[] = [];
    const { look } = readingAt(opened, mapMailbox(lying(INCOMPLETE)));
    for (let time = 0; time < 5; time++) {
      await look('all', {
        parse: async (_bytes, _name, patience) => {
          given.push(patience);
          return err({ ...A_MOMENT, code: 'mail-too-slow' });
        },
      });
    }
    expect(given).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  it('of a clock that was ahead does not make an e-mail rest until then', async () => {
    const opened = openTownDesk();
    const { mailbox, held } = heldMailbox(lying(INCOMPLETE));
    const { look } = readingAt(opened, mailbox);
    opened.clock.set('2027-03-02T08:00:00.000Z');
    for (let time = 0; time < 4; time++) await look('all');
    opened.clock.set('2026-03-02T08:00:00.000Z');
    held.clear();
    expect(await look()).toMatchObject({ read: 1, added: 1 });
  });

  it('is over at once for who asks for it: one alone, without the new ones, and that is no look of the day', async () => {
    const opened = openTownDesk();
    const mails = lying(INCOMPLETE);
    const { mailbox, held } = heldMailbox(mails);
    const { look } = readingAt(opened, mailbox);
    for (let time = 0; time < 4; time++) await look();
    const looks = opened.requests.looks('2026-03-02').length;
    held.clear();
    mails.set('nuova', lying({ ...TWO_NOTICES, id: 'nuova' }).get('nuova') ?? new Uint8Array());
    expect(await look()).toMatchObject({ read: 1, added: 2 });
    expect(opened.requests.wasRead('corso')).toBe(false);
    expect(await look({ source: 'corso' })).toMatchObject({ read: 1, added: 1 });
    expect(opened.requests.looks('2026-03-02')).toHaveLength(looks + 1);
    expect(opened.requests.unread.count()).toBe(0);
  });
});

describe('at the desk', () => {
  const unread = ({ app }: Awaited<ReturnType<typeof openTown>>) => act(app, 'requests.unread', {});

  it('what is damaged keeps its bytes, is not tried at every look, and can be saved', async () => {
    const folder = temporaryFolder();
    const town = await openTown({ ask: async (ask) => (ask.what === 'choose-folder' ? ok(folder) : ok(null)) });
    const file = join(town.folder, 'posta', 'rotta.eml');
    writeFileSync(file, NOISE);
    expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ problems: [{ name: 'rotta.eml' }] });
    expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 0, problems: [] });
    const { waiting, total } = await unread(town);
    expect(total).toBe(1);
    const [row] = waiting;
    expect(row).toMatchObject({ name: 'rotta.eml', subject: null, from: null, tries: 1, forGood: true });
    expect(row).toMatchObject({ hasOriginal: true, problem: { code: 'mail-unreadable' }, away: null });
    expect((await act(town.app, 'service.status', {})).mailbox.unread).toEqual({ count: 1, since: row?.since });
    const id = row?.id ?? 0;
    // Also when somebody takes it away.
    rmSync(file);
    await act(town.app, 'requests.checkMailbox', {});
    expect((await unread(town)).waiting).toMatchObject([{ forGood: true, problem: { code: 'mail-unreadable' } }]);
    expect(await act(town.app, 'requests.readAgain', { id })).toMatchObject({
      problems: [{ problem: { code: 'mail-unreadable' } }],
    });
    expect(await act(town.app, 'requests.saveUnread', { id })).toEqual({ fileName: 'rotta.eml' });
    expect(readFileSync(join(folder, 'rotta.eml'))).toEqual(NOISE);
  });

  it('an empty file has no original, and is no more once something is in it', async () => {
    const town = await openTown();
    writeFileSync(join(town.folder, 'posta', 'a.eml'), '');
    await act(town.app, 'requests.checkMailbox', {});
    const { waiting } = await unread(town);
    expect(waiting).toMatchObject([{ name: 'a.eml', hasOriginal: false, problem: { code: 'mail-empty' } }]);
    const saved = await town.app.call('requests.saveUnread', { id: waiting[0]?.id ?? 0 });
    expect(saved).toMatchObject({ ok: false, error: { code: 'original-gone' } });
    writeFileSync(join(town.folder, 'posta', 'a.eml'), emlOf(INCOMPLETE));
    expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 1, added: 1 });
    expect(await unread(town)).toEqual({ waiting: [], total: 0, away: [] });
  });

  it('what went away before it was read says so and waits for a person, who puts it away and takes it back', async () => {
    const opened = openTownDesk();
    const mails = lying(INCOMPLETE);
    const { mailbox } = heldMailbox(mails);
    const { look } = readingAt(opened, mailbox);
    await look();
    mails.clear();
    await look();
    const { unread: list } = opened.requests;
    const [row] = list.list('waiting', 9);
    expect(row?.problem.code).toBe('mail-gone');
    list.putAway(row?.id ?? 0, { at: opened.clock.now(), by: 'marta' });
    expect([list.count(), list.list('away', 9).length]).toEqual([0, 1]);
    list.putAway(row?.id ?? 0, null);
    expect([list.count(), list.list('away', 9).length]).toEqual([1, 0]);
  });

  it('what a person put away is not tried again, and says who did it', async () => {
    const town = await openTown();
    writeFileSync(join(town.folder, 'posta', 'rotta.eml'), NOISE);
    await act(town.app, 'requests.checkMailbox', {});
    const id = (await unread(town)).waiting[0]?.id ?? 0;
    await act(town.app, 'requests.putUnreadAway', { id, away: true });
    expect(await act(town.app, 'requests.readAgain', { id: null })).toMatchObject({ read: 0, problems: [] });
    expect(await unread(town)).toMatchObject({
      waiting: [],
      total: 0,
      away: [{ id, away: { at: town.clock.now(), by: 'Marta Bellin' } }],
    });
    const unknown = await town.app.call('requests.putUnreadAway', { id: id + 1, away: true });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'mail-not-unread' } });
  });

  it('the list is bounded, its number is not', async () => {
    const town = await openTown();
    for (let index = 0; index < 230; index++) writeFileSync(join(town.folder, 'posta', `${index}.eml`), '');
    await act(town.app, 'requests.checkMailbox', {});
    const { waiting, total } = await unread(town);
    expect([waiting.length, total]).toEqual([200, 230]);
    expect(readdirSync(join(town.folder, 'posta'))).toHaveLength(230);
  });
});
