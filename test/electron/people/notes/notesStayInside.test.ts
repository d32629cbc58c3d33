/** No word of a note between colleagues in anything that leaves (P28): real acts, every byte they wrote or handed out. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { readSheets } from '#electron/tables/readSheets.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { temporaryFolder } from '../../../helpers/folders.ts';
import { openTown } from '../../../helpers/openTown.ts';
import { hasProgram, readWith } from '../../../helpers/pdfPrograms.ts';

const LINK = 'https://www.comune.valdombra.example/novita/strada';
const TEXT = `Via Roma chiusa\n\nVia Roma è chiusa lunedì 9 marzo 2026.\n\n${LINK}`;
const REASONS = { prontuario: 'Concordato.', duplicati: 'Diversi.', data: 'Concordata.', link: 'Esce domani.' };
const MARK = 'zqxnota';

/** Every file under a folder. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** What a reader finds in a file: an e-mail decoded, a PDF and a sheet as text, anything else as it is. */
async function wordsOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.pdf')) return hasProgram('pdftotext') ? readWith('pdftotext', ['{}', '-'], bytes) : '';
  if (path.endsWith('.xlsx')) return JSON.stringify(await readSheets(bytes));
  const raw = bytes.toString('utf8');
  const decoded = [...raw.matchAll(/(?:[A-Za-z0-9+/]{60,}={0,2}\r?\n?)+/g)].map(([run]) =>
    Buffer.from(run, 'base64').toString('utf8'),
  );
  const quoted = raw.replace(/=\r?\n/g, '');
  return [raw, quoted, ...decoded].join('\n');
}

test('letters, group text, spool, exports, profile, report: not one word of a note', async () => {
  const outside = temporaryFolder();
  const town = await openTown({
    now: instantAt('2026-03-02', '09:00'),
    ask: async (ask) => ok(ask.what === 'choose-folder' ? outside : null),
  });
  const { app, folder, asked } = town;
  const person = await act(app, 'people.session', {});
  expect(person.person?.id).toBe('marta');
  const words = fc.sample(
    fc.tuple(fc.constantFrom('@Vidal ', '@Luca Zennaro ', ''), fc.stringMatching(/^[a-zàèìòù ]{0,30}$/), fc.nat(9_999)),
    { numRuns: 12, seed: 28 },
  );
  let written = 0;
  const note = async (...abouts: readonly string[]): Promise<void> => {
    for (const about of abouts) {
      const [to = '', text = '', number = 0] = words[written++ % words.length] ?? [];
      await act(app, 'people.writeNote', { about, text: `${to}${text} ${MARK}${number}` });
    }
  };
  const write = async (title: string, more: { link: string | null } = { link: LINK }): Promise<string> => {
    const data = { sendDate: '2026-03-05', sendTime: null, office: 'Viabilità', category: 'Viabilità', ...more };
    const whole = { ...data, reason: 'servizio' as const };
    const { id } = await act(app, 'requests.write', { title, text: TEXT, data: whole, corrects: null });
    await note(`notice/${id}`);
    return id;
  };
  const approved = async (title: string, route: 'gruppo operativo' | 'cartella della ditta'): Promise<string> => {
    const id = await write(title);
    await act(app, 'drafts.forward', { id, text: TEXT, reasons: REASONS });
    await note(`notice/${id}`);
    await act(app, 'people.actAs', { id: 'ornella' });
    const seen = (await act(app, 'drafts.waiting', {})).find((one) => one.id === id)?.rewritten.hash ?? '';
    await act(app, 'queue.approve', { id, seen, text: TEXT, route });
    await note(`notice/${id}`);
    await act(app, 'people.actAs', { id: 'marta' });
    return id;
  };
  await note('person/marta', 'person/ornella', 'report/2026-2');
  await act(app, 'service.chooseFolder', { which: 'reports' });
  const spooled = await approved('Via Roma chiusa', 'cartella della ditta');
  const grouped = await approved('Via Po chiusa', 'gruppo operativo');
  const released = await write('Via Adige chiusa');
  await act(app, 'queue.release', { id: released, text: TEXT, reasons: REASONS, why: 'Capo fuori sede.' });
  town.clock.set(instantAt('2026-03-05', '09:00'));
  for (let round = 0; round < 3; round++) {
    await app.tick();
    town.clock.advance(11_000);
  }
  const { text, picker } = await act(app, 'queue.askGroup', { id: grouped });
  await act(app, 'queue.confirmAsked', { id: grouped });
  for (const id of [spooled, grouped]) {
    await act(app, 'queue.confirmSent', { id, text: null, recipients: 12, sentAt: null });
    await note(`notice/${id}`);
  }
  const search = { ...EVERY_ROW, order: NEWEST_FIRST };
  for (const format of ['csv', 'xlsx'] as const) await act(app, 'register.export', { ...search, format });
  await act(app, 'people.exportTown', {});
  await act(app, 'report.build', { period: '2026-2' });

  const own = join(folder, 'allegati');
  const left = [...filesUnder(folder), ...filesUnder(outside)].filter(
    (path) => !path.startsWith(own) && !/avvisi\.db/.test(path) && !path.includes(join(folder, 'copie')),
  );
  const read = new Map<string, string>();
  for (const path of left) read.set(path, await wordsOf(path));
  const kinds = (ending: string): number => left.filter((path) => path.endsWith(ending)).length;
  // Something did leave by every way, and it can be read here.
  expect([kinds('.eml') >= 3, kinds('.txt') >= 1, kinds('.json') >= 2, kinds('.pdf'), kinds('.csv') >= 1]).toEqual([
    ...[true, true, true, 1, true],
  ]);
  expect(kinds('.xlsx')).toBeGreaterThan(0);
  const told = (ending: string): boolean =>
    [...read].some(([path, content]) => path.endsWith(ending) && content.includes('Via Roma'));
  expect(['.eml', '.txt', '.csv', '.xlsx'].map(told)).toEqual([true, true, true, true]);
  expect(written).toBeGreaterThan(10);
  const outgoing = [...read.values(), text, picker ?? '', JSON.stringify(asked)];
  expect([...read].filter(([, content]) => content.includes(MARK)).map(([path]) => path)).toEqual([]);
  expect(outgoing.filter((content) => content.includes(MARK))).toEqual([]);
});
