import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SettingsMail } from '#renderer/service/mail/SettingsMail.tsx';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import type { SendingStep, SendingView } from '#shared/requests/sendingTrial.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(cleanup);

const AT = '2026-11-24T08:10:00.000Z';
const SENDING: Sending = {
  server: 'posta.comune.valdombra.example',
  port: 465,
  security: 'tls',
  user: 'avvisi@comune.valdombra.example',
  address: 'avvisi@comune.valdombra.example',
  method: 'password',
};
const step = (name: SendingStep['step'], problem: SendingStep['problem'] = null): SendingStep => ({
  ...{ step: name, at: AT, evidence: null, problem },
  state: problem ? 'failed' : 'done',
});
const REFUSED = {
  code: 'sending-password-refused',
  what: 'Il server della posta in uscita ha rifiutato la password.',
  remedy: 'Scrivi la password nuova.',
};

function show(view: Partial<SendingView> = {}) {
  const bridge = townBridge({ connects: false });
  bridge.alter('requests.sending', (before) => ({ ...before, offline: false, ...view }));
  return showScreen(() => <SettingsMail />, bridge);
}
const form = async () => within(await screen.findByRole('region', { name: 'Spedire' }));

test('begins with the address of the town, and says that a person sends the letters (P66)', async () => {
  show();
  const fields = await form();
  expect(fields.getByLabelText<HTMLInputElement>('Indirizzo da cui partono').value).toBe(
    'avvisi@comune.valdombra.example',
  );
  expect(fields.getByText('Spedisce una persona')).toBeTruthy();
});

test('says at each field what is still to be written, and asks nothing of the server before', async () => {
  const { bridge, user } = show();
  const fields = await form();
  await user.clear(fields.getByLabelText('Indirizzo da cui partono'));
  await user.type(fields.getByLabelText('Indirizzo da cui partono'), 'uno@due@comune.example');
  await user.click(fields.getByRole('button', { name: 'Prova e spedisci da qui' }));
  expect(document.activeElement).toBe(fields.getByLabelText('Server'));
  expect(fields.getByText(/^Scrivi un solo indirizzo/)).toBeTruthy();
  expect(fields.getByText('Scrivi la password con cui si spedisce.')).toBeTruthy();
  expect(bridge.inputsOf('requests.connectSending')).toEqual([]);
});

test('another encryption brings its usual port', async () => {
  const { user } = show();
  const fields = await form();
  await user.click(fields.getByRole('radio', { name: 'STARTTLS' }));
  expect(fields.getByLabelText<HTMLInputElement>('Porta').value).toBe('587');
});

test('shows each step with its sign; a failed trial is no green sign', async () => {
  show({
    ...{ sending: SENDING, since: AT, hasPassword: true },
    trial: {
      by: 'Marta Bellin',
      steps: [
        step('server'),
        step('encryption'),
        step('access', REFUSED),
        { step: 'letter', state: 'untried', at: null, evidence: null, problem: null },
      ],
    },
  });
  expect((await form()).getByText(/L’ultima prova non è riuscita/)).toBeTruthy();
  const tried = within(screen.getByRole('region', { name: 'Che cosa è stato provato' }));
  expect(tried.getByText('2 prove su 4')).toBeTruthy();
  expect(tried.getByText(REFUSED.what)).toBeTruthy();
});
