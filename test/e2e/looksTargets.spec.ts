import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gallery, type GalleryPage, startGallery, THEMES, type ThemeName, VIEWS } from '../helpers/gallery.ts';

let gallery: Gallery;
let open: GalleryPage;

beforeAll(async () => {
  gallery = await startGallery();
  open = await gallery.open('reference');
});

afterAll(() => gallery?.stop());

/** WCAG 2.5.8. A line between panes stays out: it is a hair by nature, and its arrow keys do the same (L3). */
const SMALLEST_TARGET = 24;
const MOST_STEPS = 80;

/** Targets the pointer can hit that are smaller than 24×24, by their words. */
const smallTargets = ({ page }: GalleryPage) =>
  page.evaluate((least) => {
    const controls = 'button, a[href], input, select, textarea, [role="option"], tr[tabindex]';
    return [...document.querySelectorAll(controls)]
      .filter((element) => element.getClientRects().length > 0 && !element.matches('.skip-link'))
      .map((element) => element.closest('.segment, .check, .field-box, .todo-row') ?? element)
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < least || height < least;
      })
      .map((target) => `${target.className} ${target.textContent}`);
  }, SMALLEST_TARGET);

interface Step {
  readonly name: string;
  /** Width in px of the widest ring drawn for the element, by itself or by what shows its focus. */
  readonly ring: number;
}

/** What has the focus now and how wide its ring is; undefined on the body. */
const focusNow = ({ page }: GalleryPage): Promise<Step | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const width = (style: CSSStyleDeclaration) =>
      style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
    const shown = [element, element.closest('.field-box, .segment'), element.querySelector('[aria-selected="true"]')];
    const styles = shown.flatMap((each) => (each ? [getComputedStyle(each)] : []));
    styles.push(getComputedStyle(element, '::after'));
    return {
      name: `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`,
      ring: Math.max(...styles.map(width)),
    };
  });

describe.each(VIEWS)('%s', (view) => {
  test('every target is at least 24×24', async () => {
    await open.show(view, 'light');
    expect(await smallTargets(open)).toEqual([]);
  });

  test.each(Object.keys(THEMES) as ThemeName[])('every stop of Tab shows a ring of 2 px, painted %s', async (theme) => {
    await open.show(view, theme);
    const seen = new Map<string, number>();
    for (let step = 0; step < MOST_STEPS; step++) {
      await open.page.keyboard.press('Tab');
      const focus = await focusNow(open);
      if (!focus) break;
      seen.set(focus.name, focus.ring);
    }
    expect(seen.size).toBeGreaterThan(view === 'emergenza' ? 5 : 15);
    expect([...seen].filter(([, ring]) => ring < 2)).toEqual([]);
  });
});
