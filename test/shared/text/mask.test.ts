import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILLER, maskAddresses } from '#shared/text/mask.ts';
import { anyDraft } from '../drafts/style/sample.ts';

const urls = (text: string): readonly string[] => maskAddresses(text).links.map(({ url }) => url);

describe('maskAddresses', () => {
  it.each<[string, readonly string[]]>([
    ['Vedi https://www.comune.valdombra.example/x?a=1#b.', ['https://www.comune.valdombra.example/x?a=1#b']],
    ['(www.comune.valdombra.example)', ['www.comune.valdombra.example']],
    ['*https://comune.valdombra.example/x*', ['https://comune.valdombra.example/x']],
    ['su bit.ly/3xYz e comune.it', ['bit.ly/3xYz', 'comune.it']],
    ['Scrivi a urp@comune.valdombra.it, grazie', []],
    ['alle 4.30.Ai cittadini, art.5, p.zza Roma, d.lgs', []],
    ['https:// spezzato', []],
    ['HTTPS://COMUNE.VALDOMBRA.EXAMPLE/X', ['HTTPS://COMUNE.VALDOMBRA.EXAMPLE/X']],
  ])('finds the links of %j', (text, expected) => {
    expect(urls(text)).toEqual(expected);
  });

  it('names hosts in lower case, without port or user', () => {
    const hosts = maskAddresses('HTTPS://Comune.IT:8443/x https://comune.it@truffa.com/x').links.map(
      ({ host }) => host,
    );
    expect(hosts).toEqual(['comune.it', 'truffa.com']);
  });

  it('finds e-mail addresses and their domain', () => {
    expect(maskAddresses('Scrivi a Urp.Uno+x@Comune.Valdombra.example.').mails).toEqual([
      { from: 9, to: 43, address: 'Urp.Uno+x@Comune.Valdombra.example', domain: 'comune.valdombra.example' },
    ]);
  });

  it('masks at the same length, nothing but links and addresses', () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        const { masked, links, mails } = maskAddresses(text);
        expect(masked).toHaveLength(text.length);
        const spans = [...links, ...mails];
        for (let at = 0; at < text.length; at++) {
          const inside = spans.some(({ from, to }) => at >= from && at < to);
          expect(masked[at]).toBe(inside ? FILLER : text[at]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
