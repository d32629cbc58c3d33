import { describe, expect, it } from 'vitest';
import {
  findUrls,
  isOneOfHosts,
  pageKey,
  parseWebAddress,
  replaceUrls,
  withoutFinalMarks,
  withoutTracking,
} from '#shared/text/addresses.ts';

describe('addresses', () => {
  it('end before the marks of the sentence', () => {
    const found = findUrls(
      '(https://a.example/x), «https://a.example/y»: https://a.example/z_(1). *https://a.example/w*',
    );
    expect(found.map(({ url }) => url)).toEqual([
      'https://a.example/x',
      'https://a.example/y',
      'https://a.example/z_(1)',
      'https://a.example/w',
    ]);
  });

  it('keep a bracket they opened, and leave the one around them', () => {
    expect(findUrls('(vedi https://a.example/x_(1))').map(({ url }) => url)).toEqual(['https://a.example/x_(1)']);
    expect(withoutFinalMarks(`https://a.example/${')'.repeat(4000)}`)).toBe('https://a.example/');
  });

  it('are taken out of a text whole, with and without scheme, and e-mail addresses stay', () => {
    expect(replaceUrls('Info: https://a.example/n?x=1, o www.a.example/m. Scrivi a info@a.example')).toBe(
      'Info:   o   Scrivi a info@a.example',
    );
  });

  it('lose what follows readers about, and nothing else', () => {
    expect(withoutTracking('https://a.example/n?id=3&utm_source=x&fbclid=y#z')).toBe('https://a.example/n?id=3#z');
    expect(withoutTracking('https://a.example/n?utm_source=x')).toBe('https://a.example/n');
    expect(pageKey('http://www.a.example/n/?utm_medium=x#top')).toBe(pageKey('a.example/n'));
    expect(pageKey('https://a.example/n/?id=3')).toBe(pageKey('a.example/n?id=3'));
  });

  it('are refused when a browser reads them differently from a person', () => {
    expect(parseWebAddress('https://a.example@b.example/x')).toBeUndefined();
    expect(parseWebAddress('https://a.example\\@b.example')).toBeUndefined();
    expect(parseWebAddress('https://а.example/')).toBeUndefined();
    expect(parseWebAddress('https://a.example:8443/x')).toEqual({ scheme: 'https', host: 'a.example', path: '/x' });
  });

  it('belong to a host by whole labels', () => {
    expect(isOneOfHosts('servizi.comune.valdombra.example', ['comune.valdombra.example'])).toBe(true);
    expect(isOneOfHosts('comune.valdombra.example', ['www.comune.valdombra.example'])).toBe(true);
    expect(isOneOfHosts('altrocomune.valdombra.example', ['comune.valdombra.example'])).toBe(false);
  });
});
