import { describe, expect, it } from 'vitest';
import type { EffectProgram } from '#electron/outbox/outbox.ts';
import { shareError } from '#electron/share/folder/shareError.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import {
  keepEffect as keep,
  noNetwork,
  type OpenedOutbox as Opened,
  openTestOutbox as open,
  stateOf,
} from '../../helpers/testOutbox.ts';

const SECOND = 1_000;

describe('an effect whose row is damaged', () => {
  it('is one bad effect: it is told, and the others go on, before and after it and at the next start', async () => {
    const opened = open();
    for (const id of ['a', 'b', 'c']) keep(opened, id);
    opened.database.prepare(`UPDATE effect SET payload = '{"to":' WHERE id = 'b'`).run();
    expect(await opened.outbox.tick()).toBe(2);
    expect(opened.done).toEqual(['a', 'c']);
    expect(opened.outbox.problemOf('b')).toMatchObject({ code: 'effect-illegible' });
    expect(opened.outbox.stuck()).toMatchObject([{ id: 'b', isReadable: false, payload: null }]);
    expect(opened.outbox.get('b')?.state).toBe('failed');
    const again = open({ database: opened.database });
    keep(again, 'd');
    expect(await again.outbox.tick()).toBe(1);
    expect(again.outbox.stuck().map(({ id }) => id)).toEqual(['b']);
  });
});

describe('what fails', () => {
  it('is tried again after 5, 10, 20 seconds… and says why it waits', async () => {
    const opened = open({ sends: async () => noNetwork });
    keep(opened, 'a');
    expect(opened.outbox.problemOf('a')).toBeUndefined();
    for (const [tries, seconds] of [5, 10, 20, 40, 80, 160, 320, 600, 600].entries()) {
      expect(await opened.outbox.tick()).toBe(0);
      expect(opened.done).toHaveLength(tries + 1);
      expect(opened.outbox.problemOf('a')).toEqual(noNetwork.ok ? undefined : noNetwork.error);
      expect(opened.outbox.nextDue()).toBe(addMilliseconds(opened.clock.now(), seconds * SECOND));
      opened.clock.advance(seconds * SECOND - 1);
      await opened.outbox.tick();
      expect(opened.done).toHaveLength(tries + 1);
      opened.clock.advance(1);
    }
  });

  it('is done when it succeeds at last, and says nothing any more', async () => {
    let online = false;
    const opened = open({ sends: async () => (online ? ok(undefined) : noNetwork) });
    keep(opened, 'a');
    await opened.outbox.tick();
    online = true;
    opened.clock.advance(5 * SECOND);
    expect(await opened.outbox.tick()).toBe(1);
    expect(opened.outbox.problemOf('a')).toBeUndefined();
    expect(stateOf(opened, 'a')).toBe('done');
  });

  it.each<[string, EffectProgram]>([
    ['later', () => Promise.reject(new Error('a bug'))],
    [
      'at once',
      () => {
        throw new Error('a bug');
      },
    ],
  ])(
    'by a bug, thrown %s, stops no other, is told once and waits for a person or the next start',
    async (_when, broken) => {
      const opened = open({ programs: { 'report.build': broken } });
      keep(opened, 'a');
      keep(opened, 'b', undefined, 'report.build');
      keep(opened, 'c');
      await expect(opened.outbox.tick()).rejects.toThrow('Effetto report.build b');
      expect(opened.done).toEqual(['a', 'c']);
      expect(stateOf(opened, 'b')).toBe('failed');
      expect(opened.outbox.problemOf('b')).toEqual({
        code: 'internal',
        what: 'L’app ha avuto un problema interno (numero a1b2).',
        why: 'Quello che avevi salvato è al sicuro. L’app riprova da sola la prossima volta che si apre.',
        remedy: 'Scegli «Riprova adesso» in Oggi; se succede ancora, segnala il numero all’assistenza.',
      });
      opened.clock.advance(3_600 * SECOND);
      expect(await opened.outbox.tick()).toBe(0);
    },
  );

  it('by a bug, is told with the number the user reads, when somebody listens, and no round rejects', async () => {
    const told: [string, string][] = [];
    const opened = open();
    opened.outbox.serve(
      { 'letter.send': () => Promise.reject(new Error('a bug')) },
      { bug: (number, { message }) => told.push([number, message]) },
    );
    keep(opened, 'a');
    keep(opened, 'b');
    expect(await opened.outbox.tick()).toBe(0);
    expect(told).toEqual([
      ['a1b2', 'Effetto letter.send a'],
      ['a1b2', 'Effetto letter.send b'],
    ]);
  });

  it.each<[string, () => Error]>([
    ['a drive', () => shareError('ECONNRESET', 'a dropped line')],
    ['the system', () => Object.assign(new Error('x'), { code: 'EMFILE', errno: -24 })],
    ['the database', () => Object.assign(new Error('x'), { code: 'SQLITE_IOERR_WRITE' })],
  ])('by an error of %s is no bug: it waits, and succeeds when that is gone', async (_whose, failure) => {
    let broken = true;
    const opened = open({ sends: () => (broken ? Promise.reject(failure()) : Promise.resolve(ok(undefined))) });
    keep(opened, 'a');
    expect(await opened.outbox.tick()).toBe(0);
    expect(stateOf(opened, 'a')).toBe('waiting');
    expect(opened.outbox.problemOf('a')?.code).not.toBe('internal');
    expect(opened.outbox.nextDue()).toBe(addMilliseconds(opened.clock.now(), 5 * SECOND));
    broken = false;
    opened.clock.advance(5 * SECOND);
    expect(await opened.outbox.tick()).toBe(1);
  });

  it('because this version does not know its kind says so', async () => {
    const opened = open();
    keep(opened, 'a', undefined, 'fax.send');
    keep(opened, 'b');
    expect(await opened.outbox.tick()).toBe(1);
    expect(stateOf(opened, 'a')).toBe('failed');
    expect(opened.outbox.problemOf('a')).toMatchObject({
      code: 'effect-unknown',
      what: 'Questa versione dell’app non conosce «fax.send».',
    });
  });
});

describe('what a person must know of', () => {
  const stuck = ({ outbox }: Opened) => outbox.stuck().map(({ id, failingSince }) => [id, failingSince]);

  it('is what has been failing for a quarter of an hour, since its first failure, and no more once it succeeds', async () => {
    let online = false;
    const opened = open({ sends: async () => (online ? ok(undefined) : noNetwork) });
    keep(opened, 'later', addMilliseconds(opened.clock.now(), 3_600 * SECOND));
    keep(opened, 'a');
    const began = opened.clock.now();
    await opened.outbox.tick();
    opened.clock.advance(900 * SECOND - 1);
    await opened.outbox.tick();
    expect(stuck(opened)).toEqual([]);
    opened.clock.advance(1);
    expect(stuck(opened)).toEqual([['a', began]]);
    online = true;
    opened.clock.advance(600 * SECOND);
    await opened.outbox.tick();
    expect(stuck(opened)).toEqual([]);
  });

  it('is what met a bug, at once', async () => {
    const opened = open({ sends: () => Promise.reject(new Error('a bug')) });
    keep(opened, 'a');
    await opened.outbox.tick().catch(() => undefined);
    expect(stuck(opened)).toEqual([['a', opened.clock.now()]]);
  });

  it('is tried again as soon as a person says so, also what met a bug, and nothing that is done or taken back', async () => {
    let answer: EffectProgram = async () => noNetwork;
    const opened = open({ sends: (effect) => answer(effect) });
    keep(opened, 'a');
    await opened.outbox.tick();
    answer = () => Promise.reject(new Error('a bug'));
    expect(opened.outbox.retry('a')).toBe(true);
    await opened.outbox.tick().catch(() => undefined);
    expect(stateOf(opened, 'a')).toBe('failed');
    answer = async () => ok(undefined);
    expect(opened.outbox.retry('a')).toBe(true);
    expect(await opened.outbox.tick()).toBe(1);
    expect([opened.outbox.retry('a'), opened.outbox.retry('mai visto')]).toEqual([false, false]);
    keep(opened, 'b', afterUndo(opened.clock.now()));
    opened.outbox.cancel('b');
    expect(opened.outbox.retry('b')).toBe(false);
  });
});
