/** Every green sign of the screens is made of an `Evidence` (P66, L14): the types ask for it, and nothing goes round them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TRUTH_LOOKS } from '#renderer/ui/truth.ts';
import { confirmed, isProved, prepared } from '#shared/kernel/evidence.ts';

const RENDERER = join(import.meta.dirname, '..', '..', 'renderer');
/** Shapes, what gives an `Evidence` its look, and pictures of components. */
const NO_SCREEN = ['ui/signShapes.ts', 'ui/truth.ts', 'gallery/'];
const GREEN = /['"]done['"]|tone="ok"|tone: 'ok'|[?:] 'ok'/g;

/** What has such a word and is no sign of truth: `Sign`, `Chip` and the fields take green from an `Evidence` alone. */
const GREENS: Readonly<Record<string, readonly [count: number, what: string]>> = {
  'report/figures/ReportFigures.tsx': [1, 'the id of a column'],
  'service/mail/trialWords.ts': [3, 'the state of a step, as the core tells it'],
  'service/today/Beginnings.tsx': [1, 'the state of a row, as the core tells it'],
  'service/today/beginningWords.ts': [2, 'the state of a row, as the core tells it'],
};

const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !NO_SCREEN.some((place) => path.startsWith(place)));

test('every green sign is made of an evidence', () => {
  const found = sources.flatMap((path) => {
    const count = readFileSync(join(RENDERER, path), 'utf8').match(GREEN)?.length ?? 0;
    return count === 0 ? [] : [[path, count]];
  });
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(GREENS).map(([path, [count]]) => [path, count])),
  );
});

test('nothing but a word with its evidence is green, and there is none without', () => {
  expect(() => confirmed({ word: 'inviata', evidence: ' ' })).toThrow('inviata');
  const [proved, weaker] = [
    confirmed({ word: 'inviata', evidence: 'Ricevuta.' }),
    prepared({ word: 'pronta', evidence: 'Scritta.' }),
  ];
  expect([isProved(proved), isProved(weaker)]).toEqual([true, false]);
  const green = Object.entries(TRUTH_LOOKS).filter(([, { sign, tone }]) => sign === 'done' || tone === 'ok');
  expect(green.map(([name]) => name)).toEqual(['confirmed']);
  // A hand-made word cannot be green: it lacks what `confirmed` alone gives.
  // @ts-expect-error -- no evidence was made
  const forged: ReturnType<typeof confirmed> = {
    word: 'inviata',
    sign: 'confirmed',
    evidence: 'x',
    when: null,
    who: null,
  };
  expect(forged.word).toBe('inviata');
});
