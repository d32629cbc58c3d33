import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { type Decline, textHash } from '#shared/drafts/decide.ts';
import { foldDraft } from '#shared/drafts/draft.ts';
import { approveElsewhere, declineElsewhere, requireAnswersRead } from '#shared/drafts/elsewhere.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { draftStory } from '#shared/drafts/story.ts';
import { must } from '../../helpers/desk.ts';
import { pen, ROAD_WORKS } from '../../helpers/facts.ts';
import { contextOf, MARTA, ORNELLA } from '../../helpers/town.ts';

const { text } = ROAD_WORKS;
function forwarded() {
  const desk = pen();
  const body = { asked: text, text, hash: textHash(text, sha256), checks: [], pack: '1', to: ORNELLA.id };
  desk.write(MARTA.id, draftFact('draft.forwarded', 'draft/r1', body));
  return { desk, draft: () => foldDraft('r1', desk.all()) ?? expect.fail('no draft') };
}
const heard = (note = 'Sentita al telefono.') => {
  const { now } = contextOf(MARTA);
  return { how: 'telefono', when: now, note } as const;
};
const names = {
  person: (id: string) => (id === ORNELLA.id ? 'Ornella Vidal' : 'Marta Bellin'),
  desk: () => 'Sportello',
};

describe('a decision of the head that is written down (P38)', () => {
  it.each<[Decline, string, RegExp]>([
    [
      { kind: 'returned', why: 'Manca l’orario' },
      'returned',
      /^Ornella Vidal ha restituito .* per telefono .*registrata da Marta Bellin/,
    ],
    [
      { kind: 'refused', why: 'Basta la notizia' },
      'refused',
      /^Ornella Vidal non ha selezionato .*registrata da Marta Bellin/,
    ],
    [
      { kind: 'postponed', why: 'Dopo la giunta', until: '2026-03-04' },
      'postponed',
      /^Ornella Vidal ha rinviato .*registrata da Marta Bellin/,
    ],
  ])('%o is hers, told as such and never her own press', (how, state, words) => {
    const { desk, draft } = forwarded();
    const facts = must(declineElsewhere(draft(), how, heard(), contextOf(MARTA)));
    const [fact] = desk.write(MARTA.id, ...facts);
    expect(draft()).toMatchObject({
      state,
      why: how.why,
      declined: { by: ORNELLA.id, way: 'telefono', recordedBy: MARTA.id, recordedAt: fact?.at, note: heard().note },
    });
    expect(fact && draftStory(fact, names)).toMatch(words);
  });

  it('needs its reason, an operator, and a moment after the forwarding', () => {
    const { draft } = forwarded();
    const refused = { kind: 'refused', why: ' ' } as const;
    const codes = [
      declineElsewhere(draft(), refused, heard(), contextOf(MARTA)),
      declineElsewhere(draft(), { ...refused, why: 'No' }, heard(), contextOf(ORNELLA)),
      declineElsewhere(
        draft(),
        { ...refused, why: 'No' },
        { ...heard(), when: '2026-03-01T08:00:00.000Z' },
        contextOf(MARTA),
      ),
    ].map((result) => (result.ok ? 'kept' : result.error.code));
    expect(codes).toEqual(['reason-missing', 'not-your-role', 'moment-impossible']);
  });

  it('is an approval with changes when she dictated other words, bound to them and with their checks', () => {
    const { desk, draft } = forwarded();
    const changed = `${text} Grazie.`;
    const line = { line: 'prontuario', outcome: 'da correggere', detail: 'una parola d’ufficio', why: null } as const;
    const approval = { ...heard(), text: changed };
    const failing = { ...approval, checked: { checks: [line], pack: '1' } };
    expect(approveElsewhere(draft(), failing, contextOf(MARTA))).toMatchObject({ error: { code: 'check-failed' } });
    const checked = { checks: [{ ...line, why: 'Lo vuole così.' }], pack: '2' };
    desk.write(MARTA.id, ...must(approveElsewhere(draft(), { ...approval, checked }, contextOf(MARTA))));
    expect(draft()).toMatchObject({
      approved: { text: changed, hash: textHash(changed, sha256), by: ORNELLA.id },
      approval: { changed: true, way: 'telefono', recordedBy: MARTA.id },
      checks: checked.checks,
      pack: '2',
    });
  });

  it('goes over no answer that was not read; of her own the head knows', () => {
    const answer = { mail: 'm2', at: '2026-03-02T09:00:00.000Z', fromHead: true, withdraws: false };
    expect(requireAnswersRead([answer], {})).toMatchObject({ ok: false, error: { code: 'answer-unread' } });
    expect(requireAnswersRead([answer], { read: ['m2'] }).ok).toBe(true);
    expect(requireAnswersRead([answer], { isHead: true }).ok).toBe(true);
    expect(requireAnswersRead([{ ...answer, fromHead: false }], { isHead: true }).ok).toBe(false);
  });
});
