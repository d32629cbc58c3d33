import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsMail } from '#renderer/service/mail/SettingsMail.tsx';
import { problemOf } from '#renderer/ui/index.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import type { MailboxAccountView } from '#shared/requests/mailboxAccount.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const AT = '2026-11-24T08:10:00.000Z';
const RECEIVING: Receiving = {
  server: 'posta.comune.valdombra.example',
  port: 993,
  security: 'tls',
  user: 'avvisi@comune.valdombra.example',
  folder: 'INBOX',
  method: 'password',
};
const REFUSED = {
  code: 'mailbox-password-refused',
  what: 'Il server della posta ha rifiutato la password.',
  remedy: 'Scrivi la password nuova.',
};

function show(options: BridgeOptions = { connects: false }, account: Partial<MailboxAccountView> = {}) {
  const bridge = townBridge(options);
  bridge.alter('requests.mailbox', (view) => ({ ...view, ...account }));
  return showScreen(() => <SettingsMail />, bridge);
}
const form = async () => within(await screen.findByRole('region', { name: 'Ricevere' }));
const tried = () => within(screen.getByRole('region', { name: 'Che cosa è stato provato' }));

test('begins with the address of the town and the usual port, and says that nothing was tried', async () => {
  show();
  const fields = await form();
  expect(fields.getByLabelText<HTMLInputElement>('Nome utente').value).toBe('avvisi@comune.valdombra.example');
  expect(fields.getByLabelText<HTMLInputElement>('Porta').value).toBe('993');
  expect(fields.getByText('Casella non collegata')).toBeTruthy();
  expect(tried().getByText(/^Niente, da quando/)).toBeTruthy();
});

test('says at each field what is still to be written, and asks nothing of the server before', async () => {
  const { bridge, user } = show();
  const fields = await form();
  await user.click(fields.getByRole('button', { name: 'Prova e collega' }));
  expect(document.activeElement).toBe(fields.getByLabelText('Server'));
  expect(fields.getByText(/^Scrivi il nome del server/)).toBeTruthy();
  expect(fields.getByText('Scrivi la password della casella.')).toBeTruthy();
  expect(bridge.inputsOf('requests.connectMailbox')).toEqual([]);
});

test('another encryption brings its usual port, and leaves one that somebody chose', async () => {
  const { user } = show();
  const fields = await form();
  const port = fields.getByLabelText<HTMLInputElement>('Porta');
  await user.click(fields.getByLabelText('STARTTLS'));
  expect(port.value).toBe('143');
  await user.clear(port);
  await user.type(port, '1143');
  await user.click(fields.getByLabelText('TLS'));
  expect(port.value).toBe('1143');
});

test('shows every step with what it rests on, and of the one that failed what to do (P66)', async () => {
  show(
    { connects: false },
    {
      trial: {
        by: 'Marta Bellin',
        steps: [
          { step: 'server', state: 'done', at: AT, evidence: 'posta.example, porta 993', problem: null },
          {
            step: 'encryption',
            state: 'done',
            at: AT,
            evidence: 'Certificato valido fino al 3 marzo 2027',
            problem: null,
          },
          { step: 'access', state: 'failed', at: AT, evidence: null, problem: REFUSED },
          { step: 'folder', state: 'untried', at: null, evidence: null, problem: null },
          { step: 'message', state: 'untried', at: null, evidence: null, problem: null },
        ],
      },
    },
  );
  await form();
  expect(tried().getByText('2 prove su 5')).toBeTruthy();
  expect(tried().getByText('Certificato valido fino al 3 marzo 2027')).toBeTruthy();
  expect(tried().getByText('L’accesso è rifiutato')).toBeTruthy();
  expect(tried().getByText(problemOf(REFUSED).lines.at(-1) ?? REFUSED.remedy)).toBeTruthy();
  expect(tried().getAllByText('non provato')).toHaveLength(2);
});

test('keeps the password that lies here, and sends none of it to another server', async () => {
  const { bridge, user } = show({ connects: false }, { receiving: RECEIVING, connected: true, hasPassword: true });
  bridge.fail('requests.connectMailbox', REFUSED);
  const fields = await form();
  const again = fields.getByRole('button', { name: 'Prova di nuovo' });
  await user.click(again);
  expect(bridge.inputsOf('requests.connectMailbox')).toMatchObject([{ receiving: RECEIVING, password: null }]);
  await user.clear(fields.getByLabelText('Server'));
  await user.type(fields.getByLabelText('Server'), 'altro.comune.valdombra.example');
  await user.click(again);
  expect(fields.getByText('Scrivi la password della casella.')).toBeTruthy();
  expect(bridge.inputsOf('requests.connectMailbox')).toHaveLength(1);
});

test('is disconnected from this computer with one press', async () => {
  const { bridge, user } = show({ connects: false }, { receiving: RECEIVING, connected: true, hasPassword: true });
  await user.click((await form()).getByRole('button', { name: 'Scollega questo computer' }));
  expect(bridge.inputsOf('requests.disconnectMailbox')).toEqual([{}]);
  expect(await screen.findByText(/^Casella scollegata/)).toBeTruthy();
});

test('who may not change the server writes the password of this computer alone', async () => {
  const readOnly = { code: 'not-your-role', what: 'Solo il capo settore può.', remedy: 'Chiedi.' };
  show({ connects: false }, { receiving: RECEIVING, readOnly });
  const fields = await form();
  expect(fields.getByText('Il server lo cambia il capo settore')).toBeTruthy();
  expect(fields.getByLabelText<HTMLInputElement>('Server').readOnly).toBe(true);
  expect(fields.getByLabelText<HTMLInputElement>('Password').readOnly).toBe(false);
});

test('a folder of files can be chosen in its place, and in a training nothing leaves', async () => {
  const { bridge, user } = show();
  const fields = await form();
  await user.click(fields.getByLabelText('Cartella di file'));
  await user.click(fields.getByRole('button', { name: 'Scegli la cartella…' }));
  expect(bridge.inputsOf('service.chooseFolder')).toEqual([{ which: 'mails' }]);
  cleanup();
  show({ connects: false }, { offline: true });
  expect((await form()).getByText(/^Nell’addestramento niente esce/)).toBeTruthy();
});
