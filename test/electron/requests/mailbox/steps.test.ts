/** Whatever happens at whatever step of reading an e-mail: it is read in the end, and once (P10). */
import { afterAll, expect, it } from 'vitest';
import type { Mailbox } from '#electron/requests/mailbox/mailbox.ts';
import type { ReceiveSources } from '#electron/requests/mailbox/receive.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { err } from '#shared/kernel/result.ts';
import { openTestDesk, openTownDesk, type TestDesk } from '../../../helpers/desk.ts';
import { INCOMPLETE, TWO_NOTICES } from '../../../helpers/mails.ts';
import { A_MOMENT, busy, Killed, lying, mapMailbox, readingAt } from '../../../helpers/readings.ts';
import { refuseWrites } from '../../../helpers/refuseWrites.ts';

afterAll(stopWorkers);

/** The one that meets trouble lies between two others. */
const VICTIM = 'corso';
const ANOTHER = {
  ...INCOMPLETE,
  id: 'z-altro',
  subject: 'Corso di cucina',
  lines: INCOMPLETE.lines.map((line) => line.replace('primo soccorso', 'cucina')),
};
const MAILS = lying({ ...TWO_NOTICES, id: 'a-due' }, INCOMPLETE, ANOTHER);
const mailbox = mapMailbox(MAILS);

/** Makes one step fail; the sources to look with, and how to end it. */
interface Trouble {
  readonly sources: Partial<ReceiveSources>;
  readonly end?: () => void;
}
type Step = (opened: TestDesk, cause: Error) => Trouble;

/** Bytes that belong to the victim: nobody else speaks of this course. */
const isVictim = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(`<${VICTIM}@`);

const beforeRead: Step = (_, cause) => {
  const failing: Mailbox = {
    ...mailbox,
    read: async (id) => {
      if (id === VICTIM) throw cause;
      return mailbox.read(id);
    },
  };
  return { sources: { mailbox: failing } };
};
const inWorker: Step = (_, cause) => ({
  sources: {
    parse: async (bytes, name) => {
      if (isVictim(bytes)) throw cause;
      return parseMail(bytes, name);
    },
  },
});
/** Parsed, and its bytes not yet on the disk. */
const beforeBlob: Step = ({ desk }, cause) => {
  const put = (bytes: Uint8Array): string => {
    if (isVictim(bytes)) throw cause;
    return desk.blobs.put(bytes);
  };
  return { sources: { desk: { ...desk, blobs: { ...desk.blobs, put } } } };
};
/** In the middle of the transaction that keeps its facts. */
const beforeAppend: Step = ({ database }, cause) => ({
  sources: {},
  end: refuseWrites(
    database,
    'INSERT ON fact',
    cause,
    `NEW.body LIKE '%primo soccorso%' AND NEW.type LIKE 'request.%'`,
  ),
});
const beforeMarking: Step = ({ database }, cause) => ({
  sources: {},
  end: refuseWrites(database, 'INSERT ON read_mail', cause, `NEW.source = '${VICTIM}'`),
});
const STEPS: readonly (readonly [string, Step])[] = [
  ['before it is read', beforeRead],
  ['in the thread', inWorker],
  ['after the thread, before its bytes are kept', beforeBlob],
  ['before its facts are kept', beforeAppend],
  ['after its facts, before it is marked as read', beforeMarking],
];

/** All there is to lose or to double. */
function keptAt({ requests, database }: TestDesk) {
  const facts = database.prepare('SELECT type, count(*) AS count FROM fact GROUP BY type ORDER BY type').all();
  const rows = requests.rows.toDo('').rows.map(({ id }) => id);
  return {
    facts: facts.filter((row) => /^(?:mail|request)\./.test((row as { type: string }).type)),
    requests: rows.toSorted(),
    unread: requests.unread.count(),
    read: [...MAILS.keys()].filter((id) => requests.wasRead(id)),
  };
}

async function undisturbed() {
  const opened = openTownDesk();
  await readingAt(opened, mailbox).look();
  return keptAt(opened);
}

it.each(STEPS)('killed %s, the program that starts again reads it, and nothing twice', async (_, step) => {
  const opened = openTownDesk({ inFile: true });
  const { sources } = step(opened, new Killed('ucciso'));
  await expect(readingAt(opened, mailbox).look(undefined, sources)).rejects.toThrow(Killed);
  expect(opened.requests.wasRead(VICTIM)).toBe(false);
  opened.close();
  const again = openTestDesk({ folder: opened.folder });
  await readingAt(again, mailbox).look();
  expect(keptAt(again)).toEqual(await undisturbed());
});

it.each(STEPS.slice(2, 4))('a lock %s stops no other, is told, and the next look reads it', async (_, step) => {
  const opened = openTownDesk();
  const { sources, end } = step(opened, busy());
  const first = await readingAt(opened, mailbox).look(undefined, sources);
  expect(first).toMatchObject({ read: 2, problems: [{ name: VICTIM, problem: { code: 'file-busy' } }] });
  const [row] = opened.requests.unread.list('waiting', 10);
  expect(row).toMatchObject({ source: VICTIM, subject: INCOMPLETE.subject, sender: 'Giulia Ferrante', blob: null });
  end?.();
  expect(await readingAt(opened, mailbox).look()).toMatchObject({ read: 1, problems: [] });
  expect(keptAt(opened)).toEqual(await undisturbed());
});

it('a lock on the file itself, or a limit of the thread, is told and the next look reads it', async () => {
  const held: Mailbox = { ...mailbox, read: async (id) => (id === VICTIM ? err(A_MOMENT) : mailbox.read(id)) };
  // The real thread, stopped at once.
  const slow: ReceiveSources['parse'] = async (bytes, name) => {
    if (isVictim(bytes)) await stopWorkers();
    return parseMail(bytes, name, isVictim(bytes) ? 1 : undefined);
  };
  const faults: readonly (readonly [Partial<ReceiveSources>, string])[] = [
    [{ mailbox: held }, 'mail-file-unreadable'],
    [{ parse: slow }, 'mail-too-slow'],
  ];
  for (const [sources, code] of faults) {
    const opened = openTownDesk();
    const first = await readingAt(opened, mailbox).look(undefined, sources);
    expect(first).toMatchObject({ read: 2, problems: [{ name: VICTIM, problem: { code } }] });
    expect(await readingAt(opened, mailbox).look()).toMatchObject({ read: 1, problems: [] });
    expect(keptAt(opened)).toEqual(await undisturbed());
  }
});

it('a program that stood still while a thread read takes its answer, whatever the clock says', async () => {
  const opened = openTownDesk();
  const asleep: ReceiveSources['parse'] = (bytes, name) => {
    const parsed = parseMail(bytes, name, isVictim(bytes) ? 300 : undefined);
    if (isVictim(bytes)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    return parsed;
  };
  await readingAt(opened, mailbox).look(undefined, { parse: asleep });
  expect(keptAt(opened)).toEqual(await undisturbed());
});
