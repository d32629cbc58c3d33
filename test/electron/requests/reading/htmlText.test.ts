import { describe, expect, it } from 'vitest';
import { htmlToText } from '#electron/requests/reading/htmlText.ts';

const text = (html: string): string => htmlToText(html).text;

describe('htmlToText', () => {
  it('keeps paragraphs, lists, links and quotations', () => {
    const html =
      '<div>Ciao <b>mondo</b></div><p>Riga&nbsp;due <a href="https://a.example/n?x=1&amp;y=2">qui</a></p><ul><li>uno<li>due</ul><blockquote>citato</blockquote>';
    expect(text(html)).toBe(
      'Ciao mondo\n\nRiga\u00a0due qui <https://a.example/n?x=1&y=2>\n\n- uno\n- due\n\n> citato',
    );
  });

  it('drops scripts, styles, comments, pictures and hidden parts', () => {
    const html =
      '<style>p{}</style><script>alert(1)</script><!--[if mso]>mso<![endif]--><p style="color:red;display:none">segreto</p><div style="DISPLAY: NONE">segreto</div><img src="x" alt="logo"><p>visibile</p>';
    expect(text(html)).toBe('visibile');
  });

  it('turns a table of requests into labelled lines, a block for each row', () => {
    const html =
      '<table><thead><tr><th>N.</th><th>Data invio</th><th>Testo</th></tr></thead><tbody><tr><td>1</td><td>10/12</td><td>Riga uno<br>e due</td></tr><tr><td>2</td><td>11/12</td><td>Altro</td></tr></tbody></table>';
    expect(htmlToText(html)).toEqual({
      text: 'Nota (N.): 1\nData invio: 10/12\nTesto: Riga uno\ne due\n\nNota (N.): 2\nData invio: 11/12\nTesto: Altro',
      labelledTable: true,
    });
  });

  it('turns a table of two columns into labelled lines', () => {
    const html =
      '<table><tr><td><b>Data</b></td><td>7/12</td></tr><tr><td>Link:</td><td>https://a.example</td></tr></table>';
    expect(htmlToText(html)).toEqual({ text: 'Data: 7/12\nLink: https://a.example', labelledTable: true });
  });

  it('reads tables that only lay out a page as plain text', () => {
    const html = '<table><tr><td><table><tr><td>Buongiorno</td></tr></table></td></tr><tr><td>testo</td></tr></table>';
    expect(htmlToText(html).labelledTable).toBe(false);
    expect(text(html).split(/\s+/)).toEqual(['Buongiorno', 'testo']);
  });

  it.each(['<div>', '<b>', '<table><tr><td>', '<ul><li>', '<a href=x>', '<blockquote>', '<!--', '<', '&amp', '"data:'])(
    'reads a megabyte of %s within a second',
    (piece) => {
      const started = performance.now();
      htmlToText(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
});
