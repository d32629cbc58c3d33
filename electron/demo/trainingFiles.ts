import { basename, isAbsolute, join, relative } from 'node:path';
import type { Files, FileToWrite } from '#electron/files/files.ts';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

const MARK = 'ADDESTRAMENTO: testo di prova, non è un avviso del Comune.';
const MARK_FILE = 'ADDESTRAMENTO.txt';
const MARK_HEADER = Buffer.from('X-PuntoSi-Addestramento: si\r\n');

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
};

const outside = (): Result<never, Problem> =>
  problem({
    code: 'training-outside',
    what: 'In addestramento si scrive solo nella cartella dell’addestramento.',
    remedy: 'Scegli una cartella al suo interno, oppure esci dall’addestramento.',
  });

/** The content with the training mark, in the kinds of files that can bear it: text, letter, JSON. */
function marked({ path, content }: FileToWrite): FileToWrite {
  if (path.endsWith('.eml')) return { path, content: Buffer.concat([MARK_HEADER, Buffer.from(content)]) };
  if (typeof content !== 'string') return { path, content };
  if (path.endsWith('.txt')) return { path, content: `${MARK}\n\n${content}` };
  if (path.endsWith('.json') && content.startsWith('{'))
    return { path, content: `{"addestramento": true,${content.slice(1)}` };
  return { path, content };
}

/** Files that are written inside the folder of the training alone, and bear its mark (P64); reading goes anywhere. */
export function trainingFiles(files: Files, folder: string): Files {
  return {
    ...files,
    tryWriting: (path) => (isInside(folder, path) ? files.tryWriting(path) : Promise.resolve(outside())),
    write: (written, appearing) => {
      if (!written.every(({ path }) => isInside(folder, path))) return Promise.resolve(outside());
      const places = new Set(written.map(({ path }) => join(path, '..', MARK_FILE)));
      return files.write([...[...places].map((path) => ({ path, content: MARK })), ...written.map(marked)], appearing);
    },
    save: (place, name, bytes) =>
      isInside(folder, place)
        ? files.save(place, `addestramento ${basename(name)}`, bytes)
        : Promise.resolve(outside()),
  };
}

/** Asks of the shell, as the training may have them: it begins to choose in its own folder, and takes no other (P64). */
export const trainingAsk =
  (ask: (ask: Ask) => Promise<Reply>, folder: string) =>
  async (asked: Ask): Promise<Reply> => {
    if (asked.what === 'open-address' || asked.what === 'open-sign-in') return ok(null);
    if (asked.what !== 'choose-folder') return ask(asked);
    const reply = await ask({
      ...asked,
      start: asked.start !== null && isInside(folder, asked.start) ? asked.start : folder,
    });
    return reply.ok && typeof reply.value === 'string' && !isInside(folder, reply.value) ? outside() : reply;
  };
