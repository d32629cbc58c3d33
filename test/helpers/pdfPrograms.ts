import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program of the machine can be started: a test that needs it is skipped by name where it is missing. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** What `program` writes about a PDF; `{}` among its arguments stands for the file. Throws when it does not exit with 0. */
export function readWith(program: string, args: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'relazione-'));
  try {
    const file = join(folder, 'relazione.pdf');
    writeFileSync(file, pdf);
    const withFile = args.map((arg) => (arg === '{}' ? file : arg));
    return execFileSync(program, withFile, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
