import { expect, it } from 'vitest';
import { proxyOf } from '#electron/desk/systemProxy.ts';

const PROXY = 'http://proxy.comune.valdombra.example:8080';

it.each([
  [{}, undefined],
  [{ HTTPS_PROXY: PROXY }, PROXY],
  [{ https_proxy: PROXY, HTTPS_PROXY: 'http://altro.example' }, PROXY],
  // Pages without encryption have a way of their own.
  [{ HTTP_PROXY: PROXY }, undefined],
  [{ HTTPS_PROXY: 'non un indirizzo' }, undefined],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'Comune.Valdombra.example' }, undefined],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'altro.example, .valdombra.example' }, undefined],
  [{ HTTPS_PROXY: PROXY, no_proxy: '*' }, undefined],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'posta.comune.valdombra.example:143' }, PROXY],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'posta.comune.valdombra.example:993' }, undefined],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: 'osta.comune.valdombra.example' }, PROXY],
])('%o', (settings, expected) => {
  expect(proxyOf(settings, 'posta.comune.valdombra.example', 993)).toBe(expected);
});
