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

/** The register, requests, queue, people, texts, rules and report of a desk, as plain JSON. */
export async function answersOf(ask: AskDesk, { requests, period }: { requests: readonly string[]; period: string }) {
  const asked: Fields[] = [];
  for (const id of requests) asked.push(only(REQUEST, await ask('requests.get', { id })));
  const answers = {
    register: await ask('register.list', { from: null, to: null }),
    requests: asked,
    queue: rows(JOB, await ask('queue.list', {})),
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
