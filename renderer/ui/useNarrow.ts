import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window fulfils a media query, followed while it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** True while the window is a single column: narrow, or enlarged to 200 % (L3). */
export const useNarrow = (): boolean => useMedia('(max-width: 900px)');
