import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Net } from 'electron';
import { record } from './log.ts';
import { handlerOf, schemeOf } from './schemes.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

async function readLocal(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const type = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const bytes = await readFile(path).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
}

/** Electron's `net`: local files and the app's own scheme; everything else finds no network. */
export const net = {
  async fetch(input, init) {
    const url = typeof input === 'string' ? input : input.url;
    if (schemeOf(url) === 'file') return readLocal(url);
    const handler = handlerOf(url);
    if (handler && !init?.bypassCustomProtocolHandlers) return handler(new Request(input, init));
    record('network', { url });
    throw new Error('net::ERR_INTERNET_DISCONNECTED');
  },
  isOnline: () => false,
  online: false,
} satisfies Pick<Net, 'fetch' | 'isOnline' | 'online'>;
