import { sayDay } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Entry } from '#shared/register/entry.ts';
import { entryNumber } from '#shared/register/entry.ts';

/** The files the invented contractor sends at the end of the two months. */
export interface ContractorFiles {
  /** Activity statement as CSV: it forgets one message, repeats one, adds one nobody asked for, and is careless. */
  readonly statement: string;
  /** Electronic invoice: it asks for every row of the statement. */
  readonly invoice: string;
}

const PRICE_CENTS = 1_800;
const VAT_PERCENT = 22;
const FORGOTTEN = 4;
const REPEATED = 9;
const SHORTENED = 6;
const LATE = 7;
const CUT_LENGTH = 60;
const FEWER_RECIPIENTS = 12;

interface Row {
  readonly day: string;
  readonly time: string;
  readonly text: string;
  readonly recipients: number;
}

const oneLine = (text: string): string => text.replace(/[*_~]/g, '').replace(/\s+/g, ' ').trim();
const italianDay = (day: string): string => day.split('-').reverse().join('/');
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The statement's rows: what was sent, with the small deviations real ones have. */
function rowsOf(entries: readonly Entry[]): readonly Row[] {
  const rows = entries.map((entry, index): Row => {
    const { day, time } = romeOf(entry.sentAt);
    const text = oneLine(entry.sent.text);
    return {
      day,
      time,
      text: index % SHORTENED === 0 ? text.slice(0, CUT_LENGTH) : text,
      recipients: (entry.recipients ?? 0) - (index % LATE === 0 ? FEWER_RECIPIENTS : 0),
    };
  });
  const repeated = rows[REPEATED];
  const last = rows.at(-1);
  return [
    ...rows.filter((_, index) => index !== FORGOTTEN),
    ...(repeated ? [repeated] : []),
    ...(last
      ? [{ ...last, time: '18:40', text: `Auguri di buone feste a tutti gli iscritti, ${sayDay(last.day)}.` }]
      : []),
  ];
}

const euro = (cents: number): string => (cents / 100).toFixed(2);

function invoiceOf(quantity: number, year: string): string {
  const taxable = quantity * PRICE_CENTS;
  const tax = Math.round((taxable * VAT_PERCENT) / 100);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<p:FatturaElettronica versione="FPA12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">',
    '<FatturaElettronicaHeader>',
    '<DatiTrasmissione><FormatoTrasmissione>FPA12</FormatoTrasmissione><CodiceDestinatario>VALDOM</CodiceDestinatario></DatiTrasmissione>',
    '<CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>00000000001</IdCodice></IdFiscaleIVA>',
    '<Anagrafica><Denominazione>Messaggi Chiari s.r.l.</Denominazione></Anagrafica></DatiAnagrafici></CedentePrestatore>',
    '</FatturaElettronicaHeader><FatturaElettronicaBody>',
    '<DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa>',
    `<Data>${Number(year) + 1}-01-04</Data><Numero>7/${Number(year) + 1}</Numero>`,
    `<ImportoTotaleDocumento>${euro(taxable + tax)}</ImportoTotaleDocumento></DatiGeneraliDocumento>`,
    '<DatiContratto><IdDocumento>Contratto 2026</IdDocumento><CodiceCIG>Z0A1B2C3D4</CodiceCIG></DatiContratto></DatiGenerali>',
    '<DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Messaggi WhatsApp inviati</Descrizione>',
    `<Quantita>${quantity}.00</Quantita><UnitaMisura>messaggi</UnitaMisura>`,
    `<DataInizioPeriodo>${year}-11-01</DataInizioPeriodo><DataFinePeriodo>${year}-12-31</DataFinePeriodo>`,
    `<PrezzoUnitario>${euro(PRICE_CENTS)}</PrezzoUnitario><PrezzoTotale>${euro(taxable)}</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>`,
    `<DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>${euro(taxable)}</ImponibileImporto><Imposta>${euro(tax)}</Imposta>`,
    '<EsigibilitaIVA>S</EsigibilitaIVA></DatiRiepilogo></DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronica>',
  ].join('\n');
}

/** The contractor's statement and invoice for what the register says was sent in November and December. */
export function contractorFiles(entries: readonly Entry[]): ContractorFiles {
  const inOrder = [...entries].sort((a, b) => (entryNumber(a) < entryNumber(b) ? -1 : 1));
  const rows = rowsOf(inOrder);
  const lines = rows.map(({ day, time, text, recipients }) =>
    [italianDay(day), time, quoted(text), recipients, euro(PRICE_CENTS).replace('.', ',')].join(';'),
  );
  const year = inOrder[0]?.sentAt.slice(0, 4) ?? '2026';
  const total = `TOTALE;;;${rows.length};${euro(rows.length * PRICE_CENTS).replace('.', ',')}`;
  return {
    statement: [
      'Messaggi Chiari s.r.l.',
      'Rendiconto novembre-dicembre',
      'Data invio;Ora;Testo del messaggio;Destinatari;Importo',
      ...lines,
      total,
      '',
    ].join('\r\n'),
    invoice: invoiceOf(rows.length, year),
  };
}
