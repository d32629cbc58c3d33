import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { WhatsAppPreview } from '#renderer/drafts/editor/WhatsAppPreview.tsx';
import { blocksOf, foldLines, type WhatsAppLine } from '#renderer/drafts/editor/whatsAppText.ts';
import { Differences } from '#renderer/ui/Differences.tsx';
import { countCharacters } from '#shared/kernel/text.ts';

afterEach(cleanup);

const line = (text: string, kind: WhatsAppLine['kind'] = 'text'): WhatsAppLine => ({ kind, runs: [{ text }] });
const words = (lines: readonly WhatsAppLine[]) =>
  lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');

test('differences say what was added and taken away in words too', () => {
  const view = render(
    <Differences
      segments={[
        { kind: 'same', text: 'dalle 9 alle ' },
        { kind: 'removed', text: '12' },
        { kind: 'added', text: '12.30' },
        { kind: 'only', text: ' circa' },
      ]}
    />,
  );
  expect(view.container.textContent).toBe('dalle 9 alle tolto: 12aggiunto: 12.30solo qui:  circa');
  expect(view.container.querySelector('del')?.lastChild?.textContent).toBe('12');
  expect(view.container.querySelector('ins')?.lastChild?.textContent).toBe('12.30');
  expect(view.container.querySelector('mark')?.lastChild?.textContent).toBe(' circa');
});

describe('foldLines', () => {
  test('a short text stays whole', () => {
    const lines = [line('uno'), line('due')];
    expect(foldLines(lines, 7)).toEqual({ lines, folded: false });
  });

  test('a run is cut inside its line and keeps its look', () => {
    const lines: WhatsAppLine[] = [line('uno'), { kind: 'bullet', runs: [{ text: 'abcdef', bold: true }] }];
    expect(foldLines(lines, 7)).toEqual({
      lines: [line('uno'), { kind: 'bullet', runs: [{ text: 'ab…', bold: true }] }],
      folded: true,
    });
  });

  test('never shows more than the limit, and loses nothing when it does not fold', () => {
    const runs = fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }) }), { maxLength: 4 });
    const lines = fc.array(fc.record({ kind: fc.constantFrom('text' as const, 'bullet' as const), runs }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 60 }), (all, limit) => {
        const { lines: kept, folded } = foldLines(all, limit);
        const characters = kept.flatMap((each) => each.runs).reduce((sum, run) => sum + countCharacters(run.text), 0);
        expect(characters).toBeLessThanOrEqual(Math.max(0, limit));
        if (!folded) expect(kept).toEqual(all);
        else expect(words(all).length).toBeGreaterThan(0);
      }),
    );
  });
});

test('neighbouring lines of one kind make one block, and nothing changes place', () => {
  const lines = [line('a'), line('b', 'bullet'), line('c', 'bullet'), line('d'), line('e', 'quote')];
  expect(blocksOf(lines).map(({ kind, lines: own }) => [kind, words(own)])).toEqual([
    ['text', 'a'],
    ['bullet', 'b\nc'],
    ['text', 'd'],
    ['quote', 'e'],
  ]);
});

describe('the WhatsApp preview', () => {
  test('shows bold, italic, struck, mono, lists, quotation and card, and no link can be followed', () => {
    render(
      <WhatsAppPreview
        card={{ title: 'Laboratori', site: 'comune.valdombra.example' }}
        lines={[
          {
            kind: 'text',
            runs: [
              { text: 'forte', bold: true, italic: true },
              { text: 'no', strike: true },
            ],
          },
          { kind: 'bullet', runs: [{ text: 'punto' }] },
          { kind: 'number', number: 3, runs: [{ text: 'terzo' }] },
          { kind: 'quote', runs: [{ text: 'citazione' }] },
          {
            kind: 'text',
            runs: [
              { text: 'X1', mono: true },
              { text: 'https://a.example', link: true },
            ],
          },
        ]}
      />,
    );
    const figure = screen.getByRole('figure', { name: 'Anteprima' });
    const found = ['strong em', 's', 'ul li', 'ol li', 'blockquote p', 'code'].map(
      (selector) => figure.querySelector(selector)?.textContent,
    );
    expect(found).toEqual(['forte', 'no', 'punto', 'terzo', 'citazione', 'X1']);
    expect(figure.querySelector<HTMLLIElement>('ol li')?.value).toBe(3);
    expect(figure.querySelector('a')).toBeNull();
    expect(figure.textContent).toContain('comune.valdombra.example');
  });

  test('a long text folds under a button that opens it', async () => {
    const long = 'parola '.repeat(120);
    render(<WhatsAppPreview lines={[line(long), line('fine')]} />);
    expect(screen.queryByText('fine')).toBeNull();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Leggi tutto' }));
    expect(screen.getByText('fine')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('a text of 700 characters does not fold', () => {
    render(<WhatsAppPreview lines={[line('x'.repeat(700))]} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
