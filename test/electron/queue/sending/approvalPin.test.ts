/** An approval without the proof of the head's PIN is shown as such and does not leave until it is confirmed (P6, P30). */
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { openHeadPin } from '#electron/desk/headPin.ts';
import { asIfKept } from '#shared/journal/fact.ts';
import { approvalWords, pinFact } from '#shared/people/pin.ts';
import {
  type ApprovedTown,
  approvedAt,
  approvedTown,
  deliveriesOf,
  reachPlanned,
} from '../../../helpers/approvedTown.ts';
import { exchangeAll, type TownDesk } from '../../../helpers/sharedTown.ts';

const PIN = '48159207';
const jobOf = async ({ app }: TownDesk, id: string) => (await act(app, 'queue.list', {})).find((job) => job.id === id);
const later = ({ all }: ApprovedTown): void => {
  for (const { clock } of all) clock.advance(60_000);
};

it('one given with it leaves, on whatever desk; one from a desk that knew of none waits for her, with her PIN', async () => {
  const town = await approvedTown();
  const { one, two, laptop, all } = town;
  await act(laptop.app, 'people.setPin', { pin: PIN, current: '' });
  later(town);
  // The laptop has told nobody yet: the second desk asks for nothing, as one with an older app does.
  await act(one.app, 'people.actAs', { id: 'marta' });
  const told = laptop.app.exchange;
  const without = await approvedAt({ ...town, all: [one, two] }, two);
  await told();
  await exchangeAll(...all);
  for (const desk of all) expect(await jobOf(desk, without)).toMatchObject({ unbound: 'ornella', lacksPin: true });
  await reachPlanned(town);
  expect(deliveriesOf(one)).toEqual([]);
  expect((await jobOf(one, without))?.obstacle).toMatchObject({
    code: 'approval-without-pin',
    what: 'È fermo: risulta approvato da Ornella Vidal, ma senza il suo PIN.',
  });
  const said = { id: without, how: 'app', note: '' } as const;
  await act(laptop.app, 'people.forgetPin', {});
  expect(await laptop.app.call('queue.confirmApproval', said)).toMatchObject({ error: { code: 'pin-needed' } });
  await act(laptop.app, 'people.enterPin', { person: 'ornella', pin: PIN });
  await act(laptop.app, 'queue.confirmApproval', said);
  await reachPlanned(town);
  expect(deliveriesOf(one)).toHaveLength(1);
  expect(await jobOf(one, without)).toMatchObject({ unbound: null, lacksPin: false });

  await act(two.app, 'people.enterPin', { person: 'ornella', pin: PIN });
  const proved = await approvedAt(town, two);
  for (const desk of all) expect(await jobOf(desk, proved)).toMatchObject({ unbound: null, lacksPin: false });
});

it('is confirmed by telephone at another desk, where nobody knows the PIN', async () => {
  const town = await approvedTown();
  const { one, two, laptop, all } = town;
  await act(laptop.app, 'people.setPin', { pin: PIN, current: '' });
  later(town);
  const id = await approvedAt({ ...town, all: [one, two] }, two);
  await exchangeAll(...all);
  expect(await jobOf(one, id)).toMatchObject({ lacksPin: true });
  await act(one.app, 'queue.confirmApproval', { id, how: 'telefono', note: 'Chiamata alle 10: è sua.' });
  await exchangeAll(...all);
  for (const desk of all) expect(await jobOf(desk, id)).toMatchObject({ unbound: null, lacksPin: false });
});

it('the proof holds for one text, one notice, one person and one desk', async () => {
  const facts = new Map<string, ReturnType<typeof asIfKept>>();
  const kept = new Map<string, unknown>();
  const local = {
    get: (name: string) => kept.get(name) as never,
    set: (name: string, value: unknown) => void kept.set(name, value),
  };
  const now = (): string => '2026-03-02T08:00:00.000Z';
  const pin = openHeadPin({ journal: { factsOf: (ent) => facts.get(ent) ?? [] }, local, now });
  facts.set(
    'pin/ornella',
    asIfKept([pinFact('pin.set', 'pin/ornella', await pin.make('ornella', PIN))], 'ornella', now()),
  );
  const about = { ent: 'draft/a', hash: 'h'.repeat(64), person: 'ornella', dev: 'desk0001' };
  const proof = pin.sign('ornella', approvalWords(about));
  const given = { hlc: 'f', actor: 'ornella' };
  expect(proof).toBeDefined();
  expect(pin.isProved(given, approvalWords(about), proof)).toBe(true);
  for (const other of [{ ent: 'draft/b' }, { hash: 'i'.repeat(64) }, { person: 'luca' }, { dev: 'desk0002' }]) {
    expect(pin.isProved(given, approvalWords({ ...about, ...other }), proof)).toBe(false);
  }
  expect(pin.isProved(given, approvalWords(about), undefined)).toBe(false);
  expect(pin.isProved(given, approvalWords(about), 'x')).toBe(false);
  expect(pin.isProved({ hlc: '', actor: 'ornella' }, approvalWords(about), undefined)).toBe(true);
});
