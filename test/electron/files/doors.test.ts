/** Who in electron may touch the disk itself: a folder somebody chose may hang, and with it whoever waits for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..', 'electron');

/** Files and rooms that may import `node:fs`, and why none of them makes the core wait for a drive that hangs. */
const MAY: Readonly<Record<string, string>> = {
  'cli/': 'a program of its own, that one person waits for',
  'db/': 'the own data',
  'demo/': 'the own data of the invented town',
  'desk/health.ts': 'the own data',
  'diagnostics/': 'the doctor, a program of its own',
  'files/': 'behind the port, in a process of its own',
  'journal/blobs.ts': 'the own data',
  'log/': 'the own data',
  'pdf/assets.ts': 'what was installed',
  'recovery/': 'the own data, while nothing else is open',
  'share/folder/': 'in a process of its own',
  'shell/': 'another process, that touches no chosen folder',
};
const IN_STEP = /\b(?:\w+Sync)\b/;
const FILE_FUNCTIONS = /from 'node:fs(?:\/promises)?'|import\('node:fs|require\('(?:node:)?fs|getBuiltinModule/;

const isOpen = (file: string): boolean => Object.keys(MAY).some((place) => file === place || file.startsWith(place));

function complaintsOf(file: string, source: string): readonly string[] {
  const remedy = 'ask desk.files (electron/files): it answers also when the drive hangs.';
  if (FILE_FUNCTIONS.test(source) && !isOpen(file)) return [`electron/${file} touches the disk itself: ${remedy}`];
  const imported = /import \{([^}]*)\} from 'node:fs'/.exec(source)?.[1] ?? '';
  if (file.startsWith('files/') && IN_STEP.test(imported))
    return [`electron/${file} waits for the disk in step: use node:fs/promises, the core also runs this.`];
  return [];
}

const SOURCES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name): readonly [string, string] => [name.replaceAll('\\', '/'), readFileSync(join(ROOT, name), 'utf8')]);

test('no word touches the disk itself', () => {
  expect(SOURCES.length).toBeGreaterThan(150);
  expect(SOURCES.flatMap(([file, source]) => complaintsOf(file, source))).toEqual([]);
});

test('every place that may is there, and still does', () => {
  const touching = SOURCES.filter(([, source]) => FILE_FUNCTIONS.test(source)).map(([file]) => file);
  const idle = Object.keys(MAY).filter((place) => !touching.some((file) => file === place || file.startsWith(place)));
  expect(idle).toEqual([]);
});

test.each([
  ['queue/sending/channels/spool.ts', "import { existsSync } from 'node:fs';", 'ask desk.files'],
  ['requests/mailbox/folderMailbox.ts', "import { stat } from 'node:fs/promises';", 'ask desk.files'],
  ['outbox/letters.ts', "const { readFileSync } = await import('node:fs');", 'ask desk.files'],
  ['files/nodeFiles.ts', "import { statSync } from 'node:fs';", 'use node:fs/promises'],
])('catches %s: %s', (file, line, remedy) => {
  expect(complaintsOf(file, line)).toEqual([expect.stringContaining(remedy)]);
});
