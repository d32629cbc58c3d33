/** Screens are shown on the real core: some answers come from a thread of their own, on a busy computer after seconds. */
import { configure } from '@testing-library/react';
import type { DetachedWindowAPI } from 'happy-dom';

// A page without layout has no layer over the others: shown is what is not hidden.
HTMLElement.prototype.showPopover ??= () => undefined;

// The reference window of L13.
(window as unknown as { readonly happyDOM?: DetachedWindowAPI }).happyDOM?.setViewport({ width: 1366, height: 768 });

configure({ asyncUtilTimeout: 15_000 });
