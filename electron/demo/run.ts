import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#electron/app.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import { type Instant, instantAt, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { plural } from '#shared/kernel/text.ts';
import { type Period, periodOf } from '#shared/report/period.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import { type DemoClock, demoClock } from './clock.ts';
import { playDaysAfter } from './daysAfter.ts';
import { carry, letTimePass } from './desk.ts';
import { TOWN_EVENTS } from './events.ts';
import { liquidate } from './liquidation.ts';
import { openDemoDesk } from './openDesk.ts';
import { seedPeople } from './people.ts';
import { act, DemoStopped } from './procedure.ts';
import { newsOf } from './prose.ts';
import { type DemoArrival, demoTimelineOf } from './timeline.ts';
import { LATER_MAILS } from './writtenMails.ts';

export interface DemoOptions {
  /** Folder that becomes the workspace; what it holds is removed first. */
  readonly workspace: string;
  /** Folder of e-mails to run on; without it those of the invented town. */
  readonly mails: string | undefined;
  readonly tell: (line: string) => void;
  /** Told how far the demo is. */
  readonly progress?: (done: number, total: number) => void;
}

/** What the demo made and where it lies. */
export interface DemoResult {
  readonly workspace: string;
  readonly deliveries: string;
  /** One report for each two-month period with messages. */
  readonly reports: readonly { readonly period: Period; readonly pdf: string; readonly messages: number }[];
  readonly requests: number;
  readonly messages: number;
  /** E-mails that could not be read; all the others went on. */
  readonly unread: readonly { readonly name: string; readonly problem: Problem }[];
  /** Requests that lack something and wait for their office. */
  readonly incomplete: readonly string[];
}

/** A workspace with this file is of the invented town: the command line then uses its profile. */
export const EXAMPLE_MARK = 'comune-di-esempio';
/** The morning after the two months, when the office reports: later than every planned moment. */
const THE_END: Instant = instantAt('2027-01-08', '09:00');
/** The notice the invented offices ask for twice (P21). */
/** More than the invented town or a folder of e-mails ever has. */
const EVERY_REQUEST = 100_000;
const ASKED_TWICE = newsOf('tari-seconda-rata');

/** Runs the real procedure on e-mails through the same use-cases as the screens, on a clock of its own. */
export async function runDemo({ workspace, mails, tell, progress }: DemoOptions): Promise<Result<DemoResult, Problem>> {
  const timeline = await demoTimelineOf(mails);
  if (!timeline.ok) return timeline;
  const first = timeline.value[0];
  if (!first) {
    return problem({
      code: 'no-mails',
      what: 'Nella cartella non c’è alcuna e-mail.',
      remedy: 'Indica una cartella con file .eml, oppure togli --mails.',
    });
  }
  const prepared = storageResult(() => {
    rmSync(workspace, { recursive: true, force: true });
    mkdirSync(join(workspace, 'posta'), { recursive: true });
    writeFileSync(join(workspace, EXAMPLE_MARK), '');
  });
  if (!prepared.ok) return prepared;
  const clock = demoClock(first.moment);
  const opened = openDemoDesk({ workspace, clock, tell });
  if (!opened.ok) return opened;
  const { app, breakOff, close } = opened.value;
  const stage: Stage = { app, clock, workspace, tell, isTown: mails === undefined, progress };
  try {
    await seedPeople(app);
    const unread = await play(stage, timeline.value);
    await letTimePass(app, clock, mails === undefined ? THE_END : '9999');
    clock.goTo(THE_END);
    const result = await conclude(stage, unread);
    if (stage.isTown) await playDaysAfter({ app, breakOff, clock, workspace, tell });
    await act(app, 'people.actAs', { id: 'marta' });
    return ok(result);
  } catch (cause) {
    if (cause instanceof DemoStopped) return { ok: false, error: cause.problem };
    throw cause;
  } finally {
    close();
  }
}

interface Stage {
  readonly app: App;
  readonly clock: DemoClock;
  readonly workspace: string;
  readonly tell: (line: string) => void;
  readonly isTown: boolean;
  readonly progress: ((done: number, total: number) => void) | undefined;
}

/** Everything that happens, in the order of its moments. Returns the e-mails that could not be read. */
async function play(stage: Stage, arrivals: readonly DemoArrival[]): Promise<DemoResult['unread']> {
  const { app, clock, tell } = stage;
  const unread: DemoResult['unread'][number][] = [];
  const mails = arrivals.map((arrival) => ({
    ...arrival,
    run: async () => {
      unread.push(...(await receive(stage, arrival)));
    },
  }));
  const events = stage.isTown ? TOWN_EVENTS.map((event) => ({ ...event, run: () => event.run(app) })) : [];
  const moments = [...mails, ...events].sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
  const later = stage.isTown ? LATER_MAILS : [];
  for (const [index, { name, moment, run }] of moments.entries()) {
    await letTimePass(app, clock, moment);
    clock.goTo(moment);
    await run();
    tell(`${index + 1} di ${moments.length}: ${name}`);
    stage.progress?.(index + 1, moments.length + later.length);
  }
  return unread;
}

async function receive({ app, clock, workspace }: Stage, { name, bytes }: DemoArrival): Promise<DemoResult['unread']> {
  writeFileSync(join(workspace, 'posta', name), bytes);
  await act(app, 'people.actAs', { id: 'marta' });
  const { problems } = await act(app, 'requests.checkMailbox', {});
  const requests = await allRequests(app);
  for (const [index, request] of requests.entries()) {
    if (request.state !== 'open' || request.missing.length > 0) continue;
    const twin = requests.find((other) => isAskedAgain(request, other));
    if (twin) {
      await act(app, 'requests.close', {
        id: request.id,
        outcome: 'duplicato',
        why: 'È lo stesso avviso.',
        sameAs: twin.id,
      });
    } else await carry(app, clock, request, requests.length - index);
  }
  return problems;
}

/** Every request there is, the newest first. */
async function allRequests(app: App): Promise<readonly RequestRow[]> {
  const every = { text: '', limit: EVERY_REQUEST };
  const { rows: inWork } = await act(app, 'requests.list', every);
  const { rows } = await act(app, 'requests.decided', every);
  const newestFirst = (one: RequestRow, other: RequestRow): number =>
    one.receivedAt === other.receivedAt ? (one.id < other.id ? -1 : 1) : one.receivedAt > other.receivedAt ? -1 : 1;
  return [...inWork, ...rows].sort(newestFirst);
}

const isAskedAgain = (request: RequestRow, other: RequestRow): boolean =>
  other.id !== request.id && other.data.link === request.data.link && request.data.link === ASKED_TWICE;

/** The report of every period with messages; the period of the invented town is reconciled first. */
async function conclude({ app, workspace, tell, isTown }: Stage, unread: DemoResult['unread']): Promise<DemoResult> {
  const sent = await act(app, 'register.list', { from: null, to: null });
  const requests = await allRequests(app);
  const reports: DemoResult['reports'][number][] = [];
  for (const period of [...new Set(sent.map(({ sentAt }) => periodOf(romeOf(sentAt).day)))].sort()) {
    if (isTown) await liquidate(app, workspace, period);
    const report = await act(app, 'report.build', { period });
    reports.push({ period, pdf: join(workspace, 'relazioni', report.fileName), messages: report.messages });
    tell(`Report ${period}: ${plural(report.messages, 'messaggio', 'messaggi')}, ${report.fileName}`);
  }
  return {
    workspace,
    deliveries: join(workspace, 'consegne'),
    reports,
    requests: requests.length,
    messages: sent.length,
    unread,
    incomplete: requests
      .filter(({ state, missing }) => (state === 'open' || state === 'waiting') && missing.length > 0)
      .map(({ title }) => title),
  };
}
