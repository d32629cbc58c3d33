/** The command line: one JSON document on stdout, messages on stderr; exit 0 done, 1 a problem, 2 wrong usage. */
import { parseArgs } from 'node:util';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Command, CommandCall } from './command.ts';
import { commands } from './commands.ts';
import { answerProblem } from './problemAnswer.ts';

/** What every command understands. */
const COMMON = {
  profile: { type: 'string' },
  hosts: { type: 'string' },
  'mail-domains': { type: 'string' },
  data: { type: 'string' },
  quiet: { type: 'boolean' },
  online: { type: 'boolean' },
} as const;

const USAGE = [
  'Uso: npm run -s avvisi -- COMANDO [opzioni]',
  ...commands.map(({ name, usage }) => `  ${name} ${usage}`.trimEnd()),
].join('\n');

function callOf(command: Command, words: readonly string[]): CommandCall | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
    });
    const [least, most] = command.files;
    if (positionals.length < least || positionals.length > most) return undefined;
    const given = values as Readonly<Record<string, string | boolean | undefined>>;
    if (command.required?.some((name) => typeof given[name] !== 'string')) return undefined;
    return {
      files: positionals,
      option: (name) => (typeof given[name] === 'string' ? given[name] : undefined),
      needed: (name) => String(given[name]),
      flag: (name) => given[name] === true,
      tell: (line) => {
        if (given.quiet !== true) process.stderr.write(`${line}\n`);
      },
    };
  } catch {
    return undefined;
  }
}

async function runSafely(command: Command, call: CommandCall): Promise<Result<unknown, Problem>> {
  try {
    return await command.run(call);
  } catch (cause) {
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    return problem({
      code: 'internal',
      what: 'L’app ha avuto un problema interno.',
      why: cause instanceof Error ? cause.message : String(cause),
      remedy: 'Segnala all’assistenza il comando e questo messaggio.',
    });
  }
}

async function main(): Promise<number> {
  const [name, ...words] = process.argv.slice(2);
  const command = await commands.find((one) => one.name === name)?.load();
  const call = command && callOf(command, words);
  if (!command || !call) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const result = await runSafely(command, call);
  process.stdout.write(
    `${JSON.stringify(result.ok ? result.value : { problem: answerProblem(result.error) }, null, 2)}\n`,
  );
  await stopWorkers();
  return result.ok && !command.isWrong?.(result.value) ? 0 : 1;
}

process.exitCode = await main();
