import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

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

function windowsId(): string {
  const asked = spawnSync('reg', ['query', WINDOWS_KEY, '/v', 'MachineGuid'], {
    encoding: 'utf8',
    timeout: REGISTRY_MILLISECONDS,
    windowsHide: true,
  });
  return /REG_SZ\s+(\S+)/.exec(asked.stdout ?? '')?.[1] ?? '';
}

function unixId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** The computer this program runs on. The system's own name for it never leaves: only its hash is kept. */
export function thisComputer(appVersion: string): Computer {
  const name = hostname();
  const id = (process.platform === 'win32' ? windowsId() : unixId()) || name;
  return { machine: createHash('sha256').update(`puntosi ${id}`).digest('hex'), name, appVersion };
}
