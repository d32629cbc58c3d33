import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import {
  approve,
  bearsItsHash,
  type Decline,
  decline,
  type Forwarding,
  forwardDraft,
  textHash,
} from '#shared/drafts/decide.ts';
import { type Draft, draftSchema, foldDraft } from '#shared/drafts/draft.ts';
import { approveElsewhere } from '#shared/drafts/elsewhere.ts';
import { type CheckLine, draftFact } from '#shared/drafts/facts.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Person } from '#shared/people/person.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { must } from '../../helpers/desk.ts';
import { type Pen, pen, ROAD_WORKS, requestReceived } from '../../helpers/facts.ts';
import { contextOf, LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const REWRITTEN =
  'Giovedì 5 marzo, dalle 8 alle 18, via Roma è chiusa tra piazza Garibaldi e via Mazzini. Il mercato si raggiunge da via Dante.';
const SHORTER = 'Giovedì 5 marzo via Roma è chiusa dalle 8 alle 18. Passa da via Dante.';

const received = pen();
received.write('app', requestReceived('r1'));
const request = foldRequest('r1', received.all()) ?? expect.fail('no request');

const line = (change: Partial<CheckLine>): CheckLine => ({
  line: 'link',
  outcome: 'a posto',
  detail: 'si apre',
  why: null,
  ...change,
});
const forwarding = (change: Partial<Forwarding> = {}): Forwarding => ({
  text: REWRITTEN,
  checks: [line({})],
  pack: '1',
  to: ORNELLA.id,
  ...change,
});

/** A draft Marta forwarded, and what happened to it since. */
function draftAfter(...happened: readonly (readonly [Person, NewFact])[]): {
  readonly desk: Pen;
  readonly draft: Draft;
} {
  const desk = pen();
  desk.write(MARTA.id, ...must(forwardDraft(request, forwarding(), contextOf(MARTA))));
  for (const [person, fact] of happened) desk.write(person.id, fact);
  return { desk, draft: foldDraft('r1', desk.all()) ?? expect.fail('no draft') };
}
const seen = textHash(REWRITTEN, sha256);
const fact = {
  approved: draftFact('draft.approved', 'draft/r1', { text: REWRITTEN, hash: seen, way: 'app', note: '' }),
  returned: draftFact('draft.returned', 'draft/r1', { why: 'manca l’orario' }),
  refused: draftFact('draft.refused', 'draft/r1', { why: 'non è di interesse generale' }),
  postponed: draftFact('draft.postponed', 'draft/r1', { until: '2026-03-09', why: 'dopo il consiglio' }),
} as const;

/** Taken when approvals began to be bound to it: a value that changes here makes every approval on record void. */
const FIRST_FORM: readonly (readonly [text: string, hash: string])[] = [
  ['Via Roma chiusa il 5 marzo.', 'f4d6e2c512da41fb0eac5475832527af303efab08aee814b676a9308e5a7a862'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['La città è più bella: perché no? Già.', '066fd7b881a3ac42865b07ce512a3a9c69befbd538ac98831f08cc584234d28a'],
  [
    'La citta\u0300 e\u0300 piu\u0300 bella: perche\u0301 no? Gia\u0300.',
    '066fd7b881a3ac42865b07ce512a3a9c69befbd538ac98831f08cc584234d28a',
  ],
  ['Prima riga\r\nseconda riga\rterza riga', '66f3373b5bb607dd9f78788b1af9909b3a95ed2f6ed3acc66865928250d9231f'],
  ['Prima riga   \nseconda riga\t \n\n  ', 'e171047cfc4c618aaca0cde03d3d14e1c73e187018a6079c0776d17547267838'],
  ['\n\n  Avviso  con  doppi  spazi  \n', '83654f454e19909da07893bb15dd7f00aa71dfd41aaeea01dc40184c662c864e'],
  [
    '*Sciopero* \u{1F68C}\u{1F6AB} e \u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466} in piazza \u2764\uFE0F',
    'ce9e89b32a964bd3d7e90fcc9fa350fcbae443dc02c975240b00fc2be05a3b20',
  ],
  ['l’ufficio «Tributi» – 12,50 € … n. 3', '695c62042c08a8bfdf4c0ccf865bf312b38f3747e8576d8bce5b360f27eed68d'],
  ['Spazio\u00A0fisso \u00A0\nfine', '4436c0479c63758c315c0a0ed95d187d71f3b1834a87cef2989660a4172080af'],
  ['\uFB01ume \u212B \u212A ½', 'b961eef478ff535b7d94d163ec6140521488477971203426891e763391138502'],
  [
    'https://www.comune.valdombra.example/novita/biblioteca?a=1&b=è',
    'deed15e56db7d2d0c18d44688b5984212615c059d4b84b31e91d2608fc01df1e',
  ],
  ['riga\u2028separatore\u200B\uFEFF', '6e8a5a0035cbd3a3ed4656ca76a676fa9f040109ab6f8421a310e66b6b4b2545'],
];

describe('textHash', () => {
  it.each(FIRST_FORM)('of %j is what it always was', (text, hash) => {
    expect(textHash(text, sha256)).toBe(hash);
    expect(bearsItsHash({ text, hash }, sha256)).toBe(true);
    expect(bearsItsHash({ text: `${text}!`, hash }, sha256)).toBe(false);
  });

  it('is the same for what a reader cannot tell apart, and only for that', () => {
    expect(textHash(`${REWRITTEN}  \r\n`, sha256)).toBe(seen);
    expect(textHash(REWRITTEN.replace('via Roma', 'Via Roma'), sha256)).not.toBe(seen);
  });
});

describe('forwarding to the head (P24–P26)', () => {
  it('keeps the text asked, the rewritten one with its hash, and the checks', () => {
    const { draft } = draftAfter();
    expect(draft).toMatchObject({
      id: 'r1',
      state: 'waiting',
      asked: ROAD_WORKS.text,
      rewritten: { text: REWRITTEN, hash: seen, by: 'marta' },
      approved: null,
      checks: [line({})],
      to: 'ornella',
    });
    expect(draftSchema.parse(draft)).toEqual(draft);
  });

  it.each(['', ' \n\t '])('not without a text (%j)', (text) => {
    expect(forwardDraft(request, forwarding({ text }), contextOf(MARTA))).toMatchObject({
      ok: false,
      error: { code: 'text-empty' },
    });
  });

  it('what is to be corrected needs a correction or a reason, which stays (P25)', () => {
    const broken = { outcome: 'da correggere', detail: 'la pagina risponde «non trovata»' } as const;
    const refused = forwardDraft(request, forwarding({ checks: [line({}), line(broken)] }), contextOf(MARTA));
    expect(refused).toMatchObject({ ok: false, error: { code: 'check-failed' } });
    expect(refused.ok ? '' : refused.error.what).toContain('la pagina risponde «non trovata»');
    expect(forwardDraft(request, forwarding({ checks: [line({ ...broken, why: '  ' })] }), contextOf(MARTA)).ok).toBe(
      false,
    );
    const why = 'la notizia esce domani alle 8';
    const kept = must(forwardDraft(request, forwarding({ checks: [line({ ...broken, why })] }), contextOf(MARTA)));
    expect(kept[0]?.body).toMatchObject({ checks: [{ why }] });
  });

  it.each(['da vedere', 'non verificato'] as const)('«%s» does not stop the work', (outcome) => {
    expect(forwardDraft(request, forwarding({ checks: [line({ outcome })] }), contextOf(MARTA)).ok).toBe(true);
  });
});

describe('the decision of the head (P30)', () => {
  const approval = { seen, text: REWRITTEN };
  const no: Decline = { kind: 'returned', why: 'manca l’orario' };

  it.each([
    ['waiting', [], 'done'],
    ['postponed', [[ORNELLA, fact.postponed]], 'done'],
    ['approved', [[ORNELLA, fact.approved]], 'already-decided'],
    ['returned', [[ORNELLA, fact.returned]], 'already-decided'],
    ['refused', [[ORNELLA, fact.refused]], 'already-decided'],
  ] as const)('on a text that is %s', (state, happened, outcome) => {
    const { draft } = draftAfter(...happened);
    expect(draft.state).toBe(state);
    for (const decided of [approve(draft, approval, contextOf(ORNELLA)), decline(draft, no, contextOf(ORNELLA))]) {
      expect(decided.ok ? 'done' : decided.error.code).toBe(outcome);
    }
  });

  it('is hers: others are told who can', () => {
    const { draft } = draftAfter();
    for (const decided of [approve(draft, approval, contextOf(LUCA)), decline(draft, no, contextOf(LUCA))]) {
      expect(decided).toMatchObject({
        ok: false,
        error: { code: 'not-your-role', remedy: 'Può farlo: Ornella Vidal.' },
      });
    }
  });

  it('is of a second person where the municipality wants it (P30)', () => {
    const { draft } = draftAfter();
    const own = { ...draft, rewritten: { ...draft.rewritten, by: ORNELLA.id } };
    const context = contextOf(ORNELLA);
    const strict = { ...context, profile: { ...context.profile, forbidOnePerson: true } };
    expect(approve(own, approval, context).ok).toBe(true);
    expect(approve(draft, approval, strict).ok).toBe(true);
    expect(approve(own, approval, strict)).toMatchObject({ ok: false, error: { code: 'one-person-forbidden' } });
    const said = { how: 'telefono', when: context.now, note: '' } as const;
    const marta = { ...strict, actor: MARTA.id };
    expect(approveElsewhere(own, said, marta)).toMatchObject({ ok: false, error: { code: 'one-person-forbidden' } });
  });

  it('is bound to the text she saw (P24)', () => {
    const { draft } = draftAfter();
    const stale = { seen: textHash(SHORTER, sha256), text: REWRITTEN };
    expect(approve(draft, stale, contextOf(ORNELLA))).toMatchObject({ ok: false, error: { code: 'text-changed' } });
  });

  it('holds the hash of the approved text, changed or not', () => {
    const { desk, draft } = draftAfter();
    const [unchanged] = must(approve(draft, { seen, text: `${REWRITTEN}\n` }, contextOf(ORNELLA)));
    expect(unchanged?.body).toMatchObject({ hash: seen, way: 'app' });
    desk.write(ORNELLA.id, ...must(approve(draft, { seen, text: SHORTER }, contextOf(ORNELLA))));
    expect(foldDraft('r1', desk.all())).toMatchObject({
      state: 'approved',
      rewritten: { text: REWRITTEN, by: 'marta' },
      approved: { text: SHORTER, hash: textHash(SHORTER, sha256), by: 'ornella' },
      approval: { changed: true, samePerson: false },
    });
  });

  it('not of nothing', () => {
    const { draft } = draftAfter();
    expect(approve(draft, { seen, text: ' ' }, contextOf(ORNELLA))).toMatchObject({
      ok: false,
      error: { code: 'text-empty' },
    });
  });

  it.each<Decline>([
    { kind: 'returned', why: ' ' },
    { kind: 'refused', why: '' },
    { kind: 'postponed', why: '\n', until: '2026-03-09' },
  ])('$kind needs a reason', (how) => {
    expect(decline(draftAfter().draft, how, contextOf(ORNELLA))).toMatchObject({
      ok: false,
      error: { code: 'reason-missing' },
    });
  });

  it.each<[Decline, Partial<Draft>]>([
    [
      { kind: 'returned', why: 'manca l’orario' },
      { state: 'returned', why: 'manca l’orario' },
    ],
    [
      { kind: 'refused', why: 'riguarda pochi' },
      { state: 'refused', why: 'riguarda pochi' },
    ],
    [
      { kind: 'postponed', why: 'dopo il consiglio', until: '2026-03-09' },
      { state: 'postponed', why: 'dopo il consiglio', until: '2026-03-09' },
    ],
  ])('%j is kept with its reason', (how, told) => {
    const { desk, draft } = draftAfter();
    desk.write(ORNELLA.id, ...must(decline(draft, how, contextOf(ORNELLA))));
    expect(foldDraft('r1', desk.all())).toMatchObject(told);
  });
});

describe('foldDraft', () => {
  it('says when one person alone wrote and approved (P30)', () => {
    const both: Person = { ...MARTA, roles: ['operatore', 'capo settore'] };
    expect(draftAfter([both, fact.approved]).draft.approval).toEqual({
      way: 'app',
      note: '',
      recordedBy: null,
      recordedAt: null,
      samePerson: true,
      changed: false,
    });
  });

  it('a text forwarded again after it came back is a new one to decide on', () => {
    const again = draftFact('draft.forwarded', 'draft/r1', {
      asked: ROAD_WORKS.text,
      text: SHORTER,
      hash: textHash(SHORTER, sha256),
      checks: [],
      pack: '1',
      to: ORNELLA.id,
    });
    const { draft } = draftAfter([ORNELLA, fact.returned], [LUCA, again]);
    expect(draft).toMatchObject({
      state: 'waiting',
      why: null,
      approved: null,
      rewritten: { text: SHORTER, by: 'luca' },
    });
    expect(approve(draft, { seen, text: SHORTER }, contextOf(ORNELLA))).toMatchObject({
      ok: false,
      error: { code: 'text-changed' },
    });
  });

  it('knows no text before it was forwarded', () => {
    const desk = pen();
    desk.write(ORNELLA.id, fact.approved);
    expect(foldDraft('r1', desk.all())).toBeUndefined();
  });
});

describe('a text that was altered under the hash it was forwarded with (P24)', () => {
  const altered = (): Draft => {
    const { draft } = draftAfter();
    return { ...draft, rewritten: { ...draft.rewritten, text: REWRITTEN.replace('chiusa', 'aperta') } };
  };
  const codeOf = (result: ReturnType<typeof approve>): string => (result.ok ? 'approved' : result.error.code);

  it('is not approved, in the app or elsewhere, whatever text is given', () => {
    for (const text of [REWRITTEN, altered().rewritten.text, SHORTER]) {
      expect(codeOf(approve(altered(), { seen, text }, contextOf(ORNELLA)))).toBe('text-altered');
    }
    const context = contextOf(MARTA);
    const decision = { how: 'telefono', when: context.now, note: '' } as const;
    expect(codeOf(approveElsewhere(altered(), decision, context))).toBe('text-altered');
    expect(codeOf(approveElsewhere(draftAfter().draft, decision, context))).toBe('approved');
  });

  it('can be given back', () => {
    expect(decline(altered(), { kind: 'returned', why: 'non torna' }, contextOf(ORNELLA)).ok).toBe(true);
  });
});
