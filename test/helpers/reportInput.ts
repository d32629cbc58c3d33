import { addDays } from '#shared/kernel/day.ts';
import { addMilliseconds, instantAt } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { assess } from '#shared/report/assessment.ts';
import type { Decision } from '#shared/report/choices.ts';
import { statementKeys } from '#shared/report/choices.ts';
import type { ReportInput } from '#shared/report/document/compose.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import { reportDue } from '#shared/report/invoice/deadline.ts';
import type { InvoiceBody } from '#shared/report/invoice/invoice.ts';
import { reconcile } from '#shared/report/reconciling/reconcile.ts';
import type { StatementItem } from '#shared/report/statement/statement.ts';
import { madeFile, madeInvoice } from './madeInvoice.ts';
import { CALENDAR } from './reportRows.ts';

const NOTICES: readonly (readonly [title: string, office: string, category: string])[] = [
  ['Domenica ecologica: stop al traffico in centro dalle 9:00 alle 18:00', 'Ambiente', 'Viabilità ed emergenze'],
  ['Interruzione dell’acqua in via Euganea per lavori alla rete', 'Lavori pubblici', 'Servizi e scadenze'],
  ['Farmacie di turno della settimana', 'Servizi sociali', 'Servizi e scadenze'],
  ['⚠️ Allerta meteo arancione per vento forte fino a domani sera', 'Polizia locale', 'Viabilità ed emergenze'],
  ['Iscrizioni ai centri estivi: domande fino a venerdì', 'Scuola', 'Servizi e scadenze'],
  ['TARI, seconda rata: quando si paga e come', 'Tributi', 'Servizi e scadenze'],
  ['Festa dei nonni al parco Etruria, sabato alle 15:30', 'Cultura e biblioteca', 'Eventi e incontri'],
  ['Assemblea pubblica sulla pista ciclabile di via Argine', 'Lavori pubblici', 'Eventi e incontri'],
  ['Biblioteca: nuovi orari dal 1° febbraio', 'Cultura e biblioteca', 'Servizi e scadenze'],
  ['Potature in viale dei Platani: divieto di sosta', 'Ambiente', 'Viabilità ed emergenze'],
  ['Bando per le associazioni sportive', 'Sport', 'Servizi e scadenze'],
];

/** A notice of the invented register: the `index`-th after `first`. */
function row(index: number, year: number, first: string, step: number): RegisterRow {
  const [title = '', office = '', category = ''] = NOTICES[index % NOTICES.length] ?? [];
  const day = addDays(first, Math.floor(index * step));
  const text = `${title}. Tutto quello che serve sapere è sul sito del Comune, notizia ${index + 1}.`;
  const changed = index % 13 === 5 ? text.replace('Tutto quello che serve sapere è', 'Informazioni') : text;
  const receivedAt = instantAt(addDays(day, -2), '09:00');
  return {
    number: `${year}/${String(index + 1).padStart(4, '0')}`,
    day,
    time: `${String(9 + (index % 9)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}`,
    title,
    office,
    category,
    route: index % 5 === 0 ? 'e-mail alla ditta' : 'gruppo operativo',
    approvedText: index % 5 === 0 ? null : text,
    text: changed,
    link: `https://www.comune.valdombra.example/novita/${year}/notizia-${index + 1}`,
    recipients: 3100 + (index % 41),
    urgent: false,
    receivedAt,
    forwardedAt: addMilliseconds(receivedAt, (index % 11 === 4 ? 49 : 2) * 3_600_000),
    approvedAt: index % 5 === 0 ? null : addMilliseconds(receivedAt, (index % 11 === 4 ? 50 : 4) * 3_600_000),
    waits: [],
  };
}

const rows = (count: number, year: number, first: string): readonly RegisterRow[] =>
  Array.from({ length: count }, (_, index) => row(index, year, first, 58 / count));

/** What the contractor says it sent: one row missing, one twice, one invented, some small differences. */
function statementOf(register: readonly RegisterRow[]): readonly StatementItem[] {
  const billed = register
    .filter((_, index) => index !== 7)
    .map((message, index) => ({
      number: null,
      day: index % 10 === 3 ? addDays(message.day, 1) : message.day,
      time: message.time,
      text: index % 6 === 2 ? message.text.slice(0, 45) : message.text,
      recipients: (message.recipients ?? 0) - (index % 12 === 8 ? 7 : 0),
      link: null,
      amount: 1800,
    }));
  const double = billed[Math.min(9, billed.length - 1)];
  const invented = {
    number: null,
    day: '2026-01-02',
    time: '09:15',
    text: 'Messaggio di prova',
    recipients: 3,
    link: null,
    amount: 1800,
  };
  return [invented, ...billed, ...(double ? [double] : [])].map((item, index) => ({ ...item, row: index + 2 }));
}

const invoiceOf = (messages: number): InvoiceBody =>
  madeInvoice(messages, {
    date: '2026-03-02',
    supplier: { vat: 'IT00000000001', name: 'Messaggi Più S.r.l.' },
    cig: ['Z1234567AB'],
    period: { from: '2026-01-01', to: '2026-02-28' },
  });

/** Two months of an invented town: `messages` notices, a careless statement and an invoice that asks for too much. */
export function sampleInput(messages: number): ReportInput {
  const register = rows(messages, 2026, '2026-01-02');
  const statement = statementOf(register);
  const reconciliation = reconcile(
    register.map(({ number, day, time, text, recipients, link }) => ({
      number,
      day,
      time,
      text: text,
      recipients,
      link,
    })),
    statement,
  );
  const keys = statementKeys(statement);
  const decisions: Decision[] = statement
    .filter((item) => item.text === 'Messaggio di prova')
    .map((item) => ({
      about: { statement: keys.get(item) ?? '' },
      outcome: 'contested',
      note: 'prova della ditta, non richiesta dal Comune',
      by: 'persona-1',
      at: '2026-03-05T09:00:00.000Z',
    }));
  const assessed = assess({
    period: '2026-1',
    contract: { unitPrice: '18.00', cig: 'Z1234567AB' },
    statement,
    reconciliation,
    decisions,
    invoice: madeFile([invoiceOf(statement.length)], { signature: 'whole' }),
    chosenBody: undefined,
  });
  return {
    period: '2026-1',
    rows: [
      ...rows(Math.ceil(messages * 0.9), 2025, '2025-11-03'),
      ...rows(Math.ceil(messages * 0.8), 2025, '2025-01-04'),
      ...register,
    ],
    heard: [],
    calendar: CALENDAR,
    pressureLimits: { 7: 8, 30: null },
    municipality: 'Comune di Valdombra',
    office: 'Settore Affari generali, PuntoSi',
    acts: [
      'Deliberazione della Giunta comunale n. 138 del 7 dicembre 2022',
      'Deliberazione della Giunta comunale n. 139 del 7 dicembre 2022',
      'Contratto con Messaggi Più S.r.l., CIG Z1234567AB',
    ],
    comparison: { statement, reconciliation, decisions, arithmetic: assessed.arithmetic },
    invoice: assessed.invoice && {
      ...assessed.invoice,
      assigned: '2026-03-04',
      due: reportDue('2026-03-04', valdombra.reportDeadline, CALENDAR),
      exchangeDue: '2026-03-18',
    },
    conclusion: {
      tone: 'warning',
      title: 'Si contesta la fattura e si chiede una nota di credito',
      text: 'La fattura conta più avvisi di quelli che il registro conferma. La parte confermata si può liquidare.',
    },
    date: '2026-03-06',
    signature: { place: 'Valdombra', role: 'Il capo settore', person: 'Ornella Vidal' },
  };
}
