import type { Page } from 'playwright';

/**
 * What does not fit on the page as it stands, one line each: a page, pane or dialog that scrolls sideways (tables do in a
 * region of their own), a control cut by its ancestor, by its own edge or by the window, controls that overlap.
 */
export const cutsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const SLACK = 1;
    const found: string[] = [];
    const say = (element: Element): string => {
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
      const classes = typeof element.className === 'string' ? element.className : '';
      return `${element.tagName.toLowerCase()}.${classes.replaceAll(' ', '.')} «${words.slice(0, 50)}»`;
    };
    const top: ParentNode = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
      !element.closest('.visually-hidden, .skip-link');
    // In one column a table scrolls sideways in a region of its own (L3); twenty days of absences do sooner.
    const isTable = (element: Element): boolean =>
      (innerWidth <= 900 || (innerWidth < 1280 && element.matches('.absences-scroll'))) &&
      element.querySelector(':scope > table, :scope > [role=grid]') !== null;
    const ancestors = (element: Element): Element[] =>
      element.parentElement ? [element.parentElement, ...ancestors(element.parentElement)] : [];

    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    for (const element of top.querySelectorAll('*')) {
      if (element.scrollWidth <= element.clientWidth + SLACK || element.clientWidth < 4 || !isShown(element)) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const tooWide = element.scrollWidth - element.clientWidth;
      if (
        (overflowX === 'auto' || overflowX === 'scroll') &&
        !isTable(element) &&
        !element.matches('textarea, .cm-scroller')
      )
        found.push(`scrolls sideways by ${tooWide}: ${say(element)}`);
      if (
        element !== document.body &&
        (overflowX === 'hidden' || overflowX === 'clip') &&
        textOverflow !== 'ellipsis' &&
        !element.matches('input')
      )
        found.push(`cuts ${tooWide} px without saying so: ${say(element)}`);
    }

    const controls = [
      ...top.querySelectorAll('button, a[href], select, input, textarea, [role=tab], [role=option], .chip, .kbd'),
    ].filter(isShown);
    for (const control of controls) {
      const box = control.getBoundingClientRect();
      if (box.width === 0) continue;
      const inTable = ancestors(control).some(isTable);
      if (!inTable && (box.right > innerWidth + SLACK || box.left < -SLACK))
        found.push(`out of the window: ${say(control)}`);
      if (control.matches('button, .chip, .kbd') && control.scrollWidth > control.clientWidth + SLACK) {
        const { textOverflow } = getComputedStyle(control);
        if (textOverflow !== 'ellipsis') found.push(`wider than its own edge: ${say(control)}`);
      }
      for (const around of ancestors(control).filter((one) => one !== document.body)) {
        const { overflowX, overflowY, position } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        if (hides(overflowX) && (box.right > edge.right + SLACK || box.left < edge.left - SLACK))
          found.push(`cut at the side by ${say(around)}: ${say(control)}`);
        if (hides(overflowY) && (box.bottom > edge.bottom + SLACK || box.top < edge.top - SLACK))
          found.push(`cut above or below by ${say(around)}: ${say(control)}`);
        if (/auto|scroll/.test(overflowY) || position === 'fixed') break;
      }
    }

    const layerOf = (element: Element): Element | undefined =>
      ancestors(element).find(
        (one) => /sticky|fixed/.test(getComputedStyle(one).position) || one.matches('[popover], .pane-open'),
      );
    const seen = controls
      .filter((one) => one.matches('button, a[href], select, .chip'))
      .map((element) => {
        let { left, right, top: above, bottom } = element.getBoundingClientRect();
        for (const around of ancestors(element)) {
          if (getComputedStyle(around).overflowY === 'visible') continue;
          const edge = around.getBoundingClientRect();
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
          [above, bottom] = [Math.max(above, edge.top), Math.min(bottom, edge.bottom)];
        }
        return { element, left, right, above, bottom, layer: layerOf(element) };
      })
      .filter(({ left, right, above, bottom }) => right > left && bottom > above);
    seen.forEach((one, index) => {
      for (const other of seen.slice(index + 1)) {
        if (one.layer !== other.layer || one.element.contains(other.element) || other.element.contains(one.element))
          continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.above, other.above);
        if (width > 2 && height > 2) found.push(`overlap: ${say(one.element)} and ${say(other.element)}`);
      }
    });
    return [...new Set(found)];
  });
