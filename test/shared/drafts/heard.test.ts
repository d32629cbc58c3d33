import { expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { textHash } from '#shared/drafts/decide.ts';
import { foldDraft } from '#shared/drafts/draft.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { sayHeard } from '#shared/drafts/heard.ts';
import { pen, ROAD_WORKS } from '../../helpers/facts.ts';
import { MARTA, ORNELLA } from '../../helpers/town.ts';

const { text } = ROAD_WORKS;
const AT = '2026-03-02T08:00:00.000Z';
const heardFrom = { by: ORNELLA.id, at: AT, way: 'telefono', note: 'È a letto con la febbre.' } as const;
const name = (id: string): string => (id === ORNELLA.id ? 'Ornella Vidal' : 'Marta Bellin');
const bodyOf = (words: string) => ({ text: words, hash: textHash(words, sha256) });

/** A desk that sent the text to the head. */
function forwarded() {
  const desk = pen();
  const forward = () =>
    desk.write(
      MARTA.id,
      draftFact('draft.forwarded', 'draft/r1', { ...bodyOf(text), asked: text, checks: [], pack: '1', to: ORNELLA.id }),
    );
  forward();
  return { desk, forward, draft: () => foldDraft('r1', desk.all()) ?? expect.fail('no draft') };
}

it('every decision written down for the head stays, also of the texts before the last one (P38)', () => {
  const { desk, forward, draft } = forwarded();
  desk.write(MARTA.id, draftFact('draft.returned', 'draft/r1', { why: 'Manca l’orario', elsewhere: heardFrom }));
  forward();
  const until = '2026-03-12';
  desk.write(MARTA.id, draftFact('draft.postponed', 'draft/r1', { why: 'Giunta', until, elsewhere: heardFrom }));
  const elsewhere = { by: ORNELLA.id, at: AT };
  const changed = { ...bodyOf(`${text} Grazie.`), way: 'e-mail', note: 'Dal mare.', elsewhere } as const;
  desk.write(MARTA.id, draftFact('draft.approved', 'draft/r1', changed));
  expect(draft().heard?.map(({ outcome, way, why, until: to }) => [outcome, way, why, to])).toEqual([
    ['restituita', 'telefono', 'Manca l’orario', null],
    ['rinviata', 'telefono', 'Giunta', until],
    ['approvata con modifiche', 'e-mail', null, null],
  ]);
});

it('is on no list when the head decided herself, or when it was taken back right after (P67)', () => {
  const { desk, draft } = forwarded();
  const [refused] = desk.write(MARTA.id, draftFact('draft.refused', 'draft/r1', { why: 'No', elsewhere: heardFrom }));
  desk.write(MARTA.id, draftFact('draft.undone', 'draft/r1', { fact: refused?.h ?? '' }));
  desk.write(ORNELLA.id, draftFact('draft.approved', 'draft/r1', { ...bodyOf(text), way: 'app', note: '' }));
  expect(draft().heard).toBeUndefined();
});

it('says who decided and who wrote it down, never what was noted beside it (P3)', () => {
  const { desk, draft } = forwarded();
  desk.write(MARTA.id, draftFact('draft.refused', 'draft/r1', { why: 'Basta la notizia', elsewhere: heardFrom }));
  const [heard] = draft().heard ?? [];
  const said = heard ? sayHeard(heard, name) : '';
  expect(said).toMatch(
    /^Non selezionata per telefono da Ornella Vidal lunedì 2 marzo 2026 alle 09:00, lo scrive Marta Bellin .*\. Motivo: Basta la notizia$/,
  );
  expect(said).not.toContain('febbre');
});
