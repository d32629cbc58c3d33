/** Pages are asked through the proxies the computer uses (P22). */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { proxySettings, systemFetch } from '#electron/desk/systemFetch.ts';

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serving = (answer: RequestListener): Promise<string> => listening(createServer(answer));

test.each([
  ['DIRECT', {}],
  ['', {}],
  ['SOCKS5 a.example:1080; DIRECT', {}],
  ['DIRECT; PROXY a.example:8080', {}],
  ['PROXY a.example:8080; DIRECT', { HTTP_PROXY: 'http://a.example:8080', HTTPS_PROXY: 'http://a.example:8080' }],
  [
    'SOCKS a.example:1; HTTPS b.example:443',
    { HTTP_PROXY: 'https://b.example:443', HTTPS_PROXY: 'https://b.example:443' },
  ],
  ['PROXY :::', {}],
])('%j of the system is %j', (pac, settings) => {
  expect(proxySettings(pac)).toEqual(settings);
});

test('asks straight where no proxy is wanted: status, headers and body as they come, and no redirect is followed', async () => {
  const place = await serving((request, response) => {
    if (request.url === '/a') response.writeHead(301, { location: '/b' }).end();
    else response.writeHead(200, { 'x-accept': request.headers.accept ?? '' }).end('<title>Città</title>');
  });
  const send = systemFetch(async () => ({}));
  const moved = await send(`http://${place}/a`);
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/b']);
  const page = await send(`http://${place}/b`, { headers: { accept: 'text/html' } });
  expect([page.headers.get('x-accept'), await page.text()]).toEqual(['text/html', '<title>Città</title>']);
});

test('asks the proxy for a page, and for a tunnel where the page is secret', async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('<title>Dal proxy</title>');
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`tunnel ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const place = await listening(proxy);
  const send = systemFetch(async (url) => {
    expect(url).toContain('comune.valdombra.example');
    return proxySettings(`PROXY ${place}`);
  });
  const page = await send('http://www.comune.valdombra.example/novita');
  expect(await page.text()).toBe('<title>Dal proxy</title>');
  await expect(send('https://www.comune.valdombra.example/novita')).rejects.toThrow();
  expect(asked).toEqual(['http://www.comune.valdombra.example/novita', 'tunnel www.comune.valdombra.example:443']);
});

test('a page without body, and one nobody serves', async () => {
  const place = await serving((_request, response) => response.writeHead(204).end());
  const send = systemFetch(async () => ({}));
  expect((await send(`http://${place}/`)).status).toBe(204);
  await expect(send('http://127.0.0.1:1/')).rejects.toThrow();
});

test('stops when it is told to', async () => {
  const place = await serving(() => undefined);
  await expect(
    systemFetch(async () => ({}))(`http://${place}/`, { signal: AbortSignal.timeout(50) }),
  ).rejects.toThrow();
});
