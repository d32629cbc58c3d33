import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { must } from '../../helpers/desk.ts';
import { ROAD_WORKS, ROAD_WORKS_DATA } from '../../helpers/facts.ts';
import { openTown, type Town } from '../../helpers/openTown.ts';

const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);
const REASONS = { link: 'Visto a mano.', prontuario: 'Concordato.', duplicati: 'È nuovo.' };

/** A town where the notice of the road works was forwarded by Marta on Monday at 09:00. */
async function forwarded(): Promise<Town & { readonly id: string; readonly effect: string }> {
  const town = await openTown();
  const { title, text } = ROAD_WORKS;
  const { id } = await act(town.app, 'requests.write', { title, text, data: ROAD_WORKS_DATA, corrects: null });
  const { to, effect } = await act(town.app, 'drafts.forward', { id, text, reasons: REASONS });
  expect(to).toBe('Ornella Vidal');
  return { ...town, id, effect: effect ?? expect.fail('no letter') };
}

async function lettersOf({ folder }: Town) {
  const out = join(folder, 'uscita');
  return Promise.all(readdirSync(out).map(async (name) => must(await parseMail(readFileSync(join(out, name)), name))));
}
const head = ({ app }: Town) => act(app, 'people.actAs', { id: 'ornella' });

describe('forwarding also writes to the head (P26, P38)', () => {
  it('once, when the time of undo is over; his answer is shown with the request and fills nothing', async () => {
    const town = await forwarded();
    const { app, clock, id } = town;
    expect(await app.tick()).toBe(0);
    clock.advance(10_000);
    await app.tick();
    const [letter, ...others] = await lettersOf(town);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      subject: 'Da approvare: Via Roma chiusa per asfaltatura',
      to: [{ address: expect.stringMatching(/@comune\.valdombra\.example$/) }],
    });
    expect(letter?.text).toContain(ROAD_WORKS.text);
    await town.receive({
      id: 'approvo',
      from: `Ornella Vidal <${letter?.to[0]?.address}>`,
      subject: 'R: Da approvare: Via Roma chiusa per asfaltatura',
      date: 'Mon, 02 Mar 2026 08:30:00 +0100',
      answers: [letter?.messageId ?? ''],
      lines: ['Approvo. Non inviate prima delle 9.', 'Invio lunedì 9 marzo 2026.'],
    });
    const request = await act(app, 'requests.get', { id });
    expect(request).toMatchObject({ state: 'forwarded', data: { sendDate: '2026-03-05' } });
    expect(request.mails.find(({ kind }) => kind === 'answers')).toMatchObject({ fromHead: true, withdraws: false });
    expect(request.unread).toMatchObject([{ fromHead: true, withdraws: false }]);
  });

  it('is taken back with the forwarding: the text is on the desk again, and can be forwarded again', async () => {
    const town = await forwarded();
    const { app, clock, id, effect } = town;
    await act(app, 'drafts.undo', { id: effect });
    expect(await act(app, 'requests.get', { id })).toMatchObject({
      state: 'inCharge',
      reopened: null,
      forwardedAt: null,
      letters: [],
      text: ROAD_WORKS.text,
    });
    expect(await act(app, 'drafts.waiting', {})).toEqual([]);
    clock.advance(20_000);
    await app.tick();
    expect(await lettersOf(town)).toEqual([]);
    await act(app, 'drafts.forward', { id, text: ROAD_WORKS.text, reasons: REASONS });
    clock.advance(20_000);
    await app.tick();
    expect(await lettersOf(town)).toHaveLength(1);
    expect(await act(app, 'drafts.waiting', {})).toHaveLength(1);
  });

  it('is not taken back once the head decided', async () => {
    const { app, id, effect, ...town } = await forwarded();
    await head({ ...town, app });
    const [draft] = await act(app, 'drafts.waiting', {});
    const seen = draft?.rewritten.hash ?? '';
    await act(app, 'queue.approve', { id, seen, text: ROAD_WORKS.text, route: null });
    await act(app, 'people.actAs', { id: 'marta' });
    expect(codeOf(await app.call('drafts.undo', { id: effect }))).toBe('already-decided');
  });

  it('a head who forwards to himself gets no letter (P2)', async () => {
    const town = await openTown();
    await head(town);
    const { title, text } = ROAD_WORKS;
    const { id } = await act(town.app, 'requests.write', { title, text, data: ROAD_WORKS_DATA, corrects: null });
    expect(await act(town.app, 'drafts.forward', { id, text, reasons: REASONS })).toMatchObject({ effect: null });
  });
});

describe('a decision of the head away from the app (P38)', () => {
  it('is written down by an operator: who decided, how, when, and who wrote it', async () => {
    const { app, clock, id } = await forwarded();
    clock.advance(60 * 60_000);
    const when = clock.now();
    clock.advance(5 * 60_000);
    const decision = {
      ...{ id, how: 'telefono' as const, when, note: ' Sentita alle 10. ' },
      decision: { kind: 'approved' as const },
    };
    const { plannedFor } = await act(app, 'queue.decideElsewhere', decision);
    if (plannedFor === null) expect.fail('not approved');
    expect(plannedFor).toBe('2026-03-05T07:30:00.000Z');
    expect(await act(app, 'drafts.waiting', {})).toEqual([]);
    const [job] = await act(app, 'queue.list', {});
    expect(job).toMatchObject({ state: 'queued', notice: { text: ROAD_WORKS.text } });
    expect(codeOf(await app.call('queue.decideElsewhere', decision))).toBe('already-decided');

    clock.set(plannedFor);
    await app.tick();
    await act(app, 'queue.confirmSent', { id, text: null, recipients: 900, sentAt: null });
    const [entry] = await act(app, 'register.list', { from: null, to: null });
    expect(entry?.approved).toMatchObject({ by: 'ornella', at: when, text: ROAD_WORKS.text });
  });

  it.each([
    ['before it was forwarded', -60_000],
    ['in the future', 600_000],
  ])('%s is refused', async (_when, shift) => {
    const { app, clock, id } = await forwarded();
    clock.advance(60_000);
    const when = new Date(Date.parse(clock.now()) - 60_000 + shift).toISOString();
    const refused = await app.call('queue.decideElsewhere', {
      id,
      how: 'e-mail',
      when,
      note: '',
      decision: { kind: 'approved' },
    });
    expect(codeOf(refused)).toBe('moment-impossible');
    expect(await act(app, 'queue.list', {})).toEqual([]);
  });

  it('is for operators to write down, not for the head, who decides in the app', async () => {
    const town = await forwarded();
    const { app, clock, id } = town;
    await head(town);
    const decision = { id, how: 'telefono', when: clock.now(), note: '', decision: { kind: 'approved' } };
    expect(codeOf(await app.call('queue.decideElsewhere', decision))).toBe('not-your-role');
    expect(codeOf(await app.call('queue.decideElsewhere', { ...decision, how: 'app' }))).toBe('invalid-input');
    expect(codeOf(await app.call('queue.decideElsewhere', { ...decision, id: 'r9' }))).toBe('draft-unknown');
  });
});
