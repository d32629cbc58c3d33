import { describe, expect, it } from 'vitest';
import { locateLinks, newsLinks, rankLinks } from '#shared/requests/links.ts';
import { findUrls, isOneOfHosts, pageKey, parseWebAddress, unwrapUrl, withoutTracking } from '#shared/requests/urls.ts';

const HOSTS = ['www.comune.valdombra.example'];
const SITE = 'https://www.comune.valdombra.example';
const findLinks = (text: string) => rankLinks(locateLinks(text, HOSTS));
const urls = (text: string): readonly string[] => findLinks(text).map((link) => link.url);

describe('rankLinks of locateLinks', () => {
  it('puts the news item before other pages, files and the front page', () => {
    const text = `${SITE}/ ${SITE}/doc/bando.pdf ${SITE}/uffici/anagrafe ${SITE}/novita/bando`;
    expect(urls(text)).toEqual([
      `${SITE}/novita/bando`,
      `${SITE}/uffici/anagrafe`,
      `${SITE}/doc/bando.pdf`,
      `${SITE}/`,
    ]);
  });

  it('believes a label more than a path', () => {
    expect(urls(`${SITE}/novita/altro\nLink alla notizia: ${SITE}/pagina/123`)[0]).toBe(`${SITE}/pagina/123`);
  });

  it('leaves out social networks, shorteners and trackers, and shows the foreign pages after the own ones', () => {
    const text = `https://www.facebook.com/x https://bit.ly/3 https://regione.example/bando ${SITE}/novita/a https://x.list-manage.com/u`;
    expect(urls(text)).toEqual([`${SITE}/novita/a`, 'https://regione.example/bando']);
  });

  it('names each page once, however it is written', () => {
    expect(urls(`${SITE}/novita/a/ http://comune.valdombra.example/novita/a?utm_source=x`)).toEqual([
      `${SITE}/novita/a/`,
    ]);
  });

  it('reads addresses without scheme', () => {
    expect(urls('su www.comune.valdombra.example/novita/a, oppure comune.valdombra.example/novita/b.')).toEqual([
      `${SITE}/novita/a`,
      'https://comune.valdombra.example/novita/b',
    ]);
    expect(urls('scrivi a info@comune.valdombra.example')).toEqual([]);
  });

  it('is not deceived by lookalike hosts', () => {
    const text = [
      'https://www.comune.valdombra.example.altrove.example/novita/a',
      'https://www.comune.valdombra.example@altrove.example/novita/b',
      'https://wwwxcomune.valdombra.example/novita/c',
      'https://finto-www.comune.valdombra.example.it/novita/d',
    ].join('\n');
    expect(newsLinks(findLinks(text))).toEqual([]);
  });

  it('says where every link stands', () => {
    const text = `qui <${SITE}/novita/a>, e (${SITE}/novita/b_(c)).`;
    for (const { url, from, to } of findLinks(text)) expect(text.slice(from, to)).toBe(url);
  });
});

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

  it('lose what follows readers about, and nothing else', () => {
    expect(withoutTracking('https://a.example/n?id=3&utm_source=x&fbclid=y#z')).toBe('https://a.example/n?id=3#z');
    expect(withoutTracking('https://a.example/n?utm_source=x')).toBe('https://a.example/n');
    expect(pageKey('http://www.a.example/n/?utm_medium=x#top')).toBe(pageKey('a.example/n'));
  });

  it('are refused when a browser reads them differently from a person', () => {
    expect(parseWebAddress('https://a.example@b.example/x')).toBeUndefined();
    expect(parseWebAddress('https://a.example\\@b.example')).toBeUndefined();
    expect(parseWebAddress('https://а.example/')).toBeUndefined();
    expect(parseWebAddress('https://a.example:8443/x')).toEqual({ scheme: 'https', host: 'a.example', path: '/x' });
  });

  it('belong to a host by whole labels', () => {
    expect(isOneOfHosts('servizi.comune.valdombra.example', ['comune.valdombra.example'])).toBe(true);
    expect(isOneOfHosts('comune.valdombra.example', HOSTS)).toBe(true);
    expect(isOneOfHosts('altrocomune.valdombra.example', ['comune.valdombra.example'])).toBe(false);
  });
});
