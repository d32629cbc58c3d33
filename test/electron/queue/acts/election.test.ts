/** Election periods (P39), through the whole app of one desk: who is asked, what is held, what is kept on record. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { Input, MethodName, Output } from '#shared/ipc/contract.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { ElectionPeriod } from '#shared/people/profile/elections.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';

const PERIOD: ElectionPeriod = {
  ...{ kind: 'comunali', from: '2026-03-04', to: '2026-03-22', runOff: '2026-04-12', source: 'Decreto del prefetto' },
};
const ANSWERS = { impersonal: true, essential: 'Chi abita lì deve sapere della strada chiusa.' };
const LINK = 'https://www.comune.valdombra.example/novita/strada';
const TEXT = `Via Roma chiusa\n\nVia Roma è chiusa lunedì 9 marzo 2026.\n\n${LINK}`;
const REASONS = { prontuario: 'Concordato.', duplicati: 'Sono avvisi diversi.', data: 'Concordata.' };
const ROUTE = 'cartella della ditta';

async function as(town: Town, id: string): Promise<void> {
  await act(town.app, 'people.actAs', { id });
}

async function enter(town: Town, ...periods: readonly ElectionPeriod[]): Promise<void> {
  const { person } = await act(town.app, 'people.session', {});
  await as(town, 'ornella');
  await act(town.app, 'people.setTown', { changes: [{ field: 'electionPeriods', value: periods }] });
  await as(town, person?.id ?? 'marta');
}

/** A text that waits for the head, wanted on a day. */
async function forwarded(town: Town, sendDate: string, title = 'Via Roma chiusa'): Promise<string> {
  const data = {
    ...{ sendDate, sendTime: null, link: LINK, office: 'Viabilità', category: 'Viabilità' },
    reason: 'servizio' as const,
  };
  const { id } = await act(town.app, 'requests.write', { title, text: TEXT, data, corrects: null });
  await act(town.app, 'drafts.forward', { id, text: TEXT, reasons: REASONS });
  return id;
}

type Answers = Input<'queue.approve'>['answers'];
async function approve(town: Town, id: string, answers?: Answers, text = TEXT) {
  await as(town, 'ornella');
  const draft = (await act(town.app, 'drafts.waiting', {})).find((one) => one.id === id);
  const input = { id, seen: draft?.rewritten.hash ?? '', text, route: ROUTE, ...(answers ? { answers } : {}) };
  const reply = await town.app.call('queue.approve', input);
  await as(town, 'marta');
  return reply;
}

async function codeOf<Name extends MethodName>(town: Town, method: Name, input: Input<Name>): Promise<string> {
  const reply = await town.app.call(method, input);
  return reply.ok ? 'done' : (reply.error as Problem).code;
}

async function jobOf(town: Town, id: string): Promise<Output<'queue.list'>[number] | undefined> {
  return (await act(town.app, 'queue.list', {})).find((one) => one.id === id);
}

async function reach(town: Town, day: string, time = '08:30'): Promise<void> {
  town.clock.set(instantAt(day, time));
  for (let round = 0; round < 3; round++) {
    await town.app.tick();
    town.clock.advance(11_000);
  }
}

const delivered = ({ folder }: Town): number =>
  readdirSync(join(folder, 'consegne')).filter((name) => name.endsWith('.json')).length;

describe('an approval', () => {
  it('by the planned day: the last day before a period asks for nothing, its first day asks', async () => {
    const town = await openTown();
    await enter(town, PERIOD);
    expect((await approve(town, await forwarded(town, '2026-03-03'))).ok).toBe(true);
    const id = await forwarded(town, '2026-03-04', 'Via Po chiusa');
    expect(await approve(town, id)).toMatchObject({ ok: false, error: { code: 'election-answers-missing' } });
    expect(await jobOf(town, id)).toBeUndefined();
    expect((await approve(town, id, ANSWERS)).ok).toBe(true);
    expect(await act(town.app, 'queue.elections', {})).toEqual([]);
    await reach(town, '2026-03-04');
    expect(delivered(town)).toBe(2);
  });

  it('outside of a period keeps no answer, whatever is sent with it', async () => {
    const town = await openTown();
    const id = await forwarded(town, '2026-03-05');
    expect((await approve(town, id, ANSWERS)).ok).toBe(true);
    await reach(town, '2026-03-05');
    await act(town.app, 'queue.confirmSent', { id, text: null, recipients: 9, sentAt: null });
    expect(await act(town.app, 'register.get', { id })).not.toHaveProperty('election');
  });

  it('by telephone carries the answers too, and the register says who wrote them down', async () => {
    const town = await openTown();
    await enter(town, PERIOD);
    const id = await forwarded(town, '2026-04-10');
    const said = { id, how: 'telefono' as const, when: town.clock.now(), note: '' };
    expect(await codeOf(town, 'queue.decideElsewhere', { ...said, decision: { kind: 'approved' } })).toBe(
      'election-answers-missing',
    );
    await act(town.app, 'queue.decideElsewhere', { ...said, decision: { kind: 'approved', answers: ANSWERS } });
    await reach(town, '2026-04-10');
    await act(town.app, 'queue.confirmSent', { id, text: null, recipients: 9, sentAt: null });
    expect((await act(town.app, 'register.get', { id })).election).toEqual({
      until: '2026-04-12',
      answers: {
        ...{ ...ANSWERS, by: 'ornella', at: said.when },
        ...{ recordedBy: 'marta', way: 'telefono' },
      },
    });
  });
});

describe('a period that is entered later', () => {
  it('holds what is queued, says so to older apps once, and lets it go as soon as the head answers', async () => {
    const town = await openTown();
    const [id, outside] = [await forwarded(town, '2026-03-05'), await forwarded(town, '2026-04-13', 'Via Po chiusa')];
    for (const one of [id, outside]) expect((await approve(town, one)).ok).toBe(true);
    await enter(town, PERIOD);
    await reach(town, '2026-03-05');
    await town.app.tick();
    expect(delivered(town)).toBe(0);
    expect(await jobOf(town, id)).toMatchObject({ state: 'queued', obstacle: { code: 'election-answers' } });
    expect((await jobOf(town, outside))?.obstacle).toBeNull();
    expect(await act(town.app, 'queue.elections', {})).toMatchObject([{ id, until: '2026-04-12', when: 'before' }]);
    expect(await act(town.app, 'service.stuck', {})).toEqual([]);

    expect(await codeOf(town, 'queue.answerElection', { id, answers: ANSWERS })).toBe('not-your-role');
    await as(town, 'ornella');
    const notYet = { id, answers: { ...ANSWERS, impersonal: false } };
    expect(await codeOf(town, 'queue.answerElection', notYet)).toBe('not-impersonal');
    await act(town.app, 'queue.answerElection', { id, answers: ANSWERS });
    expect(await codeOf(town, 'queue.answerElection', { id, answers: ANSWERS })).toBe('nothing-to-answer');
    await reach(town, '2026-03-05', '09:00');
    expect(delivered(town)).toBe(1);
    expect((await jobOf(town, id))?.state).toBe('handedOver');
  });

  it('lets go what it no longer holds when its days are put right', async () => {
    const town = await openTown();
    const id = await forwarded(town, '2026-03-05');
    await approve(town, id);
    await enter(town, PERIOD);
    await reach(town, '2026-03-05');
    expect(delivered(town)).toBe(0);
    await enter(town, { ...PERIOD, from: '2026-03-06' });
    await reach(town, '2026-03-05', '09:00');
    expect(delivered(town)).toBe(1);
  });

  it('holds a notice that is moved into it, and one asked of the group is not even copied', async () => {
    const town = await openTown();
    await enter(town, PERIOD);
    const id = await forwarded(town, '2026-03-03');
    await as(town, 'ornella');
    const draft = (await act(town.app, 'drafts.waiting', {}))[0];
    const seen = draft?.rewritten.hash ?? '';
    await act(town.app, 'queue.approve', { id, seen, text: TEXT, route: 'gruppo operativo' });
    await act(town.app, 'queue.move', { id, plannedFor: instantAt('2026-03-05', '09:00'), why: null });
    expect(await codeOf(town, 'queue.askGroup', { id })).toBe('election-answers');
    await act(town.app, 'queue.answerElection', { id, answers: ANSWERS });
    expect(await codeOf(town, 'queue.askGroup', { id })).toBe('done');
  });
});

describe('what leaves without the head', () => {
  it('an emergency leaves, and is answered afterwards: in its row, in the exported register, in the report', async () => {
    const town = await openTown({ now: instantAt('2026-03-05', '10:00') });
    await enter(town, PERIOD);
    const emergency = {
      title: 'Piena',
      text: `Piena del fiume. ${LINK}`,
      link: null,
      authoriser: 'Sindaca',
      why: 'Piena',
    };
    const { id } = await act(town.app, 'queue.emergency', { ...emergency, route: ROUTE });
    await reach(town, '2026-03-05', '10:01');
    expect(delivered(town)).toBe(1);
    expect(await act(town.app, 'queue.elections', {})).toMatchObject([{ id, when: 'after', isEmergency: true }]);
    await act(town.app, 'queue.confirmSent', { id, text: null, recipients: 9, sentAt: null });
    expect((await act(town.app, 'register.get', { id })).election).toEqual({ until: '2026-04-12', answers: null });
    expect(await exported(town)).toContain('Le due risposte del capo settore non ci sono ancora.');

    const elsewhere = { how: 'telefono' as const, when: town.clock.now(), note: '' };
    await act(town.app, 'queue.answerElection', { id, answers: { ...ANSWERS, impersonal: false }, elsewhere });
    expect(await act(town.app, 'queue.elections', {})).toEqual([]);
    expect((await act(town.app, 'register.get', { id })).election?.answers).toMatchObject({
      ...{ by: 'ornella', recordedBy: 'marta', impersonal: false, essential: ANSWERS.essential },
    });
    expect(await exported(town)).toContain(ANSWERS.essential);
  });

  it('the alternative way leaves when its operator knew of the period, and is held when it was entered later', async () => {
    const town = await openTown();
    const away = { id: null, person: 'ornella', from: '2026-03-01', to: '2026-03-31' };
    await act(town.app, 'people.setAbsence', away);
    const released = async (sendDate: string, title: string): Promise<string> => {
      const data = { sendDate, sendTime: null, link: LINK, office: 'Viabilità', category: 'Viabilità' };
      const whole = { ...data, reason: 'servizio' as const };
      const { id } = await act(town.app, 'requests.write', { title, text: TEXT, data: whole, corrects: null });
      await act(town.app, 'queue.release', { id, text: TEXT, reasons: REASONS, why: 'Capo assente.' });
      return id;
    };
    const before = await released('2026-03-05', 'Via Roma chiusa');
    await enter(town, PERIOD);
    const after = await released('2026-03-05', 'Via Po chiusa');
    const open = await act(town.app, 'queue.elections', {});
    expect(Object.fromEntries(open.map(({ id, when }) => [id, when]))).toEqual({
      [before]: 'before',
      [after]: 'after',
    });
    expect((await jobOf(town, before))?.obstacle?.code).toBe('election-answers');
    expect((await jobOf(town, after))?.obstacle?.code).not.toBe('election-answers');
  });
});

/** The text of the register as it was exported now. */
async function exported(town: Town): Promise<string> {
  town.clock.advance(60_000);
  const { fileName } = await act(town.app, 'register.export', { ...EVERY_ROW, order: NEWEST_FIRST, format: 'csv' });
  const { folders } = await act(town.app, 'service.status', {});
  return readFileSync(join(folders.reports, fileName), 'utf8');
}
