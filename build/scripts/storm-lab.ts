/**
 * `npm run lab:storm`: a backlog of e-mails read in the real window, again and again. Each run appends a line to
 * `test-output/storm.jsonl`: how it ended, exit code, seconds, memory of the core, the longest tasks of the page, how long
 * acts waited. Stopped, it goes on after the last line; whoever removes the file begins again.
 *   --runs N    20 when not given, those of earlier starts counted
 *   --mails N   1,500 when not given
 */
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20' }, mails: { type: 'string', default: '1500' } },
});
if (![values.runs, values.mails].every((number) => /^[1-9]\d*$/.test(number))) {
  console.error('Uso: npm run lab:storm [-- --runs N --mails N]');
  process.exitCode = 1;
} else {
  process.env.PUNTOSI_STORM_RUNS = values.runs;
  process.env.PUNTOSI_STORM_MAILS = values.mails;
  const vitest = await startVitest('test', [], { config: 'build/vitest.storm.config.ts', watch: false });
  await vitest.close();
}
