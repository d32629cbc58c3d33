import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#electron/app.ts';
import { type Instant, instantAt } from '#shared/kernel/instant.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { DemoClock } from './clock.ts';
import { completed, letTimePass, postLetters, withReasons } from './desk.ts';
import { act } from './procedure.ts';
import { newsOf } from './prose.ts';
import { LATER_MAILS } from './writtenMails.ts';

/** A desk of the invented town: it can be switched off while something leaves, and on again. */
export interface DaysAfter {
  readonly app: App;
  /** Lets a sending begin, and cuts the power before its end. */
  readonly breakOff: (id: string) => Promise<void>;
  readonly clock: DemoClock;
  readonly workspace: string;
  readonly tell: (line: string) => void;
}

const FRIDAY = '2027-01-08';
const SERIES = { name: 'Letture del sabato', of: 2 };
const EVENING = instantAt(FRIDAY, '18:40');
const SUNDAY_NIGHT = instantAt('2027-01-10', '21:30');
const MONDAY = instantAt('2027-01-11', '09:00');

const nameOf = ({ data: { link } }: RequestRow): string =>
  LATER_MAILS.find(({ name }) => link === newsOf(name))?.name ?? '';

/** Puts an e-mail into the mailbox and has it read by the operator. */
async function receive({ app, workspace }: DaysAfter, name: string, eml: string): Promise<void> {
  writeFileSync(join(workspace, 'posta', `${name}.eml`), eml);
  await act(app, 'people.actAs', { id: 'marta' });
  await act(app, 'requests.checkMailbox', {});
}

async function forward({ app, clock }: DaysAfter, row: RequestRow): Promise<void> {
  const { id, asked, unread } = row;
  await act(app, 'people.actAs', { id: 'marta' });
  await act(app, 'requests.takeCharge', { id });
  await act(app, 'requests.setData', { id, data: completed(row) });
  if (unread.length > 0) await act(app, 'requests.seeAnswer', { id });
  await withReasons(app, 'drafts.forward', (reasons) => ({ id, text: asked.text, reasons }));
  clock.step();
  await act(app, 'people.actAs', { id: 'ornella' });
}

async function approve(days: DaysAfter, row: RequestRow, route: Route, at?: Instant): Promise<void> {
  await forward(days, row);
  const waiting = (await act(days.app, 'drafts.waiting', {})).find(({ id }) => id === row.id);
  if (!waiting) throw new Error(`Il testo di ${nameOf(row)} non aspetta il capo settore.`);
  const { hash, text } = waiting.rewritten;
  await act(days.app, 'queue.approve', { id: row.id, seen: hash, text, route, ...(at === undefined ? {} : { at }) });
}

/** Lets what is due leave, until the text of the request has left the desk; gives the id of its sending. */
async function handOver(days: DaysAfter, { title }: RequestRow): Promise<string> {
  const { app, clock } = days;
  for (let turn = 0; turn < 60; turn++) {
    const job = (await act(app, 'queue.list', {})).find(({ notice }) => notice.title === title);
    if (job?.state === 'handedOver') return job.id;
    clock.goTo(app.nextDue() ?? clock.now());
    await app.tick();
  }
  throw new Error(`«${title}» non è uscito.`);
}

const decline = (
  days: DaysAfter,
  id: string,
  how: { kind: 'returned'; why: string } | { kind: 'postponed'; why: string; until: string },
) => act(days.app, 'drafts.decline', { id, how });

/** What becomes of each e-mail of the Friday, by its name. */
const WAYS: Readonly<Record<string, (days: DaysAfter, row: RequestRow) => Promise<void>>> = {
  'corso-inglese': async (days, row) => {
    await forward(days, row);
    await decline(days, row.id, { kind: 'returned', why: 'Manca quanto costa il corso: chiedilo alla scuola.' });
  },
  'sportello-energia': async (days, row) => {
    await forward(days, row);
    const why = 'Prima decide la giunta, lunedì.';
    await decline(days, row.id, { kind: 'postponed', why, until: '2027-01-12' });
  },
  'raccolta-libri': async (days, row) => {
    await approve(days, row, 'gruppo operativo');
    const job = (await act(days.app, 'queue.list', {})).find(({ notice }) => notice.title === row.title);
    if (!job) throw new Error('La raccolta dei libri non è in coda.');
    await act(days.app, 'queue.askGroup', { id: job.id });
    await act(days.app, 'queue.confirmAsked', { id: job.id });
    days.clock.step();
    const why = 'Troppi avvisi questa settimana: basta la notizia sul sito.';
    await act(days.app, 'queue.refused', { id: job.id, why, answer: 'non selezionato' });
  },
  'acqua-via-verdi': async (days, row) => {
    await approve(days, row, 'cartella della ditta');
    const id = await handOver(days, row);
    await act(days.app, 'queue.partlySent', { id, why: 'La ditta dice che una lista di 256 numeri non è partita.' });
  },
  'teatro-ragazzi': (days, row) => approve(days, row, 'cartella della ditta'),
  'pulizia-tombini': async (days, row) => {
    await approve(days, row, 'cartella della ditta');
    await days.breakOff(row.id);
  },
  'orario-anagrafe': (days, row) => approve(days, row, 'cartella della ditta', instantAt(FRIDAY, '17:30')),
  'vaccini-cani': (days, row) => approve(days, row, 'gruppo operativo'),
  'letture-gennaio-1': (days, row) => approve(days, row, 'cartella della ditta'),
  'letture-gennaio-2': async ({ app }, row) => {
    await act(app, 'people.actAs', { id: 'marta' });
    await act(app, 'requests.takeCharge', { id: row.id });
    const first = (await act(app, 'queue.list', {})).find(({ notice }) => notice.link === newsOf('letture-gennaio-1'));
    if (!first) throw new Error('Il primo incontro non è in coda.');
    const series = { ...SERIES, index: 2 };
    const verdict = { verdict: 'serie', why: 'Secondo incontro.', series } as const;
    await act(app, 'requests.compare', { id: row.id, with: first.id, ...verdict });
  },
};

/** The answers and the file nobody can read that lie in the mailbox on Monday. */
async function mondayMorning(days: DaysAfter): Promise<void> {
  for (const { name, eml, arrives } of LATER_MAILS) {
    if (arrives[0] === FRIDAY) continue;
    days.clock.goTo(instantAt(...arrives));
    await receive(days, name, eml);
  }
  await receive(days, 'scansione', '');
}

/**
 * The days after the two reported months: one example of every state in which something waits for a person (P64), through
 * the same use-cases as the screens. Throws `DemoStopped` on a problem.
 */
export async function playDaysAfter(days: DaysAfter): Promise<void> {
  const { app, clock, tell } = days;
  for (const { name, eml, arrives } of LATER_MAILS) {
    if (arrives[0] !== FRIDAY) continue;
    clock.goTo(instantAt(...arrives));
    await receive(days, name, eml);
    const { rows } = await act(app, 'requests.list', { text: '', limit: 1_000 });
    const row =
      rows.find((one) => nameOf(one) === name) ??
      rows.find(({ missing, state }) => state === 'open' && missing.includes('link'));
    const way = WAYS[name];
    if (row && way) await way(days, row);
    else if (row) await act(app, 'requests.ask', { id: row.id, text: null, until: '2027-01-13' });
    tell(`dopo il bimestre: ${name}.eml`);
  }
  // The computer sleeps through the moment of one sending, which is put off to Monday.
  clock.goTo(EVENING);
  await app.tick();
  await postLetters(app);
  clock.goTo(SUNDAY_NIGHT);
  await act(app, 'people.actAs', { id: 'luca' });
  const title = 'Ghiaccio sulle strade';
  await act(app, 'queue.emergency', {
    title,
    text: `${title}\n\nDa stanotte a lunedì 11 gennaio alle 10 le strade sono ghiacciate: esci solo se devi.`,
    link: null,
    authoriser: 'La sindaca, per telefono',
    why: 'Avviso della Protezione civile',
    route: 'cartella della ditta',
  });
  await letTimePass(app, clock, instantAt('2027-01-10', '22:00'));
  clock.goTo(instantAt('2027-01-11', '08:05'));
  await act(app, 'people.actAs', { id: 'ornella' });
  const away = { id: null, person: 'ornella', from: '2027-01-13', to: '2027-01-15' } as const;
  await act(app, 'people.setAbsence', away);
  await mondayMorning(days);
  clock.goTo(MONDAY);
}
