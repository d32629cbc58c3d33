/** The PIN of the head (P6, P30): chosen by her, asked before she decides or sits down, kept nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '#electron/app.ts';
import { act } from '#electron/demo/procedure.ts';
import type { Input, MethodName } from '#shared/ipc/contract.ts';
import { openTown, openTownApp, type Town } from '../../helpers/openTown.ts';

const PIN = '48159207';
const OTHER = 'quattro gatti al sole';
const MINUTE = 60_000;
const NEWS = 'https://www.comune.valdombra.example/novita/biblioteca';
const TEXT = `Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa lunedì 9 marzo 2026.\n\n${NEWS}`;

const codeOf = async <Method extends MethodName>(app: App, method: Method, input: Input<Method>): Promise<string> => {
  const reply = await app.call(method, input);
  return reply.ok ? 'done' : reply.error.code;
};
const enter = (app: App, pin: string, person = 'ornella') => codeOf(app, 'people.enterPin', { person, pin });
const choose = (app: App, pin: string, current = '') => codeOf(app, 'people.setPin', { pin, current });
const sit = (app: App, id: string) => codeOf(app, 'people.actAs', { id });

/** Ornella at the desk, with her PIN, typed a while ago. */
async function townWithPin(): Promise<Town> {
  const town = await openTown();
  await act(town.app, 'people.actAs', { id: 'ornella' });
  expect(await choose(town.app, PIN)).toBe('done');
  town.clock.advance(10 * MINUTE);
  return town;
}

/** A text that waits for the head. */
async function forwarded({ app }: Town): Promise<{ readonly id: string; readonly seen: string }> {
  const data = {
    ...{ sendDate: '2026-03-05', sendTime: null, link: NEWS, office: 'Biblioteca', category: 'Servizi' },
    reason: 'servizio' as const,
  };
  const { id } = await act(app, 'requests.write', { title: 'Biblioteca chiusa', text: TEXT, data, corrects: null });
  const reasons = { prontuario: 'Concordato.', duplicati: 'Sono due avvisi diversi.' };
  await act(app, 'drafts.forward', { id, text: TEXT, reasons });
  const draft = (await act(app, 'drafts.waiting', {})).find((one) => one.id === id);
  return { id, seen: draft?.rewritten.hash ?? '' };
}

describe('the PIN', () => {
  it('is chosen, changed and taken away by the head alone, with the one she has', async () => {
    const town = await openTown();
    const { app } = town;
    const pins = async () => (await act(app, 'people.roster', {})).pins;
    expect(await choose(app, PIN)).toBe('pin-not-yours');
    await sit(app, 'ornella');
    for (const weak of ['', '123', '1234567890123', 'corta', '12a4']) expect(await choose(app, weak)).toBe('pin-weak');
    expect(await pins()).toEqual([]);
    expect(await choose(app, PIN)).toBe('done');
    expect(await pins()).toEqual(['ornella']);
    expect(await choose(app, OTHER)).toBe('pin-wrong');
    expect(await choose(app, OTHER, PIN)).toBe('done');
    expect(await codeOf(app, 'people.removePin', { person: 'ornella', current: PIN })).toBe('pin-wrong');
    expect(await codeOf(app, 'people.removePin', { person: 'ornella', current: OTHER })).toBe('done');
    expect(await pins()).toEqual([]);
    expect(await codeOf(app, 'people.removePin', { person: 'ornella', current: '' })).toBe('no-pin');
  });

  it('that was forgotten is taken away by another head alone, who has typed her own, and it is told to its owner', async () => {
    const town = await townWithPin();
    const { app } = town;
    const remove = () => codeOf(app, 'people.removePin', { person: 'ornella', current: '' });
    await sit(app, 'luca');
    expect(await remove()).toBe('pin-not-yours');
    const luca = (await act(app, 'people.roster', {})).people.find(({ id }) => id === 'luca');
    if (!luca) throw new Error('Manca Luca.');
    await act(app, 'people.setPerson', { ...luca, roles: ['operatore', 'capo settore'] });
    expect(await choose(app, OTHER)).toBe('done');
    town.clock.advance(10 * MINUTE);
    expect(await remove()).toBe('pin-needed');
    expect(await enter(app, OTHER, 'luca')).toBe('done');
    expect(await remove()).toBe('done');
    expect(await sit(app, 'ornella')).toBe('done');
    const news = await act(app, 'people.roleNews', {});
    expect(news.map(({ person, what, by }) => `${person} ${what} ${by}`)).toEqual([
      'ornella pinSet ornella',
      'luca given luca',
      'luca pinSet luca',
      'ornella pinRemoved luca',
    ]);
  });

  it('is changed only from where she is bound', async () => {
    const { app } = await townWithPin();
    await act(app, 'people.bind', { person: 'ornella', accounts: ['di-un-altro'], desks: [] });
    expect(await choose(app, OTHER, PIN)).toBe('pin-not-here');
  });

  it('is asked before each way of deciding, once, and the decision is the same after it', async () => {
    const town = await townWithPin();
    const { app, clock } = town;
    const lists = async () => (await act(app, 'drafts.waiting', {})).length;
    for (const how of [
      { kind: 'postponed', why: 'Più avanti.', until: '2026-03-04' },
      { kind: 'returned', why: 'Manca il giorno.' },
      { kind: 'refused', why: 'Non serve.' },
    ] as const) {
      const { id } = await forwarded(town);
      const before = await lists();
      clock.advance(10 * MINUTE);
      expect(await codeOf(app, 'drafts.decline', { id, how })).toBe('pin-needed');
      expect(await lists()).toBe(before);
      expect(await enter(app, PIN)).toBe('done');
      expect(await codeOf(app, 'drafts.decline', { id, how })).toBe('done');
    }
    const { id, seen } = await forwarded(town);
    const approval = { id, seen, text: `${TEXT}\n\nGrazie.`, route: null };
    clock.advance(10 * MINUTE);
    expect(await codeOf(app, 'queue.approve', approval)).toBe('pin-needed');
    expect(await act(app, 'queue.list', {})).toEqual([]);
    await enter(app, PIN);
    expect(await codeOf(app, 'queue.approve', approval)).toBe('done');
    expect(await act(app, 'queue.list', {})).toMatchObject([{ unbound: null, lacksPin: false }]);
  });

  it('is asked when she sits down, counts for ten minutes, and is forgotten at a change of person and after a pause', async () => {
    const town = await townWithPin();
    const { app, clock } = town;
    const { id } = await forwarded(town);
    const isAsked = async () => (await codeOf(app, 'drafts.decline', { id, how: POSTPONED })) === 'pin-needed';
    await enter(app, PIN);
    clock.advance(10 * MINUTE - 1);
    expect(await isAsked()).toBe(false);
    clock.advance(1);
    expect(await isAsked()).toBe(true);
    await enter(app, PIN);
    await act(app, 'people.forgetPin', {});
    expect(await isAsked()).toBe(true);
    await enter(app, PIN);
    expect(await sit(app, 'marta')).toBe('done');
    expect(await sit(app, 'ornella')).toBe('pin-needed');
    expect((await act(app, 'people.session', {})).person?.id).toBe('marta');
    await enter(app, PIN);
    expect(await sit(app, 'ornella')).toBe('done');
    expect(await isAsked()).toBe(false);
  });

  it('wrong five times has to wait, longer each time, also after a restart and with the clock put back', async () => {
    const town = await townWithPin();
    const { clock } = town;
    const codes = [];
    for (const typed of ['0000', '1111', '2222', '3333', '4444', PIN]) codes.push(await enter(town.app, typed));
    expect(codes).toEqual(['pin-wrong', 'pin-wrong', 'pin-wrong', 'pin-wrong', 'pin-waits', 'pin-waits']);
    town.app.close();
    const { app } = openTownApp({ folder: town.folder, clock });
    const now = clock.now();
    clock.advance(MINUTE - 1);
    expect(await enter(app, PIN)).toBe('pin-waits');
    clock.advance(1);
    expect(await enter(app, '5555')).toBe('pin-waits');
    clock.advance(2 * MINUTE - 1);
    expect(await enter(app, PIN)).toBe('pin-waits');
    clock.set(now);
    expect(await enter(app, PIN)).toBe('pin-waits');
    clock.advance(20 * MINUTE);
    expect(await enter(app, PIN)).toBe('done');
    expect(await enter(app, '6666')).toBe('pin-wrong');
  });

  it('typed many times at once has no more attempts than one after the other', async () => {
    const { app } = await townWithPin();
    const codes = await Promise.all(['0', '1', '2', '3', '4', '5', '6', '7'].map((typed) => enter(app, typed)));
    expect(codes.filter((code) => code === 'pin-wrong')).toHaveLength(4);
    expect(await enter(app, PIN)).toBe('pin-waits');
  });

  it('stands in no file of the desk', async () => {
    const town = await townWithPin();
    await enter(town.app, PIN);
    await enter(town.app, '77441199');
    town.app.close();
    const files = readdirSync(town.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files) {
      const text = readFileSync(join(parentPath, name)).toString('latin1');
      for (const typed of [PIN, '77441199']) expect([name, text.includes(typed)]).toEqual([name, false]);
    }
  });
});

const POSTPONED = { kind: 'postponed', why: 'Più avanti.', until: '2026-03-04' } as const;
