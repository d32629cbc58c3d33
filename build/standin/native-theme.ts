import { EventEmitter } from 'node:events';
import type { NativeTheme as ElectronTheme } from 'electron';
import { ignore } from './events.ts';
import { registry } from './registry.ts';

let source: ElectronTheme['themeSource'] = 'system';

/** What a page is told about colours; with the theme of the system nothing is imposed on it. */
export function emulatedMedia(): { readonly features: { readonly name: string; readonly value: string }[] } {
  return { features: source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }] };
}

class NativeTheme
  extends EventEmitter
  implements
    Pick<ElectronTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'inForcedColorsMode'>
{
  readonly shouldUseHighContrastColors = false;
  readonly inForcedColorsMode = false;

  get shouldUseDarkColors(): boolean {
    return source === 'dark';
  }

  get themeSource(): ElectronTheme['themeSource'] {
    return source;
  }

  set themeSource(value: ElectronTheme['themeSource']) {
    if (value === source) return;
    source = value;
    for (const contents of registry.contents.values()) {
      contents.page?.link.send('Emulation.setEmulatedMedia', emulatedMedia()).catch(ignore);
    }
    this.emit('updated');
  }
}

/** Electron's `nativeTheme`; the system itself always counts as light. */
export const nativeTheme = new NativeTheme();
