import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhatsapp } from '#shared/text/whatsapp.ts';
import { anyDraft } from '../drafts/style/sample.ts';

/** The visible runs of one line as `text` or `style+style:text`. */
const runs = (text: string): readonly string[] =>
  parseWhatsapp(text).flatMap(({ segments }) =>
    segments.map((segment) =>
      segment.styles.length === 0 ? segment.text : `${segment.styles.join('+')}:${segment.text}`,
    ),
  );

describe('parseWhatsapp', () => {
  it.each<[string, readonly string[]]>([
    ['*Parco chiuso* lunedì', ['bold:Parco chiuso', ' lunedì']],
    ['_corsivo_, ~barrato~.', ['italic:corsivo', ', ', 'strike:barrato', '.']],
    ['(*grassetto*)', ['(', 'bold:grassetto', ')']],
    ['_*tutti e due*_', ['bold+italic:tutti e due']],
    ['*uno _due_ tre*', ['bold:uno ', 'bold+italic:due', 'bold: tre']],
    ['`v1*2*` fisso', ['mono:v1*2*', ' fisso']],
    ['```a *b*\nc```', ['mono:a *b*', 'mono:c']],
    ['*a* *b*', ['bold:a', ' ', 'bold:b']],
    ['**doppio**', ['*', 'bold:doppio', '*']],
  ])('formats %j', (text, expected) => {
    expect(runs(text)).toEqual(expected);
  });

  it.each([
    ['* spazio dopo*', ['bullet', 'spazio dopo*']],
    ['5*3*2', ['text', '5*3*2']],
    ['nome_di_file', ['text', 'nome_di_file']],
    ['parco*chiuso*lunedì', ['text', 'parco*chiuso*lunedì']],
    ['*aperto', ['text', '*aperto']],
    ['*aperto \nchiuso*', ['text', '*aperto ', 'text', 'chiuso*']],
    ['**', ['text', '**']],
    ['~ ~', ['text', '~ ~']],
    ['```aperto', ['text', '```aperto']],
    ['>detto', ['text', '>detto']],
  ])('shows %j as it is', (text, expected) => {
    expect(parseWhatsapp(text).flatMap((line) => [line.kind, ...line.segments.map((segment) => segment.text)])).toEqual(
      expected,
    );
  });

  it('reads lists, numbers and quotes at the start of a line', () => {
    const lines = parseWhatsapp('- uno\n* *due*\n3. tre\n> detto\n-quattro\n10.cinque');
    expect(lines.map(({ kind, number }) => [kind, number])).toEqual([
      ['bullet', null],
      ['bullet', null],
      ['number', 3],
      ['quote', null],
      ['text', null],
      ['text', null],
    ]);
    expect(lines[1]?.segments).toEqual([{ from: 9, to: 12, text: 'due', styles: ['bold'], href: null }]);
  });

  it('leaves the marks inside links alone, and gives a link its address', () => {
    const text = 'Vedi www.comune.valdombra.example/a_b_c e *https://comune.valdombra.example/x*';
    const links = parseWhatsapp(text).flatMap(({ segments }) => segments.filter(({ href }) => href !== null));
    expect(links.map(({ text: shown, href, styles }) => [shown, href, styles])).toEqual([
      ['www.comune.valdombra.example/a_b_c', 'https://www.comune.valdombra.example/a_b_c', []],
      ['https://comune.valdombra.example/x', 'https://comune.valdombra.example/x', ['bold']],
    ]);
  });

  it('keeps exact offsets, in order, inside their line, on any text', () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        const lines = parseWhatsapp(text);
        expect(lines.map(({ from, to }) => text.slice(from, to)).join('\n')).toBe(text);
        for (const { from, to, segments } of lines) {
          let at = from;
          for (const segment of segments) {
            expect(segment.from).toBeGreaterThanOrEqual(at);
            expect(segment.text).toBe(text.slice(segment.from, segment.to));
            expect(segment.text).not.toBe('');
            at = segment.to;
          }
          expect(at).toBeLessThanOrEqual(to);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('hides only marks and list signs', () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        let hidden = text;
        for (const { segments } of [...parseWhatsapp(text)].reverse()) {
          for (const { from, to } of [...segments].reverse()) hidden = hidden.slice(0, from) + hidden.slice(to);
        }
        expect(hidden).toMatch(/^[*_~`\n>.\d -]*$/);
      }),
      { numRuns: 500 },
    );
  });
});
