/** The line to the program that started this one. */
export interface ParentPort<Sent> {
  readonly postMessage: (message: Sent) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

/** What Electron gives a utility process; a plain child process of Node has `process.send` instead. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
}

/** The line to the parent, the same in Electron's utility process and in a child process of Node. */
export function parentPort<Sent>(): ParentPort<Sent> {
  const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
  if (utility) {
    return {
      postMessage: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data)),
    };
  }
  return {
    postMessage: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  };
}
