import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { recordPartlySent, recordRefusal } from '#electron/queue/acts/answers.ts';
import { requeue } from '#electron/queue/acts/requeue.ts';
import { openReceipts } from '#electron/queue/sending/receipts.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { approvedNotice, must, openTownDesk, type TestDesk } from '../../../helpers/desk.ts';

const AT = '2026-03-05T07:41:00.000Z';
const FILE = '2026-03-05_0830_r1.ricevuta.json';

/** A desk that delivered a notice into the folder of the contractor on Thursday 5 March. */
async function delivered(): Promise<TestDesk> {
  const opened = openTownDesk();
  approvedNotice(opened, 'r1');
  opened.clock.set(instantAt('2026-03-05', '08:30'));
  await opened.desk.outbox.tick();
  expect(opened.queue.get('r1')?.state).toBe('handedOver');
  return opened;
}
const receiptsOf = ({ desk, queue }: TestDesk, tell: TestDesk['desk']['tell'] = () => undefined) =>
  openReceipts({ ...desk, tell }, queue);
const give = ({ deliveries, queue }: TestDesk, receipt: object): void =>
  writeFileSync(
    join(deliveries, FILE),
    JSON.stringify({ id: 'r1', hash: queue.get('r1')?.notice.hash, at: AT, ...receipt }),
  );

it('a receipt is kept with the sending and waits for a person: it confirms nothing by itself', async () => {
  const opened = await delivered();
  const receipts = receiptsOf(opened);
  await receipts.look();
  expect(opened.queue.get('r1')?.receipt).toBeNull();
  give(opened, { outcome: 'inviato', recipients: 1_204 });
  await receipts.look();
  await receipts.look();
  expect(opened.queue.get('r1')).toMatchObject({
    state: 'handedOver',
    receipt: { outcome: 'inviato', at: AT, recipients: 1_204 },
  });
  const types = opened.desk.journal.factsOf('job/r1').map(({ type }) => type);
  expect(types.filter((type) => type === 'job.receiptRead')).toHaveLength(1);
});

it.each([
  ['inviato in parte', 'partlySent'],
  ['rifiutato', 'refused'],
] as const)('«%s» is what it says, with its reason', async (outcome, state) => {
  const opened = await delivered();
  give(opened, { outcome, why: 'numero bloccato' });
  await receiptsOf(opened).look();
  expect(opened.queue.get('r1')).toMatchObject({ state, why: 'numero bloccato', receipt: { outcome } });
});

it.each([
  ['of another text', { outcome: 'inviato', hash: 'altro' }, 'di un altro testo'],
  ['that cannot be read', { outcome: 'chissà' }, 'non si legge'],
])('a receipt %s changes nothing, stays where it is and is told', async (_what, receipt, words) => {
  const opened = await delivered();
  give(opened, receipt);
  const changed = vi.fn();
  const receipts = receiptsOf(opened, changed);
  await receipts.look();
  await receipts.look();
  expect(receipts.problemOf('r1')?.what).toContain(words);
  expect(changed.mock.calls).toEqual([['queue']]);
  expect(existsSync(join(opened.deliveries, FILE))).toBe(true);
  expect(opened.queue.get('r1')).toMatchObject({ state: 'handedOver', receipt: null });
});

it.each<readonly [string, (file: string) => unknown]>([
  ['a folder', (file) => mkdirSync(file)],
  ['a file too big', (file) => writeFileSync(file, `{"why":"${'x'.repeat(300_000)}"}`)],
  ['half a file', (file) => writeFileSync(file, '{"id":"r1","ha')],
])('%s in its place is no receipt', async (_what, put) => {
  const opened = await delivered();
  const receipts = receiptsOf(opened);
  put(join(opened.deliveries, FILE));
  await receipts.look();
  expect(receipts.problemOf('r1')).toMatchObject({
    code: 'receipt-unreadable',
    what: expect.stringContaining('non si legge'),
    why: 'Il file resta dov’è.',
    remedy: expect.stringContaining('Chiedi alla ditta'),
  });
  expect(opened.queue.get('r1')?.receipt).toBeNull();
});

it.skipIf(process.platform === 'win32')('a pipe in its place is not waited for', async () => {
  const opened = await delivered();
  const receipts = receiptsOf(opened);
  execFileSync('mkfifo', [join(opened.deliveries, FILE)]);
  await receipts.look();
  expect(receipts.problemOf('r1')?.what).toContain('non si legge');
});

it('a receipt that is mended, or taken away, is a problem no more', async () => {
  const opened = await delivered();
  const receipts = receiptsOf(opened);
  give(opened, { outcome: 'chissà' });
  await receipts.look();
  rmSync(join(opened.deliveries, FILE));
  await receipts.look();
  expect(receipts.problemOf('r1')).toBeUndefined();
  give(opened, { outcome: 'chissà' });
  await receipts.look();
  give(opened, { outcome: 'inviato' });
  await receipts.look();
  expect(receipts.problemOf('r1')).toBeUndefined();
  expect(opened.queue.get('r1')?.receipt?.outcome).toBe('inviato');
});

it('a bad receipt says nothing of the next round', async () => {
  const opened = await delivered();
  const receipts = receiptsOf(opened);
  give(opened, { outcome: 'chissà' });
  await receipts.look();
  must(recordRefusal(opened.desk, opened.queue, { id: 'r1', why: 'indirizzo sbagliato', answer: null }));
  must(requeue(opened.desk, opened, { id: 'r1', why: 'corretto' }));
  await receipts.look();
  expect(receipts.problemOf('r1')).toBeUndefined();
});

it.each(['inviato', 'rifiutato'] as const)('of an uncertain sending «%s» is evidence for a person', async (outcome) => {
  const opened = openTownDesk();
  approvedNotice(opened, 'r1');
  const here = { desk: opened.desk.journal.device() };
  opened.desk.journal.append(
    [queueFact('job.started', 'job/r1', here), queueFact('job.uncertain', 'job/r1', { why: 'interrotto' })],
    { actor: THE_APP },
  );
  give(opened, { outcome });
  await receiptsOf(opened).look();
  expect(opened.queue.get('r1')).toMatchObject({ state: 'uncertain', receipt: { outcome } });
});

it('a person records that a part only was reached (P33)', async () => {
  const opened = await delivered();
  must(recordPartlySent(opened.desk, opened.queue, { id: 'r1', why: 'mancano 400 persone' }));
  expect(opened.queue.get('r1')).toMatchObject({ state: 'partlySent', why: 'mancano 400 persone' });
  const again = recordRefusal(opened.desk, opened.queue, { id: 'r1', why: 'troppo tardi', answer: null });
  expect(again).toMatchObject({ ok: false, error: { code: 'job-not-allowed' } });
  const unknown = recordPartlySent(opened.desk, opened.queue, { id: 'r9', why: 'mancano 400 persone' });
  expect(unknown).toMatchObject({ error: { code: 'job-unknown' } });
});

it.each(['da cambiare', 'non selezionato', null] as const)('a refusal keeps its answer: %s (P31)', async (answer) => {
  const opened = await delivered();
  must(recordRefusal(opened.desk, opened.queue, { id: 'r1', why: 'data sbagliata', answer }));
  expect(opened.queue.get('r1')).toMatchObject({ state: 'refused', why: 'data sbagliata', answer });
  must(requeue(opened.desk, opened, { id: 'r1', why: 'ci hanno ripensato' }));
  expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', answer: null });
});
