import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { extractAsar, readFromAsar } from './asar.ts';

/** How this process was started and which app it runs. */
export interface Boot {
  /** The stand-in's executable, or the packed product's. */
  readonly executable: string;
  readonly resourcesPath: string;
  readonly isPackaged: boolean;
  readonly appPath: string;
  readonly mainFile: string;
  readonly name: string;
  readonly version: string;
  /** Command-line switches without their dashes; the app may add to them. */
  readonly switches: Map<string, string>;
  /** Where the app keeps its data unless it says otherwise. */
  readonly userData: string;
}

interface PackageFile {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

/** The switches and the first plain argument of a command line. */
function readArguments(args: readonly string[]): {
  readonly switches: Map<string, string>;
  readonly target: string | undefined;
} {
  const switches = new Map<string, string>();
  let target: string | undefined;
  for (const argument of args) {
    const [, name, value] = /^--([^=]+)=?([\s\S]*)$/.exec(argument) ?? [];
    if (name !== undefined) switches.set(name, value ?? '');
    else if (!argument.startsWith('-')) target ??= argument;
  }
  return { switches, target };
}

function userDataOf(name: string, switches: ReadonlyMap<string, string>): string {
  const named = switches.get('user-data-dir');
  return named ? resolve(named) : join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name);
}

let substitute: string | undefined;

/**
 * A folder below the user data that belongs to the stand-in alone; it exists after the call. Where the user data cannot
 * be written, a temporary one that goes with the process: it is the app that has to tell the user.
 */
export function standinFolder(userData: string): string {
  const folder = join(userData, 'standin');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    substitute ??= makeSubstitute();
    return substitute;
  }
}

function makeSubstitute(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standin-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function unpack(asar: string, userData: string): string {
  const hash = createHash('sha256').update(readFileSync(asar)).digest('hex').slice(0, 16);
  const folder = join(standinFolder(userData), `app-${hash}`);
  extractAsar(asar, folder);
  return folder;
}

function readBoot(argv: readonly string[]): Boot {
  const executable = realpathSync(argv[1] ?? '');
  const { switches, target } = readArguments(argv.slice(2));
  const resourcesPath = join(dirname(executable), 'resources');
  const asar = join(resourcesPath, 'app.asar');
  const isPackaged = existsSync(asar);
  const source = resolve(target ?? '.');
  const isFolder = isPackaged || statSync(source).isDirectory();
  const text = isPackaged
    ? readFromAsar(asar, 'package.json')
    : isFolder
      ? readFileSync(join(source, 'package.json'), 'utf8')
      : '{}';
  const description = JSON.parse(text) as PackageFile;
  const name = description.productName ?? description.name ?? 'Electron';
  const userData = userDataOf(name, switches);
  const appPath = isPackaged ? unpack(asar, userData) : isFolder ? source : dirname(source);
  return {
    executable,
    resourcesPath,
    isPackaged,
    appPath,
    mainFile: isFolder ? join(appPath, description.main ?? 'index.js') : source,
    name,
    version: description.version ?? '0.0.0',
    switches,
    userData,
  };
}

/** Read once, from the command line of this process. */
export const boot: Boot = readBoot(process.argv);
