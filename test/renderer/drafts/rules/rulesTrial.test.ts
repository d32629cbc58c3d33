import { afterEach, expect, test } from 'vitest';
import {
  editedPack,
  editParameter,
  editSetting,
  forgetPackEdits,
  packChanges,
  usePackEdits,
} from '#renderer/drafts/rules/packEdits.ts';
import { ruleGroups, sayChange, unconfirmedOf } from '#renderer/drafts/rules/ruleGroups.ts';
import { tryRules } from '#renderer/drafts/rules/rulesTrial.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

afterEach(forgetPackEdits);

const context = checkContextOf(valdombra, '2026-11-24');
const edited = () => editedPack(defaultPack, usePackEdits.getState());
const said = () => packChanges(defaultPack, edited()).map((change) => sayChange(change, defaultPack, edited()));

test('every rule has a family with a name, and is found by words without accents', () => {
  const groups = ruleGroups('');
  expect(groups.flatMap(({ rules }) => rules)).toHaveLength(catalogue.length);
  expect(groups.map(({ title }) => title)).not.toContain('');
  expect(groups.every(({ id, title }) => title !== id)).toBe(true);
  expect(ruleGroups('passata gia').flatMap(({ rules }) => rules.map(({ id }) => id))).toEqual(['D02', 'D16']);
  expect(ruleGroups('zzz')).toEqual([]);
});

test('a change is one until it is taken back by hand; it is said in words', () => {
  editSetting('B03', { on: true, severity: 'errore' });
  editSetting('T04', { on: false, severity: 'avviso' });
  expect(editParameter('timeSeparator', { value: ':', confirmed: true })).toBe(true);
  expect(said()).toEqual([
    expect.stringMatching(/^Punto esclamativo: da \w+ a spenta$/),
    expect.stringMatching(/^Forma passiva: da \w+ a errore$/),
    'Segno tra ore e minuti: da 20.30 a 20:30, confermato',
  ]);
  editParameter('timeSeparator', { value: '.', confirmed: false });
  expect(said()).toHaveLength(2);
});

test('a value the pack would refuse is not kept', () => {
  expect(editParameter('maximumLength', { value: 3, confirmed: false })).toBe(false);
  expect(editParameter('maximumLength', { value: undefined, confirmed: false })).toBe(false);
  expect(editParameter('timeSeparator', { value: ';', confirmed: false })).toBe(false);
});

test('the rules say which of their choices nobody confirmed', () => {
  const [time] = ruleGroups('D06').flatMap(({ rules }) => rules);
  if (!time) throw new Error('D06 is gone.');
  expect(unconfirmedOf(time, defaultPack)).toEqual(['timeSeparator']);
  editParameter('timeSeparator', { value: '.', confirmed: true });
  expect(unconfirmedOf(time, edited())).toEqual([]);
});

test('a trial tells what is new, what is gone and what weighs more', () => {
  const text = 'Lo sportello chiude alle 20.30. Che bello!';
  expect(tryRules(text, defaultPack, defaultPack, context).differences).toEqual([]);
  editParameter('timeSeparator', { value: ':', confirmed: true });
  editSetting('T04', { on: false, severity: 'avviso' });
  const trial = tryRules(text, defaultPack, edited(), context);
  const kinds = trial.differences.map(({ kind, finding }) => `${finding.rule} ${kind}`);
  expect(kinds).toContain('D06 new');
  expect(kinds).toContain('T04 gone');
  expect(trial.same.length).toBe(trial.after - trial.differences.filter(({ kind }) => kind !== 'gone').length);
  expect(trial.after - trial.before).toBe(
    trial.differences.filter(({ kind }) => kind === 'new').length -
      trial.differences.filter(({ kind }) => kind === 'gone').length,
  );
  editSetting('T04', { on: true, severity: 'suggerimento' });
  expect(
    tryRules(text, defaultPack, edited(), context).differences.find(({ finding }) => finding.rule === 'T04'),
  ).toMatchObject({ kind: 'heavier or lighter', finding: { severity: 'suggerimento' } });
});
