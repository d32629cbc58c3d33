/** Facts without a database: what rules and folds are tested with. */
import { sha256 } from '#electron/journal/journal.ts';
import { START, stampOf, tick } from '#shared/journal/clock.ts';
import { type Fact, hashOf, type NewFact, versionOfType } from '#shared/journal/fact.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { peopleFact } from '#shared/people/facts.ts';
import type { RequestData } from '#shared/requests/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { MONDAY_MORNING } from './town.ts';

/** Seals facts one after the other as the journal of one desk does, a minute apart. */
export interface Pen {
  readonly write: (actor: string, ...facts: readonly NewFact[]) => readonly Fact[];
  /** Everything written so far. */
  readonly all: () => readonly Fact[];
}

/** The pen of one desk, from `start` on. */
export function pen(device = 'desk0001', start: Instant = MONDAY_MORNING): Pen {
  const written: Fact[] = [];
  let clock = START;
  const seal = (actor: string, { type, ent, body }: NewFact): Fact => {
    const seen = written.filter((fact) => fact.ent === ent).at(-1);
    const at = addMilliseconds(start, written.length * 60_000);
    clock = tick(clock, Date.parse(at));
    const open = {
      v: versionOfType(type),
      dev: device,
      seq: written.length + 1,
      hlc: stampOf(clock, device),
      type,
      ent,
      ver: (seen?.ver ?? 0) + 1,
      base: seen?.h ?? null,
      actor,
      at,
      body,
      prev: written.at(-1)?.h ?? '',
    };
    return { ...open, h: hashOf(open, sha256) };
  };
  return {
    write: (actor, ...facts) =>
      facts.map((fact) => {
        const sealed = seal(actor, fact);
        written.push(sealed);
        return sealed;
      }),
    all: () => written,
  };
}

/** What the office of public works asked on Monday 2 March 2026, for Thursday 5 March. */
export const ROAD_WORKS = {
  title: 'Via Roma chiusa per asfaltatura',
  text: 'Giovedì 5 marzo, dalle 8:00 alle 18:00, via Roma è chiusa al traffico tra piazza Garibaldi e via Mazzini per l’asfaltatura. Il mercato resta raggiungibile da via Dante.',
  link: 'https://www.comune.valdombra.example/novita/via-roma-chiusa',
} as const;

/** The data of that request. */
export const ROAD_WORKS_DATA: RequestData = {
  sendDate: '2026-03-05',
  sendTime: null,
  link: ROAD_WORKS.link,
  office: 'Lavori pubblici',
  category: 'Viabilità',
  reason: 'servizio',
};

/** The arrival of a request typed at the desk; what is given changes the data the office asked. */
export function requestReceived(
  id: string,
  asked: Partial<RequestData & { readonly text: string }> = {},
  receivedAt: Instant = MONDAY_MORNING,
): NewFact {
  return requestFact('request.received', `request/${id}`, {
    mail: null,
    span: null,
    index: 1,
    of: 1,
    title: ROAD_WORKS.title,
    sender: null,
    receivedAt,
    asked: { ...ROAD_WORKS_DATA, text: ROAD_WORKS.text, ...asked },
    warnings: [],
  });
}

/** Somebody is absent on a day: a small fact that shows on the roster. */
export const absenceOf = (id: string, day = '2026-03-05'): NewFact =>
  peopleFact('absence.set', `absence/${id}`, { id, person: 'marta', from: day, to: day });
