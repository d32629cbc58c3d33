/** The desk of the invented town on Tuesday 24 November 2026: what it holds, prepared once and opened in many tests. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { fileSecrets } from '#electron/db/secrets.ts';
import { openRuntime, type Runtime } from '#electron/desk/runtime.ts';
import { drafts } from '#electron/drafts/cases.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { people } from '#electron/people/cases.ts';
import { queue } from '#electron/queue/cases.ts';
import { register } from '#electron/register/cases.ts';
import { registerProjections } from '#electron/register/store.ts';
import { report } from '#electron/report/cases.ts';
import { requests } from '#electron/requests/cases.ts';
import { clockOf, stampOf } from '#shared/journal/clock.ts';
import { deviceFact } from '#shared/journal/devices.ts';
import { asIfKept, type Fact, hashOf, type NewFact, versionOfType } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { peopleFact } from '#shared/people/facts.ts';
import type { Person, Phase } from '#shared/people/person.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { Entry } from '#shared/register/entry.ts';
import { registerFact } from '#shared/register/facts.ts';
import { mailboxFact } from '#shared/requests/mailboxChecks.ts';
import { must, testClock } from '../desk.ts';
import { randomFrom } from '../random.ts';
import type { Arrival } from './arrivals.ts';
import { ENTRIES, toldEntries } from './entries.ts';
import { REPORT_ENTRIES, type ReportOptions, toldReport } from './report.ts';
import { toldRequests, WRITTEN } from './requests.ts';
import { SENDINGS, type Sending, toldSendings } from './sendings.ts';
import { ASKED_BY } from './similar.ts';
import { type Told, told } from './told.ts';

/** Tuesday 24 November 2026, 09:12 in Rome. */
export const MORNING: Instant = '2026-11-24T08:12:00.000Z';
/** When the mailbox was read that morning. */
const CHECKED: Instant = '2026-11-24T07:31:00.000Z';
export const DESK_NAME = 'Sportello 1';

/** What the desk holds, where it is not the usual. */
export interface MorningOptions extends ReportOptions {
  /** A desk that just began: nobody known, nothing arrived. */
  readonly fresh?: boolean;
  /** People and nothing else: no e-mail, no text, no sending. */
  readonly empty?: boolean;
  readonly sendings?: readonly Sending[];
  /** The e-mails, with the ids of the usual ones. */
  readonly arrivals?: readonly Arrival[];
  /** The people, with the ids of the usual ones. */
  readonly people?: readonly Person[];
  readonly entries?: readonly Entry[];
  /** So many rows of the register in all: the rows again and again, an hour apart. */
  readonly registerRows?: number;
  /** What was told besides, also by other desks, in order. */
  readonly told?: readonly Told[];
}

const person = (id: string, name: string, role: Person['roles'][number]): Person => ({
  ...{ id, name, address: `${id}@comune.valdombra.example` },
  roles: [role],
  accounts: [],
});
export const PEOPLE: readonly Person[] = [
  person('bellin', 'Marta Bellin', 'operatore'),
  person('vidal', 'Ornella Vidal', 'capo settore'),
  person('zennaro', 'Luca Zennaro', 'operatore'),
];
const CHAINS: Readonly<Record<Phase, string[]>> = {
  intake: ['bellin', 'zennaro', 'vidal'],
  alternative: ['bellin', 'zennaro'],
  report: ['vidal', 'bellin', 'zennaro'],
};
const toldPeople = (persons: readonly Person[] = PEOPLE) =>
  told(
    '2026-09-01T07:00:00.000Z',
    'vidal',
    ...persons.map((one) => peopleFact('person.set', `person/${one.id}`, one)),
    ...(['intake', 'alternative', 'report'] as const).map((phase) =>
      peopleFact('chain.set', `chain/${phase}`, { phase, people: CHAINS[phase] }),
    ),
  );
/** The other desk of the office. */
const toldDesk = told(
  '2026-09-02T07:00:00.000Z',
  'bellin',
  deviceFact('device.accepted', 'device/desk2', { key: 'chiave2', name: 'Sportello 2' }),
);
const looked = (at: Instant, read: number, added: number): readonly Told[] =>
  told(at, 'bellin', mailboxFact('mailbox.checked', `mailbox/${at.slice(0, 10)}`, { read, added }));
/** The mailbox was first read long before: the days between are days without a look. */
const toldLooks = [...looked('2026-11-18T07:31:00.000Z', 2, 1), ...looked(CHECKED, 3, 5)];

const WORDS = [people, register, requests, drafts, queue, report] as const;

/** A desk that is being filled. */
interface Filling extends Runtime {
  readonly database: Database;
  readonly tell: (facts: readonly Told[]) => void;
}

/** The desk in `folder`, open to be filled with facts of any moment and of other desks. */
function openFilling(folder: string): Filling {
  const clock = testClock(MORNING);
  const database = must(openDatabase(join(folder, 'avvisi.db'), migrations));
  const random = randomFrom(24);
  const runtime = openRuntime({
    database,
    secrets: must(fileSecrets(folder)),
    dataFolder: folder,
    profile: valdombra,
    computer: { machine: DESK_NAME, name: DESK_NAME, appVersion: '0.1.0' },
    now: clock.now,
    changed: () => undefined,
    ask: async () => {
      throw new Error('Nobody is asked.');
    },
    files: nodeFiles(),
    facts: WORDS.flatMap(({ facts }) => [...facts]),
    blobs: Object.fromEntries(WORDS.flatMap(({ blobs }) => Object.entries(blobs))),
    projections: WORDS.flatMap(({ projections }) => [...projections]),
    reader: people.store,
    randomBytes: (size) => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256))),
  });
  const { journal } = runtime.desk;
  /** What every desk knew before anything was told apart. */
  const common = journal.count();
  const ends = new Map<string, Fact>();
  const seal = (dev: string, { fact, actor, at }: Told): Fact => {
    const before = journal.factsOf(fact.ent);
    const base = before.findLast((one) => one.dev === dev || (one.dev === journal.device() && one.seq <= common));
    const newest = before.map(({ hlc }) => clockOf(hlc).milliseconds);
    const last = ends.get(dev);
    const open = {
      ...{ ...fact, v: versionOfType(fact.type), dev, actor, at },
      seq: (last?.seq ?? 0) + 1,
      hlc: stampOf({ milliseconds: Math.max(Date.parse(at), ...newest) + 1, counter: 0 }, dev),
      ver: (base?.ver ?? 0) + 1,
      base: base?.h ?? null,
      prev: last?.h ?? '',
    };
    const sealed: Fact = { ...open, h: hashOf(open, sha256) };
    ends.set(dev, sealed);
    return sealed;
  };
  return {
    ...runtime,
    database,
    tell: (facts) => {
      for (const one of facts) {
        clock.set(one.at);
        if (one.dev === undefined) journal.append([one.fact], { actor: one.actor });
        else journal.receive([seal(one.dev, one)], () => undefined);
      }
    },
  };
}

/** Adds to what lies in `folder` before the app is opened on it. */
export function fill(folder: string, change: (filling: Filling) => void): void {
  const filling = openFilling(folder);
  change(filling);
  filling.exchange.use(undefined, null);
  filling.database.close();
}

/** Rows of the register again and again, written by its projections: through the journal it would take minutes. */
function multiply(database: Database, rows: number): void {
  const writers = registerProjections.map(({ prepare }) => prepare(database));
  const [newest] = ENTRIES;
  if (!newest) return;
  database.transaction(() => {
    for (let index = 0; index < rows; index++) {
      const { id: _id, year, number: _number, ...body } = ENTRIES[index % ENTRIES.length] ?? newest;
      const sentAt = new Date(Date.parse(newest.sentAt) - index * 3_600_000).toISOString();
      const ent = `entry/row-${index}`;
      const facts: readonly NewFact[] = [
        registerFact('entry.recorded', ent, { ...body, sentAt }),
        registerFact('entry.numbered', ent, { year: year ?? 2026, number: rows - index }),
      ];
      for (const write of writers) write(ent, asIfKept(facts, 'vidal', sentAt));
    }
  })();
}

function prepare(folder: string, options: MorningOptions): void {
  if (options.fresh) return;
  fill(folder, ({ desk, database, tell }) => {
    const usual = options.report === undefined ? ENTRIES : REPORT_ENTRIES;
    const facts = options.empty
      ? [...toldPeople(options.people), ...toldLooks]
      : [
          ...toldPeople(options.people),
          ...toldDesk,
          ...toldLooks,
          ...toldRequests(desk.blobs, options.arrivals),
          ...toldSendings(options.sendings ?? SENDINGS, desk.journal.device()),
          ...(options.registerRows === undefined ? toldEntries(options.entries ?? usual) : []),
          ...toldReport(options, desk.blobs),
        ];
    database.transaction(() => tell(facts.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))))();
    if (options.registerRows !== undefined) multiply(database, options.registerRows);
    if (!options.empty) drafts.store(database).write(WRITTEN.id, WRITTEN.text, MORNING);
    desk.blobs.put(ASKED_BY);
    localValues(database).set('mailbox', { checkedAt: CHECKED, problem: null });
  });
  if (options.told) fill(folder, ({ tell }) => tell(options.told ?? []));
}

type Files = readonly (readonly [path: string, bytes: Uint8Array])[];
const prepared = new Map<string, Files>();

function filesOf(options: MorningOptions): Files {
  const key = JSON.stringify({ ...options, seal: String(options.seal) });
  const known = prepared.get(key);
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), 'puntosi-morning-'));
  prepare(folder, options);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => [path.slice(folder.length + 1), readFileSync(path)] as const);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  prepared.set(key, files);
  return files;
}

/** Puts what the desk holds into an empty folder; what was prepared once in this process is only copied. */
export function layOut(folder: string, options: MorningOptions = {}): void {
  for (const [path, bytes] of filesOf(options)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
