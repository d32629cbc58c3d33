import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderLog, markerOf } from '#electron/share/folder/folderLog.ts';
import { MARKER } from '#electron/share/folder/layout.ts';
import { locate } from '#electron/share/folder/locate.ts';
import { nodeFolder } from '#electron/share/folder/nodeFolder.ts';
import { type ShareReport, verifyShare } from '#electron/share/folder/verify.ts';
import { sayQuarantine } from '#shared/journal/quarantine.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Command } from './command.ts';
import { answerProblem } from './problemAnswer.ts';

const NOT_A_REGISTER: Readonly<Record<'illegible' | 'unfounded', Problem>> = {
  unfounded: {
    code: 'share-unfounded',
    what: 'In questa cartella non c’è un registro condiviso.',
    remedy: 'Indica la cartella scelta nelle Impostazioni, o quella «.puntosi-v1» che contiene.',
  },
  illegible: {
    code: 'share-illegible',
    what: 'Il contrassegno del registro, «formato.json», manca o non si legge.',
    why: 'Non ho toccato niente.',
    remedy: 'Apri l’app su una postazione che usa il registro: lo rimette lei. Poi ripeti.',
  },
};

const REPUBLISH = 'Accendi le postazioni che hanno scritto i file indicati: ripubblicano da sole quello che manca.';
const COPIED =
  'Fai sapere all’assistenza che le postazioni in «forks» sono state copiate o ripristinate; le due storie ci sono tutte e due.';

/** What is wrong in a register and what to do, each remedy for something that was found; `undefined` when it is whole. */
function problemOf({ gaps, forks, quarantine }: ShareReport): Problem | undefined {
  const reasons = new Set(quarantine.map(({ reason }) => reason));
  const isTorn = reasons.delete('torn');
  const remedies = [
    ...(isTorn || gaps.length > 0 ? [REPUBLISH] : []),
    ...(forks.length > 0 ? [COPIED] : []),
    ...[...reasons].map((reason) => sayQuarantine(reason).remedy),
  ];
  if (remedies.length === 0) return undefined;
  const remedy = [...new Set(remedies)].join(' ');
  if (remedies.length === 1 && reasons.has('foreign')) {
    return {
      code: 'share-foreign',
      what: 'Il registro condiviso è intero; nella cartella ci sono file che non sono suoi: guarda «quarantine».',
      remedy,
    };
  }
  return {
    code: 'share-damaged',
    what: 'Nel registro condiviso qualcosa non torna: guarda «gaps», «forks» e «quarantine».',
    remedy,
  };
}

/** Looks through a shared register without changing it: chains, gaps, forks, files set aside, digests. */
export const verifyShareCommand: Command = {
  options: {},
  files: [1, 1],
  run: async ({ files: [named = ''], tell }): Promise<Result<unknown, Problem>> => {
    const given = resolve(named);
    if (!existsSync(given)) {
      return problem({
        code: 'share-missing',
        what: `La cartella «${named}» non si trova.`,
        remedy: 'Controlla il nome e che l’unità ci sia.',
      });
    }
    const location = existsSync(join(given, MARKER)) ? { path: given, withoutSpace: false } : await locate(given);
    const folder = nodeFolder(location.path);
    const space = await markerOf(folder, async () => undefined);
    if (typeof space === 'string') return { ok: false, error: NOT_A_REGISTER[space] };
    tell(`Leggo il registro in ${location.path}`);
    const log = folderLog({
      connect: async () => ({ location, folder }),
      random: () => randomBytes(4).toString('hex'),
      close: () => undefined,
    });
    const report = await verifyShare(space, log);
    const wrong = problemOf(report);
    return ok(wrong ? { problem: answerProblem(wrong), ...report } : report);
  },
  isWrong: (value) => typeof value === 'object' && value !== null && 'problem' in value,
};
