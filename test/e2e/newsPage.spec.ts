/**
 * The real window and a real web server on loopback (P22): the card citizens will see, and a page that changed after the
 * approval, which holds the sending until somebody looked.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { startApp } from '../helpers/app.ts';
import { testClock } from '../helpers/desk.ts';
import { ROAD_WORKS, ROAD_WORKS_DATA } from '../helpers/facts.ts';
import { openTown } from '../helpers/openTown.ts';

const MINUTE = 60_000;
const REASONS = { prontuario: 'Concordato.', duplicati: 'Diverso.', data: 'Sì.', mittente: 'Sì.' };
const WORDS = 'Giovedì 5 marzo dalle 8 via Roma è chiusa al traffico tra piazza Garibaldi e via Mazzini.';

/** The site of the town: one page, whose words a spec may change. */
async function startSite() {
  const site = { words: WORDS, asked: 0 };
  const server = createServer((_request, response) => {
    site.asked++;
    const head = `<title>Via Roma chiusa</title><meta property="og:title" content="Via Roma chiusa giovedì 5 marzo">
      <meta property="og:description" content="Asfaltatura tra piazza Garibaldi e via Mazzini">`;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="it"><head>${head}</head><body><main><p>${site.words}</p></main></body></html>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { site, link: `http://127.0.0.1:${port}/novita/via-roma` };
}

/** The data of a desk whose town has that site, with a request for the page, as far as `until` leads it. */
async function desk(link: string, goesOn: boolean) {
  const userData = mkdtempSync(join(tmpdir(), 'puntosi-page-'));
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }));
  const folder = join(userData, 'dati');
  mkdirSync(folder, { recursive: true });
  const clock = testClock();
  const town = await openTown({ folder, clock, training: false, connects: false, fetch });
  const { app } = town;
  await act(app, 'people.actAs', { id: 'ornella' });
  await act(app, 'people.setTown', { changes: [{ field: 'hosts', value: ['127.0.0.1'] }] });
  await act(app, 'people.actAs', { id: 'marta' });
  const { title } = ROAD_WORKS;
  const text = `${ROAD_WORKS.text}\n\n${link}`;
  const { id } = await act(app, 'requests.write', { title, text, data: { ...ROAD_WORKS_DATA, link }, corrects: null });
  await act(app, 'requests.takeCharge', { id });
  if (goesOn) {
    expect(await act(app, 'requests.checkLink', { id })).toMatchObject({ outcome: 'reachable' });
    await act(app, 'drafts.forward', { id, text, reasons: REASONS });
    await act(app, 'people.actAs', { id: 'ornella' });
    const [view] = await act(app, 'drafts.waiting', {});
    await act(app, 'queue.approve', { id, seen: view?.rewritten.hash ?? '', text, route: 'gruppo operativo' });
    await act(app, 'people.actAs', { id: 'marta' });
    const kept = () => act(app, 'queue.list', {}).then(([job]) => job?.page?.kept ?? null);
    for (let look = 0; look < 20 && (await kept()) === null; look++) {
      clock.advance(MINUTE);
      await app.tick();
      await new Promise((done) => setTimeout(done, 200));
    }
    expect(await kept()).not.toBeNull();
  }
  app.close();
  const open = async (now: string) => {
    const running = await startApp({ userData, env: { PUNTOSI_NOW: now } });
    onTestFinished(async () => void (await running.stop()));
    return running;
  };
  return { id, clock, open };
}

test('the card under the text is the one of the page', async () => {
  const { link } = await startSite();
  const { open, clock } = await desk(link, false);
  const { window } = await open(clock.now());
  await window.getByRole('button', { name: 'Apri la richiesta' }).click();
  await window.getByText('Via Roma chiusa giovedì 5 marzo').first().waitFor();
  await window.getByText('Asfaltatura tra piazza Garibaldi e via Mazzini').waitFor();
  mkdirSync('test-output/newsPage', { recursive: true });
  await window.screenshot({ path: 'test-output/newsPage/1-scheda.png' });
});

test('a page that changed after the approval holds the sending until somebody looked', async () => {
  const { site, link } = await startSite();
  const { open, clock } = await desk(link, true);
  site.words = WORDS.replace('5 marzo', '6 marzo');
  clock.advance(7 * 60 * MINUTE);
  const { window } = await open(clock.now());
  const row = window.getByRole('button', { name: 'Guarda e conferma' }).first();
  await row.waitFor();
  await window.screenshot({ path: 'test-output/newsPage/2-oggi.png' });
  await row.click();
  const dialog = window.getByRole('dialog', { name: 'La pagina della notizia è cambiata' });
  await dialog.getByText(/adesso «.*6 marzo/).waitFor();
  await window.screenshot({ path: 'test-output/newsPage/3-confronto.png' });
  await dialog.getByRole('button', { name: 'Va bene così' }).click();
  await dialog.waitFor({ state: 'detached' });
  await window.getByText(/riprende\.$/).waitFor();
});
