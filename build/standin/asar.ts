import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>;
  readonly link?: string;
  readonly unpacked?: boolean;
  readonly executable?: boolean;
  readonly size?: number;
  readonly offset?: string;
}

/** An `app.asar` opened for reading; `content` is where its files start. */
interface Archive {
  readonly path: string;
  readonly descriptor: number;
  readonly root: AsarEntry;
  readonly content: number;
}

function read(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, position + filled);
    if (count === 0) throw new Error('app.asar is shorter than its header says');
    filled += count;
  }
  return bytes;
}

function withArchive<Value>(path: string, use: (archive: Archive) => Value): Value {
  const descriptor = openSync(path, 'r');
  try {
    // Two nested Chromium "pickles": sizes at 4 and 12, the JSON text from 16, the files behind the outer one.
    const sizes = read(descriptor, 0, 16);
    const root = JSON.parse(read(descriptor, 16, sizes.readUInt32LE(12)).toString('utf8')) as AsarEntry;
    return use({ path, descriptor, root, content: 8 + sizes.readUInt32LE(4) });
  } finally {
    closeSync(descriptor);
  }
}

function bytesOf(archive: Archive, entry: AsarEntry): Buffer {
  return read(archive.descriptor, archive.content + Number(entry.offset ?? 0), entry.size ?? 0);
}

function write(archive: Archive, entry: AsarEntry, inside: string, root: string): void {
  const target = join(root, inside);
  if (entry.files) {
    mkdirSync(target, { recursive: true });
    for (const [name, child] of Object.entries(entry.files)) write(archive, child, join(inside, name), root);
  } else if (entry.link !== undefined) {
    symlinkSync(relative(dirname(target), join(root, entry.link)), target);
  } else if (entry.unpacked) {
    copyFileSync(join(`${archive.path}.unpacked`, inside), target);
  } else {
    writeFileSync(target, bytesOf(archive, entry), { mode: entry.executable ? 0o755 : 0o644 });
  }
}

/** The text of one file at the top of the archive. Throws when the archive has no such file. */
export function readFromAsar(path: string, name: string): string {
  return withArchive(path, (archive) => {
    const entry = archive.root.files?.[name];
    if (!entry) throw new Error(`${name} is not in ${path}`);
    return bytesOf(archive, entry).toString('utf8');
  });
}

/** Writes everything the archive holds, unpacked files included, to `target`; an existing `target` is left as it is. */
export function extractAsar(path: string, target: string): void {
  if (existsSync(target)) return;
  const unfinished = `${target}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  withArchive(path, (archive) => write(archive, archive.root, '', unfinished));
  renameSync(unfinished, target);
}
