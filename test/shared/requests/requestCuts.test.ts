import { describe, expect, it } from 'vitest';
import type { Fact } from '#shared/journal/fact.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';
import { type Pen, pen, ROAD_WORKS, ROAD_WORKS_DATA } from '../../helpers/facts.ts';

const MAIL = 'm1';
const part = (id: string, from: number, to: number, text: string = ROAD_WORKS.text) => ({
  id,
  span: [from, to] as [number, number],
  title: text,
  asked: { ...ROAD_WORKS_DATA, text },
  warnings: [],
});
type Part = ReturnType<typeof part>;

const arrive = (desk: Pen, { id, ...asks }: Part, index: number, of: number): void => {
  const body = { ...asks, mail: MAIL, sender: null, receivedAt: '2026-03-02T08:00:00.000Z', index, of };
  desk.write('app', requestFact('request.received', `request/${id}`, body));
};
const cut = (desk: Pen, ...requests: readonly Part[]): void => {
  desk.write('marta', requestFact('mail.cut', `mail/${MAIL}`, { requests: [...requests] }));
};
const closed = requestFact('request.closed', 'request/m1-2', {
  outcome: 'duplicato',
  why: 'già inviato',
  sameAs: null,
});
/** A desk that read an e-mail with two requests. */
function twoRequests(device?: string, start?: string): Pen {
  const desk = pen(device, start);
  arrive(desk, part('m1-1', 0, 10), 1, 2);
  arrive(desk, part('m1-2', 11, 20), 2, 2);
  return desk;
}
const read = (id: string, facts: readonly Fact[]): Request => foldRequest(id, facts) ?? expect.fail(`no ${id}`);

describe('cuts of an e-mail (P12)', () => {
  it('move a request, keep what a person confirmed, and take a joined one away', () => {
    const desk = twoRequests();
    desk.write('marta', requestFact('request.dataSet', 'request/m1-1', { office: 'Sport' }));
    cut(desk, part('m1-1', 0, 20, 'Tutto insieme'));
    expect(read('m1-1', desk.all())).toMatchObject({
      span: [0, 20],
      index: 1,
      of: 1,
      title: 'Tutto insieme',
      asked: { office: 'Lavori pubblici' },
      data: { office: 'Sport' },
    });
    expect(foldRequest('m1-2', desk.all())).toBeUndefined();
    cut(desk, part('m1-1', 0, 10), part('m1-2', 11, 20));
    expect(read('m1-2', desk.all())).toMatchObject({ span: [11, 20], index: 2, of: 2 });
  });

  it('what was not confirmed is what the new words say, also when they say less', () => {
    const desk = twoRequests();
    const without = part('m1-1', 0, 5);
    cut(desk, { ...without, asked: { ...without.asked, link: null } }, part('m1-2', 6, 20));
    expect(read('m1-1', desk.all())).toMatchObject({ data: { link: null }, missing: ['link'] });
  });

  it('never change what was decided, whatever a desk cut that did not know it', () => {
    const here = twoRequests();
    here.write('marta', closed);
    const there = twoRequests('desk0002', '2026-03-02T09:00:00.000Z');
    cut(there, part('m1-1', 0, 20));
    const all = [...here.all(), ...there.all().filter(({ type }) => type === 'mail.cut')];
    expect(read('m1-2', all)).toEqual(read('m1-2', here.all()));
  });

  it('a request decided by a desk that did not know it was joined does not vanish', () => {
    const here = twoRequests();
    cut(here, part('m1-1', 0, 20));
    const there = twoRequests('desk0002', '2026-03-02T09:00:00.000Z');
    there.write('luca', closed);
    const all = [...here.all(), ...there.all().filter(({ type }) => type === 'request.closed')];
    expect(read('m1-2', all)).toMatchObject({ state: 'closed', span: [11, 20] });
  });

  it('of two desks at once the later one counts, whole, on every desk', () => {
    const here = twoRequests();
    cut(here, part('m1-1', 0, 5), part('m1-da6', 6, 10), part('m1-2', 11, 20));
    const there = twoRequests('desk0002', '2026-03-02T09:00:00.000Z');
    cut(there, part('m1-1', 0, 3), part('m1-da4', 4, 10), part('m1-2', 11, 20));
    arrive(here, part('m1-da6', 6, 10), 2, 3);
    arrive(there, part('m1-da4', 4, 10), 2, 3);
    const all = [...here.all(), ...there.all()];
    for (const facts of [all, all.toReversed()]) {
      expect(read('m1-1', facts).span).toEqual([0, 3]);
      expect(read('m1-da4', facts)).toMatchObject({ span: [4, 10], index: 2, of: 3 });
      expect(foldRequest('m1-da6', facts)).toBeUndefined();
    }
  });
});
