import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Person } from '#shared/people/person.ts';
import { close, forward, releaseCharge, reopen, setData, takeCharge } from '#shared/requests/decide.ts';
import { OUTCOMES } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';
import { pause } from '#shared/requests/waiting.ts';
import { must } from '../../helpers/desk.ts';
import { type Pen, pen, requestReceived } from '../../helpers/facts.ts';
import { contextOf, LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const HASH = 'a'.repeat(64);
const DUPLICATE = { outcome: 'duplicato', why: 'già inviato il 12 febbraio', sameAs: '2026/0012' } as const;

/** What a person can do with a request, as the app does it. */
const acts = {
  takeCharge: (request, person) => takeCharge(request, contextOf(person)),
  setData: (request, person) => setData(request, { category: 'Eventi' }, contextOf(person)),
  forward: (request, person) => forward(request, HASH, contextOf(person)),
  close: (request, person) => close(request, DUPLICATE, contextOf(person)),
  pause: (request) =>
    pause(request, { words: 'Cultura pubblica la notizia', until: '2026-03-03' }, '2026-03-02T08:00:00.000Z'),
} as const satisfies Record<string, (request: Request, person: Person) => ReturnType<typeof takeCharge>>;
type Act = keyof typeof acts;

const read = (desk: Pen): Request => foldRequest('r1', desk.all()) ?? expect.fail('no request');
const received = (asked?: Parameters<typeof requestReceived>[1]): Pen => {
  const desk = pen();
  desk.write(MARTA.id, requestReceived('r1', asked));
  return desk;
};
function perform(desk: Pen, person: Person, act: Act): string {
  const decision = acts[act](read(desk), person);
  if (!decision.ok) return decision.error.code;
  desk.write(person.id, ...decision.value);
  return decision.value.length === 0 ? 'nothing' : 'done';
}
const reopened = (desk: Pen, why: string): readonly NewFact[] => reopen(read(desk), why);

const stories: Readonly<Record<Request['state'], readonly Act[]>> = {
  open: [],
  inCharge: ['takeCharge'],
  waiting: ['takeCharge', 'pause'],
  forwarded: ['takeCharge', 'forward'],
  closed: ['takeCharge', 'close'],
};
function requestIn(state: Request['state']): Pen {
  const desk = received();
  for (const act of stories[state]) expect(perform(desk, MARTA, act)).toBe('done');
  expect(read(desk).state).toBe(state);
  return desk;
}

describe('what Marta can do with a request', () => {
  it.each<[Request['state'], Record<Act, string>]>([
    ['open', { takeCharge: 'done', setData: 'done', forward: 'not-in-charge', close: 'done', pause: 'done' }],
    ['inCharge', { takeCharge: 'nothing', setData: 'done', forward: 'done', close: 'done', pause: 'done' }],
    ['waiting', { takeCharge: 'nothing', setData: 'done', forward: 'done', close: 'done', pause: 'done' }],
    [
      'forwarded',
      {
        takeCharge: 'request-forwarded',
        setData: 'request-forwarded',
        forward: 'request-forwarded',
        close: 'request-forwarded',
        pause: 'request-forwarded',
      },
    ],
    [
      'closed',
      {
        takeCharge: 'request-closed',
        setData: 'request-closed',
        forward: 'request-closed',
        close: 'request-closed',
        pause: 'request-closed',
      },
    ],
  ])('that is %s', (state, outcomes) => {
    for (const [act, outcome] of Object.entries(outcomes)) {
      expect(perform(requestIn(state), MARTA, act as Act), act).toBe(outcome);
    }
  });
});

describe('taking charge (P2, P26)', () => {
  it('a charge is given back by who has it, and the next taking is a round of its own (P27)', () => {
    const desk = received();
    perform(desk, MARTA, 'takeCharge');
    expect(releaseCharge(read(desk), contextOf(LUCA))).toMatchObject({ ok: false, error: { code: 'not-in-charge' } });
    desk.write(MARTA.id, ...must(releaseCharge(read(desk), contextOf(MARTA))));
    expect(read(desk)).toMatchObject({ state: 'open', inCharge: null });
    perform(desk, LUCA, 'takeCharge');
    expect(read(desk)).toMatchObject({ state: 'inCharge', inCharge: { person: 'luca', round: 2 } });
  });

  it('the head substitutes in the intake; who only checks the accounts does not', () => {
    expect(perform(received(), ORNELLA, 'takeCharge')).toBe('done');
    expect(takeCharge(read(received()), contextOf({ ...LUCA, id: 'piero' }))).toMatchObject({
      ok: false,
      error: { code: 'not-your-role', remedy: 'Può farlo: Luca Zennaro, Marta Bellin.' },
    });
  });

  it('a colleague can take over; then only the colleague forwards', () => {
    const desk = requestIn('inCharge');
    expect(perform(desk, LUCA, 'takeCharge')).toBe('done');
    const refused = forward(read(desk), HASH, contextOf(MARTA));
    expect(refused.ok ? '' : refused.error.what).toBe('La richiesta è in carico a Luca Zennaro.');
    expect(perform(desk, LUCA, 'forward')).toBe('done');
  });

  it('nobody has it in charge at first', () => {
    const refused = forward(read(received()), HASH, contextOf(MARTA));
    expect(refused.ok ? '' : refused.error.what).toBe('La richiesta non è in carico a nessuno.');
  });
});

describe('what is missing (P11)', () => {
  it.each([
    [{ link: null }, 'Manca il link alla notizia.'],
    [{ sendDate: null, link: null }, 'Mancano la data di invio e il link alla notizia.'],
    [{ sendDate: null, link: null, text: '' }, 'Mancano la data di invio, il link alla notizia e il testo.'],
    [{ text: ' \n' }, 'Manca il testo.'],
  ])('%j stops the forwarding and is named', (asked, what) => {
    const desk = received(asked);
    perform(desk, MARTA, 'takeCharge');
    const refused = forward(read(desk), HASH, contextOf(MARTA));
    expect(refused).toMatchObject({ ok: false, error: { code: 'request-incomplete', what } });
  });

  it('is there as soon as an operator writes it', () => {
    const desk = received({ sendDate: null });
    expect(read(desk).missing).toEqual(['date']);
    perform(desk, MARTA, 'takeCharge');
    const decision = setData(read(desk), { sendDate: '2026-03-05' }, contextOf(MARTA));
    desk.write(MARTA.id, ...(decision.ok ? decision.value : []));
    expect(read(desk)).toMatchObject({ missing: [], confirmed: ['sendDate'], asked: { sendDate: null } });
    expect(perform(desk, MARTA, 'forward')).toBe('done');
  });
});

describe('setting data', () => {
  it('confirms what was set, also to the same value or to nothing, and leaves the rest', () => {
    const desk = received();
    desk.write(MARTA.id, ...okFacts(setData(read(desk), { office: 'Lavori pubblici', link: null }, contextOf(MARTA))));
    desk.write(MARTA.id, ...okFacts(setData(read(desk), { office: 'Polizia locale' }, contextOf(MARTA))));
    expect(read(desk)).toMatchObject({
      data: { office: 'Polizia locale', link: null, category: 'Viabilità' },
      asked: { office: 'Lavori pubblici' },
      missing: ['link'],
    });
    expect(read(desk).confirmed.toSorted()).toEqual(['link', 'office']);
  });

  it('of nothing changes nothing', () => {
    expect(okFacts(setData(read(received()), {}, contextOf(MARTA)))).toEqual([]);
  });
});

describe('ending without a notice (P16, P21)', () => {
  it.each(OUTCOMES)('%s needs a reason', (outcome) => {
    const request = read(received());
    const silent = close(request, { outcome, why: ' \n ', sameAs: null }, contextOf(MARTA));
    expect(silent).toMatchObject({ ok: false, error: { code: 'reason-missing' } });
    expect(close(request, { outcome, why: 'arrivata due volte', sameAs: null }, contextOf(MARTA)).ok).toBe(true);
  });

  it('says how it was closed to who comes later', () => {
    const refused = setData(read(requestIn('closed')), { office: 'Sport' }, contextOf(LUCA));
    expect(refused.ok ? '' : refused.error.what).toBe('La richiesta è già chiusa come «duplicato».');
  });
});

describe('coming back', () => {
  it('what the head returned is again in charge of who forwarded it, with the reason', () => {
    const desk = requestIn('forwarded');
    desk.write(ORNELLA.id, ...reopened(desk, 'manca l’orario di fine'));
    expect(read(desk)).toMatchObject({
      state: 'inCharge',
      inCharge: { person: MARTA.id },
      reopened: 'manca l’orario di fine',
    });
    expect(perform(desk, MARTA, 'forward')).toBe('done');
    expect(read(desk)).toMatchObject({ state: 'forwarded', reopened: null });
  });

  it('what was closed after somebody took charge goes back to that person', () => {
    const desk = requestIn('closed');
    desk.write(LUCA.id, ...reopened(desk, 'non era un duplicato'));
    expect(read(desk)).toMatchObject({ state: 'inCharge', inCharge: { person: MARTA.id }, closed: null });
  });

  it('what was closed before anybody took charge is open, in charge of nobody', () => {
    const desk = received();
    perform(desk, MARTA, 'close');
    desk.write(LUCA.id, ...reopened(desk, 'chiusa per sbaglio'));
    expect(read(desk)).toMatchObject({ state: 'open', inCharge: null, closed: null });
  });
});

const people = [MARTA, LUCA, ORNELLA];
const anyStep = fc.record({
  person: fc.constantFrom(...people),
  act: fc.constantFrom('reopen' as const, ...(Object.keys(acts) as Act[])),
});

it('whatever people do, in any order, the request says one thing', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
      const desk = received();
      for (const { person, act } of steps) {
        const before = read(desk);
        if (act !== 'reopen') perform(desk, person, act);
        else if (['closed', 'forwarded'].includes(before.state)) desk.write(person.id, ...reopened(desk, 'di nuovo'));
        const request = read(desk);
        expect(request.state === 'closed').toBe(request.closed !== null);
        if (request.state === 'inCharge') expect(request.inCharge).not.toBeNull();
        if (request.state === 'open') expect(request.inCharge).toBeNull();
        expect(request.state === 'waiting').toBe(request.waiting !== null);
        if (request.state === 'forwarded') expect(request.forwardedAt).not.toBeNull();
        expect(request.asked).toEqual(before.asked);
      }
    }),
  );
});

function okFacts(decision: ReturnType<typeof setData>): readonly NewFact[] {
  return decision.ok ? decision.value : expect.fail(decision.error.what);
}
