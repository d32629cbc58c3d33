import { describe, expect, it } from 'vitest';
import type { NewFact } from '#shared/journal/fact.ts';
import { NO_ANSWER } from '#shared/requests/answer.ts';
import { type Answer, requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { type Request, requestSchema } from '#shared/requests/request.ts';
import { pen, ROAD_WORKS, requestReceived } from '../../helpers/facts.ts';

const ENT = 'request/r1';
const LETTER = 'a'.repeat(64);
const at = (minute: number): string => `2026-03-02T08:${String(minute).padStart(2, '0')}:00.000Z`;

/** The request of the road works, received at minute 0, after Marta's acts: one a minute. */
function requestAfter(asked: Parameters<typeof requestReceived>[1], ...acts: readonly NewFact[]): Request {
  const desk = pen();
  desk.write('app', requestReceived('r1', asked));
  desk.write('marta', ...acts);
  const request = foldRequest('r1', desk.all()) ?? expect.fail('no request');
  expect(requestSchema.parse(request)).toEqual(request);
  return request;
}
const asks = (messageId: string): readonly NewFact[] => [
  requestFact('request.letterWritten', ENT, { purpose: 'missing', messageId, letter: LETTER }),
  requestFact('request.paused', ENT, { for: 'risposta', missing: ['link'], letter: messageId }),
];
const undone = (messageId: string): NewFact => requestFact('request.letterUndone', ENT, { messageId });
const takenInCharge = requestFact('request.takenInCharge', ENT, {});
const closed = requestFact('request.closed', ENT, { outcome: 'ritirata', why: 'rinviato', sameAs: null });
const answers = (says: Partial<Answer>, more: { readonly mail?: string; readonly minute?: number } = {}): NewFact =>
  requestFact('request.answered', ENT, {
    mail: more.mail ?? 'm2',
    receivedAt: at(more.minute ?? 30),
    says: { ...NO_ANSWER, ...says },
    withdraws: false,
    fromHead: false,
  });

describe('waiting for others (P27)', () => {
  it('goes on when somebody takes charge, and ends in that person’s hands', () => {
    const waiting = requestAfter({ link: null }, ...asks('x@e'), takenInCharge);
    expect(waiting).toMatchObject({ state: 'waiting', inCharge: { person: 'marta' }, waiting: { since: at(2) } });
    const over = requestAfter({ link: null }, ...asks('x@e'), takenInCharge, requestFact('request.resumed', ENT, {}));
    expect(over).toMatchObject({ state: 'inCharge', waiting: null, waits: [{ from: at(2), to: at(4) }] });
  });

  it.each([
    ['forwarding', requestFact('request.forwarded', ENT, { hash: 'h' })],
    ['closing', closed],
  ])('ends with %s', (_act, fact) => {
    const request = requestAfter({}, ...asks('x@e'), fact);
    expect(request).toMatchObject({ waiting: null, waits: [{ from: at(2), to: at(3) }] });
  });

  it('asked again waits since the first time; taking the second letter back leaves the first', () => {
    const twice = requestAfter({ link: null }, ...asks('x@e'), ...asks('y@e'));
    expect(twice.waiting).toMatchObject({ since: at(2), letter: 'x@e' });
    expect(twice.letters.map(({ messageId, by, at: when }) => [messageId, by, when])).toEqual([
      ['x@e', 'marta', at(1)],
      ['y@e', 'marta', at(3)],
    ]);
    const back = requestAfter({ link: null }, ...asks('x@e'), ...asks('y@e'), undone('y@e'));
    expect(back).toMatchObject({ state: 'waiting', letters: [{ messageId: 'x@e' }] });
    const none = requestAfter({ link: null }, ...asks('x@e'), undone('x@e'));
    expect(none).toMatchObject({ state: 'open', waiting: null, waits: [], letters: [] });
  });

  it('ends when an answer comes, at the moment of the answer; two waits are two', () => {
    const first = requestAfter({ link: null }, ...asks('x@e'), answers({}, { minute: 10 }));
    expect(first).toMatchObject({ state: 'open', waits: [{ from: at(2), to: at(10) }] });
    const again = requestAfter({ link: null }, ...asks('x@e'), answers({}, { minute: 3 }), ...asks('y@e'));
    expect(again).toMatchObject({ state: 'waiting', waits: [{ from: at(2), to: at(3) }], waiting: { letter: 'y@e' } });
  });

  it('ends on its day, on every desk once; the day of a pause that was changed wakes nothing (P17)', () => {
    const paused = (until: string): NewFact =>
      requestFact('request.paused', ENT, { for: 'Cultura', missing: [], letter: null, until });
    const woke = (until: string): NewFact => requestFact('request.woke', ENT, { until });
    const once = requestAfter({}, paused('2026-03-04'), woke('2026-03-04'), woke('2026-03-04'));
    expect(once).toMatchObject({ state: 'open', waiting: null });
    expect(once.waits.map(({ to }) => to)).toEqual(['2026-03-03T23:00:00.000Z']);
    const longer = requestAfter({}, paused('2026-03-04'), paused('2026-03-06'), woke('2026-03-04'));
    expect(longer).toMatchObject({ state: 'waiting', waiting: { until: '2026-03-06' } });
    expect(requestAfter({}, woke('2026-03-04'))).toMatchObject({ state: 'open', waits: [] });
  });

  it('never ends before it began, whatever the clock of the sender says', () => {
    const request = requestAfter({ link: null }, ...asks('x@e'), answers({}, { minute: 0 }));
    expect(request.waits).toEqual([{ from: at(2), to: at(2) }]);
  });
});

describe('an answer (P17)', () => {
  const link = 'https://www.comune.valdombra.example/novita/altra';

  it('fills what was missing and nothing else', () => {
    const request = requestAfter(
      { sendDate: null, text: ' ' },
      answers({ sendDate: '2026-03-09', sendTime: '10:00', link, text: 'Via Roma chiude.' }),
    );
    expect(request).toMatchObject({
      data: { sendDate: '2026-03-09', sendTime: '10:00', link: ROAD_WORKS.link },
      asked: { sendDate: null, text: 'Via Roma chiude.' },
      missing: [],
      confirmed: [],
    });
  });

  it('fills also what somebody confirmed as missing: it is to be confirmed again', () => {
    const nothing = requestFact('request.dataSet', ENT, { link: null, office: 'Sport' });
    const request = requestAfter({}, nothing, answers({ link }));
    expect(request).toMatchObject({ data: { link, office: 'Sport' }, confirmed: ['office'] });
  });

  it('of the same e-mail counts once', () => {
    const request = requestAfter({ link: null }, answers({}), answers({ link }));
    expect(request).toMatchObject({ data: { link: null }, answers: [{ mail: 'm2' }] });
  });

  it('changes no datum of what is decided: it is there to be read', () => {
    const request = requestAfter({ link: null }, closed, answers({ link }));
    expect(request).toMatchObject({ state: 'closed', data: { link: null }, unread: [{ mail: 'm2', fromHead: false }] });
  });

  it('stays after the e-mail is cut, where the new words are silent', () => {
    const desk = pen();
    const received = requestReceived('r1', { link: null });
    desk.write('app', { ...received, body: { ...(received.body as object), mail: 'm1', span: [0, 50] } });
    desk.write('app', answers({ link }));
    const asked = { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null, text: '' };
    const part = { id: 'r1', span: [0, 20] as [number, number], title: 'Via Roma', asked, warnings: [] };
    desk.write('marta', requestFact('mail.cut', 'mail/m1', { requests: [part] }));
    const request = foldRequest('r1', desk.all());
    expect(request).toMatchObject({ span: [0, 20], data: { link, sendDate: null }, missing: ['date', 'text'] });
  });
});

describe('a forwarding that was taken back', () => {
  it('leaves the request in charge, as if it had not been', () => {
    const forwarded = requestFact('request.forwarded', ENT, { hash: 'h' });
    const request = requestAfter({}, takenInCharge, forwarded, requestFact('request.forwardUndone', ENT, {}));
    expect(request).toMatchObject({ state: 'inCharge', forwardedAt: null, reopened: null });
  });
});
