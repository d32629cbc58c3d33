/** A receipt of a PEC box never takes the place of the message it speaks of (P10). */
import { afterAll, describe, expect, it } from 'vitest';
import { hiddenEnvelopesMigration } from '#electron/db/migrations/130-hidden-envelopes.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { openTownDesk, write } from '../../../helpers/desk.ts';
import { mapMailbox, readingAt } from '../../../helpers/readings.ts';
import { rawCase } from '../reading/emailCases.ts';

afterAll(stopWorkers);

const ENVELOPE = rawCase('pec-envelope');
/** The receipt of its delivery, as it comes when the office and PuntoSi share one box. */
const RECEIPT = new TextEncoder().encode(
  Buffer.from(rawCase('pec-receipt'))
    .toString('utf8')
    .replace('<nostro-1@pec.comune.valdombra.example>', '<orig-55@pec.comune.valdombra.example>'),
);
/** What every version calls the envelope. */
const ENVELOPE_ID = '46ecbaf1c5c0c79f11d5a80c';
/** As the former version kept the receipt: under the id of the envelope. */
const FORMER = requestFact('mail.received', `mail/${ENVELOPE_ID}`, {
  ...{ blob: 'a'.repeat(64), parsed: 'b'.repeat(64), sender: 'c'.repeat(64) },
  ...{ subject: 'CONSEGNA: Avviso', kind: 'pec-receipt', receivedAt: '2026-03-02T07:00:00.000Z', references: [] },
});

const ids = (store: RequestStore): readonly string[] =>
  store.rows
    .toDo('')
    .rows.map(({ id }) => id)
    .toSorted();

describe.each([
  ['before its envelope', [RECEIPT, ENVELOPE]],
  ['after its envelope', [ENVELOPE, RECEIPT]],
  ['twice around its envelope', [RECEIPT, ENVELOPE, RECEIPT]],
])('a receipt read %s', (_, bytes) => {
  const mails = new Map(bytes.map((one, index) => [`${index}.eml`, one]));

  it('in one look, or a look each: the request comes once', async () => {
    const together = openTownDesk();
    expect(await readingAt(together, mapMailbox(mails)).look()).toMatchObject({ read: bytes.length, added: 1 });
    const apart = openTownDesk();
    const arriving = new Map<string, Uint8Array>();
    let added = 0;
    for (const [id, one] of mails) {
      arriving.set(id, one);
      added += (await readingAt(apart, mapMailbox(arriving)).look()).added;
    }
    expect(added).toBe(1);
    for (const { requests } of [together, apart]) {
      expect(ids(requests)).toEqual([`${ENVELOPE_ID}-1`]);
      expect(requests.mail(ENVELOPE_ID)?.kind).toBe('pec-request');
    }
  });
});

describe('a receipt the former version kept under the id of its envelope', () => {
  it('gives the envelope back that was then marked as read, and no other request twice', async () => {
    const opened = openTownDesk();
    const other = rawCase('plain-labelled');
    const both = new Map([
      ['busta.eml', ENVELOPE],
      ['altra.eml', other],
    ]);
    write(opened, FORMER);
    const { look } = readingAt(opened, mapMailbox(both));
    opened.requests.markRead(['busta.eml'], '2026-03-03T08:00:00.000Z');
    expect(await look()).toMatchObject({ read: 1, added: 1 });
    hiddenEnvelopesMigration.up(opened.database);
    expect(await look()).toMatchObject({ added: 1 });
    expect(ids(opened.requests)).toHaveLength(2);
    expect(opened.requests.mail(ENVELOPE_ID)?.kind).toBe('pec-request');
  });

  const mails = new Map([['busta.eml', ENVELOPE]]);

  it('hides no envelope that is read today; the request has the id every desk gives it', async () => {
    const opened = openTownDesk();
    write(opened, FORMER);
    expect(opened.requests.mail(ENVELOPE_ID)?.kind).toBe('pec-receipt');
    const { look } = readingAt(opened, mapMailbox(mails));
    expect(await look()).toMatchObject({ read: 1, added: 1 });
    expect(ids(opened.requests)).toEqual([`${ENVELOPE_ID}-1`]);
    expect(opened.requests.mail(ENVELOPE_ID)).toMatchObject({ kind: 'pec-request' });
    mails.set('copia.eml', ENVELOPE);
    expect(await look()).toMatchObject({ read: 1, added: 0 });
  });

  it('that arrives later from another desk leaves the envelope where it is', async () => {
    const opened = openTownDesk();
    await readingAt(opened, mapMailbox(mails)).look();
    write(opened, FORMER);
    expect(opened.requests.mail(ENVELOPE_ID)?.kind).toBe('pec-request');
    expect(ids(opened.requests)).toEqual([`${ENVELOPE_ID}-1`]);
  });
});
