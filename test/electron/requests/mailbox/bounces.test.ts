/** What comes back finds its letter, and changes its state to what it proves (P33, P66). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { lateReports, reportedBy } from '#electron/requests/mailbox/reported.ts';
import { letterId } from '#electron/requests/mailIds.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { letterFact } from '#shared/requests/letterFacts.ts';
import { eximReport, pecReceipt, type Said, statusReport } from '../../../helpers/deliveryReports.ts';
import { openTownDesk, write } from '../../../helpers/desk.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { openOnlineTown } from '../../../helpers/mailboxDesk.ts';
import { INCOMPLETE } from '../../../helpers/mails.ts';
import type { Town } from '../../../helpers/openTown.ts';
import { SMTP_PASSWORD, startSmtp } from '../../../helpers/smtpServer.ts';
import { aMail } from '../../../shared/requests/reading/aMail.ts';

afterAll(stopWorkers);

const OFFICE = 'biblioteca@comune.valdombra.example';
const CONTRACTOR = valdombra.contractor.address ?? '';
const HEAD = 'ornella.vidal@comune.valdombra.example';

async function connected() {
  const server = await startSmtp();
  const town = await openOnlineTown({ connects: true, ask: async () => ok(null) });
  await act(town.app, 'requests.connectSending', { sending: server.account, password: SMTP_PASSWORD, access: null });
  return { town, server };
}
const messageIdOf = (raw: string | undefined): string =>
  /^Message-ID: <([^>]+)>/im.exec(raw ?? '')?.[1] ?? expect.fail('no Message-ID');
const passes = async ({ app, clock }: Town, milliseconds = 11_000): Promise<void> => {
  clock.advance(milliseconds);
  await app.tick();
};
let files = 0;
/** Lets an e-mail arrive as it is, and looks. */
async function arrives(town: Town, raw: string) {
  writeFileSync(join(town.folder, 'posta', `rapporto-${++files}.eml`), raw);
  return act(town.app, 'requests.checkMailbox', {});
}

/** A letter to the office that left: its request, and its Message-ID. */
async function letterLeft(how: 'takes' | 'dropsAfterText' = 'takes') {
  const { town, server } = await connected();
  await town.receive(INCOMPLETE);
  const id = (await inWork(town.app))[0]?.id ?? expect.fail('no request');
  await act(town.app, 'requests.takeCharge', { id });
  await act(town.app, 'requests.ask', { id, text: null });
  server.behave(how);
  await passes(town);
  const messageId = messageIdOf(server.taken.at(-1)?.raw);
  const state = async () => (await act(town.app, 'requests.get', { id })).mails.at(-1)?.letter?.state;
  const said: Said = { about: messageId, to: OFFICE };
  return { town, id, said, state };
}

/** An e-mail to the contractor that left. */
async function contractorAsked(how: 'takes' | 'dropsAfterText' = 'takes') {
  const { town, server } = await connected();
  server.behave(how);
  const emergency = { title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' };
  await act(town.app, 'queue.emergency', { ...emergency, route: 'e-mail alla ditta' });
  await passes(town);
  const about = messageIdOf(server.taken.at(-1)?.raw);
  const job = async () => (await act(town.app, 'queue.list', {}))[0] ?? expect.fail('no job');
  return { town, about, job };
}

describe('a letter that comes back', () => {
  it.each([
    ['with a delivery status', statusReport],
    ['in the words of Exim', eximReport],
  ])('%s is a task, named with its reason; the report is with its request and asks for nothing', async (_, report) => {
    const { town, said, state } = await letterLeft();
    expect(await state()).toBe('accepted');
    expect(await arrives(town, report(said))).toMatchObject({ read: 1, added: 0 });
    expect(await state()).toBe('bounced');
    const waiting = await act(town.app, 'queue.toPost', {});
    expect(waiting).toMatchObject([{ state: 'bounced', missed: [{ address: OFFICE }] }]);
    const { aside, toLook, week } = await act(town.app, 'requests.others', {});
    expect([aside, toLook, week.read, week.inRequests]).toEqual([[], [], 2, 2]);
    expect(await town.app.call('queue.resendLetter', { id: waiting[0]?.id ?? '' })).toMatchObject({
      error: { code: 'letter-settled' },
    });
    await act(town.app, 'queue.sayOfLetter', { id: waiting[0]?.id ?? '', word: 'posted' });
    expect(await act(town.app, 'queue.toPost', {})).toEqual([]);
  });

  it('is none where the Message-ID is not ours: forged or of a mail program, it stands among the others with its reason', async () => {
    const { town, said, state } = await letterLeft();
    await arrives(town, statusReport({ ...said, about: 'inventato@comune.valdombra.example' }));
    expect(await state()).toBe('accepted');
    expect(await act(town.app, 'requests.others', {})).toMatchObject({ toLook: [], aside: [{ reason: 'report' }] });
  });

  it('is none where it names somebody the letter never went to', async () => {
    const { town, about, job } = await contractorAsked();
    await arrives(town, statusReport({ about, to: 'altri@lontano.example' }));
    expect(await job()).toMatchObject({ state: 'handedOver', headCopy: null });
    expect(await act(town.app, 'requests.others', {})).toMatchObject({ aside: [{ reason: 'report' }] });
  });

  it('late is no failure; delivered is in the mailbox of who waits for it', async () => {
    const { town, said, state } = await letterLeft();
    await arrives(town, statusReport({ ...said, action: 'delayed', status: '4.4.1' }));
    expect([await state(), await act(town.app, 'queue.toPost', {})]).toEqual(['accepted', []]);
    await arrives(town, pecReceipt('accettazione', said));
    expect(await state()).toBe('accepted');
    await arrives(town, pecReceipt('avvenuta-consegna', said));
    expect(await state()).toBe('delivered');
  });

  it('not delivered by PEC is back, with the reason of the gestore', async () => {
    const { town, said } = await letterLeft();
    await arrives(town, pecReceipt('errore-consegna', said, 'no-dest'));
    expect(await act(town.app, 'queue.toPost', {})).toMatchObject([
      { state: 'bounced', missed: [{ address: OFFICE, why: 'l’indirizzo non esiste' }] },
    ]);
  });

  it('of which nobody knew was with the server: what came back proves it', async () => {
    const { town, said, state } = await letterLeft('dropsAfterText');
    expect(await state()).toBe('uncertain');
    await arrives(town, pecReceipt('accettazione', said));
    expect([await state(), await act(town.app, 'queue.toPost', {})]).toEqual(['accepted', []]);
  });
});

describe('the e-mail to the contractor that comes back', () => {
  it('puts its sending before a person, red: the contractor did not get it', async () => {
    const { town, about, job } = await contractorAsked();
    await arrives(town, statusReport({ about, to: CONTRACTOR }));
    expect(await job()).toMatchObject({
      state: 'refused',
      why: 'la e-mail alla ditta è tornata indietro: l’indirizzo non esiste',
    });
  });

  it('only from the head is asked all the same, and his copy is due', async () => {
    const { town, about, job } = await contractorAsked();
    await arrives(town, statusReport({ about, to: HEAD }));
    expect(await job()).toMatchObject({ state: 'handedOver', headCopy: 'due' });
  });

  it('delivered is still only asked: in the mailbox of the contractor, with its proof', async () => {
    const { town, about, job } = await contractorAsked();
    await arrives(town, pecReceipt('avvenuta-consegna', { about, to: CONTRACTOR }));
    expect(await job()).toMatchObject({ state: 'handedOver', sent: null, mail: { delivered: ['contractor'] } });
  });

  it('of which nobody knew was with the server', async () => {
    const { town, about, job } = await contractorAsked('dropsAfterText');
    expect(await job()).toMatchObject({ state: 'uncertain' });
    await arrives(town, pecReceipt('accettazione', { about, to: CONTRACTOR }));
    expect(await job()).toMatchObject({ state: 'handedOver', mail: { found: 'report', taken: null } });
  });
});

describe('a report that came before what is known of its letter', () => {
  it('finds it as soon as the desk that wrote it told of it, and is looked for no more', () => {
    const opened = openTownDesk();
    const { desk, requests: store } = opened;
    const report = {
      about: ['<a1@comune.example>'],
      recipients: [{ address: OFFICE, what: 'failed', why: 'casella piena' }],
    };
    const put = (value: unknown): string => desk.blobs.put(Buffer.from(JSON.stringify(value), 'utf8'));
    const parsed = put({ ...aMail({ transport: 'auto-reply' }), report });
    const nothing = put({});
    const body = { subject: 'Torna', kind: 'auto-reply', receivedAt: desk.now(), references: [] };
    write(opened, requestFact('mail.received', 'mail/m1', { ...body, blob: nothing, parsed, sender: nothing }));
    const late = lateReports(desk, store, (one) => reportedBy(desk, store, () => undefined, one));
    late.look();
    expect(store.mail('m1')?.placed).toBeNull();
    const letter = put({ from: 'a@b.example', to: [OFFICE], copy: [], subject: '', text: '', references: [] });
    const id = letterId('a1@comune.example');
    const said = { messageId: 'a1@comune.example', letter, purpose: 'missing', request: 'r1', mail: null } as const;
    write(opened, letterFact('letter.sent', `letter/${id}`, { ...said, date: desk.now(), byServer: true }));
    late.look();
    expect(store.letter(id)).toMatchObject({ state: 'bounced', missed: [{ recipient: 0, why: 'casella piena' }] });
    expect(store.mail('m1')?.placed).toMatchObject({ what: 'answer' });
    const facts = desk.journal.factsOf(`letter/${id}`).length;
    late.look();
    expect(desk.journal.factsOf(`letter/${id}`)).toHaveLength(facts);
  });
});
