/** Vite's server behind `app://` for `npm run dev`: tells its parent its address, and the app what its parent has built. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createProbe } from 'node:net';
import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { ROOT, screensConfig } from './targets.ts';

const HOST = '127.0.0.1';
const BUILDS = '/@puntosi/builds';

/** A port nobody listens at: the page must be told before the server knows its own. */
async function freePort(): Promise<number> {
  const probe = createProbe().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const port = await freePort();
const listeners = new Set<ServerResponse>();
/** Before Vite's own answers, the last of which is the page for every path. */
const builds: Plugin = {
  name: 'builds',
  configureServer: ({ middlewares }) => {
    middlewares.use(BUILDS, (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).flushHeaders();
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
    });
  },
};
const server = await createServer({
  ...screensConfig,
  plugins: [...(screensConfig.plugins ?? []), builds],
  logLevel: 'warn',
  cacheDir: join(ROOT, 'build', 'out', '.vite'),
  server: { host: HOST, port, strictPort: true, cors: false, hmr: { protocol: 'ws', host: HOST, clientPort: port } },
});
await server.listen();
/** A connection on which nothing is said for five minutes is given up by whoever listens. */
const KEEP_MILLISECONDS = 60_000;
setInterval(() => {
  for (const listener of listeners) listener.write('\n');
}, KEEP_MILLISECONDS).unref();
process.on('message', (built) => {
  for (const listener of listeners) listener.write(`${String(built)}\n`);
});
process.on('disconnect', () => process.exit(0));
process.send?.(`http://${HOST}:${port}`);
