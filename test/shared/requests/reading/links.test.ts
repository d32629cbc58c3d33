import { describe, expect, it } from 'vitest';
import { locateLinks, newsLinks, rankLinks } from '#shared/requests/reading/links.ts';

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
