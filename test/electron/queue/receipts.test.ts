import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordAnswer } from '#electron/queue/answers.ts';
import { openReceipts } from '#electron/queue/receipts.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { approvedNotice, must, openTownDesk, type TestDesk } from '../../helpers/desk.ts';

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
const receiptsOf = ({ desk, queue, deliveries }: TestDesk) => openReceipts(desk, queue, () => deliveries);
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
  const receipts = receiptsOf(opened);
  await receipts.look();
  expect(receipts.problemOf('r1')).toContain(words);
  expect(opened.queue.get('r1')).toMatchObject({ state: 'handedOver', receipt: null });
});

it('a folder in its place, or a file too big, is no receipt', async () => {
  const opened = await delivered();
  const receipts = receiptsOf(opened);
  mkdirSync(join(opened.deliveries, FILE));
  await receipts.look();
  expect(receipts.problemOf('r1')).toContain('non si legge');
  expect(opened.queue.get('r1')?.receipt).toBeNull();
});

it('a person records what the group or the contractor answered (P31)', async () => {
  const opened = await delivered();
  must(recordAnswer(opened.desk, opened.queue, 'job.partlySent', { id: 'r1', why: 'mancano 400 persone' }));
  expect(opened.queue.get('r1')).toMatchObject({ state: 'partlySent', why: 'mancano 400 persone' });
  const again = recordAnswer(opened.desk, opened.queue, 'job.refused', { id: 'r1', why: 'da cambiare' });
  expect(again).toMatchObject({ ok: false, error: { code: 'job-not-allowed' } });
  const unknown = recordAnswer(opened.desk, opened.queue, 'job.refused', { id: 'r9', why: 'da cambiare' });
  expect(unknown).toMatchObject({ error: { code: 'job-unknown' } });
});
