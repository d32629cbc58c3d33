/**
 * A backlog read in the real window, again and again: does the app stay, how does it end, how much memory does it need, how
 * long does the page stand still, how long does an act wait for its answer. One line a run in `test-output/storm.jsonl`;
 * the next start goes on after the last line. Started by `npm run lab:storm`.
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { type RunningApp, startApp } from '../../helpers/app.ts';
import { longestTasks, watchTasks } from '../../helpers/pageTasks.ts';
import { writeStorm } from '../../helpers/storm.ts';
import { enterTown } from '../../helpers/townWindow.ts';

const RUNS = Number(process.env.PUNTOSI_STORM_RUNS ?? 20);
const MAILS = Number(process.env.PUNTOSI_STORM_MAILS ?? 1_500);
const SAMPLE_MILLISECONDS = 1_000;
const ACT_EVERY_MILLISECONDS = 250;
const RUN_LIMIT_MILLISECONDS = 1_500_000;
const OUTPUT = 'test-output';
const RESULTS = join(OUTPUT, 'storm.jsonl');
/** Opened while the mailbox is read: on odd runs the requests, on even ones Oggi. */
const SECTIONS = ['Control+2', 'Control+1'] as const;

/** How many runs with as many e-mails are done already. */
function runsDone(): number {
  try {
    const lines = readFileSync(RESULTS, 'utf8').trim().split('\n');
    return lines.filter((line) => (JSON.parse(line) as { mails: number }).mails === MAILS).length;
  } catch {
    return 0;
  }
}

/** Resident memory of a process in megabytes; null where the system does not tell or the process is gone. */
function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** From now on the page does a small act again and again, and knows how long each waited for its answer. */
async function actOn({ window }: RunningApp): Promise<void> {
  await window.evaluate(async (every) => {
    const page = globalThis as unknown as { puntosi: Bridge; waited?: number[] };
    const waited: number[] = [];
    page.waited = waited;
    const view = (await page.puntosi.call('register.view', {})) as { readonly value: { readonly layout: unknown } };
    const act = async (): Promise<void> => {
      const began = performance.now();
      await page.puntosi.call('register.setLayout', view.value.layout);
      waited.push(performance.now() - began);
      setTimeout(() => void act(), every);
    };
    void act();
  }, ACT_EVERY_MILLISECONDS);
}

/** Whether the page says that the mailbox was read; asked seldom and little, so that asking does not weigh. */
const isRead = ({ window }: RunningApp): Promise<boolean> =>
  window.evaluate(() =>
    [...document.querySelectorAll('.toast')].some(({ textContent }) =>
      /Posta letta: \d+ e-mail/.test(textContent ?? ''),
    ),
  );

const waitsOf = async ({ window }: RunningApp): Promise<readonly number[]> =>
  (await window.evaluate(() => (globalThis.window as Window & { waited?: number[] }).waited ?? [])).toSorted(
    (one, other) => one - other,
  );

/** What came of a run; times in milliseconds unless named otherwise. */
interface Outcome {
  /** `letta`, or why the window was lost before. */
  readonly end: string;
  readonly seconds: number;
  readonly coreMegabytes: number;
  readonly tasks: Awaited<ReturnType<typeof longestTasks>> | null;
  readonly acts: { readonly count: number; readonly median: number; readonly longest: number } | null;
  readonly exitCode: number | null;
}

const rounded = (value: number | undefined): number => Math.round(value ?? 0);

/** Reads one backlog with a list open before it. */
async function readBacklog(running: RunningApp, section: string): Promise<Omit<Outcome, 'exitCode'>> {
  const { window } = running;
  const press = (keys: string): Promise<void> => window.keyboard.press(keys);
  await enterTown({ window, press });
  await press(section);
  const core = await running.corePid();
  await wait(SAMPLE_MILLISECONDS);
  const trace = await watchTasks(window);
  await actOn(running);
  const began = performance.now();
  await press('F9');
  let coreMegabytes = 0;
  let end: string | undefined;
  while (end === undefined) {
    await wait(SAMPLE_MILLISECONDS);
    coreMegabytes = Math.max(coreMegabytes, memoryOf(core) ?? 0);
    const isOver = await isRead(running).catch((cause: unknown) => String(cause).split('\n')[0]);
    if (isOver === true) end = 'letta';
    else if (typeof isOver === 'string') end = isOver;
    else if (performance.now() - began > RUN_LIMIT_MILLISECONDS) end = 'non finita';
  }
  const seconds = rounded((performance.now() - began) / 1_000);
  const waits = await waitsOf(running).catch(() => []);
  const tasks = await longestTasks(trace).catch(() => null);
  const acts =
    waits.length === 0
      ? null
      : { count: waits.length, median: rounded(waits[waits.length >> 1]), longest: rounded(waits.at(-1)) };
  return { end, seconds, coreMegabytes, tasks, acts };
}

test.each(Array.from({ length: RUNS }, (_, index) => index + 1).slice(runsDone()))(
  `run %i of ${RUNS}: ${MAILS} e-mails`,
  async (run) => {
    const userData = mkdtempSync(join(tmpdir(), 'puntosi-storm-'));
    try {
      writeStorm(join(userData, 'dati', 'esempio'), MAILS);
      const running = await startApp({ userData });
      // An app that closes by itself has its code all the same.
      const gone = new Promise<number | null>((done) => running.app.process().once('exit', done));
      const section = SECTIONS[(run - 1) % SECTIONS.length] ?? SECTIONS[0];
      const read = await readBacklog(running, section).catch((cause: unknown) => ({
        ...{ end: String(cause).split('\n')[0] ?? '', seconds: 0, coreMegabytes: 0, tasks: null, acts: null },
      }));
      await running.stop().catch(() => undefined);
      const outcome: Outcome = { ...read, exitCode: await gone };
      mkdirSync(OUTPUT, { recursive: true });
      const line = { at: new Date().toISOString(), run, mails: MAILS, section, ...outcome };
      appendFileSync(RESULTS, `${JSON.stringify(line)}\n`);
      console.log(JSON.stringify(line));
      if (outcome.end !== 'letta') {
        cpSync(join(userData, 'dati', 'log'), join(OUTPUT, `storm-log-${run}`), { recursive: true, force: true });
      }
      expect(outcome).toMatchObject({ end: 'letta', exitCode: 0 });
    } finally {
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    }
  },
  RUN_LIMIT_MILLISECONDS + 120_000,
);

// A file without tests is an error, and there is nothing wrong with runs that are all done.
test.runIf(runsDone() >= RUNS)('every run is done', () => {
  expect(runsDone()).toBeGreaterThanOrEqual(RUNS);
});
