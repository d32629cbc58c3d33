import type { MethodName } from './contract.ts';
import type { WindowEvent } from './events.ts';
import type { Reply } from './messages.ts';

/** Everything a page can reach outside itself: what the preload puts at `window.puntosi`, frozen. */
export interface Bridge {
  /** Runs a use-case. Expected failures are in the reply; it rejects only for a method that does not exist. */
  readonly call: (method: MethodName, input: unknown) => Promise<Reply>;
  /** Calls `listener` for every event until the returned function is called. */
  readonly onEvent: (listener: (event: WindowEvent) => void) => () => void;
  readonly platform: {
    /** The window buttons are drawn over the page (`env(titlebar-area-width)` says where they begin). */
    readonly system: 'windows' | 'linux' | 'other';
  };
}
