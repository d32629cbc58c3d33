/** Where the numbers of a town begin that goes on with a register it had before (P40). */
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { openTown } from '../../helpers/openTown.ts';

async function town() {
  const opened = await openTown({ now: '2026-12-30T08:00:00.000Z' });
  const { app, clock } = opened;
  await act(app, 'people.actAs', { id: 'ornella' });
  await act(app, 'people.setTown', { changes: [{ field: 'firstNumber', value: 118 }] });
  /** Sends an emergency and says what number it got. */
  const sent = async (title: string): Promise<string> => {
    const { id } = await act(app, 'queue.emergency', {
      ...{ title, text: `${title}: resta in casa.`, link: null, authoriser: 'Sindaca', why: 'Piena' },
      ...{ route: 'cartella della ditta' as const, atOnce: true as const },
    });
    clock.advance(1_000);
    await app.tick();
    return (await act(app, 'queue.confirmSent', { id, text: null, recipients: 1, sentAt: null })).number;
  };
  return { ...opened, sent };
}

it('begins with it in the first year, goes on from there, and every later year begins with 1', async () => {
  const { app, clock, sent } = await town();
  expect([await sent('Piena'), await sent('Vento')]).toEqual(['2026/0118', '2026/0119']);
  // Lowered later, it gives no number a second time.
  await act(app, 'people.setTown', { changes: [{ field: 'firstNumber', value: 3 }] });
  expect(await sent('Neve')).toBe('2026/0120');
  await act(app, 'people.setTown', { changes: [{ field: 'firstNumber', value: 200 }] });
  expect(await sent('Gelo')).toBe('2026/0200');
  clock.set('2027-01-04T08:00:00.000Z');
  expect(await sent('Nebbia')).toBe('2027/0001');
});
