import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, type ButtonKind } from './Button.tsx';
import type { IconName } from './iconShapes.ts';
import type { KeyChord } from './keys.ts';
import { useNarrow } from './useNarrow.ts';

export interface Action {
  /** A verb; with `…` when it asks for more. */
  readonly label: string;
  readonly onRun: () => void;
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly keys?: KeyChord | undefined;
  /** The list or group that must hold the focus for a key of one character. */
  readonly keysWithin?: RefObject<HTMLElement | null> | undefined;
}

export interface ActionBarProps {
  /** What stands in the way or what the action means, at the left: text, sign, a link to the first error. */
  readonly message?: ReactNode;
  /** Secondary actions, the least important one at the end farther from the main action: it is the first to fold. */
  readonly actions?: readonly Action[] | undefined;
  /** The one main action, always the rightmost (leftmost with `lead`). */
  readonly main?: Action | undefined;
  /** In a preview pane the main action comes first (L3). */
  readonly lead?: boolean | undefined;
}

const button = ({ label, onRun, ...look }: Action) => (
  <Button key={label} onClick={onRun} {...look}>
    {label}
  </Button>
);

/** How many secondary actions have no room: counted up until nothing overflows, again when width, message or fonts change. */
function useFolded(bar: RefObject<HTMLElement | null>, count: number): number {
  const narrow = useNarrow();
  // A new object each time: the count begins anew also where nothing was folded yet.
  const [state, setState] = useState({ folded: 0 });
  useLayoutEffect(() => {
    const element = bar.current;
    const { folded } = state;
    if (element && element.scrollWidth > element.clientWidth && folded < count) setState({ folded: folded + 1 });
  }, [bar, state, count]);
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const unfold = () => setState({ folded: 0 });
    const size = new ResizeObserver(unfold);
    const words = new MutationObserver(unfold);
    size.observe(element);
    document.fonts?.addEventListener('loadingdone', unfold);
    const message = element.querySelector('.action-message');
    if (message) words.observe(message, { childList: true, characterData: true, subtree: true });
    return () => {
      size.disconnect();
      words.disconnect();
      document.fonts?.removeEventListener('loadingdone', unfold);
    };
  }, [bar]);
  return narrow ? count : Math.min(state.folded, count);
}

/** The foot of a screen or preview, 52 px. What does not fit, and below 900 px everything but the main action, is
 * under "Altre azioni". */
export function ActionBar({ message, actions = [], main, lead = false }: ActionBarProps) {
  const id = useId();
  const bar = useRef<HTMLElement>(null);
  const folded = useFolded(bar, actions.length);
  const kept = actions.length - folded;
  const inBar = lead ? actions.slice(0, kept) : actions.slice(folded);
  const inMenu = lead ? actions.slice(kept) : actions.slice(0, folded);
  const mainButton = main && button({ kind: 'main', ...main });
  const more = inMenu.length > 0 && <Button popoverTarget={id}>Altre azioni</Button>;
  return (
    <section
      ref={bar}
      className={kept === 0 ? 'action-bar action-bar-full' : 'action-bar'}
      aria-label="Azioni"
      data-pane="actions"
    >
      {lead && mainButton}
      <div className="action-message">{message}</div>
      {!lead && <span className="grow" />}
      {!lead && more}
      {inBar.map(button)}
      {lead && more}
      {!lead && mainButton}
      {inMenu.length > 0 && (
        <div id={id} className="action-menu" popover="auto">
          {inMenu.map(button)}
        </div>
      )}
    </section>
  );
}
