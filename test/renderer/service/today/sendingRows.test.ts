import { expect, it } from 'vitest';
import { badLetterRow } from '#renderer/service/today/sendingRows.ts';
import type { ToPost } from '#shared/queue/toPost.ts';

const LETTER: ToPost = {
  ...{
    id: 'letter/l1',
    state: 'uncertain',
    why: null,
    missed: [],
    purpose: 'missing',
    title: 'Corso di primo soccorso',
  },
  ...{ request: 'r1', to: ['biblioteca@comune.valdombra.example'], copy: [], subject: 'R: Avviso' },
  ...{ preparedAt: '2026-03-02T08:00:00.000Z', desk: null },
};
const rows = (change: Partial<ToPost>) => badLetterRow({ ...LETTER, ...change }, { today: '2026-03-02' });

it('of a letter that nobody knows of asks a person, with what she can do', () => {
  expect(rows({})).toMatchObject([
    {
      verb: 'Guarda se è arrivata',
      thing: 'la e-mail su «Corso di primo soccorso»',
      sign: 'uncertain',
      flag: { text: 'incerta' },
      target: { place: 'toPost' },
    },
  ]);
});

it('of one that was refused says why, and of one not for all who did not get it', () => {
  expect(rows({ state: 'refused', why: 'casella piena' })[0]?.story).toContain('Motivo: casella piena.');
  const missed = [{ address: 'assente@comune.valdombra.example', why: 'l’indirizzo non esiste' }];
  expect(rows({ state: 'partial', missed })[0]?.story).toContain(
    'assente@comune.valdombra.example: l’indirizzo non esiste.',
  );
});

it('of one that a person sends is none of its own: they are counted in one row', () => {
  expect(rows({ state: 'toPost' })).toEqual([]);
});
