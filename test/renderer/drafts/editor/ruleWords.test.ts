import { expect, test } from 'vitest';
import { firstLink, previewLines, siteOf } from '#renderer/drafts/editor/previewLines.ts';
import { adviceOf, placeOf, titleOf } from '#renderer/drafts/editor/ruleWords.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';

const TEXT = 'Titolo\n\nI posti sono 20 .\nCiao';
const found = (excerpt: string, from = TEXT.indexOf(excerpt)): Finding => ({
  rule: 'D01',
  severity: 'errore',
  from,
  to: from + excerpt.length,
  excerpt,
  message: 'Messaggio.',
  source: 'Calendario',
  fixes: [],
});

test('a finding is told by the title of its rule; one of a rule this version does not know, by its message', () => {
  expect(titleOf(found('posti'))).toBe('Giorno della settimana che non corrisponde alla data');
  expect(titleOf({ ...found('posti'), rule: 'Z99' })).toBe('Messaggio.');
});

test('its row says what to do, as a heading', () => {
  expect(adviceOf({ ...found('posti'), message: 'Togli lo spazio prima del segno.' })).toBe(
    'Togli lo spazio prima del segno',
  );
});

test('its place is the line and the words; blanks are shown with what stands around them', () => {
  expect(placeOf(found('posti'), TEXT)).toBe('riga 3: «posti»');
  expect(placeOf(found(' ', TEXT.indexOf(' .')), TEXT)).toBe('riga 3: «20 .»');
  expect(placeOf(found('20 .\nCiao'), TEXT)).toBe('riga 3: «20 . Ciao»');
  expect(placeOf(found('', 0), TEXT)).toBe('in tutto il testo');
});

test('the preview has the runs of WhatsApp, and the card the host of the first link', () => {
  const text = '*Parco chiuso*\n- lunedì\nhttps://www.comune.valdombra.example/novita/parco';
  const [title, item, link] = previewLines(text);
  expect(title?.runs).toMatchObject([{ text: 'Parco chiuso', bold: true, link: false }]);
  expect(item).toMatchObject({ kind: 'bullet', runs: [{ text: 'lunedì' }] });
  expect(link?.runs).toMatchObject([{ link: true }]);
  expect(siteOf(firstLink(text) ?? '')).toBe('comune.valdombra.example');
  expect(firstLink('Nessun link')).toBeUndefined();
});
