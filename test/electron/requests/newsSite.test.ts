import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { httpNewsSite } from '#electron/requests/newsSite.ts';

const NOW = '2026-11-24T08:10:00.000Z';

/** A real web server on loopback, standing for the institutional site. */
async function site(
  answer: RequestListener,
): Promise<{ url: (path: string) => string; host: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: (path) => `http://127.0.0.1:${port}${path}`, host: '127.0.0.1', asked };
}

const checker = (hosts: readonly string[]) => httpNewsSite({ hosts: () => hosts, now: () => NOW, fetch });

test('reads the title of a page that answers', async () => {
  const { url, host } = await site((_request, response) =>
    response.end('<html><head><title>Biblioteca &amp; inventario\n di fine anno</title></head></html>'),
  );
  expect(await checker([host]).check(url('/novita/biblioteca'))).toEqual({
    link: url('/novita/biblioteca'),
    outcome: 'reachable',
    status: 200,
    title: 'Biblioteca & inventario di fine anno',
    leadsTo: null,
    checkedAt: NOW,
  });
});

test('follows the site to where the page moved, within the site', async () => {
  const { url, host } = await site((request, response) => {
    if (request.url === '/novita/vecchia') response.writeHead(301, { location: '/novita/nuova' }).end();
    else response.end('<title>Nuova</title>');
  });
  expect(await checker([host]).check(url('/novita/vecchia'))).toMatchObject({
    outcome: 'reachable',
    title: 'Nuova',
    leadsTo: url('/novita/nuova'),
  });
});

test('never goes to another host, wherever the page leads', async () => {
  const elsewhere = await site((_request, response) => response.end('<title>Altro</title>'));
  const { url } = await site((_request, response) =>
    response.writeHead(302, { location: elsewhere.url('/novita/x').replace('127.0.0.1', 'localhost') }).end(),
  );
  const check = await checker(['127.0.0.1']).check(url('/novita/a'));
  expect(check).toMatchObject({ outcome: 'moved', status: null });
  expect(elsewhere.asked).toEqual([]);
});

test('tells a page that is not there from a site out of order', async () => {
  const { url, host } = await site((request, response) =>
    response.writeHead(request.url === '/novita/manca' ? 404 : 503).end(),
  );
  expect(await checker([host]).check(url('/novita/manca'))).toMatchObject({ outcome: 'notFound', status: 404 });
  expect(await checker([host]).check(url('/novita/guasto'))).toMatchObject({ outcome: 'failing', status: 503 });
});

test('stops a circle of redirects', async () => {
  const { url, host, asked } = await site((_request, response) =>
    response.writeHead(302, { location: '/novita/giro' }).end(),
  );
  expect(await checker([host]).check(url('/novita/giro'))).toMatchObject({ outcome: 'moved' });
  expect(asked.length).toBeLessThan(7);
});

test('reads no more than the beginning of an endless page', async () => {
  const { url, host } = await site((_request, response) => {
    const pour = (): void => {
      while (response.write('x'.repeat(64_000)));
      response.once('drain', pour);
    };
    pour();
  });
  expect(await checker([host]).check(url('/novita/lunga'))).toMatchObject({ outcome: 'reachable', title: null });
});

test('without a network the link is not verified, never green', async () => {
  expect(await checker(['127.0.0.1']).check('http://127.0.0.1:9/novita/x')).toMatchObject({
    outcome: 'unverified',
    status: null,
  });
});
