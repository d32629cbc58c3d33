import { type KeyChord, printKeys } from './keys.ts';

/** A key as it is printed beside its action: `Ctrl Invio`. Screen readers get it from `aria-keyshortcuts` instead. */
export function Kbd({ keys }: { readonly keys: KeyChord }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
    <kbd className="kbd" aria-hidden="true">
      {printKeys(keys)}
    </kbd>
  );
}
