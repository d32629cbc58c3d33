import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { giveAccess, openAccessTown } from '../../../helpers/access.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { trust } from '../../../helpers/mailboxDesk.ts';
import { INCOMPLETE } from '../../../helpers/mails.ts';
import { startOauth } from '../../../helpers/oauthServer.ts';
import { SMTP_USER, startSmtp } from '../../../helpers/smtpServer.ts';

const OFFICE = 'biblioteca@comune.valdombra.example';

it('letters leave with the access of the desk, wait where it ended, and leave once it is given again', async () => {
  const provider = await startOauth(SMTP_USER);
  const server = await startSmtp({ tokens: provider });
  trust(provider);
  const town = await openAccessTown(() => undefined, { connects: true });
  const access = await giveAccess(town, provider);
  const sending = { ...server.account, byAccess: true as const };
  const tried = await act(town.app, 'requests.connectSending', { sending, password: null, access });
  expect(tried).toMatchObject({ connected: true });
  expect(await act(town.app, 'requests.sending', {})).toMatchObject({ sending, hasPassword: true });

  provider.revoke(true);
  await town.receive(INCOMPLETE);
  const id = (await inWork(town.app))[0]?.id ?? expect.fail('no request');
  await act(town.app, 'requests.takeCharge', { id });
  await act(town.app, 'requests.ask', { id, text: null });
  town.clock.advance(10_000);
  await town.app.tick();
  const letter = async () => (await act(town.app, 'requests.get', { id })).mails.at(-1)?.letter;
  expect((await letter())?.obstacle).toMatchObject({ code: 'access-ended' });
  expect(server.taken).toHaveLength(1);

  expect(await act(town.app, 'requests.sending', {})).toMatchObject({ hasPassword: false });
  await giveAccess(town, provider);
  await town.app.tick();
  expect(server.taken.map(({ to }) => to)).toEqual([[SMTP_USER], [OFFICE]]);
  expect(await letter()).toMatchObject({ state: 'accepted' });
});
