/** The invented town is the same whenever it is made, and the same as the former version made it (test/cases/former). */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openApp } from '#electron/app.ts';
import { EXAMPLE_MORNING } from '#electron/demo/example.ts';
import { act } from '#electron/demo/procedure.ts';
import { runDemo } from '#electron/demo/run.ts';
import { LATER_MAILS } from '#electron/demo/writtenMails.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { must } from '../../helpers/desk.ts';

const LIST = join(import.meta.dirname, '..', '..', 'cases', 'former', 'demo.sha256');
/**
 * The database holds the folder it lies in, the secrets are this desk's own; letters, and what is kept of e-mails, say more
 * than the former version knew.
 */
const OWN = ['avvisi.db', 'segreti.', 'allegati/', 'uscita/'];
const isListed = (path: string): boolean => !OWN.some((place) => path.startsWith(place));

/** SHA-256 of every file below a folder, by its path with `/`. */
function hashesBelow(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [
      path.replaceAll('\\', '/'),
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]);
  return Object.fromEntries(files.filter(([path = '']) => isListed(path) && !isLater(path)));
}

/** Paths that are in only one of two lists, or with other bytes. */
function differing(
  made: Readonly<Record<string, string>>,
  former: Readonly<Record<string, string>>,
): readonly string[] {
  return [...new Set([...Object.keys(made), ...Object.keys(former)])]
    .filter((path) => made[path] !== former[path])
    .map((path) => `${path}: ${!made[path] ? 'manca' : !former[path] ? 'in più' : 'altri byte'}`)
    .sort();
}

/** What the days after the two months added. */
const LATER = [...LATER_MAILS.map(({ name }) => `posta/${name}.eml`), 'posta/scansione.eml'];
const isLater = (path: string): boolean => LATER.includes(path) || /^consegne\/2027-01-(?:08|10|11)_/.test(path);

const folder = mkdtempSync(join(tmpdir(), 'puntosi-demo-'));
const workspace = join(folder, 'dati');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  must(await runDemo({ workspace, mails: undefined, tell: () => undefined }));
}, 120_000);

test('what leaves the desk of the demo, and its reports, are byte for byte those of the former version', () => {
  const lines = readFileSync(LIST, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(304);
  const former = Object.fromEntries(
    lines.map((line) => [line.slice(66), line.slice(0, 64)]).filter(([path = '']) => isListed(path)),
  );
  expect(Object.keys(former).length).toBeGreaterThan(20);
  expect(differing(hashesBelow(workspace), former)).toEqual([]);
});

test('its days after hold one example of everything that waits for a person (P64)', async () => {
  const app = must(
    openApp({
      dataFolder: workspace,
      profile: valdombra,
      training: true,
      online: false,
      computer: { machine: 'esempio', name: 'Sportello di prova', appVersion: 'esempio' },
      now: () => EXAMPLE_MORNING,
      checkOutputs: true,
      changed: () => undefined,
      ask: async () => ({ ok: true, value: null }),
      log: (_id, cause) => expect.fail(String(cause)),
    }),
  );
  onTestFinished(app.close);
  const jobs = await act(app, 'queue.list', {});
  const stateOf = (title: string) => jobs.find(({ notice }) => notice.title === title)?.state;
  expect({
    refused: stateOf('Raccolta di libri usati'),
    partly: stateOf('Acqua sospesa in via Verdi'),
    uncertain: stateOf('Pulizia dei tombini'),
    deferred: stateOf('Nuovo orario dell’anagrafe'),
    toAsk: stateOf('Vaccino antirabbico per i cani'),
    takenBack: stateOf('Teatro per ragazzi'),
    emergency: (await act(app, 'drafts.toRegularise', {})).map(({ title }) => title),
    unreadable: (await act(app, 'requests.unread', {})).total,
    absences: (await act(app, 'people.roster', {})).absences.filter(({ to }) => to > '2027-01-11').length,
  }).toEqual({
    refused: 'refused',
    partly: 'partlySent',
    uncertain: 'uncertain',
    deferred: 'deferred',
    toAsk: 'queued',
    takenBack: 'queued',
    emergency: ['Ghiaccio sulle strade'],
    unreadable: 1,
    absences: 1,
  });
  const { rows } = await act(app, 'requests.list', { text: '', limit: 1_000 });
  const row = (title: string) => rows.find((one) => one.title === title);
  expect(row('Corso di inglese per adulti')).toMatchObject({ reopened: expect.anything() });
  expect(row('Letture del sabato: secondo incontro')?.missing).toEqual([]);
  for (const title of ['Palestra comunale aperta la sera', 'Teatro per ragazzi']) {
    const found = row(title) ?? (await act(app, 'requests.decided', { text: title, limit: 1 })).rows[0];
    const { mails } = await act(app, 'requests.get', { id: found?.id ?? '' });
    expect(
      mails.filter(({ kind }) => kind === 'answers'),
      title,
    ).toHaveLength(1);
  }
});
