import { describe, expect, test } from 'vitest';
import {
  type FilledLine,
  findingKey,
  joinedReasons,
  keptReasons,
  linesToExplain,
  missingLines,
  obstacleSentence,
  openErrors,
} from '#renderer/drafts/editor/judging.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';
import { MISSING_NAMES } from '#shared/requests/decide.ts';

const finding = (rule: string, severity: Finding['severity'], excerpt: string): Finding => ({
  rule,
  severity,
  from: 0,
  to: excerpt.length,
  excerpt,
  message: 'Messaggio.',
  source: 'Calendario',
  fixes: [],
});
const weekday = finding('D01', 'errore', 'domenica 12 dicembre');
const space = finding('T02', 'errore', ' .');
const word = finding('B01', 'avviso', 'effettuerà');

describe('errors', () => {
  test('that are kept with a reason no longer stand in the way, wherever the text moves them', () => {
    const kept = { [findingKey(weekday)]: 'la data è quella della locandina' };
    expect(openErrors([weekday, space, word], {})).toEqual([weekday, space]);
    expect(openErrors([{ ...weekday, from: 40, to: 60 }, space], kept)).toEqual([space]);
  });

  test('and their reasons become one text for the record', () => {
    const kept = { [findingKey(weekday)]: 'così sulla locandina', [findingKey(space)]: 'è uno stile' };
    expect(keptReasons([weekday, word, space], kept)).toBe(
      '«domenica 12 dicembre»: così sulla locandina; « .»: è uno stile',
    );
    expect(keptReasons([word], kept)).toBe('');
  });
});

const line = (name: FilledLine['line'], outcome: FilledLine['outcome']): FilledLine => ({
  line: name,
  outcome,
  detail: '',
});

test('what P11 asks for must be written, the rest may be explained', () => {
  const lines = [
    { ...line('data', 'da correggere'), detail: `manca ${MISSING_NAMES.date}` },
    line('bozza', 'a posto'),
    line('link', 'non verificato'),
    line('prontuario', 'da correggere'),
    line('duplicati', 'da vedere'),
  ];
  expect(missingLines(lines)).toEqual(['data']);
  expect(linesToExplain(lines, [space]).map((one) => one.line)).toEqual(['prontuario']);
  expect(linesToExplain(lines, [])).toEqual([]);
});

test('reasons of findings and reasons of the dialog stay together', () => {
  expect(
    joinedReasons({ prontuario: '« .»: stile' }, { prontuario: 'così sulla locandina', duplicati: 'è diverso' }),
  ).toEqual({
    prontuario: '« .»: stile; così sulla locandina',
    duplicati: 'è diverso',
  });
  expect(joinedReasons({}, {})).toEqual({});
});

test.each([
  [[], 0, null],
  [[], 1, 'Prima di inoltrare correggi 1 errore.'],
  [[], 2, 'Prima di inoltrare correggi 2 errori.'],
  [['link'], 0, 'Prima di inoltrare scrivi il link alla notizia.'],
  [['data', 'link'], 2, 'Prima di inoltrare scrivi la data di invio e il link alla notizia e correggi 2 errori.'],
  [['data', 'bozza', 'link'], 0, 'Prima di inoltrare scrivi la data di invio, il testo e il link alla notizia.'],
] as const)('missing %j and %i errors: %s', (missing, errors, sentence) => {
  expect(obstacleSentence(missing, errors)).toBe(sentence);
});
