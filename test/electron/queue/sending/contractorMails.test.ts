/** An e-mail of the contractor about a sending is proposed as its confirmation (R47), and is no request. */
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { contractorLetterId } from '#electron/queue/sending/channels/contractor.ts';
import { ROAD_WORKS, ROAD_WORKS_DATA } from '../../../helpers/facts.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';

const REASONS = { prontuario: 'Concordato.', link: 'Vista.', duplicati: 'Diverso.', data: 'Sì.' };
const CONTRACTOR = 'Messaggi Chiari <invii@messaggichiari.example>';
const TITLES = { road: ROAD_WORKS.title, library: 'Biblioteca chiusa per inventario' } as const;

/** Sends a notice to the contractor by e-mail, at 8:30 of Thursday 5 March 2026. */
async function asked(town: Town, title: string): Promise<string> {
  const { app } = town;
  const text = title === TITLES.road ? ROAD_WORKS.text : 'Giovedì 5 marzo la biblioteca è chiusa per inventario.';
  const data = { ...ROAD_WORKS_DATA, link: `https://www.comune.valdombra.example/novita/${title.slice(0, 4)}` };
  const { id } = await act(app, 'requests.write', { title, text, data, corrects: null });
  await act(app, 'requests.takeCharge', { id });
  await act(app, 'drafts.forward', { id, text, reasons: { ...REASONS, mittente: 'Sì.' } });
  await act(app, 'people.actAs', { id: 'ornella' });
  const view = (await act(app, 'drafts.waiting', {})).find((one) => one.id === id);
  await act(app, 'queue.approve', { id, seen: view?.rewritten.hash ?? '', text, route: 'e-mail alla ditta' });
  await act(app, 'people.actAs', { id: 'marta' });
  return id;
}
const jobOf = async ({ app }: Town, id: string) =>
  (await act(app, 'queue.list', {})).find((job) => job.id === id) ?? expect.fail('no job');

/** A town that asked the contractor for these notices, half an hour after they left. */
async function townWith(...titles: readonly string[]) {
  const town = await openTown();
  const ids: string[] = [];
  for (const title of titles) ids.push(await asked(town, title));
  town.clock.set('2026-03-05T07:30:00.000Z');
  for (let turn = 0; turn < 3; turn++) await town.app.tick();
  town.clock.set('2026-03-05T10:00:00.000Z');
  const first = ids[0] ?? '';
  const requestsBefore = (await inWork(town.app)).length;
  const writes = async (subject: string, line: string, answers: readonly string[] = [], from = CONTRACTOR) => {
    await town.receive({
      ...{ id: `ditta-${subject.length}-${line.length}`, from, subject, answers, lines: ['Buongiorno,', line] },
      date: 'Thu, 05 Mar 2026 10:40:00 +0100',
    });
    town.clock.advance(60_000);
    await town.app.tick();
  };
  return { ...town, first, ids, writes, requestsBefore };
}

describe('the contractor writes that a notice was sent', () => {
  it('in answer to its letter: hour and number are proposed, nothing is confirmed, and no request is made', async () => {
    const town = await townWith(TITLES.road);
    expect((await jobOf(town, town.first)).state).toBe('toPost');
    const letter = `<${contractorLetterId(await jobOf(town, town.first), 'puntosi@comune.valdombra.example')}>`;
    await town.writes('R: Invio', 'inviato alle 10.15 a 1.240 utenti', [letter]);
    const job = await jobOf(town, town.first);
    expect(job).toMatchObject({
      state: 'toPost',
      told: {
        sentAt: '2026-03-05T09:15:00.000Z',
        recipients: 1240,
        among: 1,
        words: 'inviato alle 10.15 a 1.240 utenti',
      },
    });
    expect(await inWork(town.app)).toHaveLength(town.requestsBefore);
    const { toLook, decided } = await act(town.app, 'requests.others', {});
    expect([toLook, decided]).toMatchObject([[], [{ subject: 'R: Invio', placed: { what: 'aside', by: 'l’app' } }]]);
    await act(town.app, 'queue.confirmSent', {
      id: town.first,
      text: null,
      recipients: 1240,
      sentAt: job.told?.sentAt ?? null,
    });
    expect((await jobOf(town, town.first)).state).toBe('sent');
  });

  it('naming its title: the right one of two', async () => {
    const town = await townWith(TITLES.road, TITLES.library);
    await town.writes(`Invio WhatsApp: ${TITLES.library}`, 'Messaggio inviato alle 10.15 a 980 destinatari.');
    expect((await jobOf(town, town.ids[0] ?? '')).told).toBeNull();
    expect((await jobOf(town, town.ids[1] ?? '')).told).toMatchObject({ recipients: 980, among: 1 });
  });

  it('naming none of two of that day: both are a choice, and the one confirmed frees the other', async () => {
    const town = await townWith(TITLES.road, TITLES.library);
    await town.writes('Invio di oggi', 'Inviato alle 10.15 a 980 destinatari.');
    const [one = '', other = ''] = town.ids;
    expect([(await jobOf(town, one)).told?.among, (await jobOf(town, other)).told?.among]).toEqual([2, 2]);
    await act(town.app, 'queue.confirmSent', { id: one, text: null, recipients: 980, sentAt: null });
    expect((await jobOf(town, other)).told).toBeNull();
  });

  it('from its certified address, in answer to our letter by its subject', async () => {
    const town = await townWith(TITLES.road);
    await town.writes(`R: Invio WhatsApp: ${TITLES.road}`, 'Inviato alle 10.15.', [], 'Ditta <ditta@pec.example>');
    expect((await jobOf(town, town.first)).told).toMatchObject({ recipients: null, among: 1 });
  });

  it('brought back by a person, it is not put aside again', async () => {
    const town = await townWith(TITLES.road);
    await town.writes('R: Invio', 'Inviato alle 10.15.');
    const [mail] = (await act(town.app, 'requests.others', {})).decided;
    await act(town.app, 'requests.putMailAside', { id: mail?.id ?? '', aside: false });
    town.clock.advance(60_000);
    await town.app.tick();
    expect((await act(town.app, 'requests.others', {})).toLook).toHaveLength(1);
  });
});

it('what is to come, or did not succeed, is no confirmation: a person looks at it', async () => {
  const town = await townWith(TITLES.road);
  await town.writes('R: Invio', 'Non è stato ancora inviato, lo faremo dopo.');
  expect((await jobOf(town, town.first)).told).toBeNull();
  const { toLook, decided } = await act(town.app, 'requests.others', {});
  expect([toLook.length + (await inWork(town.app)).length - town.requestsBefore, decided]).toEqual([1, []]);
});
