import { join } from 'node:path';
import { type App, openApp } from '#electron/app.ts';
import type { Files } from '#electron/files/files.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { isQuestion, type MethodName } from '#shared/ipc/contract.ts';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { DemoClock } from './clock.ts';
import { INVOICE_FILE, STATEMENT_FILE } from './liquidation.ts';
import { act, DemoStopped } from './procedure.ts';
import { demoRandom } from './random.ts';

interface DeskParts {
  readonly workspace: string;
  readonly clock: DemoClock;
  readonly tell: (line: string) => void;
}

/** The one desk of the invented town. */
export interface DemoDesk {
  /** The app as it is open now; a second passes before each act and before each round of effects, questions take no time. */
  readonly app: App;
  /** Lets the sending of a request begin, cuts the power before its end, and switches the desk on again. */
  readonly breakOff: (id: string) => Promise<void>;
  readonly close: () => void;
}

/** Acts of no length: the town stays the same to the second as it was before they existed. */
const AT_ONCE: readonly MethodName[] = ['queue.sayOfLetter'];
const MOST_TURNS = 40;
const A_MOMENT_MILLISECONDS = 200;
const soon = (): Promise<void> => new Promise((done) => setTimeout(done, A_MOMENT_MILLISECONDS));

/** Files that write into no folder below `deliveries` to an end, once the first may be seen there. */
function filesStuckIn(deliveries: string): Files {
  const files = nodeFiles();
  return {
    ...files,
    write: (written, appearing) => {
      if (!written.some(({ path }) => path.startsWith(deliveries))) return files.write(written, appearing);
      const may = appearing?.() ?? ok(undefined);
      return may.ok ? new Promise(() => undefined) : Promise.resolve(may);
    },
  };
}

/** What a person would choose when the app asks for a file: the contractor's, which lie in the workspace. */
function answerAsk(ask: Ask, workspace: string): Reply {
  if (ask.what !== 'choose-file')
    return problem({ code: 'no-window', what: 'La prova non ha una finestra.', remedy: 'Apri l’app con npm start.' });
  return ok(join(workspace, ask.endings.includes('xml') ? INVOICE_FILE : STATEMENT_FILE));
}

/** Opens the desk of the invented town in a workspace; the problem says why it cannot. */
export function openDemoDesk({ workspace, clock, tell }: DeskParts): Result<DemoDesk, Problem> {
  const randomBytes = demoRandom();
  const open = (files: Files): Result<App, Problem> =>
    openApp({
      dataFolder: workspace,
      profile: valdombra,
      training: true,
      ownFolders: true,
      online: false,
      computer: { machine: 'esempio', name: 'Sportello di prova', appVersion: 'esempio' },
      now: clock.now,
      randomBytes,
      checkOutputs: true,
      changed: () => undefined,
      ask: async (ask) => answerAsk(ask, workspace),
      files,
      log: (id, cause) => tell(`[${id}] ${String(cause)}`),
    });
  const opened = open(nodeFiles());
  if (!opened.ok) return opened;
  let now = opened.value;
  const reopen = (files: Files): void => {
    now.close();
    const again = open(files);
    if (!again.ok) throw new DemoStopped('core.openExample', again.error);
    now = again.value;
  };
  const app: App = {
    ...opened.value,
    call: (method, input) => {
      if (!isQuestion(method) && !AT_ONCE.includes(method)) clock.step();
      return now.call(method, input);
    },
    tick: () => {
      clock.step();
      return now.tick();
    },
    exchange: () => now.exchange(),
    nextDue: () => now.nextDue(),
  };
  return ok({
    app,
    breakOff: async (id) => {
      reopen(filesStuckIn(join(workspace, 'consegne')));
      const isLeaving = async () =>
        (await act(app, 'queue.list', {})).some((job) => job.id === id && job.state === 'delivering');
      for (let turn = 0; !(await isLeaving()); turn++) {
        if (turn === MOST_TURNS) throw new Error('L’invio non comincia.');
        clock.goTo(app.nextDue() ?? clock.now());
        await Promise.race([app.tick(), soon()]);
      }
      reopen(nodeFiles());
      await app.tick();
    },
    close: () => now.close(),
  });
}
