/** Several desks on nothing but a folder (P41): two real windows, each with its own data, from founding to taking over. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {} from '#renderer/api.ts';
import type { Input, MethodName, Output } from '#shared/ipc/contract.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';

/** An exchange happens every 5 s; what one desk does is seen by the other well within this. */
const SEEN_MILLISECONDS = 30_000;
const TITLE = 'Via Roma chiusa';
const TEXT = '*Via Roma chiusa*\n\nGiovedì via Roma è chiusa al traffico dalle 8 alle 18.';

interface Window extends RunningApp {
  /** From now on the system’s window answers with this folder. */
  readonly willChoose: (folder: string) => Promise<void>;
  /** Runs a use-case as the screens do, and expects that it succeeds. */
  readonly act: <Method extends MethodName>(method: Method, input: Input<Method>) => Promise<Output<Method>>;
}

/** A window of its own data; the clock is the computer’s, because the drive is on it too. */
async function openWindow(userData: string): Promise<Window> {
  const running = await startApp({ userData, env: { PUNTOSI_NOW: new Date().toISOString() } });
  return {
    ...running,
    willChoose: (folder) =>
      running.app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, folder),
    act: async (method, input) => {
      const reply = await running.window.evaluate(([name, given]) => window.puntosi.call(name as MethodName, given), [
        method,
        input,
      ] as const);
      if (!reply.ok) throw new Error(`${method}: ${reply.error.what}`);
      return reply.value as never;
    },
  };
}

const pictures = join('test-output', 'sharing');
let root: string;
let share: string;
let deliveries: string;
let one: Window;
let two: Window;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'puntosi-sharing-'));
  // The name begins with a space, as on the drive of Rubano (P4).
  share = join(root, 'Area', ' PuntoSi');
  deliveries = join(root, 'consegne');
  for (const folder of [share, deliveries, pictures]) mkdirSync(folder, { recursive: true });
  [one, two] = await Promise.all([openWindow(join(root, 'uno')), openWindow(join(root, 'due'))]);
  for (const { window } of [one, two]) window.setDefaultTimeout(SEEN_MILLISECONDS);
});

afterAll(async () => {
  await two?.stop();
  await one?.stop().catch(() => undefined);
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
const statusBar = ({ window }: Window, text: string | RegExp) => window.locator('.status').getByText(text).first();

/** Says who sits at a desk, at its welcome. */
async function begin({ window }: Window, name: string, address: string): Promise<void> {
  await window.getByLabel('Nome e cognome').fill(name);
  await window.getByLabel('E-mail di lavoro').fill(address);
  await window.keyboard.press('Enter');
  await window.getByRole('navigation', { name: 'Sezioni' }).waitFor();
}

describe('two desks', () => {
  let request: string;

  test('the first founds the register, the second finds it and joins', async () => {
    await one.willChoose(share);
    await one.window.getByRole('button', { name: 'Scegli la cartella condivisa…' }).click();
    await one.window.getByText('Nella cartella condivisa non c’è ancora un registro').waitFor();
    await picture(one.window, '1-da-creare');
    await one.window.getByRole('button', { name: /crea il registro qui/ }).click();
    await one.window.getByText('Registro trovato').waitFor();
    await begin(one, 'Marta Bellin', 'marta@comune.example');
    await statusBar(one, /Condiviso/).waitFor();

    await two.willChoose(share);
    await two.window.getByRole('button', { name: 'Scegli la cartella condivisa…' }).click();
    const question = two.window.getByRole('dialog', { name: 'È il vostro registro?' });
    await question.getByText('Marta Bellin').waitFor();
    await picture(two.window, '1-domanda');
    await question.getByRole('button', { name: 'Sì, è il nostro registro' }).click();
    // Both desks are of one account here, and the account decides who sits there (P6): somebody else says so.
    await two.window.getByRole('navigation', { name: 'Sezioni' }).waitFor();
    const luca = { name: 'Luca Zennaro', address: 'luca@comune.example', roles: ['operatore' as const], accounts: [] };
    await two.act('people.actAs', await two.act('people.setPerson', { id: null, ...luca }));
    await statusBar(two, 'Postazione da accettare').waitFor();
    await picture(two.window, '2-da-accettare');
  });

  test('is accepted with one button; from then on both see each other', async () => {
    await two.act('service.nameDesk', { name: 'Sportello 2' });
    await one.act('service.nameDesk', { name: 'Sportello 1' });
    await statusBar(one, '1 postazione da accettare').click();
    await one.window.getByRole('button', { name: /^Accetta/ }).click();
    await statusBar(one, /^Condiviso/).waitFor();
    await one.window.getByRole('row', { name: /Sportello 2.*Luca Zennaro.*aperta adesso/ }).waitFor();
    await picture(one.window, '3-accettata');
    await statusBar(two, /^Condiviso/).waitFor();
    expect((await two.act('people.session', {})).people.map(({ name }) => name).sort()).toEqual([
      'Luca Zennaro',
      'Marta Bellin',
    ]);
    expect((await one.act('people.session', {})).people).toHaveLength(2);
  });

  test('see the same request; who takes it in charge is seen by the other', async () => {
    const data = { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null };
    ({ id: request } = await one.act('requests.write', { title: TITLE, text: TEXT, data, corrects: null }));
    await two.window.keyboard.press('Control+2');
    await two.window.getByRole('option', { name: new RegExp(TITLE) }).waitFor();
    await one.window.keyboard.press('Control+2');
    await one.window.getByRole('option', { name: new RegExp(TITLE) }).waitFor();
    await one.window.keyboard.press('Enter');
    await one.window.locator('.cm-content').waitFor();
    await two.window.getByText('aperta anche da Marta Bellin (Sportello 1)').waitFor();
    await one.act('requests.takeCharge', { id: request });
    await two.window.getByRole('listbox').focus();
    await two.window.keyboard.press('Enter');
    await two.window
      .getByRole('heading', { name: 'La richiesta è in carico a Marta Bellin da «Sportello 1»' })
      .waitFor();
    await picture(two.window, '4-in-carico');
    await one.window.getByText('Aperta anche da Luca Zennaro (Sportello 2)').waitFor();
  });

  test('what they write apart is shown to both, and one key settles it', async () => {
    await two.act('service.leaveShare', {});
    await two.act('requests.setData', { id: request, data: { office: 'Polizia locale' } });
    await one.act('requests.setData', { id: request, data: { office: 'Lavori pubblici' } });
    await two.act('service.chooseShare', {});
    const group = one.window.getByRole('region', { name: /Ufficio: due postazioni/ });
    await group.waitFor();
    await picture(one.window, '5-valori-diversi');
    await group.getByRole('button', { name: /Lavori pubblici/ }).focus();
    await one.window.keyboard.press(
      (await group.getByRole('listitem').first().innerText()).includes('Lavori') ? '1' : '2',
    );
    await group.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await two.act('requests.get', { id: request })).data.office, { timeout: SEEN_MILLISECONDS })
      .toBe('Lavori pubblici');
    await expect
      .poll(async () => (await two.act('requests.get', { id: request })).conflicts, { timeout: SEEN_MILLISECONDS })
      .toEqual([]);
  });

  test('a text approved on one is in the queue of both', async () => {
    const head = { id: null, name: 'Ornella Vidal', address: 'ornella@comune.example', accounts: [] };
    const { id: ornella } = await one.act('people.setPerson', { ...head, roles: ['capo settore'] });
    await one.act('requests.setData', {
      id: request,
      data: { sendDate: '2030-03-04', link: 'https://www.comune.rubano.pd.it/novita/via-roma' },
    });
    const reasons = {
      link: 'prova',
      data: 'prova',
      prontuario: 'prova',
      duplicati: 'prova',
      mittente: 'prova',
      bozza: 'prova',
    };
    await one.act('drafts.forward', { id: request, text: TEXT, reasons });
    await one.act('people.actAs', { id: ornella });
    const [waiting] = await one.act('drafts.waiting', {});
    if (!waiting) throw new Error('Nothing waits for the head.');
    const { hash } = waiting.rewritten;
    await one.act('queue.approve', { id: request, seen: hash, text: TEXT, route: 'cartella della ditta' });
    await expect
      .poll(async () => (await two.act('queue.list', {})).map(({ state }) => state), { timeout: SEEN_MILLISECONDS })
      .toEqual(['queued']);
  });

  test('what both may deliver is delivered once, and gets one number', async () => {
    for (const desk of [one, two]) {
      await desk.willChoose(deliveries);
      await desk.act('service.chooseFolder', { which: 'deliveries' });
    }
    const { id } = await one.act('queue.emergency', {
      title: 'Strada chiusa per frana',
      text: 'La strada per la collina è chiusa per una frana.',
      link: null,
      authoriser: 'Ornella Vidal',
      why: 'Pericolo.',
      route: 'cartella della ditta',
    });
    const states = async () => {
      const lists = await Promise.all([one, two].map((desk) => desk.act('queue.list', {})));
      return lists.map((list) => list.find((job) => job.id === id)?.state);
    };
    await expect.poll(states, { timeout: SEEN_MILLISECONDS }).toEqual(['handedOver', 'handedOver']);
    expect(readdirSync(deliveries).filter((name) => name.endsWith('.json'))).toHaveLength(1);
    const { number } = await two.act('queue.confirmSent', { id, text: null, recipients: 800, sentAt: null });
    expect(number).toMatch(/^20\d\d\/0001$/);
    await one.window.keyboard.press('Control+5');
    await one.window.getByText(number).first().waitFor();
    await picture(one.window, '6-registro');
  });

  test('a desk that dies while it asks for a sending is taken over, and nothing is asked twice', async () => {
    const { id } = await one.act('queue.emergency', {
      title: 'Acqua non potabile',
      text: 'Oggi in via Po l’acqua non si beve.',
      link: null,
      authoriser: 'Ornella Vidal',
      why: 'Guasto.',
      route: 'gruppo operativo',
    });
    await one.act('queue.askGroup', { id });
    await two.window.keyboard.press('Control+4');
    const row = two.window.getByRole('row', { name: /Acqua non potabile/ });
    await row.getByText('lo invia «Sportello 1»').waitFor();
    const core = await one.corePid();
    one.app.process().kill('SIGKILL');
    process.kill(core, 'SIGKILL');
    await row.click();
    await row.getByRole('button', { name: 'Subentra…' }).click();
    await two.window.getByLabel('Perché').fill('Lo sportello 1 è spento.');
    await picture(two.window, '7-subentra');
    await two.window.keyboard.press('Control+Enter');
    await two.window.getByRole('heading', { name: /Non sappiamo se «Acqua non potabile» è partito/ }).waitFor();
    await picture(two.window, '8-incerto');
    const jobs = await two.act('queue.list', {});
    expect(jobs.find((job) => job.id === id)).toMatchObject({ state: 'uncertain', isElsewhere: false });
  });
});
