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
  expect(await checker([host]).check(url('/novita/biblioteca'))).toMatchObject({
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

const page = (head: string, body = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

test('reads the card of the page: the Open Graph values before its title and description', async () => {
  const { url, host } = await site((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
      page(
        `<title>Ecocentro | Comune di Valdombra</title><meta name="description" content="Pagina del Comune">
         <meta property="og:title" content="Ecocentro chiuso il 27 e 28 novembre">
         <meta property="og:description" content="Riapre martedì 1° dicembre">
         <meta property="og:image" content="/immagini/ecocentro.jpg">`,
        '<main><h1>Ecocentro chiuso</h1><p>Per lavori al piazzale l’ecocentro di via Argine resta chiuso venerdì 27 novembre dalle 8.</p></main>',
      ),
    ),
  );
  const check = await checker([host]).check(url('/novita/ecocentro'));
  expect(check.page?.card).toEqual({
    title: 'Ecocentro chiuso il 27 e 28 novembre',
    description: 'Riapre martedì 1° dicembre',
    image: { place: 'unusable', address: '/immagini/ecocentro.jpg' },
  });
  expect(check.page?.says).toMatchObject({ days: [{ day: '2026-11-27', time: '08:00' }], places: ['via Argine'] });
  expect(check.page?.mark).toMatchObject({ on: '2026-11-24' });
});

test('has no card of a page without a title, nor of what is no page', async () => {
  const { url, host } = await site((request, response) =>
    request.url === '/novita/atto.pdf'
      ? response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7')
      : response.writeHead(200, { 'content-type': 'text/html' }).end(page('')),
  );
  expect((await checker([host]).check(url('/novita/vuota'))).page?.card).toBeNull();
  const pdf = await checker([host]).check(url('/novita/atto.pdf'));
  expect(pdf).toMatchObject({ outcome: 'reachable', title: null });
  expect(pdf.page).toBeUndefined();
});

test('reads the letters of a page as they are, whatever its server says of them', async () => {
  const western = Buffer.from(page('<title>Città più pulita</title>'), 'latin1');
  const { url, host } = await site((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(western),
  );
  expect(await checker([host]).check(url('/novita/citta'))).toMatchObject({ title: 'Città più pulita' });
});

test('goes on where a page sends its reader by itself, but only within the site', async () => {
  const refresh = (to: string) => page(`<title>Attendi</title><meta http-equiv="refresh" content="0; url='${to}'">`);
  const { url, host } = await site((request, response) => {
    if (request.url === '/novita/a') response.end(refresh('/novita/b'));
    else if (request.url === '/novita/c') response.end(refresh('http://altrove.example/x'));
    else response.end(page('<title>Arrivato</title>'));
  });
  expect(await checker([host]).check(url('/novita/a'))).toMatchObject({ title: 'Arrivato', leadsTo: url('/novita/b') });
  expect(await checker([host]).check(url('/novita/c'))).toMatchObject({
    outcome: 'moved',
    leadsTo: 'http://altrove.example/x',
  });
});

test('a site that answers byte by byte does not answer', async () => {
  const { url, host } = await site((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const drip = setInterval(() => response.write('x'), 20);
    response.once('close', () => clearInterval(drip));
  });
  const impatient = httpNewsSite({ hosts: () => [host], now: () => NOW, fetch, patience: 300 });
  expect(await impatient.check(url('/novita/lenta'))).toMatchObject({ outcome: 'failing' });
});

test('a site that breaks off does not answer', async () => {
  const { url, host } = await site((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
    response.write('<title>Mezz');
    response.socket?.resetAndDestroy();
  });
  expect(await checker([host]).check(url('/novita/rotta'))).toMatchObject({ outcome: 'failing' });
});

test('reads of 25 MB only the beginning', async () => {
  const block = Buffer.alloc(1_000_000, 'parola ');
  let written = 0;
  const { url, host } = await site((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<title>Grande</title><main>');
    const pour = (): void => {
      while (written < 25_000_000) {
        written += block.length;
        if (!response.write(block)) {
          response.once('drain', pour);
          return;
        }
      }
      response.end();
    };
    pour();
  });
  expect(await checker([host]).check(url('/novita/grande'))).toMatchObject({ outcome: 'reachable', title: 'Grande' });
  expect(written).toBeLessThan(25_000_000);
});

test('another institution’s page is never opened', async () => {
  const elsewhere = await site((_request, response) => response.end('<title>Altro ente</title>'));
  const check = await checker(['comune.valdombra.example']).check(elsewhere.url('/novita/x'));
  expect(check).toMatchObject({ outcome: 'unverified', foreign: true });
  expect(elsewhere.asked).toEqual([]);
});

const PNG_HEAD = Buffer.from('89504e470d0a1a0a0000000d494844520000012c000000c80802000000', 'hex');
/** Pictures are asked only over https: on loopback the same server stands for it. */
const overHttps = (hosts: readonly string[]) =>
  httpNewsSite({
    hosts: () => hosts,
    now: () => NOW,
    fetch: (input, init) => fetch(String(input).replace('https:', 'http:'), init),
  });

test('fetches the picture of a card, told by its bytes, from the site only', async () => {
  const png = Buffer.concat([PNG_HEAD, Buffer.alloc(40)]);
  const elsewhere = await site((_request, response) => response.end(png));
  const { url, host } = await site((request, response) => {
    if (request.url === '/a.png') response.writeHead(200, { 'content-type': 'text/plain' }).end(png);
    else if (request.url === '/b.svg')
      response.end('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'.repeat(3));
    else if (request.url === '/c.png') response.end(Buffer.concat([png, Buffer.alloc(5_000_001)]));
    else response.writeHead(302, { location: elsewhere.url('/x.png').replace('127.0.0.1', 'localhost') }).end();
  });
  const secure = (path: string) => url(path).replace('http:', 'https:');
  const pictures = overHttps([host]);
  expect(await pictures.picture(secure('/a.png'))).toMatchObject({ kind: 'image/png', width: 300, height: 200 });
  expect(await pictures.picture(secure('/b.svg'))).toBeNull();
  expect(await pictures.picture(secure('/c.png'))).toBeNull();
  expect(await pictures.picture(secure('/d.png'))).toBeNull();
  expect(await pictures.picture(url('/a.png'))).toBeNull();
  expect(elsewhere.asked).toEqual([]);
});
