import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useRef } from 'react';
import { registerShortcuts, type Shortcut, type ShortcutPlace } from './shortcuts.ts';

const PlaceContext = createContext<ShortcutPlace>({ group: 'In questa schermata', everywhere: false, layer: null });

export interface ShortcutGroupProps {
  /** Heading in the map of keys. */
  readonly name: string;
  /** True for keys of the frame, which a screen may take over. */
  readonly everywhere?: boolean | undefined;
  /** The dialog that holds the group. */
  readonly layer?: symbol | undefined;
  readonly children: ReactNode;
}

/** Names the group in the map of keys for all shortcuts and buttons with keys inside it. */
export function ShortcutGroup({ name, everywhere, layer, children }: ShortcutGroupProps) {
  const around = useContext(PlaceContext);
  const place = useMemo(
    () => ({ group: name, everywhere: everywhere ?? around.everywhere, layer: layer ?? around.layer }),
    [name, everywhere, layer, around],
  );
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/**
 * Makes `shortcuts` work while the component is mounted and lists them in the map of keys (F1). They respect text
 * fields, open dialogs and the setting for single characters; see `Shortcut.within`.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const place = useContext(PlaceContext);
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useLayoutEffect(() => registerShortcuts(place, () => latest.current), [place]);
}
