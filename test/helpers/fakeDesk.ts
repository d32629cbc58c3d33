/** The desk behind the fake bridge: facts in memory, folded by the rules of `shared/`, as the core keeps them. */
import { type Draft, foldDraft } from '#shared/drafts/draft.ts';
import { draftFact, draftFacts } from '#shared/drafts/facts.ts';
import { defaultPack, type Pack } from '#shared/drafts/pack.ts';
import { regulariseDue } from '#shared/drafts/release.ts';
import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { withinOneWorkingDay } from '#shared/kernel/workdays.ts';
import type { Context } from '#shared/people/context.ts';
import { uncoveredPhases } from '#shared/people/escalation.ts';
import { peopleFact, peopleFacts } from '#shared/people/facts.ts';
import type { Absence, Person } from '#shared/people/person.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { headOf, isHeadPresent, nameOf, onDuty, type Roster } from '#shared/people/roster.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { intakeDeadline, isUrgent } from '#shared/requests/deadlines.ts';
import { checksOfDay, lastWorkingDays } from '#shared/requests/mailboxChecks.ts';
import { foldRequest, type Request } from '#shared/requests/request.ts';
import type { RequestDetail, RequestRow } from '#shared/requests/views.ts';
import type { Status } from '#shared/service/status.ts';
import { ALONE } from './alone.ts';
import { fakeJobs } from './fakeQueue.ts';
import { type FakeMail, fakeMails, fakeWritten, type Told, toldRequests } from './fakeRequests.ts';

export interface FakeDeskOptions {
  /** Who stopped all sendings, when somebody did. */
  readonly stopped?: Status['stopped'];
  /** Tuesday 24 November 2026, 09:12 in Rome, when not given. */
  readonly now?: Instant;
  /** Who sits at the desk, by id: `bellin` (operator), `vidal` (head) or `zennaro` (operator); null = nobody said. */
  readonly person?: string | null;
  /** A desk that just began: nobody known, nothing arrived. */
  readonly fresh?: boolean;
  /** People and nothing else: no e-mail, no text, no sending. */
  readonly empty?: boolean;
  readonly training?: boolean;
  /** Who is away; nobody when not given. */
  readonly absences?: readonly Absence[];
  readonly mailbox?: Pick<Status['mailbox'], 'checkedAt' | 'problem'>;
  /** What was told besides the fixture, also by other desks (`dev`), in order. */
  readonly told?: readonly (Told & { readonly dev?: string })[];
  /** The sendings, when not the usual ones. */
  readonly jobs?: readonly JobRow[];
  /** How the exchange with the other desks stands; alone when not given. */
  readonly share?: Status['share'];
}

const person = (id: string, name: string, role: Person['roles'][number]): Person => ({
  id,
  name,
  address: `${id}@comune.valdombra.example`,
  roles: [role],
  accounts: [],
});
const PEOPLE: readonly Person[] = [
  person('bellin', 'Marta Bellin', 'operatore'),
  person('vidal', 'Ornella Vidal', 'capo settore'),
  person('zennaro', 'Luca Zennaro', 'operatore'),
];
const NOW: Instant = '2026-11-24T08:12:00.000Z';
const CHECKED: Instant = '2026-11-24T07:31:00.000Z';

/** Not SHA-256, but as long, and different for different texts: enough where nobody checks it. */
function fakeHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(8);
}

const FORWARDED_TEXTS: Readonly<Record<string, string>> = {
  'biblioteca-1': `*Biblioteca chiusa per inventario*

La biblioteca è chiusa da lunedì 30 novembre a mercoledì 2 dicembre per l’inventario.

Leggi la notizia:
https://www.comune.valdombra.example/novita/biblioteca-inventario`,
  'olio-1': `*Raccolta dell’olio usato*

Sabato 28 novembre porta l’olio usato all’ecocentro, dalle 9 alle 12.

https://www.comune.valdombra.example/novita/olio-usato`,
};

/** The facts of a text for each request that the fixture forwarded. */
function toldDrafts(requests: ReadonlyMap<string, Request>): readonly Told[] {
  return Object.entries(FORWARDED_TEXTS).flatMap(([id, text]) => {
    const request = requests.get(id);
    if (!request?.forwardedAt) return [];
    const body = { asked: request.asked.text, text, hash: fakeHash(text), checks: [], pack: '1', to: 'vidal' };
    return [{ fact: draftFact('draft.forwarded', `draft/${id}`, body), actor: 'bellin', at: request.forwardedAt }];
  });
}

type PeopleFact = FactOf<typeof peopleFacts>;

/** What the last fact of an entity of people says. */
const lastOf = <State>(facts: readonly Fact[], read: (fact: PeopleFact) => State | undefined): State | undefined =>
  foldFacts<State | undefined>(facts, undefined, (state, raw) => {
    const fact = readFact(peopleFacts, raw);
    return fact ? read(fact) : state;
  });

/** The e-mail that asks, as one of those about its request. */
const asking = ({
  id,
  receivedAt,
  sender,
  subject,
  text,
  attachments = [],
}: FakeMail): RequestDetail['mails'][number] => ({
  id,
  kind: 'asks',
  at: receivedAt,
  from: sender,
  to: [valdombra.mailbox],
  subject,
  text,
  attachments: [...attachments],
  says: null,
  withdraws: false,
  fromHead: false,
  letter: null,
});

export type FakeDesk = ReturnType<typeof fakeDesk>;

/** A desk of Valdombra. Everything it answers is a fresh copy, as after a journey between processes. */
export function fakeDesk(options: FakeDeskOptions = {}) {
  const now = options.now ?? NOW;
  const bare = options.fresh === true || options.empty === true;
  const people: Person[] = options.fresh ? [] : [...PEOPLE];
  let seated: string | null = options.person === undefined ? (people[0]?.id ?? null) : options.person;
  const written = new Map(bare ? [] : fakeWritten);
  const facts = new Map<string, Fact[]>();
  let stopped: Status['stopped'] = options.stopped ?? null;
  let count = 0;
  /** How many facts every desk knew before `told` began. */
  let common = 0;

  const tell = ({ fact, actor, at, dev }: Told & { readonly dev?: string }): void => {
    count += 1;
    const before = facts.get(fact.ent) ?? [];
    // A desk that is named knows what was there before and its own; this one, once everything was told, knows all.
    const base = dev === undefined ? before.at(-1) : before.findLast((one) => one.dev === dev || one.seq <= common);
    const h = String(count).padStart(64, '0');
    const hlc = `${String(count).padStart(16, '0')}.${dev ?? 'desk1'}`;
    const ver = before.length + 1;
    facts.set(fact.ent, [
      ...before,
      { ...fact, v: 1, dev: dev ?? 'desk1', seq: count, hlc, ver, base: base?.h ?? null, actor, at, prev: '', h },
    ]);
  };
  const entities = <Entity>(kind: string, fold: (id: string, of: readonly Fact[]) => Entity | undefined) =>
    [...facts].flatMap(([ent, of]) => (ent.startsWith(`${kind}/`) ? [fold(ent.slice(kind.length + 1), of)] : []));
  const requests = (): ReadonlyMap<string, Request> =>
    new Map(entities('request', foldRequest).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const drafts = (): ReadonlyMap<string, Draft> =>
    new Map(entities('draft', foldDraft).flatMap((one) => (one ? [[one.id, one] as const] : [])));
  if (!bare) {
    toldRequests.forEach(tell);
    toldDrafts(requests()).forEach(tell);
  }
  common = count;
  for (const told of options.told ?? []) tell({ dev: 'desk1', ...told });
  for (const absence of options.absences ?? []) {
    tell({ fact: peopleFact('absence.set', `absence/${absence.id}`, absence), actor: absence.person, at: now });
  }

  const roster = (): Roster => {
    const ids = (role: Person['roles'][number]) =>
      people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
    const [operators, heads] = [ids('operatore'), ids('capo settore')];
    const first = { intake: [...operators, ...heads], alternative: operators, report: [...heads, ...operators] };
    const set = entities('chain', (_id, of) =>
      lastOf(of, (fact) => (fact.type === 'chain.set' ? fact.body : undefined)),
    );
    const chains = { ...first, ...Object.fromEntries(set.flatMap((one) => (one ? [[one.phase, one.people]] : []))) };
    const marked = entities('absence', (_id, of) =>
      lastOf(of, (fact) => (fact.type === 'absence.set' ? fact.body : undefined)),
    );
    const [escalation = null] = entities('escalation', (_id, of) =>
      lastOf(of, (fact) => (fact.type === 'escalation.set' ? fact.body : undefined)),
    );
    return { people, chains, absences: marked.filter((one) => one !== undefined), escalation };
  };
  const row = (request: Request): RequestRow => {
    const sender = fakeMails.find(({ id }) => id === request.mail)?.sender;
    const { receivedAt, data, inCharge } = request;
    return {
      ...request,
      senderName: sender ? sender.name || sender.address : null,
      inChargeName: inCharge && nameOf(roster(), inCharge.person),
      urgent: isUrgent(valdombra.calendar, receivedAt, data.sendDate),
      due: intakeDeadline(valdombra.calendar, receivedAt, data.sendDate),
    };
  };
  const rows = (): RequestRow[] =>
    [...requests().values()].map(row).sort((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
  const approvals = (): ApprovalView[] =>
    [...drafts().values()].flatMap((draft) => {
      const request = requests().get(draft.id);
      if (!request || !['waiting', 'postponed'].includes(draft.state)) return [];
      const due = withinOneWorkingDay(valdombra.calendar, draft.rewritten.at);
      return [{ ...draft, request: row(request), rewrittenByName: nameOf(roster(), draft.rewritten.by), due }];
    });

  const irregular = (): IrregularView[] =>
    [...drafts().values()]
      .filter(({ release }) => release?.way === 'emergenza' && release.regularisedAt === null)
      .map(({ id, rewritten, release }) => ({
        id,
        title: requests().get(id)?.title ?? '',
        text: rewritten.text,
        authoriser: release?.authoriser ?? '',
        why: release?.why ?? '',
        releasedAt: rewritten.at,
        releasedByName: nameOf(roster(), rewritten.by),
        due: regulariseDue(valdombra.calendar, rewritten.at),
      }));
  const pack = (): Pack =>
    foldFacts<Pack>(facts.get('pack/comune') ?? [], defaultPack, (kept, raw) => {
      const fact = readFact(draftFacts, raw);
      return fact?.type === 'pack.published' ? fact.body : kept;
    });

  return {
    now,
    people,
    roster,
    /** What the facts are about. */
    entities: (): readonly string[] => [...facts.keys()],
    factsOf: (ent: string): readonly Fact[] => facts.get(ent) ?? [],
    irregular,
    pack,
    sit: (id: string) => {
      seated = id;
    },
    write: (id: string, text: string) => {
      written.set(id, { text, savedAt: now });
    },
    context: (): Result<Context, Problem> =>
      seated === null
        ? problem(
            'who-are-you',
            'L’app non sa chi è alla postazione.',
            'Scegli il tuo nome in alto a destra, poi ripeti.',
          )
        : ok({ now, actor: seated, roster: roster(), profile: valdombra, sha256: fakeHash }),
    keep: (decision: Result<readonly NewFact[], Problem>): Result<Record<string, never>, Problem> => {
      if (!decision.ok) return decision;
      for (const fact of decision.value) tell({ fact, actor: seated ?? 'app', at: now });
      return ok({});
    },
    request: (id: string) => requests().get(id),
    draft: (id: string) => drafts().get(id),
    rows,
    approvals,
    jobs: bare ? [] : structuredClone([...(options.jobs ?? fakeJobs)]),
    detail: (id: string): RequestDetail | undefined => {
      const request = requests().get(id);
      const mail = fakeMails.find((one) => one.id === request?.mail);
      if (!request) return undefined;
      const kept = written.get(id);
      return {
        ...row(request),
        mailSubject: mail?.subject ?? null,
        mailText: mail?.text ?? null,
        senderAddress: mail?.sender.address ?? null,
        mails: mail ? [asking(mail)] : [],
        siblings: [...requests().values()]
          .filter((one) => one.mail === request.mail)
          .map(({ id: sibling, index, title, state }) => ({ id: sibling, index, title, state })),
        text: kept?.text ?? request.asked.text,
        savedAt: kept?.savedAt ?? null,
      };
    },
    status: (jobStates: readonly string[]): Status => {
      const known = roster();
      const today = romeOf(now).day;
      const on = (phase: 'intake' | 'alternative' | 'report') => onDuty(known, phase, today)?.name ?? null;
      return {
        now,
        today,
        profile: valdombra,
        training: options.training ?? false,
        person: people.find(({ id }) => id === seated) ?? null,
        people: [...people],
        duty: {
          intake: on('intake'),
          alternative: on('alternative'),
          report: on('report'),
          head: headOf(known)?.name ?? null,
          headPresent: isHeadPresent(known, today),
          uncovered: [...uncoveredPhases(known, valdombra.calendar, today)],
        },
        escalation: known.escalation,
        counts: {
          requests: rows().filter(({ state }) => state === 'open' || state === 'inCharge').length,
          approvals: approvals().length,
          queued: jobStates.filter((state) =>
            ['queued', 'deferred', 'held', 'delivering', 'handedOver'].includes(state),
          ).length,
          uncertain: jobStates.filter((state) => ['uncertain', 'refused'].includes(state)).length,
        },
        stopped,
        mailbox: {
          ...(options.mailbox ?? { checkedAt: options.fresh ? null : CHECKED, problem: null }),
          checks: lastWorkingDays(valdombra.calendar, today, 3).map((day) =>
            checksOfDay(valdombra.calendar, day, day === today && !options.fresh ? [CHECKED] : [], now),
          ),
          reminder: null,
          today: { read: options.fresh ? 0 : 3, added: options.fresh ? 0 : 5 },
        },
        share: options.share ?? ALONE,
        folders: { mails: 'posta', deliveries: 'consegne', reports: 'report', outgoing: 'lettere' },
      };
    },
    stop: (why: string | null) => {
      const by = people.find(({ id }) => id === seated)?.name ?? '';
      stopped = why === null ? null : { by, at: now, why };
    },
    hash: fakeHash,
  };
}
