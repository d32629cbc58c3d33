import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { INCOMPLETE, TWO_NOTICES } from '../../../helpers/mails.ts';
import { openTown } from '../../../helpers/openTown.ts';

const RECALL = {
  id: 'richiamo',
  subject: `Richiamo: ${TWO_NOTICES.subject}`,
  date: 'Mon, 02 Mar 2026 08:30:00 +0100',
  lines: [`Ferrante Giulia desidera richiamare il messaggio "${TWO_NOTICES.subject}".`],
};

it('a recall of Outlook is a wish to withdraw what it names, never a new request: both wait for a person (R4)', async () => {
  const town = await openTown();
  await town.receive(TWO_NOTICES);
  await town.receive(INCOMPLETE);
  const before = await inWork(town.app);
  await town.receive(RECALL);
  const after = await inWork(town.app);
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  const recalled = await act(town.app, 'requests.unreadAnswers', {});
  expect(recalled.map(({ id, unread }) => [id, unread.map(({ withdraws }) => withdraws)])).toEqual(
    before.filter(({ of }) => of === 2).map(({ id }) => [id, [true]]),
  );
});

it('read before the message it names, in one look, it finds it all the same', async () => {
  const town = await openTown();
  await town.receive({ ...RECALL, id: 'a-richiamo' }, { ...TWO_NOTICES, id: 'z-due-avvisi' });
  expect(await act(town.app, 'requests.unreadAnswers', {})).toHaveLength(2);
});

it('of somebody else, or of a message the app does not know, it takes nothing back and asks for nothing', async () => {
  const town = await openTown();
  await town.receive(TWO_NOTICES);
  const before = (await inWork(town.app)).length;
  await town.receive({ ...RECALL, from: 'Altro <altro@comune.valdombra.example>' });
  await town.receive({
    ...RECALL,
    id: 'ignoto',
    subject: 'Recall: Sconosciuto',
    lines: ['X would like to recall the message, "Sconosciuto".'],
  });
  expect(await act(town.app, 'requests.unreadAnswers', {})).toEqual([]);
  expect(await inWork(town.app)).toHaveLength(before);
});
