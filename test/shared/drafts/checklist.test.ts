import { describe, expect, it } from 'vitest';
import { type ChecklistInput, fillChecklist, momentOf } from '#shared/drafts/checklist.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { RequestData } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { saysOf } from '#shared/requests/news/says.ts';
import { pen, ROAD_WORKS, requestReceived } from '../../helpers/facts.ts';

const NOW = '2026-03-02T09:00:00.000Z';

function input(change: Partial<ChecklistInput> = {}, data: Partial<RequestData> = {}): ChecklistInput {
  const desk = pen();
  desk.write('app', requestReceived('r1', data));
  const request = foldRequest('r1', desk.all()) ?? expect.fail('no request');
  const text = change.text ?? ROAD_WORKS.text;
  return {
    request,
    text,
    moment: momentOf(valdombra.calendar, request, text, NOW),
    findings: [],
    similar: [],
    senderKnown: true,
    urgent: false,
    hosts: valdombra.hosts,
    ...change,
  };
}
const finding = (severity: Finding['severity']): Finding => ({
  rule: 'D01',
  severity,
  from: 0,
  to: 14,
  excerpt: 'Mercoledì 5 marzo',
  message: 'Il 5 marzo 2026 è giovedì.',
  why: 'Un giorno sbagliato porta i cittadini nel giorno sbagliato.',
  source: 'Calendario',
  fixes: [],
});
const lineOf = (filled: ChecklistInput, name: string): string => {
  const line = fillChecklist(filled).find((one) => one.line === name);
  return line ? `${line.outcome}: ${line.detail}` : 'manca';
};

describe('the checklist (P25)', () => {
  it('says the place in the series (P15)', () => {
    const filled = input();
    const series = { name: 'Cantieri', index: 2, of: 5 };
    expect(lineOf({ ...filled, request: { ...filled.request, series } }, 'serie')).toBe('a posto: 2 di 5, «Cantieri»');
  });

  it.each(['sender-not-confirmed', 'pec-sender-differs'])(
    'never calls a listed address in order when the mail server does not confirm who used it: %s',
    (code) => {
      const filled = input();
      const request = { ...filled.request, warnings: [{ code, message: 'Senti l’ufficio a voce.' }] };
      expect(lineOf({ ...filled, request, senderProved: true }, 'mittente')).toMatch(/^da vedere: in elenco, ma/);
    },
  );

  it('asks whether a day that was only found in the words is that of the event, until somebody confirms it (R46)', () => {
    const filled = input();
    const message = 'Conferma la data di invio: non è scritto che è la data di invio.';
    const request = { ...filled.request, confirmed: [], warnings: [{ code: 'date-to-confirm', message }] };
    expect(lineOf({ ...filled, request }, 'data')).toBe(
      'da vedere: giovedì 5 marzo: è il giorno dell’evento o quello dell’invio?',
    );
    const confirmed = { ...request, confirmed: ['sendDate' as const] };
    expect(lineOf({ ...filled, request: confirmed }, 'data')).toBe('a posto: giovedì 5 marzo');
  });

  it('has its seven lines in their order, and never calls unchecked what is in order', () => {
    expect(fillChecklist(input())).toEqual([
      { line: 'data', outcome: 'a posto', detail: 'giovedì 5 marzo' },
      { line: 'bozza', outcome: 'a posto', detail: 'presente' },
      { line: 'link', outcome: 'non verificato', detail: 'non ancora aperto' },
      { line: 'mittente', outcome: 'a posto', detail: 'indirizzo in elenco' },
      { line: 'prontuario', outcome: 'a posto', detail: 'nessuna segnalazione' },
      { line: 'duplicati', outcome: 'a posto', detail: 'nessun avviso simile' },
      { line: 'serie', outcome: 'a posto', detail: 'nessuna' },
    ]);
  });

  it.each<[string, Partial<ChecklistInput>, Partial<RequestData>, string]>([
    ['data', {}, { sendDate: null }, 'da correggere: manca la data di invio'],
    ['data', { urgent: true }, {}, 'da vedere: giovedì 5 marzo, urgente'],
    ['data', {}, { sendDate: '2026-02-27' }, 'da correggere: venerdì 27 febbraio è già passato'],
    [
      'data',
      {},
      { sendDate: '2026-03-02', sendTime: '09:00' },
      'da correggere: lunedì 2 marzo alle 09:00 è già passato',
    ],
    [
      'data',
      { text: 'Concerto sabato 7 marzo alle 21.' },
      { sendDate: '2026-03-07' },
      'da correggere: sabato 7 marzo il servizio è chiuso: l’avviso partirebbe lunedì 9 marzo alle 08:30, a evento finito',
    ],
    ['data', {}, { sendDate: '2026-03-06' }, 'da correggere: venerdì 6 marzo l’evento è già finito'],
    [
      'data',
      {},
      { sendDate: '2026-03-03', sendTime: '13:30' },
      'da vedere: martedì 3 marzo alle 13:30 il servizio è chiuso: l’avviso partirebbe martedì 3 marzo alle 15:00',
    ],
    ['bozza', { text: ' \n' }, {}, 'da correggere: manca il testo'],
    ['link', {}, { link: null }, 'da correggere: manca il link alla notizia'],
    [
      'link',
      {},
      { link: 'https://bit.ly/3xYz' },
      'da correggere: Il link è accorciato: il cittadino non vede dove porta.',
    ],
    ['mittente', { senderKnown: false }, {}, 'da vedere: mittente da verificare'],
    ['mittente', { senderProved: true }, {}, 'a posto: in elenco, può chiedere'],
    [
      'duplicati',
      { similar: [{ kind: 'sent', number: '2026/0012', title: 'Via Roma', verdict: 'duplicate', decided: null }] },
      {},
      'da correggere: forse già inviato: n. 2026/0012',
    ],
    ['prontuario', { findings: [finding('errore')] }, {}, 'da correggere: 1 errore'],
    ['prontuario', { findings: [finding('avviso'), finding('avviso')] }, {}, 'da vedere: 2 avvisi'],
    ['prontuario', { findings: [finding('suggerimento')] }, {}, 'a posto: nessuna segnalazione'],
    [
      'prontuario',
      { findings: [finding('errore'), finding('errore'), finding('avviso'), finding('suggerimento')] },
      {},
      'da correggere: 2 errori, 1 avviso',
    ],
  ])('%s with %j %j', (name, change, data, said) => {
    expect(lineOf(input(change, data), name)).toBe(said);
  });
});

describe('a page that answers (P22)', () => {
  const looked = (says: string) => {
    const filled = input();
    const { link } = filled.request.data;
    const page = { card: null, mark: null, says: saysOf(says, '2026-03-02') };
    const linkCheck = {
      ...{ link: link ?? '', outcome: 'reachable' as const, status: 200, title: 'Lavori', leadsTo: null },
      ...{ checkedAt: NOW, page },
    };
    return lineOf({ ...filled, request: { ...filled.request, linkCheck } }, 'link');
  };

  it('and says what the text says is in order', () => {
    expect(looked(ROAD_WORKS.text)).toBe('a posto: raggiungibile: «Lavori»');
  });

  it('and names another day is to be corrected, with both words', () => {
    expect(looked('Lavori sabato 4 aprile')).toMatch(/^da correggere: il testo dice «.*», la pagina «sabato 4 aprile»/);
  });
});
