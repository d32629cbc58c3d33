import type { FromCore, ToCore } from '#shared/ipc/messages.ts';

/** The part of Electron's `UtilityProcess` that is used: tests give a fake one. */
export interface ShareChild {
  readonly pid?: number | undefined;
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  /** A fatal error of V8; without a listener it would end the shell. */
  on(event: 'error', listener: () => void): unknown;
  kill(): boolean;
}

type FromCoreToShare = Extract<FromCore, { readonly kind: 'share-start' | 'to-share' | 'share-kill' }>;

/** At once, also one that hangs: Electron asks in a friendly way, which a process in a dead call does not hear. */
function killNow(child: ShareChild): void {
  if (child.pid === undefined) {
    child.kill();
    return;
  }
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

/**
 * Starts the processes of the network drive that the core wants, because only the shell can, and passes on what they and
 * the core say to each other without looking into it. They are the core's alone: no message of a page comes here.
 */
export function relayShare(
  fork: () => ShareChild,
  toCore: (message: ToCore) => void,
): { readonly receive: (message: FromCoreToShare) => void; readonly end: () => void } {
  const children = new Map<number, ShareChild>();

  const start = (run: number): void => {
    const child = fork();
    children.set(run, child);
    child.on('message', (message) => {
      if (children.get(run) === child) toCore({ kind: 'from-share', run, message });
    });
    child.on('error', () => killNow(child));
    child.on('exit', () => {
      if (children.get(run) !== child) return;
      children.delete(run);
      toCore({ kind: 'share-exit', run });
    });
  };

  return {
    receive: (message) => {
      const child = children.get(message.run);
      if (message.kind === 'share-start') start(message.run);
      else if (message.kind === 'to-share') child?.postMessage(message.message);
      else if (child) killNow(child);
    },
    /** Ends them all: the core they worked for is gone. */
    end: () => {
      const left = [...children.values()];
      children.clear();
      left.forEach(killNow);
    },
  };
}
