import { expect, it, vi } from 'vitest';
import { remedyIn } from '#renderer/frame/remedies.ts';

it.each([
  ['no-head', 'Indica il capo settore…', 'people'],
  ['mail-folder-missing', 'Scegli la cartella…', 'folders'],
  ['route-not-here', 'Scegli la cartella…', 'folders'],
  ['route-served-nowhere', 'Scegli la cartella…', 'folders'],
  ['copy-address-missing', 'Scrivi gli indirizzi…', 'profile'],
])('%s has its button, which leads to the page that mends it', (code, label, tab) => {
  const go = vi.fn();
  const remedy = remedyIn(go)(code);
  expect(remedy?.label).toBe(label);
  remedy?.run();
  expect(go).toHaveBeenCalledExactlyOnceWith({ section: 'settings', tab });
});

it('a problem that no page mends has none', () => {
  expect(remedyIn(vi.fn())('disk-full')).toBeUndefined();
});
