import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

/** The smallest window the screens are made for (L3), and the size of the first start; device-independent pixels. */
export const MINIMUM = { width: 1024, height: 700 } as const;
const FIRST = { width: 1366, height: 768 } as const;

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof placeSchema>;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * Where the window goes: as it was left, moved and shrunk to lie wholly on one of the work `areas`, the first of which is
 * the main one; in the middle of that at the first start and when its screen is gone. Never smaller than `MINIMUM`: on a
 * smaller screen its upper left corner stays visible.
 */
export function placeWindow(saved: WindowPlace | undefined, areas: readonly Rectangle[]): Rectangle {
  const main = areas[0] ?? { x: 0, y: 0, ...FIRST };
  const best = saved && areas.toSorted((a, b) => overlap(b, saved) - overlap(a, saved))[0];
  const kept = saved && best && overlap(best, saved) > 0 ? saved : undefined;
  const area = kept && best ? best : main;
  const size = kept ?? FIRST;
  const width = Math.max(MINIMUM.width, Math.min(size.width, area.width));
  const height = Math.max(MINIMUM.height, Math.min(size.height, area.height));
  const wanted = kept ?? {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
  };
  return {
    x: clamp(wanted.x, area.x, Math.max(area.x, area.x + area.width - width)),
    y: clamp(wanted.y, area.y, Math.max(area.y, area.y + area.height - height)),
    width,
    height,
  };
}

/** The place saved in `file`, or undefined when there is none that can be read. */
export function readPlace(file: string): WindowPlace | undefined {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Saves the place in `file`. A failure is only logged: it costs nobody more than moving the window again. */
export function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(`${file}.nuovo`, JSON.stringify(place));
    renameSync(`${file}.nuovo`, file);
  } catch (cause) {
    console.error('Posto della finestra non salvato.', cause);
  }
}
