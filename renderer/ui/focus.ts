/** Whether nothing holds the focus: it went away with the screen before, or was only put on the whole screen. */
export function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.id === 'contenuto';
}

/** Takes the focus from what led to another screen, so that the screen may put it where its keys act (L5). */
export function freeFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
