import { describe, expect, it, test, vi } from 'vitest';
import { isChatPicker, isInstitutional, openAddress, openSignIn } from '#electron/shell/guard/externalLinks.ts';
import { ok } from '#shared/kernel/result.ts';

const HOSTS = ['www.comune.valdombra.example'];

describe('the allow-list of addresses (15)', () => {
  it.each([
    ['https://www.comune.valdombra.example', true],
    ['https://www.comune.valdombra.example/novita/mercato?id=1#orari', true],
    ['HTTPS://WWW.COMUNE.VALDOMBRA.EXAMPLE/', true],
    ['http://www.comune.valdombra.example/', false],
    ['https://comune.valdombra.example/', false],
    ['https://www.comune.valdombra.example.sito-altrui.example/', false],
    ['https://sito-altrui.example/www.comune.valdombra.example', false],
    ['https://www.comune.valdombra.example@sito-altrui.example/', false],
    ['https://nome:parola@www.comune.valdombra.example/', false],
    ['https://www.comune.valdombra.example:8443/', false],
    ['javascript:alert(1)//www.comune.valdombra.example', false],
    ['non è un indirizzo', false],
    ['', false],
  ])('institutional %s: %s', (address, expected) => {
    expect(isInstitutional(address, HOSTS)).toBe(expected);
  });

  it.each([
    ['https://wa.me/', true],
    ['https://wa.me/?text=Ciao%20a%20tutti%0A%231', true],
    ['whatsapp://send', true],
    ['whatsapp://send?text=Ciao', true],
    ['whatsapp://send/?text=Ciao', true],
    ['https://wa.me/390123456789?text=Ciao', false],
    ['https://wa.me/?phone=390123456789', false],
    ['https://wa.me/?text=Ciao&phone=390123456789', false],
    ['https://wa.me.sito-altrui.example/?text=Ciao', false],
    ['https://nome@wa.me/?text=Ciao', false],
    ['http://wa.me/?text=Ciao', false],
    ['whatsapp://send?phone=390123456789&text=Ciao', false],
    ['whatsapp://chat?code=abc', false],
    ['whatsapp:send?text=Ciao', false],
    ['whatsapp://send.altro?text=Ciao', false],
  ])('chat picker %s: %s', (address, expected) => {
    expect(isChatPicker(address)).toBe(expected);
  });
});

describe('openAddress', () => {
  it('opens what is allowed', async () => {
    const openExternal = vi.fn(async () => undefined);
    const address = 'https://www.comune.valdombra.example/novita';
    expect(await openAddress({ openExternal }, address, HOSTS)).toEqual({ ok: true, value: null });
    expect(openExternal).toHaveBeenCalledExactlyOnceWith(address);
  });

  it('hands over the address that was judged, not the words it was written with', async () => {
    const openExternal = vi.fn(async () => undefined);
    await openAddress({ openExternal }, String.raw`https://www.comune.valdombra.example\@sito-altrui.example/`, HOSTS);
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://www.comune.valdombra.example/@sito-altrui.example/');
  });

  it('refuses the rest, with a short reason and what to do', async () => {
    const openExternal = vi.fn(async () => undefined);
    const refused = await openAddress({ openExternal }, `https://sito-altrui.example/${'a'.repeat(500)}`, HOSTS);
    expect(refused).toMatchObject({ ok: false, error: { code: 'address-refused' } });
    expect(refused.ok ? '' : refused.error.what.length).toBeLessThan(200);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('says when the computer has no program for it', async () => {
    const openExternal = vi.fn(() => Promise.reject(new Error('0x483')));
    expect(await openAddress({ openExternal }, 'whatsapp://send?text=Ciao', [])).toMatchObject({
      ok: false,
      error: { code: 'address-not-opened' },
    });
  });
});

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
