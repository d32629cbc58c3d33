import { describe, expect, test } from 'vitest';
import { caseFiles } from '#electron/report/readFiles.ts';
import { peopleContract } from '#shared/people/contract.ts';
import { reportContract } from '#shared/report/contract.ts';
import { must, openTestDesk } from '../../helpers/desk.ts';

const STATEMENT = 'Data invio;Testo;Destinatari\n05/03/2026;Via Roma chiusa per asfaltatura;1200\n';

describe('a map of columns that arrived in a fact', () => {
  test.each([
    [{ testo: 'per niente' }],
    [{ text: 'dodici', headerRow: -3 }],
    [{ headerRow: 'B' }],
    [{ __proto__x: 1 }],
  ])('and is none, as %j, counts for nothing: the statement is read by its heads', async (map) => {
    const { desk } = openTestDesk();
    const file = { blob: desk.blobs.put(Buffer.from(STATEMENT, 'utf8')), fileName: 'rendiconto.csv' };
    const read = { by: 'marta', at: desk.now() };
    const plain = must(await caseFiles(desk).statement({ ...file, ...read, map: null }));
    expect(plain).toHaveLength(1);
    expect(must(await caseFiles(desk).statement({ ...file, ...read, map }))).toEqual(plain);
    expect((await caseFiles(desk).preview({ ...file, ...read, map })).ok).toBe(true);
  });
});

test('what no fact can be about is refused at the door, in place of a fault of the program', () => {
  const takes = (input: { readonly safeParse: (value: unknown) => { readonly success: boolean } }, value: unknown) =>
    input.safeParse(value).success;
  for (const period of ['9999-6', '0000-1', '2100-1', '2026-7']) {
    expect([period, takes(reportContract['report.get'].input, { period })]).toEqual([period, false]);
  }
  expect(takes(reportContract['report.get'].input, { period: '2026-6' })).toBe(true);
  const mapped = (map: unknown) => takes(reportContract['report.mapStatement'].input, { period: '2026-1', map });
  expect([mapped({ text: 'B', headerRow: 1 }), mapped({ testo: 'B' }), mapped({ text: 'dodici' })]).toEqual([
    true,
    false,
    false,
  ]);
  const person = { name: 'Marta', address: 'marta@comune.example', roles: ['operatore'], accounts: [] };
  const sets = (id: string | null) => takes(peopleContract['people.setPerson'].input, { ...person, id });
  expect([sets(null), sets('marta.b_1-2'), sets('a/b'), sets(''), sets('x'.repeat(121))]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  const away = { person: 'marta', from: '2026-03-05', to: '2026-03-05' };
  expect(takes(peopleContract['people.setAbsence'].input, { ...away, id: 'a/b' })).toBe(false);
});
