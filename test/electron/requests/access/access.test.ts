import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { systemFetch } from '#electron/desk/systemFetch.ts';
import { askDeviceCode, waitForDevice } from '#electron/requests/access/deviceCode.ts';
import { signInByBrowser } from '#electron/requests/access/loopback.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { MailAccess } from '#shared/people/profile/mailAccess.ts';
import { accessOf, giveAccess, openAccessTown } from '../../../helpers/access.ts';
import { must } from '../../../helpers/desk.ts';
import { MAILBOX_USER } from '../../../helpers/dovecot.ts';
import { openOnlineTown, trust } from '../../../helpers/mailboxDesk.ts';
import { type OauthServer, SECRET_MARK, startOauth } from '../../../helpers/oauthServer.ts';
import type { Town } from '../../../helpers/openTown.ts';

async function started(): Promise<OauthServer> {
  const provider = await startOauth(MAILBOX_USER);
  trust(provider);
  return provider;
}
const AT = '2026-03-02T08:00:00.000Z';
const nowhere = (): void => undefined;
const begin = ({ app }: Town, access: MailAccess) => app.call('requests.beginAccess', access);
const stateOf = async (town: Town) => (await accessOf(town)).state;
const troubleOf = async (town: Town) => {
  const state = await stateOf(town);
  return state.kind === 'failed' ? state.problem.code : state.kind;
};

describe('an access given with a code (RFC 8628)', () => {
  it('shows the code and its page, and keeps what was given', async () => {
    const provider = await started();
    const town = await openAccessTown(nowhere);
    expect(await begin(town, provider.access('code'))).toMatchObject({ ok: true });
    expect(await stateOf(town)).toMatchObject({ kind: 'code', code: 'GKRT-4821' });
    provider.answerCode(true);
    await expect.poll(async () => (await accessOf(town)).kept).toMatchObject({ by: 'Marta Bellin', isOver: false });
    expect(await stateOf(town)).toEqual({ kind: 'idle' });
  });

  it('opens the page of the code in the browser when a person wants it', async () => {
    const pages: string[] = [];
    const provider = await started();
    const town = await openAccessTown((page) => pages.push(page));
    await begin(town, provider.access('code'));
    expect(pages).toEqual([]);
    await act(town.app, 'requests.openAccessPage', {});
    expect(pages).toEqual([expect.stringMatching(/^https:.*\/codice$/)]);
    await act(town.app, 'requests.stopAccess', {});
    expect(await stateOf(town)).toEqual({ kind: 'idle' });
  });

  it('says that the answer was no, that the code ended, and that the town is not known', async () => {
    const provider = await started();
    const town = await openAccessTown(nowhere);
    await begin(town, provider.access('code'));
    provider.answerCode(false);
    await expect.poll(() => troubleOf(town)).toBe('access-denied');
    provider.behave({ codeSeconds: 0.001 });
    await begin(town, provider.access('code'));
    await expect.poll(() => troubleOf(town)).toBe('access-code-expired');
    const reply = await begin(town, { ...provider.access('code'), clientId: 'altra' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'access-client-refused' } });
    expect((await accessOf(town)).kept).toBeNull();
  });

  it('is asked about as slowly as the server wants, and more slowly while it fails', async () => {
    const provider = await started();
    provider.behave({ slow: true });
    const server = { fetch: systemFetch(async () => ({})) };
    const access = provider.access('code');
    const code = must(await askDeviceCode(server, access, () => AT));
    const pauses: number[] = [];
    const wait = async (milliseconds: number): Promise<void> => {
      pauses.push(milliseconds);
      provider.behave({ broken: pauses.length === 3 });
      if (pauses.length === 5) provider.answerCode(true);
    };
    const given = await waitForDevice(server, access, code, { now: () => AT, wait });
    expect(given).toMatchObject({ ok: true, value: { seconds: 3_600 } });
    // Told to slow down once (3.5), then without an answer once.
    expect(pauses).toEqual([1_000, 6_000, 6_000, 12_000, 12_000]);
  });

  it('is given up by a person, and what was given before stays', async () => {
    const provider = await started();
    const town = await openAccessTown(nowhere);
    const access = await giveAccess(town, provider);
    await begin(town, access);
    await act(town.app, 'requests.stopAccess', {});
    expect(await accessOf(town)).toMatchObject({ state: { kind: 'idle' }, kept: { isOver: false } });
  });

  it('is not begun where the server fails, and says that it is only now', async () => {
    const provider = await started();
    const town = await openAccessTown(nowhere);
    provider.behave({ broken: true });
    const reply = await begin(town, provider.access('code'));
    expect(reply).toMatchObject({ ok: false, error: { code: 'access-unavailable' } });
  });

  it('is asked of no server that shows an unknown certificate', async () => {
    const provider = await startOauth(MAILBOX_USER);
    const town = await openAccessTown(nowhere);
    const reply = await begin(town, provider.access('code'));
    expect(reply).toMatchObject({ ok: false, error: { code: 'access-certificate' } });
    expect(provider.asked).toEqual([]);
  });
});

describe('an access given in the browser (RFC 7636, 8252)', () => {
  it('takes the answer of its own page alone, once, and closes its door', async () => {
    const pages: string[] = [];
    const provider = await started();
    const town = await openAccessTown((page) => pages.push(page));
    await begin(town, provider.access('browser'));
    expect(await stateOf(town)).toMatchObject({ kind: 'browser' });
    const page = pages[0] ?? expect.fail('no page');
    const { searchParams } = new URL(page);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await provider.visit(page, { state: 'indovinato' })).toBe(404);
    expect(provider.asked).toEqual([]);
    expect(await provider.visit(page)).toBe(200);
    await expect.poll(async () => (await accessOf(town)).kept).toMatchObject({ isOver: false });
    expect(provider.asked).toEqual(['authorization_code']);
    await expect(provider.visit(page)).rejects.toThrow();
  });

  it('says that the answer was no', async () => {
    const provider = await started();
    const town = await openAccessTown((page) => provider.visit(page, { no: true }));
    await begin(town, provider.access('browser'));
    await expect.poll(() => troubleOf(town)).toBe('access-denied');
  });

  it('says that no browser opened', async () => {
    const provider = await started();
    const refused = { code: 'sign-in-not-opened', what: 'No.', remedy: 'Riprova.' };
    const town = await openOnlineTown({ ask: async () => problem(refused) });
    const reply = await begin(town, provider.access('browser'));
    expect(reply).toMatchObject({ ok: false, error: { code: 'access-browser-closed' } });
  });

  it('says that no answer came, and closes its door', async () => {
    const provider = await started();
    let page = '';
    const signedIn = await signInByBrowser({
      ...{ server: { fetch: systemFetch(async () => ({})) }, access: provider.access('browser') },
      open: async (url) => {
        page = url;
        return ok(null);
      },
      wait: async () => undefined,
      opened: () => undefined,
    });
    expect(signedIn).toMatchObject({ ok: false, error: { code: 'access-browser-late' } });
    await expect(provider.visit(page)).rejects.toThrow();
  });
});

describe('what was given', () => {
  it('lies nowhere but among the secrets of the desk, and no screen is told', async () => {
    const provider = await started();
    const town = await openAccessTown(nowhere);
    await giveAccess(town, provider);
    expect(JSON.stringify(await accessOf(town))).not.toContain(SECRET_MARK);
    for (const file of readdirSync(town.folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(readFileSync(join(file.parentPath, file.name)).includes(SECRET_MARK), file.name).toBe(false);
    }
  });

  it('is there after a new start', async () => {
    const provider = await started();
    const town = await openAccessTown(nowhere);
    await giveAccess(town, provider);
    town.app.close();
    const again = await openAccessTown(nowhere, { folder: town.folder, clock: town.clock });
    expect((await accessOf(again)).kept).toMatchObject({ by: 'Marta Bellin', isOver: false });
  });
});
