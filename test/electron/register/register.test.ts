import { describe, expect, test } from 'vitest';
import { type RegisterSources, registerCases } from '#electron/register/register.ts';
import { registerIndex } from '#electron/register/search/search.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { must, openTownDesk } from '../../helpers/desk.ts';
import { BODY } from '../../shared/register/sample.ts';
import { record, sameText } from './entries.ts';

function openCases(sources: Partial<RegisterSources> = {}) {
  const opened = openTownDesk();
  const { register, database, desk } = opened;
  const index = registerIndex(database);
  return {
    opened,
    ...registerCases(desk, { store: register, index, askedBy: () => null, ...sources }),
  };
}
const PAGE = { ...EVERY_ROW, order: NEWEST_FIRST, limit: 10 };

describe('a page of the register', () => {
  test('says of each row what stands out', () => {
    const { opened, search } = openCases();
    record(opened, 'strada');
    const series = { name: 'Cantieri', index: 1, of: 3 };
    record(opened, 'assenza', { approved: null, series, sentAt: '2026-03-06T08:00:00.000Z' });
    record(opened, 'allerta', {
      approved: null,
      emergency: { authoriser: 'La sindaca', why: 'Temporali' },
      sentAt: '2026-03-07T21:00:00.000Z',
    });
    record(opened, 'rettifica', {
      corrects: 'strada',
      sent: { ...BODY.sent, text: 'Via Roma è chiusa venerdì 6 marzo.' },
      sentAt: '2026-03-08T08:00:00.000Z',
    });
    const page = search(PAGE);
    expect(page.rows.map(({ id, notes, state, series }) => [id, { notes, state, series }])).toEqual([
      ['rettifica', { notes: ['testo cambiato', 'rettifica'], state: 'inviato', series: null }],
      ['allerta', { notes: ['emergenza'], state: 'inviato', series: null }],
      ['assenza', { notes: ['senza approvazione'], state: 'inviato', series }],
      ['strada', { notes: [], state: 'rettificato', series: null }],
    ]);
    expect(page).toMatchObject({ total: 4, all: 4, since: 2026 });
  });

  test('counts what is found beside all there is, and gives the pages after the first', () => {
    const { opened, search, page } = openCases();
    record(opened, 'strada');
    record(opened, 'scuola', {
      ...sameText('Il nido resta chiuso.'),
      ...{ title: 'Sciopero del nido', office: 'Scuola', sentAt: '2026-03-06T08:00:00.000Z' },
    });
    expect(search({ ...PAGE, text: 'nido' })).toMatchObject({
      rows: [{ id: 'scuola' }],
      total: 1,
      all: 2,
    });
    expect(page({ ...PAGE, limit: 1, offset: 1 }).rows.map(({ id }) => id)).toEqual(['strada']);
    expect(page({ ...PAGE, offset: 2 }).rows).toEqual([]);
  });
});

describe('a row in detail', () => {
  test('names who asked, wrote, approved and sent, as far as they are known', () => {
    const { opened, detail } = openCases({ askedBy: (id) => `chi ha chiesto ${id}` });
    record(opened, 'strada');
    expect(must(detail('strada'))).toMatchObject({
      number: 1,
      askedByName: 'chi ha chiesto strada',
      rewrittenByName: 'Marta Bellin',
      approvedByName: 'Ornella Vidal',
      sentByName: 'Marta Bellin',
      altered: false,
      differences: [],
      correctsEntry: null,
      correctedBy: [],
    });
    record(opened, 'assenza', { approved: null });
    expect(must(detail('assenza'))).toMatchObject({ approvedByName: null, differences: [] });
  });

  test('shows what the contractor changed', () => {
    const { opened, detail } = openCases();
    const approved = sameText('Dalle 9 alle 12 manca l’acqua.');
    record(opened, 'acqua', { ...approved, sent: { ...approved.sent, text: 'Dalle 9 alle 13 manca l’acqua.' } });
    expect(must(detail('acqua'))).toMatchObject({
      altered: true,
      differences: [
        { kind: 'same', text: 'Dalle 9 alle ' },
        { kind: 'removed', text: '12' },
        { kind: 'added', text: '13' },
        { kind: 'same', text: ' manca l’acqua.' },
      ],
    });
  });

  test('leads from a wrong notice to the one that puts it right, and back', () => {
    const { opened, detail } = openCases();
    record(opened, 'strada');
    record(opened, 'rettifica', { corrects: 'strada', title: 'Rettifica: via Roma' });
    expect(must(detail('rettifica')).correctsEntry).toMatchObject({ id: 'strada', number: 1, title: BODY.title });
    expect(must(detail('strada')).correctedBy).toMatchObject([{ id: 'rettifica', number: 2 }]);
  });

  test('a rettifica whose wrong row has not arrived yet is shown without the link', () => {
    const { opened, detail } = openCases();
    record(opened, 'rettifica', { corrects: 'mai vista' });
    expect(must(detail('rettifica'))).toMatchObject({ corrects: 'mai vista', correctsEntry: null });
  });

  test('a row that is not there is a problem', () => {
    expect(openCases().detail('nessuna')).toMatchObject({ ok: false, error: { code: 'entry-unknown' } });
  });
});
