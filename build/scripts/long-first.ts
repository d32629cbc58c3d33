import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first. Begun last, each would run alone while the other core rests. */
const LONG = [
  'test/simulation/simulation.test.ts',
  'test/electron/journal/kill.test.ts',
  'test/simulation/mutants.test.ts',
  'test/electron/cli/cli.test.ts',
  'test/sharing.test.ts',
  'test/electron/queue/sending/approvalDesk.test.ts',
  'test/electron/demo/run.test.ts',
  'test/e2e/scenarios.spec.ts',
  'test/e2e/screens.spec.ts',
  'test/e2e/looks.spec.ts',
];

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((file) => moduleId.endsWith(file));
  return place === -1 ? LONG.length : place;
}

/** Orders test files as Vitest does (what it knows of earlier runs, else their size), but the long ones first. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
