/** Ten seconds in which every decision on a text can be taken back, with its sending (P67). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { testClock } from '../../../helpers/desk.ts';
import { openTown, openTownApp } from '../../../helpers/openTown.ts';

const TEXT =
  'Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa lunedì 30 novembre 2026.\n\nhttps://www.comune.valdombra.example/novita/biblioteca';
const DATA = {
  ...{ sendDate: '2026-11-24', sendTime: null, office: 'Biblioteca', category: 'Servizi', reason: 'servizio' as const },
  link: 'https://www.comune.valdombra.example/novita/biblioteca',
};
const REASONS = { prontuario: 'Concordato.' };

/** A text that waits for the head, who sits at the desk. */
async function waiting() {
  const town = await openTown({ now: '2026-11-24T08:30:00.000Z' });
  const { app } = town;
  const { id } = await act(app, 'requests.write', { title: '', text: TEXT, data: DATA, corrects: null });
  await act(app, 'drafts.forward', { id, text: TEXT, reasons: REASONS });
  await act(app, 'people.actAs', { id: 'ornella' });
  const [draft] = await act(app, 'drafts.waiting', {});
  const seen = draft?.rewritten.hash ?? '';
  const approve = (route: 'cartella della ditta' | 'gruppo operativo') =>
    act(app, 'queue.approve', { id, seen, text: TEXT, route });
  const delivered = () => readdirSync(join(town.folder, 'consegne')).length;
  const seconds = async (count: number) => {
    town.clock.advance(count * 1_000);
    await app.tick();
  };
  return { ...town, id, approve, delivered, seconds };
}

describe('an approval', () => {
  it('taken back within ten seconds never leaves; approved again it leaves once', async () => {
    const { app, id, approve, delivered, seconds } = await waiting();
    await approve('cartella della ditta');
    await seconds(9);
    await act(app, 'queue.undo', { id });
    await seconds(60);
    expect(delivered()).toBe(0);
    expect(await act(app, 'drafts.waiting', {})).toMatchObject([{ id, state: 'waiting', approved: null }]);
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'cancelled' }]);
    await approve('cartella della ditta');
    await seconds(11);
    expect(delivered()).toBe(2);
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'handedOver', rounds: 2 }]);
  });

  it('that left, or is older, is not taken back', async () => {
    const { app, id, approve, delivered, seconds } = await waiting();
    await approve('cartella della ditta');
    await seconds(11);
    expect(delivered()).toBe(2);
    expect(await app.call('queue.undo', { id })).toMatchObject({ ok: false, error: { code: 'undo-too-late' } });
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'handedOver' }]);
  });

  it('copied for the group can still be taken back: a copy is not a sending', async () => {
    const { app, id, approve } = await waiting();
    await approve('gruppo operativo');
    await act(app, 'queue.askGroup', { id });
    await act(app, 'queue.undo', { id });
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'cancelled' }]);
    expect(await app.call('queue.confirmAsked', { id })).toMatchObject({ ok: false });
  });

  it('stays taken back when the program is killed within the ten seconds', async () => {
    const { app, id, approve, folder, clock } = await waiting();
    await approve('cartella della ditta');
    await act(app, 'queue.undo', { id });
    app.close();
    const later = testClock('2026-11-24T08:31:00.000Z');
    const again = openTownApp({ folder, clock: later });
    expect(clock.now() < later.now()).toBe(true);
    await again.app.tick();
    expect(readdirSync(join(folder, 'consegne'))).toEqual([]);
  });
});

describe('any other decision of the head', () => {
  it.each([
    { kind: 'returned' as const, why: 'Manca il luogo.' },
    { kind: 'refused' as const, why: 'Non serve.' },
    { kind: 'postponed' as const, why: 'Dopo.', until: '2026-11-30' },
  ])('$kind is as if it had not been made', async (how) => {
    const { app, id } = await waiting();
    await act(app, 'drafts.decline', { id, how });
    await act(app, 'queue.undo', { id });
    expect(await act(app, 'drafts.waiting', {})).toMatchObject([{ id, state: 'waiting', until: null }]);
    expect(await act(app, 'requests.get', { id })).toMatchObject({ state: 'forwarded' });
  });
});

describe('without the head', () => {
  it('the alternative way goes back to the desk of the operator', async () => {
    const { app, clock, folder } = await openTown({ now: '2026-11-24T08:30:00.000Z' });
    const { id } = await act(app, 'requests.write', { title: '', text: TEXT, data: DATA, corrects: null });
    await act(app, 'queue.release', { id, text: TEXT, reasons: REASONS, why: 'È in riunione.' });
    await act(app, 'queue.undo', { id });
    clock.advance(60_000);
    await app.tick();
    expect(readdirSync(join(folder, 'uscita'))).toEqual([]);
    expect(await act(app, 'requests.get', { id })).toMatchObject({ state: 'inCharge', text: TEXT });
  });

  it('an emergency too, unless it was to leave at once', async () => {
    const { app, folder } = await openTown({ now: '2026-11-24T08:30:00.000Z' });
    const emergency = {
      ...{ title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' },
      route: 'cartella della ditta' as const,
    };
    const { id } = await act(app, 'queue.emergency', emergency);
    await act(app, 'queue.undo', { id });
    expect(await act(app, 'drafts.toRegularise', {})).toEqual([]);
    expect(await act(app, 'requests.get', { id })).toMatchObject({ state: 'closed' });
    await act(app, 'queue.emergency', { ...emergency, atOnce: true });
    await app.tick();
    expect(readdirSync(join(folder, 'consegne'))).toHaveLength(2);
  });
});

describe('the confirmation that a notice was sent', () => {
  /** A notice that was handed over, and the confirmation of it. */
  async function handedOver() {
    const town = await waiting();
    await town.approve('cartella della ditta');
    await town.seconds(11);
    const confirm = () =>
      act(town.app, 'queue.confirmSent', { id: town.id, text: null, recipients: 900, sentAt: null });
    const rows = () => act(town.app, 'register.list', { from: null, to: null });
    return { ...town, confirm, rows };
  }

  it('taken back within ten seconds leaves no row; confirmed again it has its number, which no other notice got', async () => {
    const { app, id, confirm, rows, seconds } = await handedOver();
    expect(await confirm()).toEqual({ number: '2026/0001' });
    await seconds(9);
    await act(app, 'queue.undoSent', { id });
    expect(await rows()).toEqual([]);
    expect(await act(app, 'register.search', { ...EVERY_ROW, order: NEWEST_FIRST, limit: 9 })).toMatchObject({
      total: 0,
    });
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'handedOver', sent: null }]);
    const other = await act(app, 'queue.emergency', {
      ...{ title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' },
      ...{ route: 'cartella della ditta' as const, atOnce: true as const },
    });
    await seconds(1);
    const said = { text: null, recipients: 1, sentAt: null };
    expect(await act(app, 'queue.confirmSent', { id: other.id, ...said })).toEqual({ number: '2026/0002' });
    expect(await confirm()).toEqual({ number: '2026/0001' });
    expect((await rows()).map(({ number }) => number).toSorted()).toEqual([1, 2]);
  });

  it('older than ten seconds stays, and the row with it', async () => {
    const { app, id, confirm, rows, seconds } = await handedOver();
    await confirm();
    await seconds(11);
    expect(await app.call('queue.undoSent', { id })).toMatchObject({ ok: false, error: { code: 'undo-too-late' } });
    expect(await rows()).toHaveLength(1);
    expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'sent' }]);
  });
});
