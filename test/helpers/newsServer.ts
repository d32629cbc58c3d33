/** A real web server on loopback that stands for the institutional site, and the site over it. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { httpNewsSite, type NewsSite } from '#electron/requests/newsSite.ts';
import type { Instant } from '#shared/kernel/instant.ts';

export interface NewsServer {
  readonly asked: string[];
  /** The site of `host`, whatever host an address names: all lead to this server. */
  readonly site: (now: () => Instant, hosts?: readonly string[]) => NewsSite;
  readonly close: () => void;
}

/** Starts the server; closed when the test ends. */
export async function newsServer(answer: RequestListener): Promise<NewsServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const here = (input: unknown): string => {
    const { pathname, search } = new URL(String(input));
    return `http://127.0.0.1:${port}${pathname}${search}`;
  };
  return {
    asked,
    site: (now, hosts = ['comune.valdombra.example']) =>
      httpNewsSite({ hosts: () => hosts, now, fetch: (input, init) => fetch(here(input), init) }),
    close,
  };
}
