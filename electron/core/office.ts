import type { App } from '#electron/app.ts';
import { prepareTraining, seedTraining, type Training, type TrainingWanted } from '#electron/demo/training.ts';
import { repair } from '#electron/recovery/repair.ts';
import { startWatch } from '#electron/recovery/watch.ts';
import { recoveryCases } from '#electron/recovery/ways.ts';
import { startRhythm } from '#electron/share/process/rhythm.ts';
import { sharingLine } from '#electron/share/sharingLine.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import { TOPICS } from '#shared/kernel/contract.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Session } from '#shared/people/session.ts';
import type { ShareView } from '#shared/service/share.ts';
import { linkHosts } from './linkHosts.ts';
import { nowOf, type OpeningParts, openData, openOwn } from './opening.ts';

export interface OfficeParts extends OpeningParts {
  /** Told which addresses are the municipality's (P4). */
  readonly hosts: (hosts: readonly string[]) => void;
}

/** The data that are open in this core: the office's own, or those of a training; or why the own ones do not open. */
export interface Office {
  /** Opens the office's own data for the first time; the problem says why they do not open. */
  readonly open: () => Promise<Result<App, Problem>>;
  /** Takes what was opened: the app, or the trouble that the screens show. */
  readonly take: (opened: Result<App, Problem>) => Result<App, Problem>;
  readonly app: () => App | undefined;
  /** Why the office's own data do not open, while the screens show the ways on. */
  readonly trouble: () => Problem | null;
  /** The ways out of data that are gone or damaged, by the names of their calls. */
  readonly ways: ReturnType<typeof recoveryCases>;
  /** Goes into a training (P64). */
  readonly train: (wanted: TrainingWanted) => Promise<Reply>;
  /** Goes back to the office's own data. */
  readonly leave: () => Promise<Reply>;
  /** Does what is due, once the data were looked at. */
  readonly tick: () => void;
  /** Hears which topics the screens were told. */
  readonly told: (topics: readonly string[]) => void;
  readonly stop: () => void;
}

/** Keeps which data are open, watches over them, and exchanges them with the other desks. */
export function startOffice(parts: OfficeParts): Office {
  const { start, asks, telling, log } = parts;
  const { dataFolder } = start.message;
  let app: App | undefined;
  let trouble: Problem | null = null;
  const rhythm = startRhythm(
    async () => (watch.isLooked() ? app?.exchange() : undefined),
    (cause) => log.bug('scambio', cause),
  );
  const watch = startWatch({
    rebuild: rebuildTables,
    looked: rhythm.soon,
    failed: (cause) => log.bug('dati', cause),
  });
  const openOf = (training: Training | null): Result<App, Problem> => openData(parts, training, rhythm.soon);

  /** Tells the shell which addresses are the municipality's (P4): the only ones it opens. */
  const tellHosts = async (): Promise<void> => {
    const reply = await app?.call('people.session', {});
    if (reply?.ok) parts.hosts(linkHosts((reply.value as Session).profile));
  };

  let lastSharing = '';
  /** Notes how the shared register stands, when that changed. */
  const noteSharing = async (): Promise<void> => {
    const reply = await app?.call('service.sharing', {});
    if (!reply?.ok) return;
    const line = sharingLine(reply.value as ShareView);
    if (line !== lastSharing) log.note(line);
    lastSharing = line;
  };

  const hold = (opened: Result<App, Problem>): void => {
    trouble = opened.ok ? null : opened.error;
    app = opened.ok ? opened.value : undefined;
  };
  const take = (opened: Result<App, Problem>): Result<App, Problem> => {
    hold(opened);
    void tellHosts();
    if (opened.ok) watch.begin(opened.value);
    else log.note(`i dati non si aprono: ${opened.error.code}`);
    telling.changed(TOPICS);
    return opened;
  };
  const closeApp = (): void => {
    const last = app;
    app = undefined;
    last?.close();
  };

  /** Makes anew what facts alone make, when a look found it damaged. */
  async function rebuildTables(): Promise<void> {
    closeApp();
    const repaired = await repair(dataFolder, nowOf(start), { onlyWhole: true });
    log.note(repaired.ok ? 'tabelle rifatte dai fatti' : `tabelle non rifatte: ${repaired.error.code}`);
    // Where it cannot be done the app opens as it was, and says what is damaged.
    const opened = openOf(null);
    hold(opened);
    if (opened.ok && repaired.ok) watch.begin(opened.value);
    else if (opened.ok) opened.value.health.met();
    telling.changed(TOPICS);
  }

  /** Takes other data in the place of those that are open. */
  const change = async (training: Training | null): Promise<Reply> => {
    const opened = openOf(training);
    if (!opened.ok) return opened;
    const before = app;
    app = opened.value;
    void tellHosts();
    before?.close();
    log.note(training ? 'aperto l’addestramento' : 'lasciato l’addestramento');
    watch.begin(app);
    if (training) await seedTraining(app, training);
    telling.changed(TOPICS);
    return ok({});
  };
  const train = async (wanted: TrainingWanted): Promise<Reply> => {
    const session = await app?.call('people.session', {});
    const prepared = await prepareTraining(wanted, {
      dataFolder,
      session: session?.ok ? (session.value as Session) : undefined,
      // What is open lies in the folder that is begun again.
      close: closeApp,
      progress: (done, total) => telling.progress('example', done, total),
    });
    if (!prepared.ok && !app) hold(openOf(null));
    return prepared.ok ? change(prepared.value) : prepared;
  };

  const ways = recoveryCases({
    dataFolder,
    now: () => nowOf(start),
    problem: () => trouble,
    close: async () => closeApp(),
    reopen: () => take(openOf(null)),
    chooseFolder: async (title) => {
      const reply = await asks.ask({ what: 'choose-folder', title, start: null });
      return reply.ok ? ok(typeof reply.value === 'string' ? reply.value : null) : reply;
    },
  });

  return {
    open: () => openOwn(parts, rhythm.soon),
    take,
    app: () => app,
    trouble: () => trouble,
    ways,
    train,
    leave: () => change(null),
    tick: () => {
      if (watch.isLooked()) app?.tick().catch((cause: unknown) => log.bug('effetti', cause));
    },
    told: (topics) => {
      if (topics.includes('share')) void noteSharing();
      if (topics.includes('people')) void tellHosts();
    },
    stop: () => {
      rhythm.stop();
      watch.stop();
      closeApp();
    },
  };
}
