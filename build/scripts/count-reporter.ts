import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** One line of the file named by `PUNTOSI_TEST_COUNTS`: what a run of vitest counted. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  /** Full name and reason of each skipped test. */
  readonly skipped: readonly string[];
}

/** Adds what a run counted to a file, so that several runs end in one line. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.PUNTOSI_TEST_COUNTS;
    if (!file) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const results = tests.map((test) => ({
      name: `${test.module.relativeModuleId}: ${test.fullName}`,
      ...test.result(),
    }));
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const counts: TestCounts = {
      passed: results.filter(({ state }) => state === 'passed').length,
      failed: results.filter(({ state }) => state === 'failed' || state === 'pending').length + broken + errors.length,
      skipped: results
        .filter(({ state }) => state === 'skipped')
        .map((result) => ('note' in result && result.note ? `${result.name} (${result.note})` : result.name)),
    };
    appendFileSync(file, `${JSON.stringify(counts)}\n`);
  }
}
