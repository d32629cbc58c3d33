import { describe, expect, test } from 'vitest';
import { setAside, waitingDesks } from '#renderer/service/sharing/quarantine.ts';
import { shareConcerns } from '#renderer/service/sharing/shareConcerns.ts';
import { EXCHANGED, shareAnswer, shareItem } from '#renderer/service/sharing/shareWords.ts';
import { openElsewhere, otherDesk, type ShareView } from '#shared/service/share.ts';
import { ALONE } from '../../../helpers/alone.ts';
import { AWAY, DOUBTED, NOT_ENROLLED, SHARED, TROUBLED, UNFOUNDED } from '../../../helpers/shares.ts';

const TODAY = '2026-11-24';
const item = (share: ShareView) => shareItem(share, TODAY);
const PROBLEM = { code: 'x', what: 'È successo qualcosa.', why: 'Tutto è salvato.', remedy: 'Chiedi all’assistenza.' };

describe('the status bar', () => {
  test('is quiet for a desk alone and when all is shared', () => {
    expect(item(ALONE)).toEqual({ text: 'Solo su questo computer', sign: 'todo' });
    expect(item(SHARED)).toEqual({ text: 'Condiviso 09:11', sign: EXCHANGED });
    expect(item({ ...SHARED, exchangedAt: '2026-11-23T16:05:00.000Z' }).text).toBe('Condiviso ieri alle 17:05');
    expect(item({ ...SHARED, state: 'connecting', exchangedAt: null }).text).toBe('Cerco la cartella condivisa');
  });

  test('counts what the others cannot see yet', () => {
    expect(item({ ...SHARED, waiting: 3 })).toEqual({ text: '3 modifiche da condividere', sign: 'queued' });
    expect(item({ ...SHARED, waiting: 1 }).text).toBe('1 modifica da condividere');
  });

  test('says since when the drive is away, and what waits', () => {
    expect(item(AWAY)).toEqual({
      text: 'Cartella condivisa assente dalle 08:32, 3 modifiche da condividere',
      icon: 'offline',
      warn: true,
    });
    expect(item({ ...AWAY, waiting: 0, exchangedAt: null }).text).toBe('Cartella condivisa assente');
    expect(item({ ...AWAY, waiting: 0, exchangedAt: '2026-11-23T16:05:00.000Z' }).text).toBe(
      'Cartella condivisa assente da ieri alle 17:05',
    );
  });

  test.each([
    ['Registro condiviso da creare', UNFOUNDED],
    ['Registro condiviso non trovato', { ...UNFOUNDED, problem: { ...PROBLEM, code: 'share-lost' } }],
    ['Registro condiviso illeggibile', { ...SHARED, state: 'illegible', problem: PROBLEM }],
    ['Cartella di un altro registro', { ...SHARED, state: 'other-space', problem: PROBLEM }],
    ['Aggiorna l’app per condividere', { ...SHARED, state: 'newer', problem: PROBLEM }],
    [
      'Cartella condivisa in sola lettura, 2 modifiche da condividere',
      { ...SHARED, state: 'read-only', waiting: 2, problem: PROBLEM },
    ],
    ['Nella cartella condivisa mancano file', { ...SHARED, state: 'incomplete' }],
    ['Scambio riuscito a metà', { ...SHARED, problem: PROBLEM }],
    ['Postazione da accettare', NOT_ENROLLED],
    ['1 postazione da accettare', TROUBLED],
    ['Orologio avanti di 12 minuti', { ...SHARED, skewMilliseconds: 720_000 }],
    ['Una postazione è stata copiata', { ...SHARED, forks: TROUBLED.forks }],
    ['1 numero dato due volte', { ...SHARED, collisions: TROUBLED.collisions }],
    ['1 file messo da parte', { ...SHARED, quarantine: setAside(TROUBLED) }],
  ] as const satisfies readonly (readonly [string, ShareView])[])('warns: %s', (text, share) => {
    expect(item(share)).toEqual({ text, sign: 'warning', warn: true });
  });

  test('a desk that cannot share says so, in the colour of an error, with what waits; it never says «Condiviso»', () => {
    const stuck = { ...SHARED, state: 'stuck', problem: PROBLEM } as const;
    expect(item({ ...stuck, waiting: 3 })).toEqual({
      text: 'Non condivide: 3 modifiche da condividere, apri e guarda che cosa fare',
      sign: 'error',
      warn: true,
    });
    expect(item(stuck).text).toBe('Non condivide: apri e guarda che cosa fare');
    expect(shareAnswer({ ...stuck, waiting: 3 }, TODAY)).toMatchObject({
      tone: 'bad',
      heading: 'Questa postazione non condivide dalle 09:11',
      lines: [
        'È successo qualcosa. Gli altri non vedono ancora: 3 modifiche da condividere. Qui è tutto salvato.',
        'Tutto è salvato.',
        'Chiedi all’assistenza.',
      ],
    });
    expect(shareConcerns(stuck, TODAY).map(({ id }) => id)).toEqual(['stuck']);
  });

  test('counts the files set aside beyond those that are listed', () => {
    const many = { ...SHARED, quarantine: setAside(TROUBLED), asideCounts: { torn: 20_000, foreign: 100_000 } };
    expect(item(many).text).toBe('20000 file messi da parte');
    expect(item({ ...SHARED, asideCounts: { foreign: 100_000 } }).text).toBe('Condiviso 09:11');
  });

  test('does not call for what needs no look now', () => {
    const { isWeak, gaps, unknownKinds, provisional } = TROUBLED;
    expect(item({ ...SHARED, isWeak, gaps, unknownKinds, provisional })).toEqual({
      text: 'Condiviso 09:11',
      sign: EXCHANGED,
    });
    expect(item({ ...SHARED, quarantine: TROUBLED.quarantine.filter(({ reason }) => reason === 'foreign') }).warn).toBe(
      undefined,
    );
  });
});

test('a clock a few minutes off is nobody’s trouble', () => {
  expect(item({ ...SHARED, skewMilliseconds: -299_000 }).text).toBe('Condiviso 09:11');
  expect(item({ ...SHARED, skewMilliseconds: -301_000 }).text).toBe('Orologio indietro di 5 minuti');
});

test('the one answer says what it means and what to do', () => {
  expect(shareAnswer(ALONE, TODAY).heading).toBe('Questa postazione lavora da sola');
  expect(shareAnswer(SHARED, TODAY)).toMatchObject({
    heading: 'Tutto è condiviso',
    lines: ['Ultimo scambio oggi alle 09:11. Adesso è aperta un’altra postazione.'],
  });
  expect(shareAnswer({ ...SHARED, waiting: 2, desks: [] }, TODAY)).toMatchObject({
    heading: 'Condivido: 2 modifiche da condividere',
    lines: ['Ultimo scambio oggi alle 09:11. Adesso nessun’altra postazione è aperta.'],
  });
  expect(shareAnswer(AWAY, TODAY)).toMatchObject({
    heading: 'La cartella condivisa non risponde dalle 08:32',
    lines: [
      'Puoi continuare: tutto è salvato su questo computer. In attesa: 3 modifiche da condividere, partono da sole.',
      'L’unità di rete non risponde. L’app riprova da sola.',
    ],
  });
  expect(shareAnswer({ ...SHARED, state: 'connecting' }, TODAY).heading).toBe('Cerco la cartella condivisa');
});

test('every trouble is told once, the gravest first', () => {
  expect(shareConcerns(TROUBLED, TODAY).map(({ id }) => id)).toEqual([
    'newcomers',
    'clock',
    'forks',
    'collisions',
    'aside',
    'weak',
    'clocks-ahead',
    'gaps',
    'provisional',
    'unknown-kinds',
  ]);
  expect(shareConcerns(SHARED, TODAY)).toEqual([]);
  expect(shareConcerns(ALONE, TODAY)).toEqual([]);
});

test('a desk with a newer app is named, with what that means and what to do', () => {
  const desks = SHARED.desks.map((desk) => ({ ...desk, isNewer: !desk.isThis }));
  expect(shareConcerns({ ...SHARED, desks }, TODAY)).toMatchObject([
    {
      id: 'newer-desks',
      heading: 'App più nuova: «Sportello 2»',
      lines: [expect.stringMatching(/resta al sicuro.*non partono\. Aggiorna l’app su questa postazione\.$/)],
    },
  ]);
});

test('a desk that waits is one, whatever the number of its files; a desk not let in accepts nobody', () => {
  expect(waitingDesks(TROUBLED)).toEqual([
    { dev: 'desk3', key: 'chiave3', name: 'Sportello 3', since: '2026-11-24T08:01:00.000Z', files: 2 },
  ]);
  expect(shareConcerns({ ...TROUBLED, isEnrolled: false }, TODAY).map(({ id }) => id)).not.toContain('newcomers');
});

test('who has a request open elsewhere, with the desk', () => {
  expect(openElsewhere(SHARED, 'tigli-1')).toEqual(['Luca Zennaro (Sportello 2)']);
  expect(openElsewhere(SHARED, 'olio-1')).toEqual([]);
  expect(otherDesk(SHARED, 'desk2')).toBe('Sportello 2');
  expect(otherDesk(SHARED, 'desk1')).toBeNull();
  expect(otherDesk(SHARED, 'desk9')).toBeNull();
});

test('a clock that only a person can confirm is told also at a desk alone', () => {
  expect(shareConcerns(DOUBTED, TODAY)).toMatchObject([
    { id: 'clock', short: 'Ora da confermare', heading: expect.stringContaining('non è confermata') },
  ]);
});
