import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Gallery,
  type GalleryPage,
  SIZES,
  type SizeName,
  startGallery,
  THEMES,
  type ThemeName,
  VIEWS,
} from '../helpers/gallery.ts';

const pictures = resolve(import.meta.dirname, '..', '..', 'test-output', 'looks');
const themes = Object.keys(THEMES) as ThemeName[];
const sizes = Object.keys(SIZES) as SizeName[];

let gallery: Gallery;
let axeSource: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  gallery = await startGallery();
});

afterAll(() => gallery?.stop());

/** What axe-core finds on the page, one line per rule and place. */
async function violations({ page }: GalleryPage): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    return (await run.run(document, { rules: { 'target-size': { enabled: true } } })).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
}

/** What sticks out of the window sideways, except inside regions that scroll by themselves; and words cut by an ellipsis. */
const cutOff = ({ page }: GalleryPage) =>
  page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement?.closest('*') ?? null));
    const outside = [...document.querySelectorAll('button, a, input, h1, h2, p')]
      .filter((element) => element.getClientRects().length > 0 && !element.closest('.visually-hidden, .skip-link'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element));
    const shortened = [...document.querySelectorAll<HTMLElement>('main *')].filter(
      (element) => getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth,
    );
    return [...outside, ...shortened].map((element) => element.textContent);
  });

describe.each(sizes)('the gallery in the %s window', (size) => {
  let open: GalleryPage;
  beforeAll(async () => {
    open = await gallery.open(size);
  });
  afterAll(() => open?.page.close());

  describe.each(themes)('painted %s', (theme) => {
    test.each(VIEWS)('%s has no axe violation, nothing cut, no console error', async (view) => {
      await open.show(view, theme);
      await open.page.screenshot({ path: join(pictures, `${view}-${size}-${theme}.png`) });
      expect(await violations(open)).toEqual([]);
      expect(await cutOff(open)).toEqual([]);
      expect(open.errors).toEqual([]);
    });
  });
});
