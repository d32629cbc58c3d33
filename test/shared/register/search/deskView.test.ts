import { describe, expect, test } from 'vitest';
import {
  builtInFilters,
  FIRST_LAYOUT,
  isSameFilter,
  keepFilter,
  layoutSchema,
  type SavedFilter,
  savedFilterSchema,
} from '#shared/register/search/deskView.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';

const saved = (id: string, name: string): SavedFilter => ({ id, name, filter: EVERY_ROW, order: NEWEST_FIRST });

describe('saved filters', () => {
  test('a new one goes to the end, one that is known keeps its place', () => {
    const two = [saved('a', 'Scuola'), saved('b', 'Sport')];
    expect(keepFilter(two, saved('c', ' Ambiente '))).toMatchObject({
      value: [{ id: 'a' }, { id: 'b' }, { name: 'Ambiente' }],
    });
    expect(keepFilter(two, saved('a', 'Scuola nel 2026'))).toMatchObject({
      value: [{ name: 'Scuola nel 2026' }, { id: 'b' }],
    });
  });

  test.each([
    ['   ', 'name-missing'],
    ['SCUOLA', 'name-taken'],
    ['ultimo mese', 'name-taken'],
  ])('the name «%s» is refused: %s', (name, code) => {
    expect(keepFilter([saved('a', 'Scuola')], saved('b', name))).toMatchObject({ ok: false, error: { code } });
  });

  test('there is an end to them', () => {
    const many = Array.from({ length: 40 }, (_, at) => saved(`f${at}`, `Filtro ${at}`));
    expect(keepFilter(many, saved('altro', 'Altro'))).toMatchObject({ error: { code: 'too-many-filters' } });
    expect(keepFilter(many, saved('f3', 'Altro nome'))).toMatchObject({ ok: true });
  });

  test('the last month ends today, and every built-in filter fits its schema', () => {
    const [month] = builtInFilters('2026-11-24');
    expect(month?.filter).toMatchObject({ from: '2026-10-25', to: '2026-11-24' });
    for (const filter of builtInFilters('2026-11-24')) expect(savedFilterSchema.parse(filter)).toEqual(filter);
  });

  test('two filters are the same in whatever order their values were chosen', () => {
    const one = { ...EVERY_ROW, office: ['Scuola', null] };
    expect(isSameFilter(one, { ...EVERY_ROW, office: [null, 'Scuola'] })).toBe(true);
    expect(isSameFilter(one, EVERY_ROW)).toBe(false);
  });
});

describe('columns', () => {
  test('a layout of another version of the app does not pass', () => {
    expect(layoutSchema.safeParse({ ...FIRST_LAYOUT, order: ['sconosciuta'] }).success).toBe(false);
    expect(layoutSchema.safeParse({ ...FIRST_LAYOUT, widths: { office: 9_000 } }).success).toBe(false);
  });
});
