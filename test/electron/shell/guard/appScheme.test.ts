import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_SCHEME, fileOf, serveFile } from '#electron/shell/guard/appScheme.ts';

let folder: string;
let root: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puntosi-scheme-'));
  root = join(folder, 'screens');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head lang="it"><title>Prova</title></head></html>');
  writeFileSync(join(root, 'assets', 'stile nuovo.css'), 'body{}');
  writeFileSync(join(root, 'app.js.map'), '{}');
  writeFileSync(join(folder, 'segreto.json'), '{}');
  mkdirSync(join(folder, 'screens-altri'));
  writeFileSync(join(folder, 'screens-altri', 'a.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (path: string, method = 'GET'): Promise<Response> =>
  serveFile(root, { method, url: `app://bundle${path}` });

describe('the app scheme (1, 7, 18)', () => {
  it('is a standard, secure scheme without power to bypass the policy', () => {
    expect(APP_SCHEME).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    });
  });

  it('serves the built files with their type', async () => {
    const style = await get('/assets/stile%20nuovo.css?v=1');
    expect([style.status, style.headers.get('content-type'), await style.text()]).toEqual([
      200,
      'text/css; charset=utf-8',
      'body{}',
    ]);
  });

  it.each([
    '/',
    '/assets',
    '/manca.js',
    '/app.js.map',
    '/%2e%2e/segreto.json',
    '/..%2fsegreto.json',
    '/..%2fscreens-altri/a.json',
    '/%ff.js',
    '/a%00.js',
  ])('answers 404 to %s, under the same policy', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers only GET and only its own host', async () => {
    expect((await get('/index.html', 'POST')).status).toBe(404);
    expect((await serveFile(root, { method: 'GET', url: 'app://altro/index.html' })).status).toBe(404);
  });

  it('never names a file outside the root', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      '//',
      'a.js',
      'C:',
      '%00',
      '%252e',
      '~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = fileOf('/opt/app/renderer', `app://bundle/${pieces.join('')}x.js`);
        expect(file === undefined || (file.startsWith('/opt/app/renderer/') && !file.includes('/../'))).toBe(true);
      }),
    );
  });

  it('gives every page another nonce, the same in the policy and in the page', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const page = await get('/index.html');
        const nonce = /<head lang="it"><meta property="csp-nonce" nonce="([^"]+)"><title>/.exec(await page.text())?.[1];
        expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('looks up no name ahead of a click', async () => {
    expect((await get('/index.html')).headers.get('x-dns-prefetch-control')).toBe('off');
  });

  it('allows only the app’s own resources, and enforces Trusted Types', async () => {
    const policy = (await get('/index.html')).headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy.filter((rule) => !rule.startsWith('style-src'))).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "font-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });
});
