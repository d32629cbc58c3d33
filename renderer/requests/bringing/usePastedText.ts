import { useEffect, useRef } from 'react';
import { useShortcuts } from '#renderer/ui/index.ts';

interface Pasted {
  readonly onText: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

const TEXT_FIELDS = 'input, textarea, [contenteditable="true"], [role="textbox"]';
/** As many characters as a request may hold; what is longer is no notice. */
const MAX_TEXT = 65_536;

/** While `isOn`, a text or e-mails pasted anywhere but in a field, or in a dialog, are told: the text of a request to type (P10). */
export function usePastedText(isOn: boolean, pasted: Pasted): void {
  const latest = useRef(pasted);
  useEffect(() => {
    latest.current = pasted;
  });
  useEffect(() => {
    if (!isOn) return;
    const paste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TEXT_FIELDS) || document.querySelector('dialog[open]')) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (files.length > 0) latest.current.onFiles(files);
      else if (text !== '') latest.current.onText(text.slice(0, MAX_TEXT));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [isOn]);
  useShortcuts(
    isOn
      ? [
          {
            keys: 'Control+V',
            label: 'Incolla un testo come nuova richiesta, o le e-mail',
            run: () => undefined,
            isNative: true,
          },
        ]
      : [],
  );
}
