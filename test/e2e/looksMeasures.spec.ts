import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrast, hex } from '../helpers/contrast.ts';
import { type Gallery, type GalleryPage, startGallery } from '../helpers/gallery.ts';

let gallery: Gallery;
let open: GalleryPage;

beforeAll(async () => {
  gallery = await startGallery();
  open = await gallery.open('reference');
});

afterAll(() => gallery?.stop());

/** The tokens of looks.md L2, light and dark. */
const COLOURS = {
  canvas: ['#f4f6f8', '#0b1826'],
  surface: ['#ffffff', '#152333'],
  sunken: ['#f9fafb', '#111e2d'],
  text: ['#1a1a1a', '#e8eef4'],
  title: ['#17324d', '#ffffff'],
  muted: ['#455b71', '#b4c2d0'],
  faint: ['#5c6f82', '#a3b2c1'],
  line: ['#dde2e7', '#2a3d51'],
  'line-strong': ['#768594', '#7c8fa3'],
  accent: ['#0066cc', '#6aaaeb'],
  'on-accent': ['#ffffff', '#0b1826'],
  'accent-text': ['#0059b3', '#94c4f5'],
  selected: ['#e6f0fa', '#1b3654'],
  hover: ['#f2f7fc', '#1a2c40'],
  'ok-text': ['#006644', '#99eed2'],
  'ok-bg': ['#e1f2ec', '#12352b'],
  ok: ['#008055', '#64af96'],
  'warn-text': ['#804d00', '#eecd9a'],
  'warn-bg': ['#fdf3e2', '#3a2c14'],
  warn: ['#995c00', '#e7b66e'],
  'bad-text': ['#992639', '#ebadb8'],
  'bad-bg': ['#fbeff1', '#3a1c26'],
  bad: ['#b32d43', '#e08593'],
  'idle-text': ['#455b71', '#c5ced8'],
  'idle-bg': ['#eef1f4', '#223447'],
  idle: ['#5c6f82', '#a3b2c1'],
  focus: ['#1a1a1a', '#ffffff'],
  'chart-1': ['#0066cc', '#6aaaeb'],
  'wa-wall': ['#efeae2', '#0b141a'],
  'wa-bubble': ['#ffffff', '#202c33'],
} as const;

/** What is written on what, and the contrast L2 prints for light and dark. */
const CONTRASTS = [
  ['text', 'surface', 17.4, 13.6],
  ['title', 'surface', 13.1, 15.9],
  ['muted', 'surface', 7.0, 8.8],
  ['muted', 'canvas', 6.5, 8.8],
  ['faint', 'surface', 5.2, 7.3],
  ['line-strong', 'surface', 3.8, 4.8],
  ['on-accent', 'accent', 5.6, 7.3],
  ['accent-text', 'surface', 6.8, 8.7],
  ['accent-text', 'selected', 5.9, 6.7],
  ['ok-text', 'ok-bg', 6.1, 9.9],
  ['ok', 'surface', 5.0, 6.1],
  ['warn-text', 'warn-bg', 6.4, 8.9],
  ['warn', 'surface', 5.4, 8.6],
  ['bad-text', 'bad-bg', 7.0, 8.2],
  ['bad', 'surface', 6.2, 6.0],
  ['idle-text', 'idle-bg', 6.2, 8.0],
  ['idle', 'surface', 5.2, 7.3],
  ['ins-text', 'ins-bg', 8.2, 9.2],
  ['del-text', 'del-bg', 8.4, 10.1],
  ['band1', 'band1-bg', 4.8, 6],
  ['band2', 'band2-bg', 4.8, 6],
  ['band3', 'band3-bg', 4.8, 6],
  ['band4', 'band4-bg', 4.8, 6],
  ['focus', 'surface', 17.4, 15.9],
  ['bar-text', 'bar', 4.5, 4.5],
  ['bar-text', 'bar-field', 4.5, 4.5],
] as const;

/** The colour a token has in the page, as `rgb(…)`. */
const painted = (token: string) =>
  open.page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(--${name})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, token);

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the tokens painted %s', (theme, index) => {
  beforeAll(() => open.show('comandi', theme));

  test.each(Object.entries(COLOURS))('--%s has the colour of L2', async (token, values) => {
    expect(hex(await painted(token))).toBe(values[index]);
  });

  test.each(CONTRASTS)('--%s on --%s reaches the contrast of L2', async (words, ground, ...printed) => {
    expect(contrast(await painted(words), await painted(ground))).toBeGreaterThanOrEqual(printed[index]);
  });

  test('the setting wins over the system', async () => {
    const other = theme === 'light' ? 'dark' : 'light';
    await open.page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), other);
    expect(hex(await painted('surface'))).toBe(COLOURS.surface[1 - index]);
    await open.page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
  });
});

/** View, selector and the measures of L2: height in px, `font` as size/line/weight, `radius` of the corners. */
const MEASURES = [
  ['oggi', '.bar', { height: 40 }],
  ['oggi', '.rail', { width: 88 }],
  ['oggi', '.rail a', { height: 60, font: '12px/16px/600' }],
  ['oggi', '.rail-badge', { font: '11px/16px/700' }],
  ['oggi', '.status', { height: 28 }],
  ['oggi', '.status-item', { font: '12px/16px/400' }],
  ['oggi', 'h1', { font: '20px/28px/600' }],
  ['oggi', '.todo-head h2', { font: '14px/20px/700' }],
  ['oggi', '.todo-row', { height: 38 }],
  ['oggi', '.button-large', { height: 40, radius: '4px' }],
  ['oggi', '.chip', { height: 20, font: '12px/20px/600', radius: '2px' }],
  ['richieste', '.list-option:has(.list-row-two)', { height: 54 }],
  ['richieste', '.list-option:has(.list-row:not(.list-row-two))', { height: 38 }],
  ['richieste', '.list-group', { height: 30 }],
  ['richieste', '.tabs', { height: 40 }],
  ['richieste', '.list-detail', { font: '13px/20px/400' }],
  ['richiesta', 'h1', { font: '18px/24px/600' }],
  ['richiesta', '.pane-head', { height: 40 }],
  ['richiesta', '.action-bar', { height: 52 }],
  ['richiesta', '.field-box', { height: 30, radius: '4px', font: '14px/20px/400' }],
  ['richiesta', '.field-label', { font: '12px/16px/600' }],
  ['richiesta', '.segments-row', { height: 26 }],
  ['richiesta', '.button-small', { height: 26, font: '13px/20px/600' }],
  ['richiesta', '.differences', { font: '15px/24px/400' }],
  ['richiesta', '.whatsapp-text', { font: '14.2px/19px/400' }],
  ['richiesta', '.whatsapp-time', { font: '11px/15px/400' }],
  ['coda', 'tbody tr', { height: 36 }],
  ['coda', 'tbody th', { font: '13px/18px/600' }],
  ['coda', 'thead th', { height: 30, font: '12px/18px/600' }],
  ['coda', '.screen-head .button', { height: 32, font: '14px/20px/600' }],
  ['stati', '.training', { height: 32 }],
  ['stati', '.toast', { height: 40 }],
  ['emergenza', 'dialog', { width: 900, radius: '8px' }],
  ['emergenza', '.segments-normal', { height: 32 }],
] as const satisfies readonly (readonly [string, string, Measure])[];

interface Measure {
  readonly height?: number;
  readonly width?: number;
  readonly font?: string;
  readonly radius?: string;
}

describe.each([...new Set(MEASURES.map(([view]) => view))])('the measures of %s', (view) => {
  beforeAll(() => open.show(view, 'light'));

  test.each(MEASURES.filter(([each]) => each === view))('%s: %s is as L2 says', async (_, selector, expected) => {
    const found = await open.page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { height, width } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const font = `${style.fontSize}/${style.lineHeight}/${style.fontWeight}`;
        return { height, width, font, radius: style.borderBottomRightRadius };
      });
    expect(found).toMatchObject(expected);
  });
});

test('Titillium Web and Roboto Mono come from the bundle', async () => {
  await open.show('richiesta', 'light');
  const fonts = await open.page.evaluate(() =>
    [...document.fonts].filter((font) => font.status === 'loaded').map((font) => `${font.family} ${font.weight}`),
  );
  expect(fonts).toEqual(
    expect.arrayContaining(['Titillium Web 400', 'Titillium Web 600', 'Titillium Web 700', 'Roboto Mono 400']),
  );
});
