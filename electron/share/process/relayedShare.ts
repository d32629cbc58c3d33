import type { FromCore, ToCore } from '#shared/ipc/messages.ts';
import type { ShareProcess, SpawnShare } from './watchdog.ts';

type FromShell = Extract<ToCore, { readonly kind: 'from-share' | 'share-exit' }>;

interface Listeners {
  message: (message: unknown) => void;
  exit: () => void;
}

/**
 * Processes of the network drive that the shell starts for the core, because only it can in Electron; what they say comes
 * to `receive`. A message of one that ended meanwhile is dropped.
 */
export function relayedShare(post: (message: FromCore) => void): {
  readonly spawn: SpawnShare;
  readonly receive: (message: FromShell) => void;
} {
  const running = new Map<number, Listeners>();
  let lastRun = 0;
  return {
    spawn: (): ShareProcess => {
      const run = ++lastRun;
      const listeners: Listeners = { message: () => undefined, exit: () => undefined };
      running.set(run, listeners);
      post({ kind: 'share-start', run });
      return {
        post: (message) => post({ kind: 'to-share', run, message }),
        onMessage: (listener) => {
          listeners.message = listener;
        },
        onExit: (listener) => {
          listeners.exit = listener;
        },
        kill: () => post({ kind: 'share-kill', run }),
      };
    },
    receive: (message) => {
      const listeners = running.get(message.run);
      if (message.kind === 'from-share') listeners?.message(message.message);
      else {
        running.delete(message.run);
        listeners?.exit();
      }
    },
  };
}
