import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SettingsMail } from '#renderer/service/mail/SettingsMail.tsx';
import { ok } from '#shared/kernel/result.ts';
import { accessKey, type MailAccess } from '#shared/people/profile/mailAccess.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import type { AccessView } from '#shared/requests/accessView.ts';
import type { MailboxAccountView } from '#shared/requests/mailboxAccount.ts';
import { type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(cleanup);

const AT = '2026-11-24T08:10:00.000Z';
const ACCESS: MailAccess = {
  ...{ provider: 'microsoft', clientId: '1f2e', tenant: 'comune.valdombra.example' },
  ...{ clientSecret: null, endpoints: null },
};
const RECEIVING: Receiving = {
  ...{ server: 'outlook.office365.com', port: 993, security: 'tls' },
  ...{ user: 'avvisi@comune.valdombra.example', folder: 'INBOX', method: 'oauth2' },
};
const FOLDERS = [
  { path: 'INBOX', label: 'Posta in arrivo' },
  { path: 'Sent', label: 'Posta inviata (Sent)' },
];
const KEPT = { key: accessKey(ACCESS), at: AT, by: 'Marta Bellin', isOver: false };

function show(access: Partial<AccessView> = {}, account: Partial<MailboxAccountView> = {}) {
  const bridge = townBridge({ connects: false });
  bridge.alter('requests.access', (view) => ({ ...view, ...access }));
  bridge.alter('requests.mailbox', (view) => ({ ...view, ...account }));
  // There is no server behind it.
  const call: TestBridge['call'] = async (method, input) =>
    method === 'requests.mailFolders' ? ok({ folders: FOLDERS }) : bridge.call(method, input);
  return showScreen(() => <SettingsMail />, { ...bridge, call });
}
const form = async () => within(await screen.findByRole('region', { name: 'Ricevere' }));
const box = async () => within((await form()).getByRole('region', { name: 'Accesso' }));

test('of Microsoft 365 no server is typed; what the town still needs is said at its field, and who gives it', async () => {
  const { bridge, user } = show();
  const fields = await form();
  await user.click(fields.getByRole('radio', { name: 'Microsoft 365' }));
  expect(fields.queryByLabelText('Server')).toBeNull();
  expect(fields.queryByLabelText('Password')).toBeNull();
  await user.click((await box()).getByRole('button', { name: 'Accedi' }));
  expect(document.activeElement).toBe(fields.getByLabelText(/^Identificativo dell’app/));
  expect(fields.getByText(/^Scrivi l’identificativo dell’app: lo dà chi gestisce/)).toBeTruthy();
  expect(fields.getByText(/^Scrivi l’identificativo dell’organizzazione/)).toBeTruthy();
  expect(bridge.inputsOf('requests.beginAccess')).toEqual([]);
});

test('asks for the access with what is typed, then tries the mailbox with it and no password', async () => {
  const { bridge, user } = show({ kept: KEPT });
  bridge.hush('requests.beginAccess');
  bridge.hush('requests.connectMailbox');
  const fields = await form();
  await user.click(fields.getByRole('radio', { name: 'Microsoft 365' }));
  await user.type(fields.getByLabelText(/^Identificativo dell’app/), ACCESS.clientId);
  await user.type(fields.getByLabelText(/^Identificativo dell’organizzazione/), ACCESS.tenant ?? '');
  expect((await box()).getByText(/^Accesso dato .*Marta Bellin$/)).toBeTruthy();
  await user.click((await box()).getByRole('button', { name: 'Accedi di nuovo' }));
  expect(bridge.inputsOf('requests.beginAccess')).toEqual([ACCESS]);
  await user.click(fields.getByRole('button', { name: 'Prova e collega' }));
  expect(bridge.inputsOf('requests.connectMailbox')).toMatchObject([
    { receiving: { ...RECEIVING }, password: null, access: ACCESS },
  ]);
});

test('shows the code to type, its page and until when; copies it, opens the page, gives up', async () => {
  const state = { kind: 'code', code: 'GKRT-4821', page: 'https://accesso.example/codice', until: AT } as const;
  const { bridge, user } = show({ access: ACCESS, state }, { receiving: RECEIVING });
  const inside = await box();
  expect(inside.getByText('GKRT-4821')).toBeTruthy();
  expect(inside.getByText(state.page)).toBeTruthy();
  expect(inside.getByText(/^Vale fino alle 09:10/)).toBeTruthy();
  await user.click(inside.getByRole('button', { name: 'Copia il codice' }));
  expect(bridge.inputsOf('shell.copyText')).toEqual([{ text: 'GKRT-4821' }]);
  await user.click(inside.getByRole('button', { name: 'Apri la pagina' }));
  await user.click(inside.getByRole('button', { name: 'Lascia stare' }));
  expect(bridge.inputsOf('requests.openAccessPage')).toEqual([{}]);
  expect(bridge.inputsOf('requests.stopAccess')).toEqual([{}]);
});

test.each([
  [{ kept: { ...KEPT, isOver: true } }, 'L’accesso è scaduto: accedi di nuovo.'],
  [{ kept: { ...KEPT, key: 'altro' } }, 'Da questo computer nessuno ha ancora dato l’accesso.'],
  [{ kept: null }, 'Da questo computer nessuno ha ancora dato l’accesso.'],
  [{ state: { kind: 'browser', until: AT } as const }, 'Finisci nella pagina che si è aperta nel browser.'],
])('of %j says «%s»', async (access, sentence) => {
  show({ access: ACCESS, ...access }, { receiving: RECEIVING });
  expect((await box()).getByText(sentence)).toBeTruthy();
});

test('of a sign-in that did not succeed says why and what to do', async () => {
  const problem = { code: 'access-denied', what: 'La risposta è stata no.', remedy: 'Premi di nuovo Accedi.' };
  show({ access: ACCESS, state: { kind: 'failed', problem } }, { receiving: RECEIVING });
  expect((await box()).getByText('La risposta è stata no')).toBeTruthy();
});

test('the folder is chosen among those of the server, and one that is gone is said', async () => {
  const server = { ...RECEIVING, server: 'posta.comune.valdombra.example', method: 'password' as const };
  const { bridge, user } = show({}, { receiving: { ...server, folder: 'Avvisi' }, hasPassword: true });
  const fields = await form();
  await user.click(fields.getByRole('button', { name: 'Scegli la cartella' }));
  expect(await fields.findByText('La cartella «Avvisi» non c’è più: scegline un’altra.')).toBeTruthy();
  await user.selectOptions(fields.getByLabelText('Cartella da leggere'), 'Posta in arrivo');
  bridge.hush('requests.connectMailbox');
  await user.click(fields.getByRole('button', { name: 'Prova e collega' }));
  expect(bridge.inputsOf('requests.connectMailbox')).toMatchObject([{ receiving: { folder: 'INBOX' } }]);
});

test('a mailbox that is not the one of the town is said to be another', async () => {
  show({}, { receiving: { ...RECEIVING, user: 'altra@comune.valdombra.example' }, connected: true });
  expect((await form()).getByText('La casella letta non è quella del Comune')).toBeTruthy();
});

test('letters leave with the access of the mailbox: no password is asked for, and the known server is filled in', async () => {
  const { bridge, user } = show({ access: ACCESS, kept: KEPT }, { receiving: RECEIVING });
  bridge.alter('requests.sending', (view) => ({ ...view, offline: false }));
  const fields = within(await screen.findByRole('region', { name: 'Spedire' }));
  await user.click(fields.getByRole('radio', { name: 'Con l’accesso di Ricevere' }));
  expect(fields.getByLabelText<HTMLInputElement>('Server').value).toBe('smtp.office365.com');
  expect(fields.queryByLabelText('Password')).toBeNull();
  bridge.hush('requests.connectSending');
  await user.click(fields.getByRole('button', { name: 'Prova e spedisci da qui' }));
  expect(bridge.inputsOf('requests.connectSending')).toMatchObject([
    { sending: { port: 587, security: 'starttls', byAccess: true }, password: null, access: ACCESS },
  ]);
});
