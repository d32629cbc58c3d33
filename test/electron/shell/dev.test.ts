/** The door of `npm run dev`: shut everywhere but in an unpackaged run that names a server of this computer. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Core } from '#electron/shell/core/coreProcess.ts';
import { devServerOf, openDevDoor } from '#electron/shell/dev/door.ts';
import { serveFromVite } from '#electron/shell/dev/screens.ts';
import { ok } from '#shared/kernel/result.ts';
import { buildTarget } from '../../../build/scripts/stamps.ts';
import { targets } from '../../../build/scripts/targets.ts';

const ADDRESS = 'http://127.0.0.1:5173';

describe('the door', () => {
  it('opens to a server of this computer', () => {
    expect(devServerOf({ isPackaged: false, env: { PUNTOSI_DEV_SERVER: ADDRESS } })?.host).toBe('127.0.0.1:5173');
  });

  it.each([
    [true, ADDRESS],
    [false, undefined],
    [false, ''],
    [false, 'qui'],
    [false, 'https://127.0.0.1:5173'],
    [false, 'http://sito-altrui.example'],
    [false, 'http://127.0.0.1.sito-altrui.example'],
    [false, 'http://127.0.0.1@sito-altrui.example'],
  ])('stays shut: packaged %s, %s', (isPackaged, address) => {
    expect(openDevDoor({ isPackaged, env: { PUNTOSI_DEV_SERVER: address } })).toBeUndefined();
  });

  it.each([false, true])('is in the program of npm run dev alone: %s', async (isDev) => {
    const out = mkdtempSync(join(tmpdir(), 'puntosi-door-'));
    const main = targets(isDev).find(({ name }) => name === 'main/main.cjs');
    if (!main) throw new Error('No shell is built.');
    await buildTarget(out, out, main);
    expect(readFileSync(join(out, main.name), 'utf8').includes('PUNTOSI_DEV_SERVER')).toBe(isDev);
    rmSync(out, { recursive: true });
  });
});

describe('behind the open door', () => {
  let server: Server;
  let address: URL;
  let told: ServerResponse | undefined;
  const asked: string[] = [];
  beforeEach(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/@puntosi/builds') {
        told = response;
        response.writeHead(200).flushHeaders();
      } else {
        response.writeHead(200, { 'content-type': request.url === '/index.html' ? 'text/html' : 'text/javascript' });
        response.end(request.url === '/index.html' ? '<head><script type="module">1</script></head>' : 'export {};');
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    asked.length = 0;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (url: string, method = 'GET') => serveFromVite(address, { method, url, headers: new Headers() });

  it('serves the page with a nonce for its one script, under the app’s policy and a line to the server alone', async () => {
    const page = await get('app://bundle/index.html');
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(await page.text()).toContain(`<script nonce="${nonce}" type="module">`);
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`);
    expect(policy).toContain(`connect-src 'self' ws://${address.host};`);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  });

  it('asks only its own server, whatever the path says', async () => {
    await get('app://bundle//sito-altrui.example/a.js?v=1');
    expect(asked).toEqual(['//sito-altrui.example/a.js?v=1']);
    expect((await get('app://altro/a.js')).status).toBe(404);
    expect((await get('app://bundle/a.js', 'POST')).status).toBe(404);
    expect(asked).toHaveLength(1);
  });

  it('starts the core anew for each build, and opens the invented town again when it was open', async () => {
    const call = vi.fn(async () => ok(null));
    const restart = vi.fn(async () => undefined);
    const core: Core = { call, restart, hosts: () => [], stop: async () => undefined };
    const door = openDevDoor({ isPackaged: false, env: { PUNTOSI_DEV_SERVER: address.href } });
    const fresh = door?.keepFresh(core);
    await vi.waitFor(() => expect(told).toBeDefined());
    told?.write('core/core.mjs\n');
    await vi.waitFor(() => expect(restart).toHaveBeenCalledTimes(1));
    expect(call).not.toHaveBeenCalled();
    await fresh?.call('core.openExample', {});
    told?.write('core/core.mjs\n');
    await vi.waitFor(() =>
      expect(call.mock.calls).toEqual([
        ['core.openExample', {}],
        ['core.openExample', {}],
      ]),
    );
    expect(restart).toHaveBeenCalledTimes(2);
  });
});
