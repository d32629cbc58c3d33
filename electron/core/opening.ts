import { type App, openApp } from '#electron/app.ts';
import type { Computer } from '#electron/db/computer.ts';
import type { Secrets } from '#electron/db/secrets.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';
import type { Training } from '#electron/demo/training.ts';
import { trainingAsk, trainingFiles } from '#electron/demo/trainingFiles.ts';
import type { Files } from '#electron/files/files.ts';
import type { Log } from '#electron/log/log.ts';
import { repair } from '#electron/recovery/repair.ts';
import { openShare } from '#electron/share/openShare.ts';
import type { relayedShare } from '#electron/share/process/relayedShare.ts';
import type { StartMessage } from '#shared/ipc/messages.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import type { CoreAsks } from './asks.ts';
import type { Telling } from './telling.ts';

/** What the other desks do not wait for: the exchange itself, and a text that is still being written. */
const OWN_TOPICS: readonly string[] = ['share', 'writing'];
/** Data that are gone or damaged are no end: the screens show what was found and the ways on. */
const RECOVERABLE: readonly string[] = [DATABASE_DAMAGED.code, 'database-missing'];

/** What the core was told and found at its start. */
export interface Start {
  readonly message: StartMessage;
  readonly computer: Computer;
  readonly secrets: Secrets;
}

/** What the data of a desk are opened with. */
export interface OpeningParts {
  readonly start: Start;
  readonly asks: CoreAsks;
  readonly files: Files;
  readonly share: Pick<ReturnType<typeof relayedShare>, 'spawn'>;
  readonly telling: Telling;
  readonly log: Log;
}

/** The clock of the app: the computer's, or one that runs from the moment it was told. */
function clockFrom(start: string | null): () => Instant {
  const ahead = start === null ? 0 : Date.parse(start) - Date.now();
  return () => new Date(Date.now() + ahead).toISOString();
}

/** The moment, by the clock the core was started with. */
export const nowOf = ({ message }: Start): Instant => clockFrom(message.now)();

/** Whether the screens can show ways out of this problem. */
export const isRecoverable = ({ code }: Problem): boolean => RECOVERABLE.includes(code);

/** Opens the data of the desk, or those of a training, which has secrets of its own; `wrote` hears what others wait for. */
export function openData(parts: OpeningParts, training: Training | null, wrote: () => void): Result<App, Problem> {
  const { start, asks, files, share, telling, log } = parts;
  const { message, computer, secrets } = start;
  const setTo = message.now ?? training?.begins ?? null;
  return openApp({
    dataFolder: training?.folder ?? message.dataFolder,
    profile: training?.profile ?? rubano,
    ...(training ? {} : { secrets }),
    training: training !== null,
    ownFolders: training !== null,
    online: training === null,
    computer,
    run: message.run,
    now: clockFrom(setTo),
    ...(setTo === null ? { steady: () => performance.now() } : {}),
    changed: (topics) => {
      telling.changed(topics);
      if (topics.some((topic) => !OWN_TOPICS.includes(topic))) wrote();
    },
    progress: telling.progress,
    ask: training ? trainingAsk(asks.ask, training.folder) : asks.ask,
    files: training ? trainingFiles(files, training.folder) : files,
    proxyFor: asks.proxyFor,
    log: log.bug,
    // Nothing leaves a training.
    ...(training ? {} : { openShare: (configured) => openShare(configured, { spawn: share.spawn }) }),
    checkOutputs: false,
  });
}

/** Opens the office's own data; what facts alone make is made anew when it is damaged and nothing else is. */
export async function openOwn(parts: OpeningParts, wrote: () => void): Promise<Result<App, Problem>> {
  const opened = openData(parts, null, wrote);
  if (opened.ok || opened.error.code !== DATABASE_DAMAGED.code) return opened;
  const { start, log } = parts;
  const repaired = await repair(start.message.dataFolder, nowOf(start), { onlyWhole: true });
  log.note(repaired.ok ? 'dati riparati, niente è andato perso' : `dati non riparati: ${repaired.error.code}`);
  return repaired.ok ? openData(parts, null, wrote) : opened;
}
