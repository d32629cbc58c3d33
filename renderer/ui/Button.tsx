import { type ComponentProps, type ReactNode, type RefObject, useRef } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { Kbd } from './Kbd.tsx';
import { isGlobal, type KeyChord } from './keys.ts';
import { useShortcuts } from './useShortcuts.tsx';

/** The looks of a button: one `main` per screen; `danger` filled red, only to send an emergency (L4). */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

interface CommonProps extends Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label' | 'ref'> {
  readonly kind?: ButtonKind | undefined;
  /** `small` 26 px in panes and rows, `normal` 32 px, `large` 40 px for the one action of Oggi. */
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  /**
   * The key printed in the button. Keys with Control or Alt, function keys and Escape also press the button; other keys
   * do so only with `keysWithin` (elsewhere the list or the screen answers them).
   */
  readonly keys?: KeyChord | undefined;
  /** The list or group that must hold the focus for a key of one character to press the button. */
  readonly keysWithin?: RefObject<HTMLElement | null> | undefined;
  readonly ref?: RefObject<HTMLButtonElement | null> | undefined;
}

interface WordButtonProps extends CommonProps {
  readonly icon?: IconName | undefined;
  /** A verb; with `…` when the button asks for more (L6). */
  readonly children: ReactNode;
  readonly label?: undefined;
}

interface IconButtonProps extends CommonProps {
  readonly icon: IconName;
  readonly children?: undefined;
  /** Name and tooltip of a button that shows only its icon (L8: previous, next, close, bold, italic, list, undo, more). */
  readonly label: string;
}

export type ButtonProps = WordButtonProps | IconButtonProps;

/** A native button: never disabled without a reason on screen, its key printed inside. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', keys, keysWithin, icon, label, children, className, ref, ...native } = props;
  const own = useRef<HTMLButtonElement>(null);
  const button = ref ?? own;
  const fires = keys !== undefined && (isGlobal(keys) || keysWithin !== undefined);
  const name = () => label ?? button.current?.querySelector('.button-words')?.textContent ?? '';
  useShortcuts(
    fires
      ? [
          {
            keys,
            within: keysWithin,
            get label() {
              return name();
            },
            run: () => button.current?.click(),
          },
        ]
      : [],
  );
  const classes = ['button', `button-${kind}`, `button-${size}`, label && 'button-icon', className];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-keyshortcuts={keys}
      aria-label={label}
      title={label}
      {...native}
      ref={button}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className="button-words">{children}</span>}
      {keys && !label && <Kbd keys={keys} />}
    </button>
  );
}
