import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Part } from '../../build/scripts/long/part.ts';
import { playPart, readState } from '../../build/scripts/long/play.ts';
import { temporaryFolder } from '../helpers/folders.ts';

/** A part whose turns 1 and 4 fail as long as they are in `broken`, and which is over after so many turns. */
function played(broken: ReadonlySet<number>, file: string, limit: number) {
  const seen: number[] = [];
  const part: Part = {
    name: 'prova',
    unit: 'giri',
    play: async (turn) => {
      seen.push(turn);
      return broken.has(turn) ? [{ turn, what: 'file', why: 'perché' }] : [];
    },
  };
  const told: string[] = [];
  const done = playPart(part, { file, isOver: () => seen.length >= limit, tell: (line) => told.push(line) });
  return { seen, told, done };
}

it('stops after a turn, goes on from there, and plays first what failed until it passes', async () => {
  const file = join(temporaryFolder(), 'long', 'prova.json');
  const first = played(new Set([1, 4]), file, 3);
  expect(await first.done).toMatchObject({ turns: 3, failing: [{ turn: 1 }] });
  expect(first.seen).toEqual([0, 1, 2]);
  expect(first.told).toEqual(['prova, giro 1: file\nperché']);
  const second = played(new Set([1, 4]), file, 3);
  await second.done;
  expect(second.seen).toEqual([1, 3, 4]);
  expect(readState(file)).toMatchObject({ position: 5, failing: [{ turn: 1 }, { turn: 4 }] });
  const third = played(new Set(), file, 3);
  expect(await third.done).toEqual({ turns: 3, failing: [] });
  expect(third.seen).toEqual([1, 4, 5]);
  expect(readState(file)).toEqual({ position: 6, failing: [] });
});

it('begins again where nothing can be read', () => {
  expect(readState(join(temporaryFolder(), 'manca.json'))).toEqual({ position: 0, failing: [] });
});
