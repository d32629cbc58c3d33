import { describe, expect, it } from 'vitest';
import { readSender } from '#electron/requests/sender.ts';
import { viewRequest } from '#electron/requests/views.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { approvedNotice, openTestDesk, openTownDesk, write } from '../../helpers/desk.ts';
import { requestReceived } from '../../helpers/facts.ts';
import { MONDAY_MORNING } from '../../helpers/town.ts';

const later = (minutes: number): string => addMilliseconds(MONDAY_MORNING, minutes * 60_000);

describe('requestStore', () => {
  it('finds and counts what an operator has still to do', () => {
    const opened = openTownDesk();
    write(opened, requestReceived('r1', {}, later(0)), requestReceived('r2', {}, later(30)));
    write(opened, requestReceived('r3', {}, later(10)));
    const toDo = opened.requests.rows.toDo('').rows.map(({ id }) => id);
    expect(toDo.toSorted()).toEqual(['r1', 'r2', 'r3']);
    expect(opened.requests.countOpen()).toBe(3);
    write(opened, requestFact('request.takenInCharge', 'request/r1', {}));
    expect(opened.requests.countOpen()).toBe(3);
    const ending = { outcome: 'duplicato', why: 'già inviato', sameAs: null } as const;
    write(opened, requestFact('request.closed', 'request/r3', ending));
    expect(opened.requests.countOpen()).toBe(2);
    approvedNotice(opened, 'r4');
    expect(opened.requests.countOpen()).toBe(2);
  });

  it('finds the requests of one e-mail, and the e-mail, as it first came (P12)', () => {
    const opened = openTownDesk();
    const hash = 'a'.repeat(64);
    const mail = {
      blob: hash,
      parsed: hash,
      sender: hash,
      subject: 'Avvisi di marzo',
      kind: 'ordinary',
      receivedAt: MONDAY_MORNING,
      references: [],
    };
    const ofMail = (id: string, from: string | null) => {
      const fact = requestReceived(id);
      return { ...fact, body: { ...(fact.body as object), mail: from } };
    };
    write(opened, requestFact('mail.received', 'mail/m1', mail), ofMail('m1-1', 'm1'), ofMail('m1-2', 'm1'));
    write(opened, ofMail('x-1', null), requestFact('mail.received', 'mail/m1', { ...mail, subject: 'di nuovo' }));
    expect(opened.requests.ofMail('m1').map(({ id }) => id)).toEqual(['m1-1', 'm1-2']);
    expect(opened.requests.mail('m1')).toEqual({ ...mail, id: 'm1', placed: null });
    expect(opened.requests.mail('m2')).toBeUndefined();
  });

  it('remembers which files of the mailbox were read, also after the app is opened again', () => {
    const first = openTownDesk({ inFile: true });
    expect(first.requests.wasRead('posta/1.eml')).toBe(false);
    first.requests.markRead(['posta/1.eml'], MONDAY_MORNING);
    first.requests.markRead(['posta/1.eml'], later(1));
    first.close();
    const { requests } = openTestDesk({ folder: first.folder });
    expect([requests.wasRead('posta/1.eml'), requests.wasRead('posta/2.eml')]).toEqual([true, false]);
  });
});

describe('viewRequest', () => {
  it('adds names, urgency and the moment it must have been forwarded', () => {
    const opened = openTownDesk();
    write(opened, requestReceived('r1', { sendDate: '2026-03-03' }));
    write(opened, requestFact('request.takenInCharge', 'request/r1', {}));
    const request = opened.requests.get('r1') ?? expect.fail();
    expect(viewRequest(opened.desk, request)).toMatchObject({
      senderName: null,
      inChargeName: 'Marta Bellin',
      urgent: true,
      due: '2026-03-02T16:30:00.000Z',
    });
  });

  it.each([
    [{ name: 'Ufficio Lavori pubblici', address: 'lavori@comune.valdombra.example' }, 'Ufficio Lavori pubblici'],
    [{ name: '', address: 'lavori@comune.valdombra.example' }, 'lavori@comune.valdombra.example'],
  ])('shows the sender %j', (sender, shown) => {
    const opened = openTownDesk();
    const blob = opened.desk.blobs.put(Buffer.from(JSON.stringify(sender)));
    const fact = requestReceived('r1');
    write(opened, { ...fact, body: { ...(fact.body as object), sender: blob } });
    expect(viewRequest(opened.desk, opened.requests.get('r1') ?? expect.fail()).senderName).toBe(shown);
  });

  it('shows nobody when the sender was forgotten', () => {
    const { desk } = openTownDesk();
    expect(readSender(desk, 'b'.repeat(64))).toBeUndefined();
    expect(readSender(desk, desk.blobs.put(Buffer.from('{"name":3}')))).toBeUndefined();
  });
});
