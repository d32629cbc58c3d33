import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { pushLayer } from './shortcuts.ts';
import { ShortcutGroup } from './useShortcuts.tsx';

export interface DialogProps {
  /** One job: `Invia un'emergenza`. */
  readonly title: string;
  readonly icon?: IconName | undefined;
  /** At the right of the title. */
  readonly note?: ReactNode;
  /** `bad` for an emergency: a red edge at the top. */
  readonly tone?: 'plain' | 'bad' | undefined;
  /** `narrow` 480 px, `wide` 900 px. */
  readonly width?: 'narrow' | 'wide' | undefined;
  /** Asked to close: Esc, the cross, the caller's own buttons. The caller then stops rendering the dialog. */
  readonly onClose: () => void;
  /** Where the focus goes at the end; back where it was when not given, or when it gives null. */
  readonly focusAfter?: (() => HTMLElement | null) | undefined;
  /** Buttons; the main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

const FIELDS = 'input, select, textarea, [contenteditable="true"]';

/** The field that takes the focus first; of radio buttons the chosen one, as with Tab. */
function firstField(dialog: HTMLElement | null): HTMLElement | undefined {
  const fields = [...(dialog?.querySelectorAll<HTMLElement>(`.dialog-body :is(${FIELDS})`) ?? [])];
  return fields.find((field) => !(field instanceof HTMLInputElement) || field.type !== 'radio' || field.checked);
}

/** A modal native dialog, open while it is rendered: focus to the first field, Esc closes, focus goes back. */
export function Dialog(props: DialogProps) {
  const { title, icon, note, tone = 'plain', width = 'narrow', onClose, footer, focusAfter, children } = props;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [layer] = useState(() => Symbol(title));
  const after = useRef(focusAfter);
  useEffect(() => {
    after.current = focusAfter;
  });
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    const pop = pushLayer(layer);
    element?.showModal();
    (
      firstField(element) ??
      element?.querySelector<HTMLElement>('.dialog-foot button:last-of-type, .dialog-body[tabindex]') ??
      element
    )?.focus();
    return () => {
      pop();
      element?.close();
      const next = after.current?.() ?? before;
      if (next instanceof HTMLElement) next.focus();
    };
  }, [layer]);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${width} dialog-${tone}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <ShortcutGroup name={title} everywhere={false} layer={layer}>
        <header className="dialog-head">
          {icon && <Icon name={icon} size={24} />}
          <h2 id={id} className="grow">
            {title}
          </h2>
          {note && <span className="dialog-note">{note}</span>}
          <Button kind="quiet" size="small" icon="close" label="Chiudi" onClick={onClose} />
        </header>
        {/* With nothing to act on, it is what the arrows scroll. */}
        <div className="dialog-body" tabIndex={footer === undefined ? 0 : undefined}>
          {children}
        </div>
        {footer && <footer className="dialog-foot">{footer}</footer>}
      </ShortcutGroup>
    </dialog>
  );
}
