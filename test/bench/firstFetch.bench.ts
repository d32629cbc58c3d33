/**
 * The first reading of a mailbox of 1,000 e-mails on a real mail server, against the least anybody must do for them in the
 * same run: fetch, parse, and write one row each in a commit per 100; and a reading that finds nothing new.
 */
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { act } from '#electron/demo/procedure.ts';
import { must } from '../helpers/desk.ts';
import { type Dovecot, MAILBOX_PASSWORD, MAILBOX_USER, startDovecot, withoutDovecot } from '../helpers/dovecot.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { connectMailbox, openOnlineTown, trust, wantedOn } from '../helpers/mailboxDesk.ts';
import { asSentByOffice } from './officeMail.ts';

const MAILS = 1_000;
const PER_COMMIT = 100;
const ROUNDS = 3;
const LOOKS = 15;
const LIMIT_RATIO = 2;
const LIMIT_NOTHING_NEW = 300;
const TIMEOUT_MILLISECONDS = 900_000;
const ARRIVED = new Date('2026-02-20T08:00:00Z');

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Fetches everything, parses it, and keeps one row of each. */
async function bare({ ports, certificate }: Dovecot): Promise<void> {
  const client = new ImapFlow({
    ...{ host: '127.0.0.1', port: ports.imaps, secure: true, logger: false, tls: { ca: certificate } },
    auth: { user: MAILBOX_USER, pass: MAILBOX_PASSWORD },
  });
  const database = must(openDatabase(join(temporaryFolder(), 'nudo.db'), migrations));
  database.exec('CREATE TABLE bare (uid INTEGER PRIMARY KEY, subject TEXT, text TEXT)');
  const insert = database.prepare('INSERT INTO bare (uid, subject, text) VALUES (?, ?, ?)');
  let rows: (readonly [number, string, string])[] = [];
  const commit = database.transaction(() => {
    for (const row of rows) insert.run(...row);
    rows = [];
  });
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  for await (const { uid, source } of client.fetch('1:*', { uid: true, source: true })) {
    const { subject = '', text = '' } = await PostalMime.parse(source ?? '', { forceRfc822Attachments: true });
    rows.push([uid, subject, text]);
    if (rows.length === PER_COMMIT) commit();
  }
  commit();
  client.close();
  database.close();
}

test.skipIf(withoutDovecot !== undefined)(
  `the first fetch of 1,000 e-mails (${withoutDovecot ?? 'Dovecot'})`,
  async () => {
    const server = await startDovecot();
    trust(server);
    for (let mail = 1; mail <= MAILS; mail++) {
      const text = `Si chiede di pubblicare l'avviso numero ${mail}: corso di lettura in biblioteca, giovedì 5 marzo alle 17.`;
      const bytes = asSentByOffice(`Avviso numero ${mail}`, text, mail % 3 === 0);
      server.put(`m${mail}`, new TextDecoder().decode(bytes).replace('<bench@', `<bench${mail}@`), ARRIVED);
    }
    await bare(server);
    const [alone, whole]: [number[], number[]] = [[], []];
    const looks: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await timed(() => bare(server)));
      const town = await openOnlineTown();
      await connectMailbox(town, wantedOn(server));
      const look = () => act(town.app, 'requests.checkMailbox', {});
      whole.push(
        await timed(async () => {
          expect(await look()).toMatchObject({ read: MAILS, problems: [] });
        }),
      );
      for (let again = 0; again < LOOKS; again++) looks.push(await timed(look));
      town.app.close();
    }
    const ratio = median(whole) / median(alone);
    console.log(
      `${MAILS} e-mails: bare ${median(alone).toFixed(0)} ms, read ${median(whole).toFixed(0)} ms, ratio ${ratio.toFixed(2)}; nothing new ${median(looks).toFixed(0)} ms`,
    );
    expect(median(looks)).toBeLessThanOrEqual(LIMIT_NOTHING_NEW);
    expect(ratio).toBeLessThanOrEqual(LIMIT_RATIO);
  },
  TIMEOUT_MILLISECONDS,
);
