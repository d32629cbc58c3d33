import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, openApp } from '#electron/app.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import { addMilliseconds, type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { plural } from '#shared/kernel/text.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { type Period, periodOf } from '#shared/report/period.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import { type DemoClock, demoClock } from './clock.ts';
import { seedPeople } from './people.ts';
import { act, DemoStopped } from './procedure.ts';
import { type Arrival, timelineOf } from './timeline.ts';

export interface DemoOptions {
  /** Folder the demo makes its workspace in; what an earlier demo left in the workspace is removed. */
  readonly folder: string;
  /** Folder of e-mails to run on; without it those of the invented town. */
  readonly mails: string | undefined;
  readonly tell: (line: string) => void;
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
const MINUTE = 60_000;
const RECIPIENTS = 1_240;
/** Later than every planned moment. */
const THE_END: Instant = '9999-12-31T00:00:00.000Z';

/** Runs the real procedure on e-mails through the same use-cases as the screens, on a clock of its own. */
export async function runDemo({ folder, mails, tell }: DemoOptions): Promise<Result<DemoResult, Problem>> {
  const timeline = await timelineOf(mails);
  if (!timeline.ok) return timeline;
  const first = timeline.value[0];
  if (!first) {
    return problem(
      'no-mails',
      'Nella cartella non c’è alcuna e-mail.',
      'Indica una cartella con file .eml, oppure togli --mails.',
    );
  }
  const workspace = join(folder, 'dati');
  const inbox = join(workspace, 'posta');
  const prepared = storageResult(() => {
    rmSync(workspace, { recursive: true, force: true });
    mkdirSync(inbox, { recursive: true });
    writeFileSync(join(workspace, EXAMPLE_MARK), '');
  });
  if (!prepared.ok) return prepared;
  const clock = demoClock(first.moment);
  const opened = openApp({
    dataFolder: workspace,
    profile: valdombra,
    training: true,
    online: false,
    now: clock.now,
    checkOutputs: true,
    changed: () => undefined,
    ask: async () => problem('no-window', 'La prova non ha una finestra.', 'Apri l’app con npm start.'),
    log: (id, cause) => tell(`[${id}] ${String(cause)}`),
  });
  if (!opened.ok) return opened;
  const app = opened.value;
  try {
    await seedPeople(app);
    return ok(await play(app, clock, { arrivals: timeline.value, inbox, workspace, tell }));
  } catch (cause) {
    if (cause instanceof DemoStopped) return { ok: false, error: cause.problem };
    throw cause;
  } finally {
    app.close();
  }
}

interface Stage {
  readonly arrivals: readonly Arrival[];
  readonly inbox: string;
  readonly workspace: string;
  readonly tell: (line: string) => void;
}

async function play(app: App, clock: DemoClock, { arrivals, inbox, workspace, tell }: Stage): Promise<DemoResult> {
  const unread: DemoResult['unread'][number][] = [];
  for (const [index, { name, bytes, moment }] of arrivals.entries()) {
    await deliver(app, clock, moment);
    clock.goTo(moment);
    writeFileSync(join(inbox, name), bytes);
    await act(app, 'people.actAs', { id: 'marta' });
    const checked = await act(app, 'requests.checkMailbox', {});
    unread.push(...checked.problems);
    for (const request of await act(app, 'requests.list', {})) {
      if (request.state === 'open' && request.missing.length === 0) await carry(app, clock, request);
    }
    tell(`${index + 1} di ${arrivals.length}: ${name}`);
  }
  await deliver(app, clock, THE_END);
  const sent = (await act(app, 'register.list', { from: null, to: null })).map(({ sentAt }) => sentAt);
  const requests = await act(app, 'requests.list', {});
  const reports: DemoResult['reports'][number][] = [];
  for (const period of new Set(sent.map((moment) => periodOf(romeOf(moment).day)))) {
    const made = await act(app, 'report.build', { period });
    reports.push({ period, pdf: join(workspace, 'relazioni', made.fileName), messages: made.messages });
    tell(`Report ${period}: ${plural(made.messages, 'messaggio', 'messaggi')}, ${made.fileName}`);
  }
  return {
    workspace,
    deliveries: join(workspace, 'consegne'),
    reports,
    requests: requests.length,
    messages: sent.length,
    unread,
    incomplete: requests.filter(({ missing }) => missing.length > 0).map(({ title }) => title),
  };
}

/** One request from the desk to the queue: taken in charge, data confirmed, forwarded, approved. */
async function carry(app: App, clock: DemoClock, { id, data, asked }: RequestRow): Promise<void> {
  await act(app, 'requests.takeCharge', { id });
  await act(app, 'requests.setData', {
    id,
    data: {
      ...data,
      office: data.office ?? 'Segreteria',
      category: data.category ?? 'Servizi',
      reason: data.reason ?? 'servizio',
    },
  });
  const text = asked.text.replace(/\be' /g, 'è ').replace(/ +\./g, '.');
  await act(app, 'drafts.forward', { id, text, reasons: { prontuario: 'Testo concordato con l’ufficio.' } });
  clock.goTo(addMilliseconds(clock.now(), 40 * MINUTE));
  await act(app, 'people.actAs', { id: 'ornella' });
  const waiting = (await act(app, 'drafts.waiting', {})).find((draft) => draft.id === id);
  if (waiting)
    await act(app, 'drafts.approve', { id, seen: waiting.rewritten.hash, text: waiting.rewritten.text, route: null });
  await act(app, 'people.actAs', { id: 'marta' });
}

/** Lets the planned moments up to `until` come: the app delivers, a person confirms some minutes later. */
async function deliver(app: App, clock: DemoClock, until: Instant): Promise<void> {
  for (let due = app.nextDue(); due !== undefined && due <= until; due = app.nextDue()) {
    clock.goTo(due);
    if ((await app.tick()) === 0) break;
    clock.goTo(addMilliseconds(clock.now(), 5 * MINUTE));
    for (const job of await act(app, 'queue.list', {})) {
      if (job.state !== 'handedOver') continue;
      await act(app, 'queue.confirmSent', { id: job.id, text: null, recipients: RECIPIENTS });
    }
  }
}
