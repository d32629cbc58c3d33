import { describe, expect, it } from 'vitest';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { requestSchema } from '#shared/requests/request.ts';
import { pen, ROAD_WORKS, ROAD_WORKS_DATA, requestReceived } from '../../helpers/facts.ts';

describe('foldRequest', () => {
  it('tells a request that just arrived', () => {
    const desk = pen();
    desk.write('app', requestReceived('r1'));
    const request = foldRequest('r1', desk.all());
    expect(request).toMatchObject({
      id: 'r1',
      state: 'open',
      asked: { ...ROAD_WORKS_DATA, text: ROAD_WORKS.text },
      data: ROAD_WORKS_DATA,
      confirmed: [],
      missing: [],
      inCharge: null,
      closed: null,
    });
    expect(requestSchema.parse(request)).toEqual(request);
  });

  it('knows no request before it was received', () => {
    const desk = pen();
    desk.write('marta', requestFact('request.takenInCharge', 'request/r1', {}));
    expect(foldRequest('r1', desk.all())).toBeUndefined();
    expect(foldRequest('r1', [])).toBeUndefined();
  });

  it('keeps the first arrival when a second desk read the same e-mail', () => {
    const here = pen('desk0001');
    here.write('app', requestReceived('r1', { office: 'Lavori pubblici' }));
    here.write('marta', requestFact('request.takenInCharge', 'request/r1', {}));
    const there = pen('desk0002', '2026-03-02T08:00:30.000Z');
    there.write('app', requestReceived('r1', { office: 'Polizia locale' }));
    const facts = [...there.all(), ...here.all()];
    expect(foldRequest('r1', facts)).toMatchObject({ state: 'inCharge', data: { office: 'Lavori pubblici' } });
    expect(foldRequest('r1', facts.toReversed())).toEqual(foldRequest('r1', facts));
  });

  it('goes on over facts it cannot read', () => {
    const desk = pen();
    desk.write('app', requestReceived('r1'));
    desk.write('app', { type: 'request.translated', ent: 'request/r1', body: { language: 'en' } });
    desk.write('app', { type: 'request.dataSet', ent: 'request/r1', body: { sendDate: 'presto' } });
    desk.write('marta', requestFact('request.takenInCharge', 'request/r1', {}));
    expect(foldRequest('r1', desk.all())).toMatchObject({ state: 'inCharge', data: ROAD_WORKS_DATA });
  });
});
