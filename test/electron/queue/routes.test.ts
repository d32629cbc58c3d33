/** The ways a notice leaves besides the spool folder: operational group, letter to the contractor, emergency. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { must } from '../../helpers/desk.ts';
import { inWork } from '../../helpers/inWork.ts';
import { openTown } from '../../helpers/openTown.ts';

const TEXT =
  'Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa lunedì 30 novembre 2026.\n\nhttps://www.comune.valdombra.example/novita/biblioteca';

/** The app of the invented town on Tuesday 24 November 2026, 09:00, with Marta at the desk. */
async function town(now = '2026-11-24T08:00:00.000Z') {
  const { app, clock, folder } = await openTown({ now });
  const data = {
    sendDate: '2026-11-24',
    sendTime: null,
    link: 'https://www.comune.valdombra.example/novita/biblioteca',
    office: 'Biblioteca',
    category: 'Servizi',
    reason: 'servizio' as const,
  };
  const { id } = await act(app, 'requests.write', { title: '', text: TEXT, data, corrects: null });
  const job = async () => (await act(app, 'queue.list', {})).find((one) => one.id === id);
  return { app, clock, folder, id, job };
}

async function forwardAndApprove(
  { app, id }: Awaited<ReturnType<typeof town>>,
  route: 'gruppo operativo' | 'e-mail alla ditta',
): Promise<void> {
  await act(app, 'drafts.forward', { id, text: TEXT, reasons: { prontuario: 'Concordato.' } });
  await act(app, 'people.actAs', { id: 'ornella' });
  const [waiting] = await act(app, 'drafts.waiting', {});
  await act(app, 'queue.approve', { id, seen: waiting?.rewritten.hash ?? '', text: TEXT, route });
}

describe('the operational group (P31)', () => {
  it('never leaves by itself: the head asks, confirms that it was asked, then that it was sent', async () => {
    const opened = await town();
    const { app, clock, id, job } = opened;
    await forwardAndApprove(opened, 'gruppo operativo');
    clock.advance(60_000);
    await app.tick();
    expect(await job()).toMatchObject({ state: 'queued', route: 'gruppo operativo' });

    const asked = await act(app, 'queue.askGroup', { id });
    const copied = `Da inviare martedì 24 novembre alle 09:00. Chiede: Biblioteca.\n\n${TEXT}`;
    expect(asked).toEqual({ text: copied, picker: `https://wa.me/?text=${encodeURIComponent(copied)}` });
    expect(await act(app, 'queue.askGroup', { id })).toEqual(asked);
    await act(app, 'queue.confirmAsked', { id });
    expect(await job()).toMatchObject({
      state: 'handedOver',
      evidence: 'chiesto nel gruppo operativo da Ornella Vidal',
    });
    // The line for the group, pasted with the text, is not the citizens'.
    expect(await act(app, 'queue.confirmSent', { id, text: copied, recipients: 1240, sentAt: null })).toEqual({
      number: '2026/0001',
    });
    const [row] = await act(app, 'register.list', { from: null, to: null });
    expect(row).toMatchObject({
      sent: { text: TEXT },
      approved: { text: TEXT },
      deviations: expect.not.arrayContaining([expect.stringContaining('non è quello approvato')]),
    });
  });
});

describe('the alternative way (P32)', () => {
  it('is refused while the head is there, unless a reason is written', async () => {
    const { app, id } = await town();
    expect(
      await app.call('queue.release', { id, text: TEXT, reasons: { prontuario: 'Concordato.' }, why: '' }),
    ).toMatchObject({ ok: false, error: { code: 'head-present' } });
  });

  it('while the head is away writes a letter to the contractor, head and mayor in copy, whole and once', async () => {
    const { app, clock, folder, id, job } = await town();
    await act(app, 'people.setAbsence', { id: null, person: 'ornella', from: '2026-11-24', to: '2026-11-27' });
    await act(app, 'queue.release', { id, text: TEXT, reasons: { prontuario: 'Concordato.' }, why: '' });
    clock.advance(60_000);
    expect(await app.tick()).toBe(1);
    expect(await app.tick()).toBe(0);
    expect(await job()).toMatchObject({ state: 'toPost', evidence: expect.stringMatching(/-1\.eml$/) });

    const [file = ''] = readdirSync(join(folder, 'uscita'));
    const bytes = readFileSync(join(folder, 'uscita', file));
    const mail = must(await parseMail(bytes, file));
    expect(mail).toMatchObject({
      from: { address: valdombra.mailbox },
      to: [{ address: valdombra.contractor.address }],
      subject: 'Invio WhatsApp: Biblioteca chiusa',
      messageId: expect.stringMatching(/^<[0-9a-f]{32}@comune\.valdombra\.example>$/),
      text: expect.stringContaining(TEXT),
    });
    expect(bytes.toString('latin1')).toMatch(
      /^Cc: ornella\.vidal@comune\.valdombra\.example,\s+sindaca@comune\.valdombra\.example\r?$/m,
    );
    await act(app, 'queue.confirmSent', { id, text: null, recipients: null, sentAt: null });
    const [row] = await act(app, 'register.list', { from: null, to: null });
    expect(row).toMatchObject({
      approved: null,
      route: 'e-mail alla ditta',
      deviations: expect.arrayContaining(['Via alternativa, senza approvazione.']),
    });
  });
});

describe('an emergency (P34)', () => {
  const emergency = {
    title: 'Allerta rossa',
    text: 'Allerta rossa: resta in casa fino alle 6.',
    link: null,
    authoriser: 'Sindaca',
    why: 'Piena del fiume',
    route: 'cartella della ditta' as const,
  };

  it('while all sendings are stopped leaves only when who sends it chose so', async () => {
    const { app, clock, folder } = await town('2026-11-22T21:00:00.000Z');
    await act(app, 'queue.stop', { why: 'Errore nel testo del mercato.' });
    const refused = await app.call('queue.emergency', emergency);
    expect(refused).toMatchObject({ ok: false, error: { code: 'queue-stopped' } });
    expect(await act(app, 'queue.list', {})).toEqual([]);
    const { id } = await act(app, 'queue.emergency', { ...emergency, evenStopped: true });
    clock.advance(11_000);
    expect(await app.tick()).toBe(1);
    expect(readdirSync(join(folder, 'consegne'))).toHaveLength(2);
    expect(await act(app, 'queue.list', {})).toMatchObject([{ id, state: 'handedOver', evenStopped: true }]);
    expect((await act(app, 'service.status', {})).stopped).toMatchObject({ by: 'Marta Bellin' });
  });

  it('leaves at any hour, is marked in the register, and is put in order afterwards', async () => {
    const { app, clock, folder } = await town('2026-11-22T21:00:00.000Z');
    const { id } = await act(app, 'queue.emergency', emergency);
    clock.advance(11_000);
    expect(await app.tick()).toBe(1);
    expect(readdirSync(join(folder, 'consegne'))).toHaveLength(2);
    await act(app, 'queue.confirmSent', { id, text: null, recipients: 1240, sentAt: null });
    const [row] = await act(app, 'register.list', { from: null, to: null });
    expect(row).toMatchObject({ approved: null, emergency: { authoriser: 'Sindaca', why: 'Piena del fiume' } });

    expect(await act(app, 'drafts.toRegularise', {})).toMatchObject([
      { id, title: 'Allerta rossa', authoriser: 'Sindaca', why: 'Piena del fiume', due: '2026-11-23T16:30:00.000Z' },
    ]);
    expect(await app.call('queue.regularise', { id, note: '' })).toMatchObject({
      ok: false,
      error: { code: 'not-your-role' },
    });
    await act(app, 'people.actAs', { id: 'ornella' });
    await act(app, 'queue.regularise', { id, note: 'Verificato con la Protezione civile.' });
    expect(await act(app, 'drafts.toRegularise', {})).toEqual([]);
    expect(await app.call('queue.regularise', { id, note: '' })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-regularise' },
    });
  });

  it.each([
    [{ authoriser: ' ' }, 'authoriser-missing'],
    [{ why: '' }, 'reason-missing'],
    [{ text: ' \n' }, 'text-empty'],
  ])('is not sent with %j, and nothing of it is kept', async (change, code) => {
    const { app } = await town();
    const before = (await inWork(app)).length;
    expect(await app.call('queue.emergency', { ...emergency, ...change })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(await inWork(app)).toHaveLength(before);
  });
});

describe('a correction (P37)', () => {
  it('is a new notice linked to the wrong row of the register', async () => {
    const opened = await town();
    const { app, clock, id } = opened;
    await forwardAndApprove(opened, 'gruppo operativo');
    await act(app, 'queue.askGroup', { id });
    await act(app, 'queue.confirmAsked', { id });
    await act(app, 'queue.confirmSent', { id, text: null, recipients: 10, sentAt: null });
    clock.advance(60_000);
    const data = { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null };
    const correction = await act(app, 'requests.write', {
      title: 'Rettifica',
      text: 'La biblioteca è aperta.',
      data,
      corrects: id,
    });
    expect(await act(app, 'requests.get', { id: correction.id })).toMatchObject({
      corrects: id,
      state: 'inCharge',
      missing: ['date', 'link'],
    });
  });
});
