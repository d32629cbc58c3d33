import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Failure, type Part, type State, stateSchema } from './part.ts';

/** What is kept in `file`; a new beginning when there is nothing, or nothing that can be read. */
export function readState(file: string): State {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { position: 0, failing: [] };
  }
}

function writeState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, JSON.stringify(state, null, 2));
  renameSync(`${file}.tmp`, file);
}

interface Playing {
  readonly file: string;
  readonly isOver: () => boolean;
  readonly tell: (line: string) => void;
}

/**
 * Plays the turns that failed before, then new ones until it is over, and keeps after each where it stands. Gives the turns
 * played and what fails now. A turn that was begun is played to its end.
 */
export async function playPart(
  { name, play }: Part,
  { file, isOver, tell }: Playing,
): Promise<{ readonly turns: number; readonly failing: readonly Failure[] }> {
  let { position, failing } = readState(file);
  let turns = 0;
  const turn = async (number: number): Promise<void> => {
    const failures = await play(number);
    turns++;
    if (number === position) position++;
    failing = [...failing.filter((one) => one.turn !== number), ...failures];
    writeState(file, { position, failing });
    for (const { what, why } of failures) tell(`${name}, giro ${number}: ${what}\n${why}`);
  };
  for (const number of new Set(failing.map((one) => one.turn))) if (!isOver()) await turn(number);
  while (!isOver()) await turn(position);
  return { turns, failing };
}
