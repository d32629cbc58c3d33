import { expect, it } from 'vitest';
import { sharingLine } from '#electron/share/sharingLine.ts';

const WELL: Parameters<typeof sharingLine>[0] = {
  ...{ state: 'connected', problem: null, asideCounts: {}, gaps: [], forks: [] },
};
it('names the state alone while everything is well', () => {
  expect(sharingLine(WELL)).toBe('registro condiviso: connected');
});

it('counts what was set aside by its reason, and names no file, no place and no desk', () => {
  const line = sharingLine({
    state: 'away',
    problem: { code: 'drive-not-answering', what: 'Non risponde.', remedy: 'Aspetta.' },
    asideCounts: { torn: 2, foreign: 100_001 },
    gaps: [{ dev: 'a', before: 3 }],
    forks: [{ dev: 'a', seq: 3 }],
  });
  expect(line).toBe(
    'registro condiviso: away, problema drive-not-answering, file messi da parte: 100001 foreign, 2 torn, 1 mancanze, 1 biforcazioni',
  );
});
