/** Many e-mails at once: the core answers between them, tells how far it is, and stops when it is told to. */
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { ReceiveSources } from '#electron/requests/mailbox/receive.ts';
import { parseEml } from '#electron/requests/reading/parseEml.ts';
import { ok } from '#shared/kernel/result.ts';
import { openTownDesk } from '../../../helpers/desk.ts';
import { INCOMPLETE, type WrittenMail } from '../../../helpers/mails.ts';
import { openTown } from '../../../helpers/openTown.ts';
import { lying, mapMailbox, readingAt } from '../../../helpers/readings.ts';

const many = (count: number): readonly WrittenMail[] =>
  Array.from({ length: count }, (_, index) => ({ ...INCOMPLETE, id: `corso-${index}` }));

it('an act that comes in the middle is answered before the end, even if no e-mail ever waits for anything', async () => {
  const opened = openTownDesk();
  const { messageId: _, ...parsed } = await parseEml([...lying(INCOMPLETE).values()][0] ?? new Uint8Array());
  const order: string[] = [];
  let read = 0;
  // Everything is there at once, as for a message that is known: no file, no thread.
  const parse: ReceiveSources['parse'] = async () => {
    read += 1;
    order.push('mail');
    return ok({ ...parsed, messageId: `<${read}@comune.valdombra.example>` });
  };
  const looked = readingAt(opened, mapMailbox(lying(...many(20)))).look(undefined, { parse });
  // As a call of a screen does, it comes with the events of the program.
  const acted = (async () => {
    while (read < 5) await setImmediate();
    opened.desk.local.set('prova', 1);
    order.push('act');
  })();
  await Promise.all([looked, acted]);
  const [at, total] = [order.indexOf('act'), order.filter((step) => step === 'mail').length];
  expect(total).toBe(20);
  // It came after five, and at most one is read before it is answered.
  expect(at).toBeGreaterThanOrEqual(5);
  expect(at).toBeLessThanOrEqual(7);
});

it('it tells how many of how many, up to all of them, also those that cannot be read', async () => {
  const opened = openTownDesk();
  const mails = lying(...many(3));
  mails.set('rotta', new TextEncoder().encode('%PDF-1.7'));
  const heard: string[] = [];
  await readingAt(opened, mapMailbox(mails)).look(undefined, {
    progress: (done, total) => heard.push(`${done}/${total}`),
  });
  expect(heard).toEqual(['0/4', '1/4', '2/4', '3/4', '4/4']);
});

it('stopped, it ends after the e-mail at hand: the others stay to be read, and it was no look of the day', async () => {
  const town = await openTown();
  const { receive, app } = town;
  const reading = receive(...many(30));
  // Who asks meanwhile is told what comes of the same reading.
  const second = act(app, 'requests.checkMailbox', {});
  await act(app, 'requests.stopReading', {});
  const check = await reading;
  expect(await second).toEqual(check);
  expect(check.left).toBeGreaterThan(0);
  expect(check.read + (check.left ?? 0)).toBe(30);
  const { mailbox } = await act(app, 'service.status', {});
  expect(mailbox).toMatchObject({ checkedAt: null, problem: { code: 'mailbox-stopped' }, today: { read: 0 } });
  expect(mailbox.problem?.what).toContain(`${check.left} e-mail restano da leggere`);

  const rest = await act(app, 'requests.checkMailbox', {});
  expect(rest).toEqual({ read: check.left, added: check.left, problems: [] });
  expect((await act(app, 'requests.list', { text: '', limit: 50 })).toDo.total).toBe(30);
  expect((await act(app, 'service.status', {})).mailbox).toMatchObject({ checkedAt: town.clock.now(), problem: null });
});

it('Rileggi waits for the reading at hand, and reads nothing twice', async () => {
  const { receive, app } = await openTown();
  const [first, again] = await Promise.all([receive(...many(6)), act(app, 'requests.readAgain', { id: null })]);
  expect([first.read, again.read]).toEqual([6, 0]);
});
