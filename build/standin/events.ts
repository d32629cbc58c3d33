/** An event object as Electron passes it to listeners that may say no. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** A fresh event object carrying `details`. */
export function preventable<Details extends object>(details: Details): Preventable & Details {
  let prevented = false;
  return {
    ...details,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
}

/** For `.catch`: a command to a page that is just going away may fail, and nobody waits for it. */
export const ignore = (): undefined => undefined;
