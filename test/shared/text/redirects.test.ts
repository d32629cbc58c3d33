import { describe, expect, it } from 'vitest';
import { unwrapUrl } from '#shared/text/redirects.ts';

describe('addresses', () => {
  it('come out of the redirects of filters, also one inside the other', () => {
    const inner = 'https://a.example/n?x=1&y=2';
    const outlook = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=1`;
    expect(unwrapUrl(outlook)).toBe(inner);
    expect(unwrapUrl(`https://urlsand.esvalabs.com/?u=${encodeURIComponent(outlook)}&e=1`)).toBe(inner);
    expect(unwrapUrl('https://urldefense.com/v3/__https://a.example/n__;!!x$')).toBe('https://a.example/n');
    expect(unwrapUrl('https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_n&d=1')).toBe(
      'https://a.example/n',
    );
    expect(unwrapUrl('https://www.google.com/url?q=https%3A%2F%2Fa.example')).toBe('https://a.example');
  });

  it('stay as they are when a redirect is broken or leads nowhere', () => {
    for (const url of [
      'https://eur01.safelinks.protection.outlook.com/?url=%E0%A4%A',
      'https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)',
      'https://eur01.safelinks.protection.outlook.com.altrove.example/?url=https%3A%2F%2Fa.example',
    ]) {
      expect(unwrapUrl(url)).toBe(url);
    }
  });
});
