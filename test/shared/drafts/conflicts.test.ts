import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { approve, decline, textHash } from '#shared/drafts/decide.ts';
import { type Draft, draftSchema, foldDraft } from '#shared/drafts/draft.ts';
import { approveElsewhere } from '#shared/drafts/elsewhere.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { must } from '../../helpers/desk.ts';
import { pen } from '../../helpers/facts.ts';
import { contextOf, LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const forwarded = (text: string): NewFact =>
  draftFact('draft.forwarded', 'draft/r1', {
    asked: 'Chiesto.',
    text,
    hash: textHash(text, sha256),
    checks: [{ line: 'link', outcome: 'a posto', detail: text, why: null }],
    pack: '1',
    to: ORNELLA.id,
  });
const MARTAS = 'Via Roma chiusa giovedì.';
const LUCAS = 'Giovedì via Roma è chiusa, passa da via Dante.';

/** Two desks that do not see each other forward a text each. */
function apart(lucas = LUCAS) {
  const [one, two] = [pen('desk0001'), pen('desk0002')];
  one.write(MARTA.id, forwarded(MARTAS));
  two.write(LUCA.id, forwarded(lucas));
  const all = (): readonly Fact[] => [...one.all(), ...two.all()];
  const draft = (): Draft => foldDraft('r1', all()) ?? expect.fail('no draft');
  return { one, two, all, draft };
}

describe('texts that desks forwarded without knowing of each other', () => {
  it('are all kept, the last in order counts, whatever the order in which they arrive', () => {
    const { all, draft } = apart();
    expect(draft().rewritten).toMatchObject({ text: LUCAS, by: LUCA.id });
    expect(draft().conflicts.map(({ text, by }) => [text, by])).toEqual([
      [MARTAS, MARTA.id],
      [LUCAS, LUCA.id],
    ]);
    expect(draftSchema.parse(draft())).toEqual(draft());
    fc.assert(
      fc.property(fc.shuffledSubarray([...all(), ...all()], { minLength: 4 }), (facts) => {
        expect(foldDraft('r1', facts)).toEqual(draft());
      }),
    );
  });

  it('are no conflict when they are the same, nor when one knew the other', () => {
    expect(apart(MARTAS).draft().conflicts).toEqual([]);
    const { one, draft } = apart(MARTAS);
    one.write(MARTA.id, draftFact('draft.returned', 'draft/r1', { why: 'corta' }), forwarded(LUCAS));
    expect(draft().conflicts.map(({ text }) => text)).toEqual([MARTAS, LUCAS]);
  });

  it('are settled by approving either; its author and its checks are those of the record', () => {
    for (const [text, author] of [
      [MARTAS, MARTA],
      [LUCAS, LUCA],
    ] as const) {
      const { one, draft } = apart();
      const seen = textHash(text, sha256);
      one.write(ORNELLA.id, ...must(approve(draft(), { seen, text }, contextOf(ORNELLA))));
      expect(draft()).toMatchObject({
        state: 'approved',
        conflicts: [],
        rewritten: { text, by: author.id },
        approved: { text, by: ORNELLA.id },
        approval: { changed: false, samePerson: false },
        checks: [{ detail: text }],
      });
    }
  });

  it('are approved only as they were seen', () => {
    const { draft } = apart();
    const refused = approve(draft(), { seen: textHash('altro', sha256), text: MARTAS }, contextOf(ORNELLA));
    expect(refused).toMatchObject({ ok: false, error: { code: 'text-changed' } });
  });

  it('are approved by a second person where the municipality wants it: the writer of the chosen one counts (P30)', () => {
    const { one, draft } = apart();
    one.write(ORNELLA.id, draftFact('draft.withdrawn', 'draft/r1', { why: 'riscrivo' }), forwarded('Scritto da me.'));
    const context = contextOf(ORNELLA);
    const strict = { ...context, profile: { ...context.profile, forbidOnePerson: true } };
    const codes = [LUCAS, 'Scritto da me.'].map((text) => {
      const result = approve(
        {
          ...draft(),
          conflicts: draft().conflicts.map((own) => (own.text === LUCAS ? own : { ...own, by: ORNELLA.id })),
        },
        { seen: textHash(text, sha256), text },
        strict,
      );
      return result.ok ? 'approved' : result.error.code;
    });
    expect(codes).toEqual(['approved', 'one-person-forbidden']);
  });

  it('are not approved by telephone: nobody knows which of them', () => {
    const { draft } = apart();
    const when = draft().rewritten.at;
    expect(approveElsewhere(draft(), { how: 'telefono', when, note: '' }, contextOf(MARTA))).toMatchObject({
      ok: false,
      error: { code: 'texts-differ' },
    });
  });

  it('are settled by returning: a text forwarded after that is the only one', () => {
    const { two, draft } = apart();
    two.write(ORNELLA.id, ...must(decline(draft(), { kind: 'returned', why: 'troppo lungo' }, contextOf(ORNELLA))));
    expect(draft()).toMatchObject({ state: 'returned', conflicts: [] });
    two.write(LUCA.id, forwarded('Terzo testo.'));
    expect(draft()).toMatchObject({ state: 'waiting', conflicts: [], rewritten: { text: 'Terzo testo.' } });
  });

  it('show also a text that came too late for an approval', () => {
    const { one, draft } = apart();
    const seen = textHash(MARTAS, sha256);
    const before = foldDraft('r1', one.all()) ?? expect.fail('no draft');
    one.write(ORNELLA.id, ...must(approve(before, { seen, text: MARTAS }, contextOf(ORNELLA))));
    expect(draft()).toMatchObject({ state: 'approved', approved: { text: MARTAS } });
    expect(draft().conflicts.map(({ text, by }) => [text, by])).toEqual([
      [LUCAS, LUCA.id],
      [MARTAS, ORNELLA.id],
    ]);
  });

  it('old facts without these fields read as before', () => {
    const desk = pen();
    desk.write(MARTA.id, forwarded(MARTAS), draftFact('draft.returned', 'draft/r1', { why: 'x' }), forwarded(LUCAS));
    expect(foldDraft('r1', desk.all())).toMatchObject({ state: 'waiting', conflicts: [], rewritten: { text: LUCAS } });
  });
});
