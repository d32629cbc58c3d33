import { useSyncExternalStore } from 'react';

const query = () => matchMedia('(max-width: 900px)');

function subscribe(notify: () => void): () => void {
  const list = query();
  list.addEventListener('change', notify);
  return () => list.removeEventListener('change', notify);
}

/** True while the window is a single column: narrow, or enlarged to 200 % (L3). */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
