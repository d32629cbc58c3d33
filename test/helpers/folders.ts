/** Folders of their own for one test, removed when it ends. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder, removed with everything in it when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'puntosi-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

const isRoot = process.getuid?.() === 0;
const mount = (...options: readonly string[]): void => {
  execFileSync('mount', options, { stdio: 'ignore' });
};

/** A disk of its own of `kilobytes`; undefined when this computer lets nobody here make one (it takes root). */
export function smallDisk(kilobytes: number): string | undefined {
  if (!isRoot) return undefined;
  const folder = join(temporaryFolder(), 'disco');
  mkdirSync(folder);
  try {
    mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder);
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
}

/** A folder that can be closed to writing and opened again. */
export interface GuardedFolder {
  readonly path: string;
  readonly close: () => void;
  readonly open: () => void;
}

/** A folder that can be made read-only, also for root; undefined where root may not mount a disk. */
export function guardedFolder(): GuardedFolder | undefined {
  if (!isRoot) {
    const path = temporaryFolder();
    const open = (): void => chmodSync(path, 0o755);
    onTestFinished(open);
    return { path, open, close: () => chmodSync(path, 0o555) };
  }
  const path = smallDisk(4_096);
  if (!path) return undefined;
  return { path, open: () => mount('-o', 'remount,rw', path), close: () => mount('-o', 'remount,ro', path) };
}

/** Why a test that needs `smallDisk` or `guardedFolder` was skipped. */
export const NO_MOUNT = 'serve un disco di prova: qui non si può montare';
