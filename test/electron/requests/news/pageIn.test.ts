/** What is read in a page of the site (P22). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '#electron/requests/news/decodePage.ts';
import { pageIn } from '#electron/requests/news/pageIn.ts';
import { newsPageSchema } from '#shared/requests/news/page.ts';

describe('the head of a page', () => {
  it('takes the first of each value, with its entities read', () => {
    const page = pageIn(`<html><head><title>Uno &amp; due</title><title>Altro</title>
      <meta property="og:title" content="L&#39;avviso &egrave; qui"><meta property="og:title" content="Secondo">
      <meta name="Description" content=" Breve "><meta property='og:image' content='https://x.example/a.jpg'>`);
    expect(page).toMatchObject({
      ...{ title: 'Uno & due', ogTitle: "L'avviso è qui", description: 'Breve' },
      ...{ ogImage: 'https://x.example/a.jpg', ogDescription: null, refresh: null },
    });
  });

  it('takes no title of a drawing, and none where there is none', () => {
    expect(pageIn('<body><svg><title>Icona</title></svg><p>Testo').title).toBeNull();
  });

  it('sends its reader on only where that is soon', () => {
    const refresh = (content: string) => pageIn(`<meta http-equiv="Refresh" content="${content}">`).refresh;
    expect([refresh('0;url=/b'), refresh("3; URL='/b'"), refresh('300;url=/b'), refresh('5')]).toEqual([
      ...['/b', '/b', null, null],
    ]);
  });
});

describe('the words of a page', () => {
  it('are those of the news, without menus, cookie strips, forms, programs and what is hidden', () => {
    const page = pageIn(`<body><header>Comune</header><nav>Menu</nav>
      <div id="cookie-bar"><p>Usiamo i cookie</p></div><div class="social share">Condividi</div>
      <main><header><h1>Ecocentro</h1></header><article><p>Chiuso il <b>27</b>&nbsp;novembre.</p><script>var x</script>
      <p style="display:none">Nascosto</p><form>Cerca</form></article></main><footer>Contatti</footer>`);
    expect(page.text).toBe('Ecocentro\nChiuso il 27 novembre.');
  });

  it('are all that is seen where the page marks no news', () => {
    expect(pageIn('<body><div>Uno</div><div>Due</div>').text).toBe('Uno\nDue');
  });

  it('a wall of cookies alone says nothing', () => {
    expect(pageIn('<body><div role="dialog">Accetta tutti i cookie</div>').text).toBe('');
  });

  it('end, however many there are, and however deep they lie', () => {
    expect(pageIn(`<main>${'parola '.repeat(200_000)}`).text.length).toBeLessThanOrEqual(40_000);
    expect(pageIn(`${'<div>'.repeat(20_000)}fondo`).text).toBe('fondo');
  });
});

it('reads any page', () => {
  const pieces = [
    '<meta property="og:title" content="',
    '">',
    '<main',
    '</div>',
    '<title>',
    '&amp',
    '<!--',
    '<![CDATA[',
  ];
  const html = fc.array(fc.oneof(fc.string(), fc.constantFrom(...pieces))).map((parts) => parts.join(''));
  fc.assert(
    fc.property(html, (one) => {
      expect(newsPageSchema.safeParse(pageIn(one)).success).toBe(true);
    }),
  );
});

describe('the letters of a page', () => {
  const bytes = (text: string, encoding: BufferEncoding) => Uint8Array.from(Buffer.from(text, encoding));
  it('are those of its mark, its server, its own word, or of its bytes', () => {
    expect(decodePage(bytes('perché', 'utf8'), null)).toBe('perché');
    expect(decodePage(bytes('perché.', 'latin1'), null)).toBe('perché.');
    expect(decodePage(bytes('perché.', 'latin1'), 'utf-8')).toBe('perché.');
    expect(decodePage(bytes('<meta charset="iso-8859-1">perché', 'latin1'), null)).toContain('perché');
    expect(decodePage(bytes('\ufeffperché', 'utf16le'), 'utf-8')).toBe('perché');
    expect(decodePage(bytes('perché', 'utf8'), 'nessuno')).toBe('perché');
  });

  it('are not lost where the page was cut within one', () => {
    expect(decodePage(bytes('perché', 'utf8').subarray(0, 6), null)).toContain('perch');
  });
});
