/** Order of F6 (L5): the panes of the screen as they stand, then action bar, status bar and rail. */
const ORDER = ['pane', 'actions', 'status', 'rail'];
const FOCUSABLE = `[role="listbox"], [aria-current="page"], a[href], button:not([disabled]), input:not([disabled]),
  select:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable="true"]`;

/** Remembers which element of each pane had the focus last. */
const remembered = new WeakMap<Element, HTMLElement>();

const isVisible = (element: Element): boolean => element.getClientRects().length > 0;

const rank = (pane: Element): number => ORDER.indexOf(pane.getAttribute('data-pane') ?? '');

/** Every visible pane in the order of F6. A pane is any element with `data-pane`. */
const panesInOrder = (visible: (element: Element) => boolean): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(visible).sort((a, b) => rank(a) - rank(b));

function remember({ target }: FocusEvent): void {
  const pane = target instanceof HTMLElement ? target.closest('[data-pane]') : null;
  if (pane && target instanceof HTMLElement) remembered.set(pane, target);
}

/** Notes where the focus is in each pane, so that F6 returns there, until the returned function is called. */
export function followFocus(): () => void {
  document.addEventListener('focusin', remember);
  return () => document.removeEventListener('focusin', remember);
}

/**
 * Moves the focus to the next (`1`) or previous (`-1`) pane: to the element that had it there last, else to the list,
 * the current entry or the first control, else to the pane itself.
 */
export function cyclePane(step: 1 | -1, visible = isVisible): void {
  const panes = panesInOrder(visible);
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = here < 0 ? (step === 1 ? -1 : 0) : here;
  const pane = panes[(start + step + panes.length) % panes.length];
  if (!pane) return;
  const last = remembered.get(pane);
  const first = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(visible);
  (last && pane.contains(last) && visible(last) ? last : (first ?? pane)).focus();
}
