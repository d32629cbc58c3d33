/**
 * No question changes its answer without a topic it reads being told (design: "they ask again"): the screens ask again
 * only what `isChangedBy` names. Every act of a long day is done on the invented town, at a clock that stands still.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import { contract, type Input, isChangedBy, type MethodName, type Question } from '#shared/ipc/contract.ts';
import type { Method } from '#shared/kernel/contract.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { FIRST_LAYOUT } from '#shared/register/search/deskView.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { icsFile } from '../helpers/documents.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { inWork } from '../helpers/inWork.ts';
import { mailWith } from '../helpers/mailParts.ts';
import { emlOf, messageIdOf } from '../helpers/mails.ts';
import { invoiceFile, statementFile } from '../helpers/morning/report.ts';
import { DESK_NAME, layOut, MORNING } from '../helpers/morning/seed.ts';
import { RESEMBLING } from '../helpers/morning/similar.ts';
import { openTownApp } from '../helpers/openTown.ts';
import { DONE_ELSEWHERE, type Known, QUESTIONS } from '../helpers/topicQuestions.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/';
const PERIOD = '2026-5';
const pages: typeof fetch = async () =>
  new Response('<title>La notizia</title>', { headers: { 'content-type': 'text/html' } });

const isQuestion = (method: MethodName): method is Question => (contract[method] as Method).reads !== undefined;
const methods = Object.keys(contract) as MethodName[];

test('whatever an act changes in an answer, a topic the question reads is told', async () => {
  const folder = temporaryFolder();
  layOut(folder, { told: RESEMBLING });
  let chosen = folder;
  const { app, clock, changed } = openTownApp({
    ...{ folder, now: MORNING, name: DESK_NAME, fetch: pages },
    ask: async (ask) => ok(ask.what.startsWith('choose') ? chosen : null),
  });
  const acts = new Set<MethodName>();
  const silent: string[] = [];

  const answers = async (): Promise<ReadonlyMap<string, string>> => {
    const open = await inWork(app);
    const { rows } = await act(app, 'requests.decided', { text: '', limit: 200 });
    const entries = (await act(app, 'register.list', { from: null, to: null })).map(({ id }) => id);
    const { toLook, decided } = await act(app, 'requests.others', {});
    const others = [...toLook, ...decided].map(({ id }) => id);
    const known: Known = { requests: [...open, ...rows].map(({ id }) => id), entries, others };
    const found = new Map<string, string>();
    for (const method of methods.filter(isQuestion)) {
      for (const input of QUESTIONS[method](known)) {
        found.set(`${method} ${JSON.stringify(input)}`, JSON.stringify(await app.call(method, input)));
      }
    }
    return found;
  };
  let before = await answers();
  /** Does something and looks at what it changed. */
  const step = async <Value>(what: string, run: () => Promise<Value> | Value): Promise<Value> => {
    const heard = changed.length;
    const value = await run();
    const topics = changed.slice(heard).flat();
    const after = await answers();
    for (const [question, answer] of after) {
      const method = question.split(' ')[0] as Question;
      const was = before.get(question);
      if (was === undefined || was === answer || isChangedBy(method, topics)) continue;
      silent.push(`${what}: ${question} (told: ${topics.join(', ') || 'nothing'})`);
    }
    before = after;
    return value;
  };
  const does = <Name extends MethodName>(method: Name, input: Input<Name>) => {
    acts.add(method);
    return step(method, () => act(app, method, input));
  };
  const sits = (id: string) => does('people.actAs', { id });
  const later = async (milliseconds: number): Promise<void> => {
    clock.set(addMilliseconds(clock.now(), milliseconds));
    before = await answers();
  };
  const tick = (what: string) => step(what, () => app.tick());

  // The people.
  await sits('bellin');
  const { id: ada } = await does('people.setPerson', {
    ...{ id: null, name: 'Ada Rigon', address: 'ada@comune.valdombra.example' },
    roles: ['operatore'],
    accounts: [],
  });
  await does('people.setChain', { phase: 'intake', people: [ada, 'bellin'] });
  await does('people.planChain', { phase: 'intake', from: '2026-12-14', people: ['bellin', ada] });
  await does('people.removePlan', { phase: 'intake', from: '2026-12-14' });
  await does('people.retire', { id: ada });
  await does('people.comeBack', { id: ada });
  const away = await does('people.setAbsence', { id: null, person: 'bellin', from: '2026-11-24', to: '2026-11-25' });
  await does('people.removeAbsence', away);
  await does('people.setEscalation', { name: 'Segreteria', reach: 'interno 100' });
  await does('service.nameDesk', { name: 'Sportello 9' });
  await does('service.confirmClock', {});
  const { person: sitting } = await act(app, 'people.session', {});
  await does('people.actAs', { id: 'vidal' });
  await does('people.setPin', { pin: '4815', current: '' });
  await does('people.forgetPin', {});
  await does('people.enterPin', { person: 'vidal', pin: '4815' });
  await does('people.removePin', { person: 'vidal', current: '4815' });
  await does('people.actAs', { id: sitting?.id ?? 'bellin' });
  await does('people.bind', { person: 'vidal', accounts: [userInfo().username], desks: [] });

  const note = await does('people.writeNote', { about: 'notice/olio-1', text: '@Vidal guarda' });
  await sits('vidal');
  await does('people.readNote', { id: note.id });
  await sits('bellin');

  // An e-mail arrives, is cut, asked about, answered.
  const arrive = (id: string, lines: readonly string[], answering?: readonly string[]) =>
    writeFileSync(
      join(folder, 'posta', `${id}.eml`),
      emlOf({
        id,
        date: 'Tue, 24 Nov 2026 09:10:00 +0100',
        subject: answering?.length === 0 ? id : 'Avviso WhatsApp',
        lines,
        answers: answering ?? [],
      }),
    );
  arrive('gita', [
    'Buongiorno,',
    'vi chiediamo di inviare questo avviso.',
    '',
    'Testo:',
    'La gita è sabato 12 dicembre.',
  ]);
  await does('requests.checkMailbox', {});
  const gita = (await inWork(app)).find(({ asked }) => asked.text.includes('gita'));
  if (!gita) throw new Error('Nothing arrived.');
  await does('requests.viewing', { id: gita.id });
  await does('requests.takeCharge', { id: gita.id });
  await does('requests.releaseCharge', { id: gita.id });
  await does('requests.takeCharge', { id: gita.id });
  await does('requests.ask', { id: gita.id, text: null });
  await later(11_000);
  await tick('the letter leaves');
  const letter = (await act(app, 'requests.get', { id: gita.id })).mails.find(({ kind }) => kind === 'letter');
  arrive(
    'risposta',
    [`Il link è ${NEWS}gita, da inviare il 2 dicembre.`],
    [`<${letter?.id ?? ''}>`, messageIdOf('gita')],
  );
  await does('requests.checkMailbox', {});
  writeFileSync(join(folder, 'posta', 'rotta.eml'), '%PDF-1.7 non è una e-mail');
  await does('requests.checkMailbox', {});
  const broken = (await act(app, 'requests.unread', {})).waiting[0]?.id ?? 0;
  await does('requests.readAgain', { id: broken });
  await does('requests.saveUnread', { id: broken });
  await does('requests.putUnreadAway', { id: broken, away: true });
  await does('requests.putUnreadAway', { id: broken, away: false });
  rmSync(join(folder, 'posta', 'rotta.eml'));
  await does('requests.readAgain', { id: null });
  await does('requests.stopReading', {});
  const invitation = mailWith({
    ...{ id: 'invito', subject: 'Incontro', receivedAt: MORNING, to: 'avvisi@comune.valdombra.example' },
    sender: { name: 'Giulia Ferrante', address: 'biblioteca@comune.valdombra.example' },
    lines: ['Vi chiediamo di avvisare i cittadini.'],
    parts: [
      { name: 'invito.ics', type: 'text/calendar', bytes: icsFile(['SUMMARY:Incontro', 'DTSTART:20261209T170000Z']) },
    ],
  });
  const files = [{ fileName: 'invito.eml', base64: Buffer.from(invitation).toString('base64') }];
  const brought = await does('requests.bringMails', { files, last: true });
  const invited = await act(app, 'requests.get', { id: brought.request ?? '' });
  await does('requests.giveTextBack', { id: invited.id });
  await does('requests.takeText', { id: invited.id, attachment: invited.mails[0]?.attachments[0]?.id ?? '' });
  for (const id of ['sedie', 'chiavi', 'tende']) arrive(id, [`Le ${id} sono in magazzino.`], []);
  await does('requests.checkMailbox', {});
  const [chairs, keys, tents] = (await act(app, 'requests.others', {})).toLook.map(({ id }) => ({ id }));
  if (!chairs || !keys || !tents) throw new Error('Mancano le altre e-mail.');
  await does('requests.makeRequest', chairs);
  await does('requests.joinMail', { ...keys, request: gita.id });
  await does('requests.putMailAside', { ...tents, aside: true });
  await does('requests.putMailAside', { ...tents, aside: false });
  await does('requests.answerMail', { ...tents, text: 'Buongiorno, grazie.' });
  await does('requests.undoAnswer', tents);
  await does('requests.seeAnswer', { id: gita.id });
  await does('requests.setData', {
    id: gita.id,
    data: { office: 'Sport', link: `${NEWS}gita`, sendDate: '2026-12-02' },
  });
  await does('requests.checkLink', { id: gita.id });
  await does('requests.cardPicture', { id: gita.id });
  await does('requests.pause', { id: gita.id, for: 'Il programma' });
  await does('requests.resume', { id: gita.id });
  await does('requests.saveAttachment', {
    mail: 'tigli',
    attachment: (await act(app, 'requests.get', { id: 'tigli-1' })).mails[0]?.attachments[1]?.id ?? '',
  });
  const cut = await does('requests.split', {
    id: 'tigli-1',
    at: (await act(app, 'requests.get', { id: 'tigli-1' })).mailText?.indexOf('Il bus 12') ?? 0,
  });
  await does('requests.join', { id: 'tigli-1', with: cut.id });
  await does('requests.undoCut', { id: 'tigli-1' });
  await does('requests.join', { id: 'tigli-1', with: cut.id });
  const apart = await does('requests.join', { id: 'tigli-1', with: 'soccorso-1' });
  await does('requests.separate', { id: apart.joined ?? '' });
  const days = ['2026-12-07', '2026-12-14'];
  await does('requests.makeSeries', { id: 'soccorso-1', name: 'Corsi', days, time: null });
  await does('requests.undoSeries', { id: 'soccorso-1' });
  await does('requests.compare', {
    id: 'soccorso-1',
    with: 'entry-190',
    verdict: 'diverso',
    why: 'Altra data',
    series: null,
  });
  await does('requests.close', {
    id: 'fiera-1',
    outcome: 'non necessario',
    why: 'Già nota',
    sameAs: null,
    letter: false,
  });
  await does('requests.reopen', { id: 'fiera-1', why: 'Serve' });
  const typed = await does('requests.write', {
    ...{ title: 'Scritta', text: 'Allo sportello.', corrects: null },
    data: { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null },
  });
  const told = { by: 'Ufficio', way: 'telefono', at: clock.now() } as const;
  const says = { sendDate: '2026-12-02', sendTime: null, link: null, text: null };
  await does('requests.tellCorrection', { id: typed.id, told, says, note: 'Di sera.' });
  const mail = (await act(app, 'requests.get', { id: typed.id })).unread[0]?.mail ?? '';
  await does('queue.takeOverAnswer', { id: typed.id, mail });
  await does('queue.withdraw', { id: typed.id, why: 'Ci ripensano' });

  // Texts: written, forwarded, taken back, decided on.
  const reasons = {
    ...{ prontuario: 'Così', link: 'Così', mittente: 'Così', data: 'Così', bozza: 'Così', serie: 'Così' },
    duplicati: 'Così',
  };
  const text = `*Corso di primo soccorso*\n\nIl corso gratuito comincia sabato 12 dicembre alle 9 al centro civico.\n\n${NEWS}primo-soccorso`;
  await does('drafts.save', { id: 'soccorso-1', text });
  const letters = await does('drafts.forward', { id: 'soccorso-1', text, reasons });
  await does('drafts.undo', { id: letters.effect ?? '' });
  await does('drafts.forward', { id: 'soccorso-1', text, reasons });
  await sits('vidal');
  await does('drafts.decline', { id: 'olio-1', how: { kind: 'postponed', until: '2026-12-01', why: 'Poi' } });
  await does('queue.undo', { id: 'olio-1' });
  await does('drafts.decline', { id: 'olio-1', how: { kind: 'postponed', until: '2026-12-01', why: 'Poi' } });
  const seen = async (id: string) => {
    const draft = (await act(app, 'drafts.waiting', {})).find((one) => one.id === id);
    return { id, seen: draft?.rewritten.hash ?? '', text: draft?.rewritten.text ?? '' };
  };
  await does('queue.approve', { ...(await seen('soccorso-1')), route: 'gruppo operativo' });
  await does('drafts.decline', { id: 'olio-1', how: { kind: 'returned', why: 'Manca l’ora' } });
  await does('drafts.publishPack', { pack: { ...defaultPack, rules: { B03: { on: true, severity: 'errore' } } } });
  await sits('bellin');
  await does('queue.decideElsewhere', {
    id: 'biblioteca-1',
    how: 'telefono',
    when: '2026-11-24T08:00:00.000Z',
    note: 'Sì',
    decision: { kind: 'approved' },
  });
  await does('requests.takeCharge', { id: 'nido-1' });
  const nido = `*Iscrizioni al nido*\n\nLe iscrizioni al nido per il 2027 chiudono venerdì 18 dicembre.\n\n${NEWS}iscrizioni-nido`;
  await does('queue.release', { id: 'nido-1', text: nido, reasons, why: 'Assente' });
  const emergency = await does('queue.emergency', {
    ...{ title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Vento' },
    route: 'cartella della ditta',
  });

  // The queue.
  await does('queue.stop', { why: 'Errore' });
  await does('queue.resume', {});
  await later(11_000);
  await does('queue.move', { id: 'consiglio-1', plannedFor: '2026-11-26T08:00:00.000Z', why: 'Poi' });
  await does('queue.undoMove', { id: 'consiglio-1' });
  await does('queue.cancel', { id: 'consiglio-1', why: 'Annullato' });
  await does('queue.requeue', { id: 'consiglio-1', why: 'Serve' });
  await does('queue.askGroup', { id: 'parcheggi-1' });
  await does('queue.confirmAsked', { id: 'parcheggi-1' });
  await does('queue.refused', { id: 'parcheggi-1', why: 'La data', answer: 'da cambiare' });
  await does('queue.sendBack', { id: 'parcheggi-1', why: 'La data' });
  await does('queue.partlySent', { id: 'farmacia-1', why: 'Mancano persone' });
  await does('queue.confirmSent', { id: 'farmacia-1', text: null, recipients: 12, sentAt: null });
  rmSync(join(folder, 'consegne'), { recursive: true, force: true });
  writeFileSync(join(folder, 'consegne'), 'un file, non una cartella');
  await later(11_000);
  await tick('an emergency cannot be delivered');
  rmSync(join(folder, 'consegne'));
  mkdirSync(join(folder, 'consegne'));
  await later(3_600_000);
  await tick('the emergency is delivered');
  const [ready] = await act(app, 'queue.toPost', {});
  await does('queue.openLetter', { id: ready?.id ?? '' });
  await does('queue.sayOfLetter', { id: ready?.id ?? '', word: 'posted' });
  await sits('vidal');
  const period = { kind: 'comunali', from: '2026-11-24', to: '2026-11-30', runOff: null, source: 'Decreto' };
  await does('people.setTown', { changes: [{ field: 'electionPeriods', value: [period] }] });
  await does('queue.answerElection', {
    id: emergency.id,
    answers: { impersonal: true, essential: 'C’è vento.' },
  });
  await does('queue.regularise', { id: emergency.id, note: 'Verificato' });
  await does('queue.mayorCopied', { id: emergency.id });
  await does('queue.confirmSent', { id: emergency.id, text: null, recipients: 9, sentAt: null });
  await does('queue.undoSent', { id: emergency.id });
  await does('queue.confirmSent', { id: emergency.id, text: null, recipients: 9, sentAt: null });

  // The register and the report.
  const saved = await does('register.saveFilter', { id: null, name: 'Tutto', filter: EVERY_ROW, order: NEWEST_FIRST });
  await does('register.removeFilter', saved);
  await does('register.setLayout', { ...FIRST_LAYOUT, widths: { office: 140 } });
  await does('register.export', { ...EVERY_ROW, order: NEWEST_FIRST, format: 'csv' });
  await does('register.openExport', { what: 'document' });
  const choose = (name: string, bytes: Uint8Array): void => {
    chosen = join(folder, name);
    writeFileSync(chosen, bytes);
  };
  choose('rendiconto.xlsx', statementFile({}));
  await does('report.chooseStatement', { period: PERIOD });
  await does('report.mapStatement', { period: PERIOD, map: { date: 'A', text: 'C' } });
  choose('fattura.xml', invoiceFile({}));
  await does('report.chooseInvoice', { period: PERIOD });
  await does('report.chooseBody', { period: PERIOD, body: 0 });
  await does('report.assign', { period: PERIOD, assigned: '2026-11-23', delivered: null });
  const statement = '2026-09-01||3|messaggio di prova';
  const choice = { register: '2026/0195', statement } as const;
  await does('report.pair', { period: PERIOD, choice: { kind: 'not the same', ...choice } });
  await does('report.unpair', { period: PERIOD, ...choice });
  await does('report.decide', { period: PERIOD, about: { statement }, outcome: 'accepted', note: 'Prova' });
  await does('report.reopen', { period: PERIOD, about: { statement } });
  const lonely = (await act(app, 'report.get', { period: PERIOD })).comparison;
  await does('report.conclude', { period: PERIOD, tone: 'good', title: 'Si paga', text: '' });
  expect(lonely).not.toBeNull();
  chosen = join(folder, 'altra');
  mkdirSync(chosen);
  await does('service.chooseFolder', { which: 'reports' });
  await does('service.skipBeginning', { id: 'mailbox', skip: true });
  await does('service.copyNow', {});
  await does('service.confirmRestored', {});

  // The head writes what the municipality is: hours and thresholds move deadlines, gauges and figures.
  await sits('vidal');
  const calendar = { ...valdombra.calendar, closed: ['2026-11-25'], patron: '11-24' };
  await does('people.setTown', {
    changes: [
      { field: 'calendar', value: calendar },
      { field: 'pressure', value: { sevenDays: 1, thirtyDays: 2 } },
      { field: 'senders', value: [] },
      { field: 'mailDomains', value: [] },
      { field: 'hosts', value: ['www.altro.example'] },
      { field: 'contract', value: null },
      { field: 'mailbox', value: 'altra@comune.valdombra.example' },
    ],
  });
  const newcomer = { address: 'nuovo@comune.valdombra.example', office: 'Scuola', name: 'Ada Rigon', reason: null };
  await does('people.nameSender', { ...newcomer, telephone: null, confirmed: true });
  await does('people.dropSender', { address: newcomer.address });
  await does('people.confirmTown', { field: 'calendar', how: 'telefonata' });
  await does('people.exportTown', {});
  await does('people.readTown', { from: 'rubano' });

  expect(silent).toEqual([]);
  const undone = methods.filter((one) => !isQuestion(one) && !acts.has(one) && !DONE_ELSEWHERE.includes(one));
  expect(undone).toEqual(['requests.tellRefusal', 'queue.takeOver', 'report.addToRegister', 'service.useRegisterPath']);
}, 240_000);
