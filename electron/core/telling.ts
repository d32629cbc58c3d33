import { AsyncLocalStorage } from 'node:async_hooks';
import { paced } from '#electron/desk/pace.ts';
import type { CoreEvent } from '#shared/ipc/events.ts';

/** Screens ask again twice a second at most about each topic, however many e-mails are read meanwhile. */
const EVENT_MILLISECONDS = 500;

type Progress = Extract<CoreEvent, { readonly name: 'progress' }>;

/** What the screens are told, and when. */
export interface Telling {
  /** Tells that topics changed, at a pace. */
  readonly changed: (topics: readonly string[]) => void;
  /** Tells how far a long job is, at a pace. */
  readonly progress: (job: Progress['job'], done: number, total: number) => void;
  /** Runs an act and answers as it does, once what it changed itself is told; what others changed keeps its pace. */
  readonly act: <Value>(run: () => Promise<Value>) => Promise<Value>;
  /** Tells nothing more. */
  readonly stop: () => void;
}

/** Tells the screens through `send`: twice a second at most about each topic, and an act's own topics before its end. */
export function openTelling(send: (event: CoreEvent) => void): Telling {
  /** The topics that the act under way changed: it is found again after every wait of the act. */
  const ofAct = new AsyncLocalStorage<Set<string>>();
  const changes = paced<true>((told) => send({ name: 'changed', topics: [...told.keys()] }), EVENT_MILLISECONDS);
  const jobs = paced<{ readonly done: number; readonly total: number }>((told) => {
    for (const [job, far] of told) send({ name: 'progress', job: job as Progress['job'], ...far });
  }, EVENT_MILLISECONDS);
  return {
    changed: (topics) => {
      const own = ofAct.getStore();
      for (const topic of topics) own?.add(topic);
      changes.tell(topics.map((topic) => [topic, true] as const));
    },
    progress: (job, done, total) => jobs.tell([[job, { done, total }]]),
    act: async (run) => {
      const own = new Set<string>();
      try {
        return await ofAct.run(own, run);
      } finally {
        changes.flush(own);
      }
    },
    stop: () => {
      changes.stop();
      jobs.stop();
    },
  };
}
