import type { Bridge } from '#shared/ipc/bridge.ts';
import type { Input, ReplyTo } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { MethodName } from '#shared/ipc/methods.ts';

declare global {
  interface Window {
    /** Put there by the preload; screens use the functions of this file. */
    readonly puntosi: Bridge;
  }
}

/** Runs a use-case and answers with its result. Expected failures are problems in it. */
export async function call<Method extends MethodName>(method: Method, input: Input<Method>): Promise<ReplyTo<Method>> {
  // The core parses its output with the contract; here only the type comes back.
  return (await window.puntosi.call(method, input)) as ReplyTo<Method>;
}

/** Calls `listener` for every event until the returned function is called. */
export function onEvent(listener: (event: WindowEvent) => void): () => void {
  return window.puntosi.onEvent(listener);
}
