import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, fixSafely } from '#shared/drafts/style/applyFix.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { findingSchema, SEVERITIES } from '#shared/drafts/style/engine/finding.ts';
import { defaultPack, withSetting } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { addDays, MONTHS, partsOf, sayDay, WEEKDAYS, weekdayOf } from '#shared/kernel/day.ts';
import { anyDraft, context } from './sample.ts';

const allOn = catalogue.reduce(
  (pack, rule) => withSetting(pack, rule.id, { on: true, severity: rule.severity }),
  defaultPack,
);

describe('checkDraft', () => {
  it('shapes a finding as the command line promises', () => {
    const [finding] = checkDraft(
      'Incontro alle 20:30 in sala. https://www.comune.valdombra.example/x',
      defaultPack,
      context,
    ).filter(({ rule }) => rule === 'D06');
    expect(finding).toEqual({
      rule: 'D06',
      severity: 'avviso',
      from: 14,
      to: 19,
      excerpt: '20:30',
      message: 'Scrivi l’ora come le altre: 20.30.',
      why: 'Un solo modo di scrivere le ore si legge più in fretta.',
      source:
        'Scelta dell’ente; AgID, Guida al linguaggio della PA, Numeri e date (23:59) (valore predefinito da confermare)',
      fixes: [{ label: 'Scrivi «20.30»', edits: [{ from: 14, to: 19, text: '20.30' }] }],
    });
    expect(findingSchema.parse(finding)).toEqual(finding);
  });

  it('offers the link of the request to a text that lacks it, only where it is one of the site', () => {
    const text = 'Lunedì la biblioteca è chiusa.\n';
    const missing = (link: string | null) =>
      checkDraft(text, defaultPack, { ...context, link }).find(({ rule }) => rule === 'L01');
    const link = 'https://www.valdombra.example/novita/biblioteca';
    const [fix] = missing(link)?.fixes ?? [];
    const whole = applyEdits(text, fix?.edits ?? []);
    expect(whole).toBe(`Lunedì la biblioteca è chiusa.\n\nLeggi la notizia:\n${link}`);
    expect(checkDraft(whole, defaultPack, context).map(({ rule }) => rule)).not.toContain('L01');
    for (const other of ['https://sport.example/gara', 'novita', null]) expect(missing(other)?.fixes).toEqual([]);
  });

  it('takes severity and silence from the pack', () => {
    const text = 'Il parco  è chiuso .';
    const severities = (pack = defaultPack) =>
      Object.fromEntries(checkDraft(text, pack, context).map(({ rule, severity }) => [rule, severity]));
    expect(severities()).toMatchObject({ T01: 'avviso', T02: 'errore' });
    const changed = withSetting(withSetting(defaultPack, 'T01', { on: true, severity: 'errore' }), 'T02', {
      on: false,
      severity: 'errore',
    });
    expect(severities(changed)).toMatchObject({ T01: 'errore' });
    expect(severities(changed)).not.toHaveProperty('T02');
  });

  it('follows the choice of the house, and stops marking it once it is confirmed', () => {
    const colon = {
      ...defaultPack,
      parameters: { ...defaultPack.parameters, timeSeparator: { value: ':' as const, confirmed: true } },
    };
    const [finding] = checkDraft('Incontro alle 20.30.', colon, context).filter(({ rule }) => rule === 'D06');
    expect(finding?.fixes[0]?.edits[0]?.text).toBe('20:30');
    expect(finding?.source).not.toContain('da confermare');
  });

  it('puts the worst first, then the order of the text', () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        const keys = checkDraft(text, allOn, context).map(
          ({ severity, from }) => [SEVERITIES.indexOf(severity), from] as const,
        );
        expect(keys).toEqual([...keys].sort((one, other) => one[0] - other[0] || one[1] - other[1]));
      }),
    );
  });

  it('holds the exact slice of any text, never throws, and its fixes apply cleanly', () => {
    fc.assert(
      fc.property(anyDraft, (text) => {
        for (const finding of checkDraft(text, allOn, context)) {
          expect(text.slice(finding.from, finding.to)).toBe(finding.excerpt);
          for (const fix of finding.fixes) expect(applyEdits(text, fix.edits)).not.toBe(text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('"Correggi tutto" ends, and leaves nothing it could still correct', () => {
    const safe = new Set(catalogue.filter((rule) => rule.safeFix).map((rule) => rule.id));
    fc.assert(
      fc.property(anyDraft, (text) => {
        const fixed = fixSafely(text, defaultPack, context);
        const left = checkDraft(fixed, defaultPack, context).filter(
          ({ rule, fixes }) => safe.has(rule) && fixes.length > 0,
        );
        expect(left, JSON.stringify(fixed)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('D01 on every day of four years', () => {
  const findings = (text: string) => checkDraft(text, defaultPack, context).filter(({ rule }) => rule === 'D01');
  const days = fc.integer({ min: 0, max: 1460 }).map((ahead) => addDays('2025-01-01', ahead));

  it('is silent on the right weekday and catches every wrong one, with the right day first', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (day, shift) => {
        const { year, month, date } = partsOf(day);
        const name = WEEKDAYS[(weekdayOf(day) + shift) % 7];
        const text = `Il municipio è chiuso ${name} ${date === 1 ? '1°' : date} ${MONTHS[month - 1]} ${year}.`;
        const found = findings(text);
        expect(found).toHaveLength(shift === 0 ? 0 : 1);
        for (const fix of found.flatMap((finding) => finding.fixes))
          expect(findings(applyEdits(text, fix.edits))).toEqual([]);
      }),
    );
  });

  it('takes a year that is not written near the day of sending', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 240 }), (ahead) => {
        const day = addDays(context.sendDate, ahead);
        expect(findings(`Chiuso ${sayDay(day)}.`)).toEqual([]);
        expect(
          findings(`Chiuso ${WEEKDAYS[(weekdayOf(day) + 1) % 7]} ${sayDay(day).split(' ').slice(1).join(' ')}.`),
        ).toHaveLength(1);
      }),
    );
  });
});
