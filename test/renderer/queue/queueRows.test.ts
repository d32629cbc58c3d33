import { describe, expect, test } from 'vitest';
import {
  commandsOf,
  deskOrPerson,
  detailOf,
  mainCommand,
  queueSentence,
  rowsOfDay,
  STATE_SIGNS,
  sayReceipt,
  sayRowMoment,
  signOf,
  stateWord,
} from '#renderer/queue/queueRows.ts';
import { ROUTES } from '#shared/people/profile/routes.ts';
import { JOB_STATES, type JobState, nextState } from '#shared/queue/states.ts';
import { jobWith } from './jobs.ts';

const NOW = '2026-11-24T08:12:00.000Z';
const TODAY = '2026-11-24';
const states = Object.keys(JOB_STATES) as JobState[];
const sentAt = '2026-11-24T07:46:00.000Z';
const NO_FOLDER = { code: 'x', what: 'Manca la cartella.', remedy: 'Sceglila nelle Impostazioni.' };
const sent = { sentAt, text: 'x', recipients: 3412, by: 'vidal', confirmedAt: sentAt };

describe('the commands of a row', () => {
  const STEP = {
    ask: 'job.started',
    asked: 'job.handedOver',
    openLetter: 'job.posted',
    posted: 'job.posted',
    confirm: 'job.sent',
    receipt: 'job.sent',
    requeue: 'job.requeued',
    sendBack: 'job.cancelled',
    cancel: 'job.cancelled',
    move: 'job.moved',
    takeOver: 'job.takenOver',
    partly: 'job.partlySent',
    refused: 'job.refused',
    withdraw: 'job.cancelled',
    told: undefined,
    read: undefined,
    search: undefined,
    page: undefined,
  } as const;

  test.each(states)('«%s» offers only what the machine of P33 allows', (state) => {
    for (const route of ROUTES) {
      for (const command of commandsOf(jobWith({ state, route }))) {
        if (command === 'correct') {
          expect(state).toBe('sent');
          continue;
        }
        const isOut = command === 'sendBack' && state === 'cancelled';
        const step = STEP[command];
        if (!isOut && step) expect(nextState(state, step), `${command} from ${state}`).toBeDefined();
      }
    }
  });

  test('only the operational group is asked by a person; a folder is never "asked"', () => {
    expect(commandsOf(jobWith({ state: 'queued', route: 'gruppo operativo' }))).toEqual([
      ...['ask', 'move', 'cancel', 'told', 'withdraw'],
    ]);
    expect(commandsOf(jobWith({ state: 'delivering', route: 'gruppo operativo' }))).toEqual([
      ...['asked', 'refused', 'cancel', 'told', 'withdraw'],
    ]);
    expect(commandsOf(jobWith({ state: 'queued', route: 'cartella della ditta' }))).toEqual([
      'move',
      'cancel',
      'told',
      'withdraw',
    ]);
    expect(commandsOf(jobWith({ state: 'delivering', route: 'cartella della ditta' }))).toEqual([]);
  });

  test('a sending of another desk is taken over, and nobody asks the group twice', () => {
    for (const state of ['queued', 'deferred', 'delivering'] as const) {
      for (const route of ROUTES) {
        const commands = commandsOf(jobWith({ state, route, isElsewhere: true }));
        expect(commands[0]).toBe('takeOver');
        expect(commands).not.toContain('ask');
        expect(commands).not.toContain('move');
        for (const command of commands) {
          const step = command === 'correct' ? undefined : STEP[command];
          if (step) expect(nextState(state, step)).toBeDefined();
        }
      }
    }
  });

  test('what was sent offers only its rettifica, what was cancelled can come back; an uncertain one is never cancelled', () => {
    expect(commandsOf(jobWith({ state: 'sent', sent }))).toEqual(['correct']);
    expect(commandsOf(jobWith({ state: 'cancelled' }))).toEqual(['requeue', 'sendBack']);
    expect(commandsOf(jobWith({ state: 'cancelled', isTextGone: true }))).toEqual([]);
    expect(commandsOf(jobWith({ state: 'uncertain', route: 'e-mail alla ditta' }))).toEqual(['confirm', 'requeue']);
  });
});

describe('the receipt of the contractor', () => {
  const RECEIPT = {
    outcome: 'inviato',
    at: '2026-11-24T07:41:00.000Z',
    recipients: 1_204,
    text: null,
    why: null,
  } as const;
  const row = (change: Parameters<typeof jobWith>[0]) =>
    jobWith({ state: 'handedOver', route: 'cartella della ditta', receipt: RECEIPT, ...change });

  test('can be taken as it is; Invio opens the dialog all the same', () => {
    expect(commandsOf(row({}))).toEqual(['receipt', 'confirm', 'partly', 'refused']);
    expect(mainCommand(row({}))).toBe('confirm');
    expect(commandsOf(row({ state: 'uncertain' }))).toEqual(['receipt', 'confirm', 'requeue']);
  });

  test('is looked at first when its text is another, or it says something else', () => {
    expect(commandsOf(row({ receipt: { ...RECEIPT, text: 'Un altro testo' } }))).not.toContain('receipt');
    expect(commandsOf(row({ receipt: { ...RECEIPT, outcome: 'inviato in parte' } }))).not.toContain('receipt');
    expect(commandsOf(row({ receipt: { ...RECEIPT, text: `${row({}).notice.text}\n` } }))).toContain('receipt');
    expect(commandsOf(row({ state: 'sent', sent }))).toEqual(['correct']);
  });

  test('is said in the row with everything it tells', () => {
    expect(detailOf(row({}), [], TODAY)).toBe('la ditta dice: inviato oggi 08:41, 1.204 persone; aspetta la conferma');
    const full = { ...RECEIPT, outcome: 'inviato in parte', text: 'Un altro testo', why: 'numero bloccato' } as const;
    expect(sayReceipt(row({ receipt: full }), TODAY)).toBe(
      'la ditta dice: inviato in parte oggi 08:41, 1.204 persone, con un altro testo, numero bloccato',
    );
    expect(sayReceipt(row({ receipt: { ...RECEIPT, recipients: null } }), TODAY)).toBe(
      'la ditta dice: inviato oggi 08:41',
    );
    expect(sayReceipt(row({ receipt: null }), TODAY)).toBeUndefined();
  });
});

test('what is prepared, asked and confirmed has its sign (L14), and every other state its own', () => {
  expect([STATE_SIGNS.toPost, STATE_SIGNS.handedOver, STATE_SIGNS.sent]).toEqual([
    'todo',
    'queued',
    expect.objectContaining({ sign: 'confirmed' }),
  ]);
  const signs = states.filter((state) => state !== 'handedOver').map((state) => STATE_SIGNS[state]);
  expect(new Set(signs).size).toBe(signs.length);
});

test('a row is about the moment it was sent, it stopped, or it is planned', () => {
  const planned = { plannedFor: '2026-11-24T09:00:00.000Z', changedAt: '2026-11-23T16:20:00.000Z' };
  expect(sayRowMoment(jobWith({ state: 'sent', sent, ...planned }), TODAY)).toBe('08:46');
  expect(sayRowMoment(jobWith({ state: 'uncertain', ...planned }), TODAY)).toBe('ieri 17:20');
  expect(sayRowMoment(jobWith({ state: 'queued', ...planned }), TODAY)).toBe('10:00');
});

test('today shows also what is still open from other days, other days only their own', () => {
  const jobs = [
    jobWith({ id: 'planned', plannedFor: '2026-11-24T11:00:00.000Z' }),
    jobWith({ id: 'friday', plannedFor: '2026-11-27T09:00:00.000Z' }),
    jobWith({ id: 'unclear', state: 'uncertain', changedAt: '2026-11-23T16:20:00.000Z' }),
    jobWith({ id: 'over', state: 'sent', sent: { ...sent, sentAt: '2026-11-20T09:00:00.000Z' } }),
  ];
  expect(rowsOfDay(jobs, TODAY, TODAY).map(({ id }) => id)).toEqual(['unclear', 'planned', 'friday']);
  expect(rowsOfDay(jobs, '2026-11-27', TODAY).map(({ id }) => id)).toEqual(['friday']);
  expect(rowsOfDay(jobs, '2026-11-20', TODAY).map(({ id }) => id)).toEqual(['over']);
});

test('the sentence says first what waits for a person, then what comes', () => {
  const later = { plannedFor: '2026-11-24T09:00:00.000Z' };
  expect(queueSentence([], { now: NOW, today: TODAY, stopped: null })).toBe('Nessun invio in programma.');
  expect(queueSentence([jobWith(later)], { now: NOW, today: TODAY, stopped: null })).toBe(
    'Il prossimo invio è alle 10:00, tra 48 minuti.',
  );
  expect(
    queueSentence([jobWith({ plannedFor: '2026-11-26T07:30:00.000Z' })], { now: NOW, today: TODAY, stopped: null }),
  ).toBe('Prossimo invio: giovedì 26 alle 08:30.');
  expect(
    queueSentence(
      [
        jobWith({ state: 'uncertain' }),
        jobWith({ state: 'refused' }),
        jobWith({ state: 'handedOver' }),
        jobWith({ state: 'held' }),
        jobWith({ state: 'partlySent' }),
        jobWith({ plannedFor: '2026-11-24T08:00:00.000Z', route: 'gruppo operativo' }),
        jobWith({ plannedFor: '2026-11-24T08:00:00.000Z', route: 'e-mail alla ditta', obstacle: NO_FOLDER }),
      ],
      { now: NOW, today: TODAY, stopped: null },
    ),
  ).toBe(
    '2 invii sono da chiarire. Un invio è da chiedere nel gruppo. Un invio non riesce a partire. Un invio è fermo. Un invio è arrivato solo in parte. Un invio aspetta la conferma. Nessun altro invio in programma.',
  );
});

test('a text that was only copied for the group is prepared, not on its way (P31, P33)', () => {
  const copied = jobWith({ state: 'delivering', route: 'gruppo operativo' });
  expect([stateWord(copied), signOf(copied)]).toEqual(['da chiedere', 'todo']);
  expect(queueSentence([copied], { now: NOW, today: TODAY, stopped: null })).toBe(
    'Un invio è da chiedere nel gruppo. Nessun altro invio in programma.',
  );
  const leaving = jobWith({ state: 'delivering', route: 'cartella della ditta' });
  expect([stateWord(leaving), signOf(leaving)]).toEqual(['in consegna', 'sending']);
});

test('a row names the desk that delivers it, before that the person who put it into the queue', () => {
  expect(deskOrPerson(jobWith({ deskName: 'Sportello 2', queuedByName: 'Ornella Vidal' }))).toBe('Sportello 2');
  expect(deskOrPerson(jobWith({ deskName: null, queuedByName: 'Ornella Vidal' }))).toBe('Ornella Vidal');
});

test('who approved is named with the desk only where the desk has a name', () => {
  const team = [{ id: 'vidal', name: 'Ornella Vidal', address: 'v@c.example', roles: [], accounts: [] }];
  const on = (desk: string | null) => detailOf(jobWith({ approvedOn: { by: 'vidal', desk } }), team, TODAY);
  expect(on('Portatile')).toContain('approvato da Ornella Vidal su «Portatile»');
  expect(on(null)).toMatch(/approvato da Ornella Vidal$/);
});

test('while all is stopped the sentence does not promise a next one', () => {
  const stopped = { by: 'Marta Bellin', at: NOW, why: 'Testo sbagliato' };
  const jobs = [jobWith({ plannedFor: '2026-11-24T09:00:00.000Z' })];
  expect(queueSentence(jobs, { now: NOW, today: TODAY, stopped })).toBe('Tutti gli invii sono fermi.');
});

test('the detail says what holds a sending back, or how it went', () => {
  const team = [
    { id: 'vidal', name: 'Ornella Vidal', address: 'v@c.example', roles: ['capo settore' as const], accounts: [] },
  ];
  const say = (change: Parameters<typeof jobWith>[0]) => detailOf(jobWith(change), team, TODAY);
  expect(say({ state: 'sent', sent })).toBe('3.412 persone, confermato da Ornella Vidal');
  expect(say({ state: 'sent', sent: { ...sent, recipients: null } })).toMatch(/^persone non note/);
  expect(say({ obstacle: NO_FOLDER, why: 'altro' })).toBe('Manca la cartella. Sceglila nelle Impostazioni.');
  expect(say({ state: 'handedOver', evidence: null })).toBe('aspetta la conferma, senza prova di consegna');
  expect(say({ movedBy: 'vidal', why: 'la piazza è occupata' })).toBe(
    'spostato da Ornella Vidal: la piazza è occupata',
  );
  expect(say({ movedBy: 'vidal', why: null })).toBe('spostato da Ornella Vidal');
  expect(say({ state: 'deferred', movedBy: 'vidal', why: 'fuori servizio' })).toBe('fuori servizio');
  expect(say({ state: 'refused', answer: 'da cambiare', why: 'data sbagliata' })).toBe('da cambiare: data sbagliata');
  expect(say({ rejected: [{ type: 'job.sent', by: 'x', at: sentAt }] })).toMatch(/; 1 passo non valido$/);
});

test('a text that is not the approved one is an error on its row, and is neither copied nor confirmed by a receipt', () => {
  const obstacle = { code: 'text-altered', what: 'Il testo non è quello approvato.', remedy: 'Annulla l’invio.' };
  const altered = jobWith({ isAltered: true, obstacle, route: 'gruppo operativo' });
  expect(signOf(altered)).toBe('error');
  expect(signOf(jobWith())).toBe('queued');
  expect(commandsOf(altered)).toEqual(['move', 'cancel', 'told', 'withdraw']);
  expect(commandsOf({ ...altered, state: 'delivering' })).toEqual(['refused', 'cancel', 'told', 'withdraw']);
  expect(commandsOf({ ...altered, state: 'held' })).not.toContain('requeue');
  expect(detailOf(altered, [], '2026-11-24')).toBe('Il testo non è quello approvato. Annulla l’invio.');
  expect(queueSentence([altered], { now: '2026-11-24T08:12:00.000Z', today: '2026-11-24', stopped: null })).toContain(
    'Un invio ha un testo che non è quello approvato.',
  );
});
