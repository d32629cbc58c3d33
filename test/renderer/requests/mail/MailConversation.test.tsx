import { cleanup, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { WithdrawDialog } from '#renderer/queue/WithdrawDialog.tsx';
import { MailConversation } from '#renderer/requests/mail/MailConversation.tsx';
import type { RequestDetail, RequestMail } from '#shared/requests/views.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const MAIL: RequestMail = {
  id: 'risposta',
  kind: 'answers',
  at: '2026-11-24T07:40:00.000Z',
  from: { name: 'Renato Sartor', address: 'lavori.pubblici@comune.valdombra.example' },
  to: [],
  subject: 'R: Chiusura',
  text: 'Annullate la richiesta, i lavori sono rinviati.',
  attachments: [],
  says: null,
  withdraws: true,
  fromHead: false,
  letter: null,
};
const UNREAD = { mail: 'risposta', at: MAIL.at, fromHead: false, withdraws: true };
const NO_FOLDER = { code: 'folder-missing', what: 'La cartella non si trova.', remedy: 'Collega l’unità.' };
const LETTER: RequestMail = {
  ...MAIL,
  id: 'lettera',
  kind: 'letter',
  at: '2026-11-23T15:00:00.000Z',
  text: 'Ci puoi mandare la data?',
  withdraws: false,
  letter: {
    ...{ purpose: 'missing', effect: 'outbox.letter/1', state: 'leaving', by: null, at: null },
    ...{ server: null, why: null, obstacle: NO_FOLDER },
  },
};

async function shown(mails: readonly RequestMail[], change: Partial<RequestDetail> = {}) {
  const bridge = townBridge();
  const reply = await bridge.call('requests.get', { id: 'tigli-1' });
  if (!reply.ok) throw new Error(reply.error.what);
  const request = { ...(reply.value as RequestDetail), mails: [...mails], ...change };
  return showScreen(() => {
    const [asking, ask] = useState(false);
    return (
      <>
        <MailConversation request={request} hosts={[]} onWithdraw={() => ask(true)} />
        {asking && <WithdrawDialog id={request.id} onClose={() => ask(false)} />}
      </>
    );
  }, bridge);
}

test('answers and letters follow the e-mail, each named for what it is (P17)', async () => {
  await shown([LETTER, { ...MAIL, withdraws: false }, { ...MAIL, id: 'capo', withdraws: false, fromHead: true }]);
  const names = (await screen.findAllByRole('region')).map((region) => region.getAttribute('aria-label'));
  expect(names).toEqual(['E-mail all’ufficio: che cosa manca', 'Risposta dell’ufficio', 'Risposta del capo settore']);
  expect(screen.getByText('Non è ancora pronta: La cartella non si trova. Collega l’unità.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ho letto' })).toBeNull();
});

test('a new answer is marked, and read with one button', async () => {
  const { bridge, user } = await shown([{ ...MAIL, withdraws: false }], { unread: [{ ...UNREAD, withdraws: false }] });
  expect(await screen.findByText('da leggere')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ho letto' }));
  expect(bridge.inputsOf('requests.seeAnswer')).toEqual([{ id: 'tigli-1', mails: ['risposta'] }]);
});

test('an office that takes its request back: a person decides, with the reason on record (P18)', async () => {
  const { bridge, user } = await shown([MAIL], { unread: [UNREAD] });
  expect(await screen.findByText(/sembra ritirare la richiesta/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ritira la richiesta…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Ritira la richiesta' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText('Scrivi perché l’ufficio la ritira.')).toBeTruthy();
  await user.keyboard('Lavori rinviati');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.withdraw')).toEqual([{ id: 'tigli-1', why: 'Lavori rinviati' }]);
});

test('an answer to what is already with the head is read by whoever opens it (P18)', async () => {
  await shown([MAIL], { unread: [UNREAD], state: 'forwarded' });
  expect(await screen.findByRole('button', { name: 'Non la ritira, continua' })).toBeTruthy();
});

const TOLD: RequestMail = {
  ...{ ...MAIL, id: 'told-1', text: 'Giorno di invio giovedì 3 dicembre.\nSi passa da via Verdi.', withdraws: false },
  says: { sendDate: '2026-12-03', sendTime: null, link: null, text: null },
  told: { way: 'telefono', by: 'Marta Bellin', at: '2026-11-24T07:45:00.000Z' },
};
const UNREAD_TOLD = { mail: 'told-1', at: MAIL.at, fromHead: false, withdraws: false, told: 'telefono' as const };

test('a correction by telephone says who told it and who wrote it down, and is taken over with one button (P18)', async () => {
  const change = { unread: [UNREAD_TOLD], state: 'forwarded' as const };
  const { bridge, user } = await shown([TOLD], change);
  const section = within(await screen.findByRole('region', { name: 'Correzione dell’ufficio per telefono' }));
  expect(section.getByText(/Renato Sartor/)).toBeTruthy();
  expect(section.getByText(/, lo scrive Marta Bellin oggi alle 08:45/)).toBeTruthy();
  await user.click(section.getByRole('button', { name: 'Riprendi il testo e correggi' }));
  expect(bridge.inputsOf('queue.takeOverAnswer')).toEqual([{ id: 'tigli-1', mail: 'told-1' }]);
});

test('it can be put aside; of an open request its data are taken', async () => {
  const { bridge, user } = await shown([TOLD], { unread: [UNREAD_TOLD], state: 'inCharge' });
  await user.click(await screen.findByRole('button', { name: 'Usa questi dati' }));
  expect(bridge.inputsOf('queue.takeOverAnswer')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Lascia com’è' }));
  expect(bridge.inputsOf('requests.seeAnswer')).toEqual([{ id: 'tigli-1', mails: ['told-1'] }]);
});

test('a correction of the words alone, of an open request, is read once it is written into the text', async () => {
  const noted = { ...TOLD, says: { sendDate: null, sendTime: null, link: null, text: null } };
  const { bridge, user } = await shown([noted], { unread: [UNREAD_TOLD], state: 'inCharge' });
  expect(screen.queryByRole('button', { name: 'Usa questi dati' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Ho letto' }));
  expect(bridge.inputsOf('requests.seeAnswer')).toHaveLength(1);
});
