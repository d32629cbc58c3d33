/** How a value crosses between two worlds: data is copied, functions and promises stay where they are. */
type Crossing =
  | { readonly type: 'function'; readonly id: number }
  | { readonly type: 'promise'; readonly id: number }
  | { readonly type: 'error'; readonly name: string; readonly message: string }
  | { readonly type: 'array'; readonly items: readonly Crossing[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [string, Crossing])[] }
  | { readonly type: 'data'; readonly value: unknown };

type Request =
  | { readonly type: 'call'; readonly id: number; readonly args: readonly Crossing[] }
  | { readonly type: 'expose'; readonly key: string; readonly api: Crossing }
  | { readonly type: 'settle'; readonly id: number; readonly result: Reply };
type Reply =
  | { readonly type: 'value'; readonly value: Crossing }
  | { readonly type: 'failure'; readonly message: string };

/** The preload's end of the bridge. */
export interface Bridge {
  readonly expose: (key: string, api: unknown) => void;
}

/**
 * One half of the context bridge; the same code runs in the page's world and in the preload's, as text, and must stay
 * self-contained. The halves talk by events with a random name, whose `detail` Chromium clones from world to world
 * while the event is dispatched: an answer is there when the dispatch returns.
 */
export function bridgeHalf(secret: string, side: 'page' | 'preload'): Bridge {
  const own = `${secret}:${side}`;
  const other = `${secret}:${side === 'page' ? 'preload' : 'page'}`;
  const dispatch = window.dispatchEvent.bind(window);
  const Custom = CustomEvent;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const functionIds = new WeakMap<object, number>();
  const proxies = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let next = 1;
  let reply: Reply | undefined;

  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype;
  };

  const leave = (value: unknown): Crossing => {
    if (typeof value === 'function') {
      const id = functionIds.get(value) ?? next++;
      functionIds.set(value, id);
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { type: 'function', id };
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (value === null || typeof value !== 'object') return { type: 'data', value };
    if (value instanceof Promise) {
      const id = next++;
      const settle = (result: Reply): void => {
        request({ type: 'settle', id, result });
      };
      value.then(
        (result) => settle({ type: 'value', value: leave(result) }),
        (error) => settle({ type: 'failure', message: messageOf(error) }),
      );
      return { type: 'promise', id };
    }
    if (value instanceof Error) return { type: 'error', name: value.name, message: value.message };
    if (Array.isArray(value)) return { type: 'array', items: value.map(leave) };
    if (isPlain(value))
      return { type: 'object', entries: Object.entries(value).map(([key, item]) => [key, leave(item)]) };
    return { type: 'data', value };
  };

  const arrive = (crossing: Crossing, frozen: boolean): unknown => {
    switch (crossing.type) {
      case 'function': {
        const { id } = crossing;
        const proxy = proxies.get(id) ?? ((...args: unknown[]) => request({ type: 'call', id, args: args.map(leave) }));
        proxies.set(id, proxy);
        return proxy;
      }
      case 'promise':
        return new Promise((resolve, reject) => {
          promises.set(crossing.id, { resolve, reject });
        });
      case 'error': {
        const error = new Error(crossing.message);
        if (crossing.name !== 'Error') error.name = crossing.name;
        return error;
      }
      case 'array': {
        const array = crossing.items.map((item) => arrive(item, frozen));
        return frozen ? Object.freeze(array) : array;
      }
      case 'object': {
        const object = Object.fromEntries(crossing.entries.map(([key, item]) => [key, arrive(item, frozen)]));
        return frozen ? Object.freeze(object) : object;
      }
      default:
        return crossing.value;
    }
  };

  const request = (detail: Request): unknown => {
    reply = undefined;
    dispatch(new Custom(other, { detail }));
    const answer = reply as Reply | undefined;
    reply = undefined;
    if (answer?.type === 'failure') throw new Error(answer.message);
    return answer && arrive(answer.value, false);
  };

  const serve = (wanted: Request): Reply => {
    const nothing: Reply = { type: 'value', value: { type: 'data', value: undefined } };
    if (wanted.type === 'settle') {
      const waiting = promises.get(wanted.id);
      promises.delete(wanted.id);
      if (wanted.result.type === 'failure') waiting?.reject(new Error(wanted.result.message));
      else waiting?.resolve(arrive(wanted.result.value, false));
      return nothing;
    }
    if (wanted.type === 'call') {
      const result = functions.get(wanted.id)?.(...wanted.args.map((argument) => arrive(argument, false)));
      return { type: 'value', value: leave(result) };
    }
    if (Object.hasOwn(window, wanted.key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    const value = arrive(wanted.api, true);
    Object.defineProperty(window, wanted.key, { value, enumerable: true, writable: false, configurable: false });
    return nothing;
  };

  window.addEventListener(own, (event) => {
    event.stopImmediatePropagation();
    const { detail } = event as CustomEvent<Request | { readonly type: 'reply'; readonly reply: Reply }>;
    if (detail.type === 'reply') {
      reply = detail.reply;
      return;
    }
    let result: Reply;
    try {
      result = serve(detail);
    } catch (error) {
      result = { type: 'failure', message: messageOf(error) };
    }
    dispatch(new Custom(other, { detail: { type: 'reply', reply: result } }));
  });
  return {
    expose: (key, api) => {
      request({ type: 'expose', key, api: leave(api) });
    },
  };
}
