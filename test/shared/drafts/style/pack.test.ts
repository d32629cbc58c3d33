import { describe, expect, it } from 'vitest';
import { parametersSchema, parameterTitles, UNCONFIRMED } from '#shared/drafts/style/engine/parameters.ts';
import { defaultPack, packSchema, parsePack, settingOf, withSetting } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';

const [rule] = catalogue;
const json = (change: object): string => JSON.stringify({ ...defaultPack, ...change });

describe('the rule pack', () => {
  it('marks every choice of the default pack as not confirmed, and names it on screen', () => {
    const { parameters, confirmed } = defaultPack;
    expect(confirmed).toBe(false);
    expect(Object.values(parameters).every((choice) => !choice.confirmed)).toBe(true);
    expect(Object.keys(parameterTitles).sort()).toEqual(Object.keys(parametersSchema.shape).sort());
    expect(UNCONFIRMED).toBe('valore predefinito da confermare');
  });

  it('survives its own file', () => {
    const pack = withSetting(defaultPack, 'D01', { on: false, severity: 'avviso' });
    expect(parsePack(JSON.stringify(pack))).toEqual({ ok: true, value: pack });
  });

  it('takes what it does not name from the program', () => {
    const { parameters: _, ...bare } = defaultPack;
    const read = parsePack(JSON.stringify({ ...bare, parameters: { maximumLength: { value: 600, confirmed: true } } }));
    expect(read.ok && read.value.parameters).toEqual({
      ...defaultPack.parameters,
      maximumLength: { value: 600, confirmed: true },
    });
    expect(packSchema.parse(bare)).toEqual(defaultPack);
    if (rule !== undefined) expect(settingOf(defaultPack, rule)).toEqual({ on: true, severity: rule.severity });
  });

  it('keeps the names of rules it does not know', () => {
    const read = parsePack(json({ rules: { Z99: { on: true, severity: 'errore' } } }));
    expect(read.ok && read.value.rules).toEqual({ Z99: { on: true, severity: 'errore' } });
  });

  it.each([
    ['{', 'non è un documento JSON'],
    ['[]', 'non contiene un pacchetto'],
    [json({ version: 0 }), '«version»'],
    [json({ rules: { D01: { on: true, severity: 'grave' } } }), '«rules › D01 › severity»'],
    [
      json({ parameters: { maximumLength: { value: 'tanti', confirmed: true } } }),
      '«parameters › maximumLength › value»',
    ],
  ])('refuses %s and says where it is wrong', (text, where) => {
    const read = parsePack(text);
    expect(read).toMatchObject({ ok: false, error: { code: 'pack-invalid' } });
    expect(!read.ok && read.error.why).toContain(where);
  });
});
