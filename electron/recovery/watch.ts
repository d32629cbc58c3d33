import type { App } from '#electron/app.ts';

type Watched = Pick<App, 'health'>;

export interface WatchOptions {
  /** Called when what facts alone make is damaged: makes it anew, which opens the app again. */
  readonly rebuild: () => Promise<void>;
  /** Called when sendings and sharing may begin. */
  readonly looked: () => void;
  readonly failed: (cause: unknown) => void;
  /** Milliseconds from the opening to the first look; the window is usable by then. */
  readonly delay?: number;
}

/** Watches over the data of the app that is open. */
export interface Watch {
  /** From now on this app is watched; until its tables were looked at, `isLooked` is false. */
  readonly begin: (app: Watched) => void;
  readonly isLooked: () => boolean;
  readonly stop: () => void;
}

const LOOK_AFTER_MILLISECONDS = 1_500;
const COPY_EVERY_MILLISECONDS = 60_000;

/** Looks through the data of each app that opens, before it sends or shares anything, and makes the copy of the day. */
export function startWatch({ rebuild, looked, failed, delay = LOOK_AFTER_MILLISECONDS }: WatchOptions): Watch {
  let watched: Watched | undefined;
  let isLooked = false;
  let timer: NodeJS.Timeout | undefined;

  const look = async (app: Watched): Promise<void> => {
    const outcome = await app.health.checkTables();
    if (app !== watched) return;
    if (outcome === 'read-tables') await rebuild();
    // Making them anew opened another app, which is looked at by itself.
    if (app !== watched) return;
    isLooked = true;
    looked();
    if (outcome === 'sound') await app.health.checkFacts();
  };
  const copies = setInterval(() => {
    if (isLooked) watched?.health.copyOfDay().catch(failed);
  }, COPY_EVERY_MILLISECONDS);
  copies.unref();

  return {
    begin: (app) => {
      watched = app;
      isLooked = false;
      clearTimeout(timer);
      timer = setTimeout(() => void look(app).catch(failed), delay);
      timer.unref();
    },
    isLooked: () => isLooked,
    stop: () => {
      watched = undefined;
      isLooked = false;
      clearTimeout(timer);
      clearInterval(copies);
    },
  };
}
