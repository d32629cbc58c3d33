import type { KeyboardEvent } from 'react';

/** For the fields of a short form: Invio alone does what its button does. */
export const onEnter =
  (run: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    run();
  };
