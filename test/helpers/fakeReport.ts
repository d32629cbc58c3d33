/** The report of September and October 2026 in Valdombra: what the contractor says it sent, what it invoices. */
import { viewReport } from '#electron/report/reportView.ts';
import type { Input, ReplyTo } from '#shared/ipc/contract.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { assess } from '#shared/report/assessment.ts';
import { isSameAbout, statementKeys } from '#shared/report/choices.ts';
import type { Invoice, InvoiceBody } from '#shared/report/invoice.ts';
import type { Preview } from '#shared/report/preview.ts';
import { reconcile } from '#shared/report/reconcile.ts';
import { emptyCase, type ReportCase } from '#shared/report/reportCase.ts';
import type { RegisterRow } from '#shared/report/rows.ts';
import type { StatementItem } from '#shared/report/statement.ts';
import { madeFile, madeInvoice } from './madeInvoice.ts';
import { registerRow } from './reportRows.ts';

const FILE = { blob: '0'.repeat(64), by: 'vidal' } as const;
const PRICE = 1_800;

/** How the period stands when the screen opens, and what the contractor's files are like. */
export interface FakeReportOptions {
  /** `begun`: nothing chosen yet; `statement`: the statement is read; `invoice`: the invoice too. */
  readonly report?: 'begun' | 'statement' | 'invoice';
  /** The heads of the statement's columns say nothing: they must be told. */
  readonly unknownColumns?: boolean;
  /** The statement that agrees with the register in everything. */
  readonly agreeing?: boolean;
  /** More invoices in the same file. */
  readonly bodies?: readonly InvoiceBody[];
  /** What else the invoice's file says: its signature, its warnings. */
  readonly file?: Partial<Invoice>;
}

const NOTICES: readonly (readonly [title: string, office: string, day: Day, text: string])[] = [
  [
    'Bando per le associazioni',
    'Cultura',
    '2026-09-18',
    'Le associazioni possono chiedere un contributo fino al 30 settembre.',
  ],
  [
    'Interruzione dell’acqua in via Euganea',
    'Lavori pubblici',
    '2026-10-07',
    'Giovedì 8 ottobre dalle 9 alle 12 manca l’acqua in via Euganea. Fai una piccola scorta.',
  ],
  [
    'Sportello digitale: nuovi orari',
    'Demografici',
    '2026-10-13',
    'Lo sportello digitale apre il martedì e il giovedì dalle 9 alle 13.',
  ],
  [
    'Assemblea pubblica sulla ciclabile',
    'Lavori pubblici',
    '2026-10-16',
    'Venerdì 16 ottobre alle 20.30 in sala consiliare presentiamo il progetto della ciclabile di via Argine.',
  ],
  [
    'Festa dei nonni al parco',
    'Servizi sociali',
    '2026-10-20',
    'Sabato 24 ottobre alle 15.30 festa dei nonni al parco Etruria, con merenda.',
  ],
  [
    'Domenica ecologica del 25 ottobre',
    'Ambiente',
    '2026-10-21',
    'Domenica 25 ottobre niente auto in centro dalle 9 alle 18. I bus sono gratuiti.',
  ],
  [
    'Farmacie di turno dal 23 ottobre',
    'Servizi sociali',
    '2026-10-22',
    'Da venerdì 23 ottobre è di turno la farmacia di piazza Alpini.',
  ],
  [
    'Potature in viale dei Platani',
    'Ambiente',
    '2026-10-27',
    'Da mercoledì 28 a venerdì 30 ottobre divieto di sosta in viale dei Platani per le potature.',
  ],
];

const fakeRegister: readonly RegisterRow[] = NOTICES.map(([title, office, day, text], index) =>
  registerRow({
    number: `2026/${String(178 + index).padStart(4, '0')}`,
    day,
    time: '10:00',
    title,
    office,
    approvedText: text,
    sentText: text,
    link: `https://www.comune.valdombra.example/novita/avviso-${178 + index}`,
    recipients: 1_470 + index,
  }),
);

const itemOf = ({ day, sentText, recipients }: RegisterRow): Omit<StatementItem, 'row'> => ({
  number: null,
  day,
  time: '10:02',
  text: sentText,
  recipients,
  link: null,
  amount: PRICE,
});

/** What differs: a text, a time, a meeting told in other words, a double, a trial. */
function fakeStatement(agreeing: boolean): readonly StatementItem[] {
  const items = fakeRegister.map(itemOf);
  const change = (index: number, fields: Partial<StatementItem>): void => {
    const item = items[index];
    if (item) items[index] = { ...item, ...fields };
  };
  if (!agreeing) {
    change(1, { text: 'Giovedì 8 ottobre dalle 9 alle 12 manca l’acqua in via Euganea per lavori.' });
    change(2, { time: '11:40' });
    change(3, {
      day: '2026-10-28',
      text: 'Incontro pubblico nuova pista ciclabile, ore 20:30 in sala consiliare',
      recipients: 900,
    });
    const double = items.at(-1);
    if (double) items.push({ ...double, time: '10:04' });
    items.unshift({ ...itemOf(registerRow({})), day: '2026-09-01', text: 'Messaggio di prova', recipients: 3 });
  }
  return items.map((item, index) => ({ ...item, row: index + 2 }));
}

const fakeInvoice = (messages: number): InvoiceBody =>
  madeInvoice(messages, {
    date: '2026-11-20',
    supplier: { vat: 'IT00000000001', name: valdombra.contractor.name },
    cig: [valdombra.contract?.cig ?? ''],
    period: { from: '2026-09-01', to: '2026-10-31' },
  });

type Methods =
  `report.${'get' | 'chooseStatement' | 'mapStatement' | 'previewStatement' | 'chooseInvoice' | 'chooseBody' | 'pair' | 'unpair' | 'decide' | 'reopen' | 'addToRegister' | 'assign' | 'conclude'}`;
type Handlers = { readonly [Method in Methods]: (input: Input<Method>) => ReplyTo<Method> };

const columnsUnknown: Problem = {
  code: 'statement-columns',
  message: 'Non trovo la colonna con la data e quella con il testo: i titoli delle colonne non lo dicono.',
  remedy: 'Indica quali colonne contengono data e testo, e in quale riga stanno i titoli.',
};

/** How the file begins whose heads say nothing. */
const PREVIEW: Preview = {
  sheet: 'Invii',
  otherSheets: ['Note'],
  rows: [
    ['Messaggi Chiari s.r.l.', '', '', ''],
    ['', '', '', ''],
    ['', '', '', ''],
    ['N.', 'Quando', '', 'Che cosa'],
    ['1', '07/10/2026', '10:02', 'Giovedì 8 ottobre dalle 9 alle 12 manca l’acqua in via Euganea'],
  ],
  columns: {},
  headerRow: null,
};

/** The methods of the report, on a case kept in memory. */
export function fakeReport(options: FakeReportOptions, at: Instant, bare: boolean): Handlers {
  const today = romeOf(at).day;
  const statementRead = (map: Record<string, string | number> | null): ReportCase['statement'] => ({
    ...FILE,
    at,
    fileName: 'rendiconto-settembre-ottobre.xlsx',
    map,
  });
  const invoiceRead = { ...FILE, at, fileName: 'IT00000000001_00214.xml' };
  const { report = 'begun' } = options;
  const assigned = report === 'invoice' ? addDays(today, -1) : null;
  const kept = new Map<string, ReportCase>();
  const added: RegisterRow[] = [];
  const caseOf = (period: string): ReportCase =>
    kept.get(period) ?? {
      ...emptyCase(period),
      ...(bare || report === 'begun' ? {} : { statement: statementRead(null) }),
      ...(bare || report !== 'invoice' ? {} : { invoice: invoiceRead, assigned }),
    };
  const change = (period: string, fields: Partial<ReportCase>) => {
    kept.set(period, { ...caseOf(period), ...fields });
    return ok({});
  };
  const otherChoices = (period: string, register: string, statement: string): ReportCase['choices'] =>
    caseOf(period).choices.filter((choice) => choice.register !== register || choice.statement !== statement);
  const partsOf = (period: string) => {
    const state = caseOf(period);
    const rows = bare || period !== '2026-5' ? [] : [...fakeRegister, ...added];
    const register = rows.map(({ sentText, ...row }) => ({ ...row, text: sentText }));
    const unread = state.statement !== null && options.unknownColumns === true && state.statement.map === null;
    const statement = state.statement && !unread ? fakeStatement(options.agreeing ?? false) : null;
    const reconciliation = statement && reconcile(register, statement, state.choices);
    const messages = fakeStatement(options.agreeing ?? false).length;
    const assessed = assess({
      period,
      contract: valdombra.contract,
      statement,
      reconciliation,
      decisions: state.decisions,
      invoice: state.invoice && madeFile([fakeInvoice(messages), ...(options.bodies ?? [])], options.file),
      chosenBody: state.invoice?.body,
    });
    const problems = unread ? [columnsUnknown] : [];
    return { case: state, rows, register, statement, reconciliation, ...assessed, problems };
  };
  return {
    'report.get': ({ period }) => ok(structuredClone(viewReport(period, partsOf(period), valdombra, today))),
    'report.chooseStatement': ({ period }) => {
      change(period, { statement: statementRead(null) });
      return ok({ chosen: true });
    },
    'report.mapStatement': ({ period, map }) =>
      caseOf(period).statement
        ? change(period, { statement: statementRead(map) })
        : problem('statement-missing', 'Non c’è ancora un rendiconto.', 'Scegli prima il file della ditta.'),
    'report.previewStatement': () => ok(PREVIEW),
    'report.chooseInvoice': ({ period }) => {
      change(period, { invoice: invoiceRead });
      return ok({ chosen: true });
    },
    'report.chooseBody': ({ period, body }) => change(period, { invoice: { ...invoiceRead, body } }),
    'report.pair': ({ period, choice }) =>
      change(period, { choices: [...otherChoices(period, choice.register, choice.statement), choice] }),
    'report.unpair': ({ period, register, statement }) =>
      change(period, { choices: otherChoices(period, register, statement) }),
    'report.decide': ({ period, ...decision }) =>
      change(period, { decisions: [...caseOf(period).decisions, { ...decision, by: 'vidal', at }] }),
    'report.reopen': ({ period, about }) =>
      change(period, { decisions: caseOf(period).decisions.filter((one) => !isSameAbout(one.about, about)) }),
    'report.addToRegister': ({ period, statement: key, title, office, note }) => {
      const { statement } = partsOf(period);
      const keys = statementKeys(statement ?? []);
      const item = statement?.find((each) => keys.get(each) === key);
      const number = `2026/${String(178 + fakeRegister.length + added.length).padStart(4, '0')}`;
      if (item?.day) {
        const { day, time, text, recipients } = item;
        added.push(registerRow({ number, day, time, title, office, sentText: text, approvedText: null, recipients }));
      }
      const decision = { about: { statement: key }, outcome: 'added to the register', note, by: 'vidal', at } as const;
      change(period, { decisions: [...caseOf(period).decisions, decision] });
      return ok({ number });
    },
    'report.assign': ({ period, assigned: day, delivered }) => change(period, { assigned: day, delivered }),
    'report.conclude': ({ period, ...conclusion }) =>
      change(period, { conclusion: { ...conclusion, by: 'vidal', at } }),
  };
}
