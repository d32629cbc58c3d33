import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#electron/app.ts';
import { databaseFile } from '#electron/db/copies.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import { previewOf } from '#electron/recovery/preview.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, type Result } from '#shared/kernel/result.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { Session } from '#shared/people/session.ts';
import { EXAMPLE_MORNING, prepareExample } from './example.ts';
import { ownTrainingProfile, prepareOwnTraining, seedOwnPeople } from './ownTraining.ts';
import { seedPeople } from './people.ts';

/** The folders of the trainings, inside the desk's own. */
const FOLDERS = { invented: 'esempio', own: 'esempio-proprio' } as const;
const A_MINUTE = 60_000;

export type TrainingWanted = Input<'core.openExample'>;

/** A training to be opened (P64). */
export interface Training {
  readonly folder: string;
  readonly profile: Profile;
  readonly isInvented: boolean;
  /** Where its clock begins: in the invented town where one left off; null is the computer's own. */
  readonly begins: Instant | null;
}

export interface TrainingParts {
  /** The desk's own data. */
  readonly dataFolder: string;
  /** The town that is open, whose profile and people are copied. */
  readonly session: Session | undefined;
  /** Closes what is open, which may lie in the folder that is begun again. */
  readonly close: () => void;
  readonly progress: (done: number, total: number) => void;
}

/** The morning of the invented town, or right after the last act somebody did in it. */
function beginsAfter(folder: string): Instant {
  const held = existsSync(databaseFile(folder)) ? previewOf(databaseFile(folder)) : undefined;
  const last = held?.ok ? held.value.lastFactAt : null;
  return last !== null && last >= EXAMPLE_MORNING ? addMilliseconds(last, A_MINUTE) : EXAMPLE_MORNING;
}

const NO_TOWN: Problem = {
  code: 'training-without-town',
  what: 'L’addestramento con i dati del tuo Comune parte dai tuoi dati, che ora non sono aperti.',
  remedy: 'Esci dall’addestramento e riprova, oppure usa il Comune inventato.',
};

/**
 * Makes ready the training wanted, which can be begun any day and from nothing; what is open is closed where it must be.
 * Problems: what storage says, and `training-without-town`.
 */
export async function prepareTraining(
  wanted: TrainingWanted,
  parts: TrainingParts,
): Promise<Result<Training, Problem>> {
  const { dataFolder, session, close, progress } = parts;
  const town = wanted.town ?? 'invented';
  const folder = join(dataFolder, FOLDERS[town]);
  const isOwnOpen = session !== undefined && !session.training;
  if (town === 'own' && !isOwnOpen && (wanted.fresh || !existsSync(folder))) return problem(NO_TOWN);
  const isOpen = session?.training ?? false;
  if (isOpen) close();
  if (wanted.fresh) {
    const removed = storageResult(() => rmSync(folder, { recursive: true, force: true }));
    if (!removed.ok) return removed;
  }
  if (town === 'invented') {
    const prepared = await prepareExample(folder, progress);
    return map(prepared, () => ({ folder, profile: valdombra, isInvented: true, begins: beginsAfter(folder) }));
  }
  if (session && isOwnOpen) {
    const prepared = prepareOwnTraining(folder, session);
    if (!prepared.ok) return prepared;
  }
  return map(ownTrainingProfile(folder), (profile) => ({ folder, profile, isInvented: false, begins: null }));
}

/** Puts the people of its town into a training that knows nobody yet. */
export const seedTraining = (app: App, { folder, isInvented }: Training): Promise<void> =>
  isInvented ? seedPeople(app) : seedOwnPeople(app, folder);
