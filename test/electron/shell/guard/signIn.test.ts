import { expect, test } from 'vitest';
import { openSignIn } from '#electron/shell/guard/signIn.ts';
import { ok } from '#shared/kernel/result.ts';

test('opens an encrypted page, as it was judged', async () => {
  const opened: string[] = [];
  const shell = { openExternal: async (url: string) => void opened.push(url) };
  expect(await openSignIn(shell, 'https://accesso.example/codice?a=b c')).toEqual(ok(null));
  expect(opened).toEqual(['https://accesso.example/codice?a=b%20c']);
});

test.each([
  'http://accesso.example/',
  'file:///etc/passwd',
  'https://nome:parola@accesso.example/',
  'javascript:alert(1)',
  '',
])('does not open %j', async (url) => {
  const shell = { openExternal: () => Promise.reject(new Error('opened')) };
  expect(await openSignIn(shell, url)).toMatchObject({ ok: false, error: { code: 'sign-in-refused' } });
});

test('says that the computer has no browser', async () => {
  const shell = { openExternal: () => Promise.reject(new Error('none')) };
  const reply = await openSignIn(shell, 'https://accesso.example/');
  expect(reply).toMatchObject({ ok: false, error: { code: 'sign-in-not-opened' } });
});
