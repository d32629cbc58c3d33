/** Where the app keeps its things: local application data, never a roaming profile or the network drive. */
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { App } from 'electron';
import { makePrivateFolder } from '#electron/db/privateFiles.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const NAME = 'Avvisi PuntoSi';
const UNIX_NAME = 'avvisi-puntosi';

const absolute = (folder: string | undefined): string | undefined =>
  folder && isAbsolute(folder) ? folder : undefined;

/** The app's own folder on this system. Relative values of the variables are ignored, as the XDG rules ask. */
export function appFolder({ platform, env, home }: Place): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', NAME);
  return join(absolute(env.XDG_DATA_HOME) ?? join(home, '.local', 'share'), UNIX_NAME);
}

/**
 * Creates the app's folder, `--user-data-dir` first, and makes it Electron's user data. Returns its path, or the problem
 * `folder-not-usable` when it cannot be made or written.
 */
export function prepareFolder(app: Pick<App, 'commandLine' | 'setPath'>, place: Place): Result<string, Problem> {
  const folder = app.commandLine.getSwitchValue('user-data-dir') || appFolder(place);
  try {
    makePrivateFolder(folder);
    // Trying is the only check that holds for Windows permissions and for read-only disks alike.
    rmdirSync(mkdtempSync(join(folder, '.prova-')));
  } catch (cause) {
    // Electron writes there whatever happens next, and would fail before it can show the problem.
    app.setPath('userData', join(tmpdir(), UNIX_NAME));
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    return problem({
      code: 'folder-not-usable',
      what: `L’app non può scrivere nella sua cartella ${folder} (${reason}).`,
      why: 'Non ha cambiato nulla.',
      remedy:
        'Libera spazio o chiedi all’assistenza informatica di dare al tuo utente il permesso di scrivere lì, poi riapri l’app.',
    });
  }
  app.setPath('userData', folder);
  return ok(folder);
}

/** The folder of the desk's data inside the app's folder; the core makes it. */
export const dataFolderIn = (folder: string): string => join(folder, 'dati');

/** The compiled programs and the screens, in a checkout as in the packed app. */
export function programsIn(appPath: string): {
  readonly core: string;
  readonly share: string;
  readonly preload: string;
  readonly screens: string;
} {
  const out = join(appPath, 'build', 'out');
  return {
    core: join(out, 'core', 'core.mjs'),
    share: join(out, 'share', 'share.mjs'),
    preload: join(out, 'preload', 'preload.cjs'),
    screens: join(out, 'renderer'),
  };
}
