import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { periodOf } from '#shared/report/period.ts';
import { must } from '../../helpers/desk.ts';
import { inWork } from '../../helpers/inWork.ts';
import { TWO_NOTICES } from '../../helpers/mails.ts';
import { openTown, type Town } from '../../helpers/openTown.ts';

afterAll(stopWorkers);

const decidedOf = async ({ app }: Town, id: string) =>
  (await act(app, 'requests.decided', { text: '', limit: 50 })).rows.find((row) => row.id === id)?.decision;

/** A town where Marta forwarded a request that came by e-mail. */
async function forwarded(): Promise<Town & { readonly id: string }> {
  const town = await openTown();
  await town.receive(TWO_NOTICES);
  const request = (await inWork(town.app)).find(({ missing }) => missing.length === 0);
  const id = request?.id ?? expect.fail('no request');
  await act(town.app, 'requests.takeCharge', { id });
  const reasons = { prontuario: 'Concordato.', link: 'Vista.', duplicati: 'Diverso.', data: 'Sì.' };
  await act(town.app, 'drafts.forward', { id, text: request?.asked.text ?? '', reasons });
  return { ...town, id };
}

it('a refusal is told with its reason wherever the request is shown, and to the office by a ready letter (P30)', async () => {
  const town = await forwarded();
  const { app, id } = town;
  expect(await app.call('requests.refusalDraft', { id })).toMatchObject({ error: { code: 'not-refused' } });
  await act(app, 'people.actAs', { id: 'ornella' });
  await act(app, 'drafts.decline', { id, how: { kind: 'refused', why: 'La notizia basta.' } });
  const decision = { outcome: 'non selezionata', why: 'La notizia basta.', by: 'Ornella Vidal', recorded: null };
  expect(await decidedOf(town, id)).toMatchObject(decision);
  expect((await act(app, 'requests.get', { id })).decision).toMatchObject(decision);
  await act(app, 'people.actAs', { id: 'marta' });
  const draft = await act(app, 'requests.refusalDraft', { id });
  expect(draft.text).toContain('Il motivo: La notizia basta.');
  await act(app, 'requests.tellRefusal', { id, text: `${draft.text}\nP.S. A presto.` });
  town.clock.advance(10_000);
  await app.tick();
  expect(await act(app, 'queue.toPost', {})).toMatchObject([{ purpose: 'notNeeded', to: [draft.to], request: id }]);
  expect((await act(app, 'requests.get', { id })).letters).toMatchObject([{ purpose: 'forward' }, { refused: true }]);
});

it('an approval by telephone is never the head’s own press: on the request, in the register, in its sheet (P38)', async () => {
  const town = await forwarded();
  const { app, id, clock } = town;
  clock.advance(60 * 60_000);
  const when = clock.now();
  clock.advance(12 * 60_000);
  const recordedAt = clock.now();
  await act(app, 'queue.decideElsewhere', {
    ...{ id, how: 'telefono', when, note: 'Dalla riunione.' },
    decision: { kind: 'approved' },
  });
  const recorded = { way: 'telefono', by: 'Marta Bellin', at: recordedAt, note: 'Dalla riunione.' };
  expect(await decidedOf(town, id)).toMatchObject({ outcome: 'approvata', by: 'Ornella Vidal', at: when, recorded });
  const [job] = await act(app, 'queue.list', {});
  clock.set(job?.plannedFor ?? '');
  await app.tick();
  await act(app, 'queue.confirmSent', { id, text: null, recipients: 9, sentAt: null });
  expect(await act(app, 'register.get', { id })).toMatchObject({
    approvedByName: 'Ornella Vidal',
    approvedElsewhere: recorded,
  });
});

it('decisions by telephone stand in the report, a refusal too, with who wrote them down, in its PDF and its exports (P38)', async () => {
  const town = await forwarded();
  const { app, id, clock } = town;
  clock.advance(60 * 60_000);
  const when = clock.now();
  const heard = { id, how: 'telefono' as const, when, note: 'È a letto con la febbre.' };
  await act(app, 'queue.decideElsewhere', { ...heard, decision: { kind: 'refused', why: 'Basta la notizia.' } });
  const folder = mkdtempSync(join(tmpdir(), 'decisioni-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'relazione.pdf');
  const { files } = must(await app.writeReport(periodOf(romeOf(when).day), path));
  const { title } = await act(app, 'requests.get', { id });
  const json = readFileSync(files.json, 'utf8');
  expect(JSON.parse(json)).toMatchObject({
    recordedDecisions: [
      {
        ...{ number: null, title, decision: 'Non selezionata', way: 'telefono', at: when, why: 'Basta la notizia.' },
        ...{ by: 'Ornella Vidal', recordedBy: 'Marta Bellin' },
      },
    ],
  });
  expect(json).not.toContain('febbre');
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
});

it('an emergency that was only copied is not asked, and leaves nothing to put in order yet (P34)', async () => {
  const town = await openTown();
  const { app } = town;
  const emergency = { title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' };
  const { id } = await act(app, 'queue.emergency', { ...emergency, route: 'gruppo operativo' });
  await act(app, 'queue.askGroup', { id });
  expect(await decidedOf(town, id)).toMatchObject({ outcome: 'emergenza copiata, non ancora chiesta', by: 'Sindaca' });
  await act(app, 'queue.confirmAsked', { id });
  expect(await decidedOf(town, id)).toMatchObject({ outcome: 'emergenza' });
});
