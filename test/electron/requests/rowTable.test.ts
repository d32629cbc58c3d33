import { describe, expect, it } from 'vitest';
import { viewRequest, viewRows } from '#electron/requests/views.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { dueFirst } from '#shared/requests/dueFirst.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { requestRowSchema } from '#shared/requests/views.ts';
import {
  approvedNotice,
  forwardedRequest,
  openTestDesk,
  openTownDesk,
  type TestDesk,
  write,
} from '../../helpers/desk.ts';
import { requestReceived } from '../../helpers/facts.ts';
import { MONDAY_MORNING } from '../../helpers/town.ts';

const later = (minutes: number): string => addMilliseconds(MONDAY_MORNING, minutes * 60_000);
const closed = (id: string, outcome: 'duplicato' | 'non necessario' = 'duplicato') =>
  requestFact('request.closed', `request/${id}`, { outcome, why: 'già inviato', sameAs: null });
/** Those to be done, due first, then those that wait. */
const inWork = ({ desk, requests }: TestDesk, waiting: readonly string[] = [], text = '') => {
  const order = { calendar: desk.profile.calendar, person: desk.person()?.id };
  const toDo = dueFirst(requests.rows.toDo(text).rows, order).map(({ id }) => id);
  return [...toDo, ...requests.rows.waits(waiting, { text, limit: 100 }).ids];
};
const decided = ({ requests }: TestDesk, text = '', limit = 100, waiting: readonly string[] = []) => {
  const { rows, ...counts } = requests.rows.decided(waiting, { text, limit });
  return { ids: rows.map(({ id }) => id), ...counts };
};

describe('the rows of requests', () => {
  it('say what the whole requests say', () => {
    const opened = openTownDesk();
    const { blobs } = opened.desk;
    const sender = blobs.put(Buffer.from('{"name":"Renato Sartor","address":"lavori@comune.valdombra.example"}'));
    const fact = requestReceived('r1', { sendDate: '2026-03-03' });
    const warnings = [{ code: 'unknown-sender', message: 'Non è tra i mittenti conosciuti.' }];
    write(opened, { ...fact, body: { ...(fact.body as object), sender, index: 2, of: 3, warnings } });
    write(opened, requestReceived('r2', { sendDate: null, link: null, office: null, text: '' }, later(1)));
    write(opened, requestReceived('r3', {}, later(2)), requestReceived('r4', {}, later(3)));
    write(opened, requestFact('request.takenInCharge', 'request/r1', {}));
    const pause = { for: 'la biblioteca', missing: ['date' as const], letter: null };
    write(opened, requestFact('request.paused', 'request/r2', pause));
    opened.clock.advance(26 * 3_600_000);
    write(opened, requestFact('request.resumed', 'request/r2', {}));
    opened.clock.advance(3_600_000);
    write(opened, requestFact('request.paused', 'request/r2', pause));
    opened.clock.advance(3_600_000);
    write(opened, closed('r3', 'non necessario'));
    write(opened, closed('r4'), requestFact('request.reopened', 'request/r4', { why: 'Serve ancora.' }));
    forwardedRequest(opened, 'r5');

    const { desk, requests } = opened;
    const rows = [
      ...requests.rows.some(inWork(opened, ['r5'])),
      ...requests.rows.decided(['r5'], { text: '', limit: 9 }).rows,
    ];
    expect(rows.map(({ id }) => id)).toEqual(['r1', 'r4', 'r2', 'r5', 'r3']);
    expect(requests.rows.toDo('').total).toBe(2);
    expect(requests.rows.waits(['r5'], { text: '', limit: 1 })).toEqual({ ids: ['r2'], found: 2, total: 2 });
    for (const row of viewRows(desk, rows)) {
      const whole = viewRequest(desk, requests.get(row.id) ?? expect.fail(row.id));
      expect(row).toEqual(requestRowSchema.parse(whole));
      expect(requestRowSchema.parse(row)).toEqual(row);
    }
  });

  it('are those in work or before the head, and apart the decided, the last one first', () => {
    const opened = openTownDesk();
    write(opened, requestReceived('r1', {}, later(0)), requestReceived('r2', {}, later(30)));
    write(opened, requestReceived('r3', {}, later(10)), closed('r3'));
    opened.clock.advance(60 * 60_000);
    forwardedRequest(opened, 'r4');
    opened.clock.advance(60 * 60_000);
    approvedNotice(opened, 'r5');
    expect(opened.drafts.waitingIds()).toEqual(['r4']);
    expect(inWork(opened, ['r4'])).toEqual(['r1', 'r2', 'r4']);
    expect(decided(opened, '', 100, ['r4'])).toEqual({ ids: ['r5', 'r3'], found: 2, total: 2 });
    expect(decided(opened, '', 1, ['r4'])).toEqual({ ids: ['r5'], found: 2, total: 2 });
    // Whatever waits for the head according to its text, what is closed is over.
    expect(inWork(opened, ['r3'])).toEqual(['r1', 'r2']);
    expect(decided(opened, '', 100, ['r3']).ids).toEqual(['r5', 'r4', 'r3']);
    write(opened, requestFact('request.reopened', 'request/r3', { why: 'Serve ancora.' }));
    expect(inWork(opened)).toEqual(['r1', 'r3', 'r2']);
    expect(decided(opened)).toEqual({ ids: ['r5', 'r4'], found: 2, total: 2 });
  });

  it('are found by words of title, office, sender, link and text, in any order and form', () => {
    const opened = openTownDesk();
    const sender = opened.desk.blobs.put(Buffer.from('{"name":"Nicolò Sartor","address":""}'));
    const fact = requestReceived('r1', { office: 'Servizi sociali' });
    write(opened, { ...fact, body: { ...(fact.body as object), sender } }, requestReceived('r2', { text: 'Bus 12' }));
    write(opened, closed('r1'), closed('r2'));
    const ids = (text: string) => decided(opened, text).ids;
    expect(ids('  ')).toEqual(['r1', 'r2']);
    expect(ids('SOCIALI asfalt')).toEqual(['r1']);
    expect(ids('nicolo via-roma')).toEqual(['r1']);
    expect(ids('bus sociali')).toEqual([]);
    expect(ids('12')).toEqual(['r2']);
    expect(ids('100% "OR')).toEqual([]);
    expect(decided(opened, 'sartor')).toEqual({ ids: ['r1'], found: 1, total: 2 });
    write(opened, { ...requestReceived('r3', { link: null }), body: { ...(fact.body as object), sender } });
    expect(inWork(opened, [], 'SARTOR asfalt')).toEqual(['r3']);
    expect(inWork(opened, [], 'sartor bus')).toEqual([]);
    opened.desk.blobs.forget(sender);
    expect(decided(opened, 'sartor')).toEqual({ ids: [], found: 0, total: 2 });
  });

  it('go when a cut of the e-mail takes the request away, and are made again with their table (P12)', () => {
    const first = openTownDesk({ inFile: true });
    const ofMail = (id: string) => {
      const fact = requestReceived(id);
      return { ...fact, body: { ...(fact.body as object), mail: 'm1' } };
    };
    write(first, ofMail('m1-1'), ofMail('m1-2'), requestReceived('r3'), closed('r3'));
    expect(inWork(first)).toEqual(['m1-1', 'm1-2']);
    const { asked, title } = first.requests.get('m1-1') ?? expect.fail('m1-1');
    const span: [number, number] = [0, 9];
    const cut = [{ id: 'm1-1', span, title, asked, warnings: [] }];
    write(first, requestFact('mail.cut', 'mail/m1', { requests: cut }));
    expect(inWork(first)).toEqual(['m1-1']);
    const table = (opened: TestDesk) => opened.database.prepare('SELECT * FROM request_row ORDER BY id').all();
    const before = table(first);
    first.database.prepare("UPDATE projection SET version = 0 WHERE name = 'request'").run();
    first.close();
    const again = openTestDesk({ folder: first.folder });
    expect(table(again)).toEqual(before);
    expect(before).toHaveLength(2);
  });
});
