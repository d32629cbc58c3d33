/** Screens are shown on the real core: some answers come from a thread of their own, on a busy computer after seconds. */
import { configure } from '@testing-library/react';

// A page without layout has no layer over the others: shown is what is not hidden.
HTMLElement.prototype.showPopover ??= () => undefined;

configure({ asyncUtilTimeout: 15_000 });
