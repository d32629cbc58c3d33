/** A desk that receives and takes in charge requests as fast as it can, telling each hash once it is safe. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { openJournal } from '#electron/journal/journal.ts';
import { peopleProjections } from '#electron/people/store.ts';
import { requestProjections } from '#electron/requests/store.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { requestReceived } from '../../helpers/facts.ts';

const opened = openDatabase(join(process.argv[2] ?? '', 'avvisi.db'), migrations);
if (!opened.ok) throw new Error(opened.error.what);
const journal = openJournal({
  database: opened.value,
  device: 'desk0001',
  projections: [...peopleProjections, ...requestProjections],
  now: () => new Date().toISOString(),
  changed: () => undefined,
});
for (;;) {
  const id = `r${journal.count()}`;
  const facts = journal.append([requestReceived(id), requestFact('request.takenInCharge', `request/${id}`, {})], {
    actor: 'marta',
  });
  writeSync(1, facts.map(({ h }) => `${h}\n`).join(''));
}
