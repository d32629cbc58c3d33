import { expect, test } from 'vitest';
import type { NewFact } from '#shared/journal/fact.ts';
import { openTestDesk, openTownDesk, type TestDesk, write } from '../../helpers/desk.ts';
import { requestReceived } from '../../helpers/facts.ts';

const SARTOR = { name: 'Renato Sartor', address: 'lavori@comune.valdombra.example' };
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
/** The hash of a sender whose blob lies at another desk. */
const elsewhere = (value: unknown): string => openTownDesk().desk.blobs.put(bytesOf(value));

function from(sender: string, id = 'r1'): NewFact {
  const fact = requestReceived(id);
  return { ...fact, body: { ...(fact.body as object), sender } };
}
const names = ({ requests: { rows } }: TestDesk) => {
  const ids = rows.toDo('').rows.map(({ id }) => id);
  return rows.some(ids.sort()).map(({ senderName }) => senderName);
};

test.each([
  [SARTOR, 'Renato Sartor'],
  [{ ...SARTOR, name: '' }, SARTOR.address],
  [{ name: 3 }, null],
])('the sender %j is called %s', (sender, name) => {
  const opened = openTownDesk();
  write(opened, from(opened.desk.blobs.put(bytesOf(sender))));
  expect(names(opened)).toEqual([name]);
});

test('a blob that is no sender at all gives no name, and stops no list', () => {
  const opened = openTownDesk();
  const { blobs } = opened.desk;
  write(opened, from(blobs.put(Buffer.from('%PDF')), 'r1'), from(blobs.put(bytesOf(SARTOR)), 'r2'));
  expect(names(opened)).toEqual([null, 'Renato Sartor']);
});

test('a name comes with its blob, goes when it is forgotten, and comes back', () => {
  const opened = openTownDesk();
  const { blobs } = opened.desk;
  const sender = elsewhere(SARTOR);
  write(opened, from(sender, 'r1'), from(sender, 'r2'));
  expect(names(opened)).toEqual([null, null]);
  blobs.put(bytesOf(SARTOR));
  expect(names(opened)).toEqual(['Renato Sartor', 'Renato Sartor']);
  blobs.forget(sender);
  expect(names(opened)).toEqual([null, null]);
  expect(opened.database.prepare('SELECT name, words FROM sender_name').all()).toEqual([{ name: null, words: null }]);
  blobs.put(bytesOf(SARTOR));
  expect(names(opened)).toEqual(['Renato Sartor', 'Renato Sartor']);
});

test('a blob is read once for all the lists that show its name', () => {
  const opened = openTownDesk();
  const { blobs } = opened.desk;
  const sender = blobs.put(bytesOf(SARTOR));
  write(opened, from(sender));
  const changes = opened.database.prepare('SELECT total_changes() AS count');
  names(opened);
  const before = changes.get();
  // What arrives again is known already.
  blobs.put(bytesOf(SARTOR));
  expect(names(opened)).toEqual(['Renato Sartor']);
  expect(changes.get()).toEqual(before);
});

test('names are made again from facts and blobs with their read table', () => {
  const first = openTownDesk({ inFile: true });
  const { blobs } = first.desk;
  write(first, from(blobs.put(bytesOf(SARTOR)), 'r1'));
  write(first, from(blobs.put(bytesOf({ ...SARTOR, name: 'Elena Basso' })), 'r2'));
  const before = names(first);
  blobs.forget(elsewhere(SARTOR));
  first.database.prepare("UPDATE projection SET version = 0 WHERE name = 'request'").run();
  first.close();
  const again = openTestDesk({ folder: first.folder });
  expect(before).toEqual(['Renato Sartor', 'Elena Basso']);
  expect(names(again)).toEqual([null, 'Elena Basso']);
});
