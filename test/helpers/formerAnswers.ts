/** What a desk knows, in the words that both the former version and this one use; test/cases/former/make.mjs asks it too. */

/** Runs a use-case by name and gives its value. */
export type AskDesk = (method: string, input: object) => Promise<unknown>;

type Fields = Readonly<Record<string, unknown>>;

const REQUEST = (
  'id title state mail index of receivedAt asked data confirmed missing series comparisons inCharge charges conflicts ' +
  'waiting waits letters answers forwardedAt senderName senderAddress mailSubject mailText text'
).split(' ');
const JOB = (
  'id state notice route plannedFor rounds moves movedBy deferrals queuedBy queuedAt desk evidence receipt sent why ' +
  'answer rejected'
).split(' ');
const DRAFT = 'id rewritten checks conflicts'.split(' ');
const ROSTER = 'people chains absences escalation conflicts'.split(' ');

const only = (fields: readonly string[], value: unknown): Fields =>
  Object.fromEntries(fields.map((name) => [name, (value as Fields)[name]]));

const rows = (fields: readonly string[], value: unknown): readonly Fields[] =>
  (value as readonly Fields[]).map((row) => only(fields, row)).sort((a, b) => (`${a.id}` < `${b.id}` ? -1 : 1));

export interface FormerQuestions {
  readonly requests: readonly string[];
  readonly period: string;
  /** The days whose settled sendings are asked for; the former version told those of all days at once. */
  readonly days?: readonly string[];
}

/** Every sending of a desk, whatever became of it. */
async function jobsOf(ask: AskDesk, days: readonly string[]): Promise<readonly Fields[]> {
  const asked: Fields[] = [];
  for (const input of days.length === 0 ? [{}] : days.map((day) => ({ day })))
    asked.push(...((await ask('queue.list', input)) as readonly Fields[]));
  return [...new Map(asked.map((job) => [job.id, job])).values()];
}

/** The register, requests, queue, people, texts, rules and report of a desk, as plain JSON. */
export async function answersOf(ask: AskDesk, { requests, period, days = [] }: FormerQuestions) {
  const asked: Fields[] = [];
  for (const id of requests) asked.push(only(REQUEST, await ask('requests.get', { id })));
  const answers = {
    register: await ask('register.list', { from: null, to: null }),
    requests: asked,
    queue: rows(JOB, await jobsOf(ask, days)),
    people: only(ROSTER, await ask('people.roster', {})),
    waiting: rows(DRAFT, await ask('drafts.waiting', {})),
    irregular: await ask('drafts.toRegularise', {}),
    pack: await ask('drafts.pack', {}),
    series: await ask('requests.series', {}),
    report: only(['case', 'register', 'comparison'], await ask('report.get', { period })),
    view: await ask('register.view', {}),
  };
  return JSON.parse(JSON.stringify(answers)) as typeof answers;
}
