import { expect, test } from 'vitest';
import { deskViewCases } from '#electron/register/search/deskView.ts';
import { FIRST_LAYOUT } from '#shared/register/search/deskView.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { must, openTownDesk } from '../../../helpers/desk.ts';

const SCHOOL = { id: null, name: 'Scuola', filter: { ...EVERY_ROW, office: ['Scuola'] }, order: NEWEST_FIRST };

test('saved filters and columns survive a restart of this desk; a filter can be renamed and taken away', () => {
  const first = openTownDesk({ inFile: true });
  const cases = deskViewCases(first.desk);
  expect(cases.view()).toEqual({ filters: [], layout: FIRST_LAYOUT });
  const { id } = must(cases.saveFilter(SCHOOL));
  must(cases.saveFilter({ ...SCHOOL, name: 'Altro' }));
  must(cases.saveFilter({ ...SCHOOL, id, name: 'Scuola e nidi' }));
  cases.setLayout({ ...FIRST_LAYOUT, shown: { time: true }, widths: { office: 200 } });
  first.close();

  const again = deskViewCases(openTownDesk({ folder: first.folder }).desk);
  expect(again.view()).toMatchObject({
    filters: [{ id, name: 'Scuola e nidi', filter: { office: ['Scuola'] } }, { name: 'Altro' }],
    layout: { shown: { time: true }, widths: { office: 200 } },
  });
  again.removeFilter(id);
  expect(again.view().filters.map(({ name }) => name)).toEqual(['Altro']);
});

test('a name that is taken is refused, and nothing is lost', () => {
  const { saveFilter, view } = deskViewCases(openTownDesk().desk);
  must(saveFilter(SCHOOL));
  expect(saveFilter({ ...SCHOOL, name: 'scuola' })).toMatchObject({ ok: false, error: { code: 'name-taken' } });
  expect(view().filters).toHaveLength(1);
});
