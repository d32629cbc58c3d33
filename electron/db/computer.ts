import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { win32 } from 'node:path';
import { promisify } from 'node:util';

/** The computer a desk stands on. */
export interface Computer {
  /** Hash of what the system calls this machine: another one than before means that the disk was copied. */
  readonly machine: string;
  /** Name of the desk for the others, until somebody gives it one. */
  readonly name: string;
  readonly appVersion: string;
}

const WINDOWS_KEY = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
const REGISTRY_MILLISECONDS = 5_000;

/** The system a computer runs on, as far as its name for the machine is asked. */
export interface MachineSystem {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a program writes; rejects when it cannot be run or fails. */
  readonly run: (program: string, words: readonly string[]) => Promise<string>;
}

const run: MachineSystem['run'] = async (program, words) => {
  const { stdout } = await promisify(execFile)(program, [...words], {
    encoding: 'utf8',
    timeout: REGISTRY_MILLISECONDS,
    windowsHide: true,
  });
  return stdout;
};

/** By its full path: a `reg` that lies in the folder of the app or on PATH is not Windows' own. */
async function windowsId({ env, run: ask }: MachineSystem): Promise<string> {
  const program = win32.join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  const answer = await ask(program, ['query', WINDOWS_KEY, '/v', 'MachineGuid']).catch(() => '');
  return /REG_SZ\s+(\S+)/.exec(answer)?.[1] ?? '';
}

function unixId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** The computer this program runs on. The system's own name for it never leaves: only its hash is kept. */
export async function thisComputer(
  appVersion: string,
  system: MachineSystem = { platform: process.platform, env: process.env, run },
): Promise<Computer> {
  const name = hostname();
  const id = (system.platform === 'win32' ? await windowsId(system) : unixId()) || name;
  return { machine: createHash('sha256').update(`puntosi ${id}`).digest('hex'), name, appVersion };
}
