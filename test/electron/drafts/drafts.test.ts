import { describe, expect, it } from 'vitest';
import { draftCases } from '#electron/drafts/drafts.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { requestFact } from '#shared/requests/facts.ts';
import {
  approvedNotice,
  forwardedRequest,
  must,
  openTestDesk,
  openTownDesk,
  sitDown,
  type TestDesk,
  write,
} from '../../helpers/desk.ts';
import { ROAD_WORKS, requestReceived } from '../../helpers/facts.ts';
import { MARTA, ORNELLA } from '../../helpers/town.ts';

const casesOf = ({ desk, drafts, requests }: TestDesk) =>
  draftCases(desk, drafts, requests, () => ({ pack: defaultPack, similar: () => [] }));
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);

describe('the text being written', () => {
  it('is kept as it is typed, and is there after the app is opened again', () => {
    const first = openTownDesk({ inFile: true });
    const text = '⚠️ *Via Roma* è chiusa\r\n  giovedì 5 marzo ';
    expect(must(casesOf(first).save({ id: 'r1', text: 'Via Roma' }))).toEqual({ savedAt: first.clock.now() });
    first.clock.advance(1_000);
    must(casesOf(first).save({ id: 'r1', text }));
    first.close();
    const { drafts } = openTestDesk({ folder: first.folder });
    expect(drafts.written('r1')).toEqual({ text, savedAt: first.clock.now() });
    expect(drafts.written('r2')).toBeUndefined();
  });
});

describe('forwarding (P24–P26)', () => {
  const inCharge = (): TestDesk => {
    const opened = openTownDesk();
    write(opened, requestReceived('r1'), requestFact('request.takenInCharge', 'request/r1', {}));
    return opened;
  };

  it('moves request and text together, and names the head', () => {
    const opened = inCharge();
    const forwarded = casesOf(opened).forward({
      id: 'r1',
      text: ROAD_WORKS.text,
      reasons: { prontuario: 'il link è nel sito' },
    });
    expect(must(forwarded)).toMatchObject({ to: 'Ornella Vidal' });
    expect(opened.requests.get('r1')?.state).toBe('forwarded');
    expect(opened.drafts.get('r1')).toMatchObject({ state: 'waiting', to: 'ornella' });
    expect(opened.drafts.written('r1')?.text).toBe(ROAD_WORKS.text);
    expect(opened.drafts.countWaiting()).toBe(1);
  });

  it('moves neither when one of them cannot', () => {
    const opened = inCharge();
    expect(codeOf(casesOf(opened).forward({ id: 'r1', text: ' ', reasons: {} }))).not.toBe('done');
    expect(codeOf(casesOf(opened).forward({ id: 'r9', text: ROAD_WORKS.text, reasons: {} }))).toBe('request-unknown');
    expect([opened.requests.get('r1')?.state, opened.drafts.get('r1')]).toEqual(['inCharge', undefined]);
  });
});

describe('what waits for the head (P30)', () => {
  it('is listed with the most urgent first, with request, names and the moment due', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    opened.clock.set('2026-03-03T08:00:00.000Z');
    forwardedRequest(opened, 'r2');
    const waiting = casesOf(opened).waiting();
    expect(waiting.map(({ id, due, rewrittenByName }) => [id, due, rewrittenByName])).toEqual([
      ['r1', '2026-03-03T16:30:00.000Z', 'Marta Bellin'],
      ['r2', '2026-03-04T16:30:00.000Z', 'Marta Bellin'],
    ]);
    expect(waiting[0]?.request).toMatchObject({ id: 'r1', state: 'forwarded', inChargeName: 'Marta Bellin' });
  });

  it('leaves the list when it is decided, stays when it is put off', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    sitDown(opened, ORNELLA);
    const until = '2026-03-09';
    must(casesOf(opened).decline({ id: 'r1', how: { kind: 'postponed', why: 'dopo il consiglio', until } }));
    expect([casesOf(opened).waiting().length, opened.drafts.countWaiting()]).toEqual([1, 1]);
    approvedNotice(opened, 'r2');
    expect(
      casesOf(opened)
        .waiting()
        .map(({ id }) => id),
    ).toEqual(['r1']);
  });

  it('goes back to the operator when returned, with the reason', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    sitDown(opened, ORNELLA);
    must(casesOf(opened).decline({ id: 'r1', how: { kind: 'returned', why: 'manca l’orario' } }));
    expect(opened.drafts.get('r1')?.state).toBe('returned');
    expect(opened.requests.get('r1')).toMatchObject({
      state: 'inCharge',
      reopened: 'manca l’orario',
      inCharge: { person: 'marta' },
    });
    sitDown(opened, MARTA);
    expect(codeOf(casesOf(opened).decline({ id: 'r1', how: { kind: 'refused', why: 'no' } }))).toBe('already-decided');
    expect(codeOf(casesOf(opened).decline({ id: 'r9', how: { kind: 'refused', why: 'no' } }))).toBe('draft-unknown');
  });
});
