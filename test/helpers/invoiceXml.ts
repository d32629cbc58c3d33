/** A body of an invoice as a test wants it; an empty text leaves the element out. */
export interface MadeBody {
  readonly number?: string;
  readonly date?: string;
  readonly type?: string;
  readonly total?: string;
  readonly cig?: string;
  readonly due?: string;
  readonly general?: string;
  readonly lines?: string;
  readonly taxable?: string;
  readonly tax?: string;
}

const element = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`);

/** A line of an invoice. */
export function invoiceLine(quantity: string, price: string, total: string, more = ''): string {
  return `<DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Messaggi WhatsApp, perché «sì»</Descrizione>${element('Quantita', quantity)}<UnitaMisura>messaggi</UnitaMisura>${more.startsWith('<Data') ? more : ''}<PrezzoUnitario>${price}</PrezzoUnitario>${more.startsWith('<Data') ? '' : more}<PrezzoTotale>${total}</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>`;
}

const PERIOD = '<DataInizioPeriodo>2026-01-01</DataInizioPeriodo><DataFinePeriodo>2026-02-28</DataFinePeriodo>';

function bodyXml(body: MadeBody): string {
  const {
    number = '214',
    date = '2026-03-02',
    type = 'TD01',
    total = '724.68',
    cig = 'Z1234567AB',
    due = 'S',
    general = '',
    lines = invoiceLine('33.00', '18.00', '594.00', PERIOD),
    taxable = '594.00',
    tax = '130.68',
  } = body;
  return [
    '<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento>',
    element('TipoDocumento', type),
    '<Divisa>EUR</Divisa>',
    element('Data', date),
    element('Numero', number),
    general,
    element('ImportoTotaleDocumento', total),
    '</DatiGeneraliDocumento>',
    cig === '' ? '' : `<DatiContratto><IdDocumento>7</IdDocumento>${element('CodiceCIG', cig)}</DatiContratto>`,
    cig === ''
      ? ''
      : `<DatiOrdineAcquisto><IdDocumento>8</IdDocumento>${element('CodiceCIG', cig)}</DatiOrdineAcquisto>`,
    `</DatiGenerali><DatiBeniServizi>${lines}<DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA>`,
    element('ImponibileImporto', taxable),
    element('Imposta', tax),
    element('EsigibilitaIVA', due),
    '</DatiRiepilogo></DatiBeniServizi></FatturaElettronicaBody>',
  ].join('');
}

/** An invented invoice of 33 messages at 18 euro, with split payment, as the exchange system delivers it. */
export function invoiceXml(
  bodies: readonly MadeBody[] = [{}],
  { encoding = 'UTF-8', prolog = '', tail = '' }: { encoding?: string; prolog?: string; tail?: string } = {},
): string {
  return [
    `<?xml version="1.0" encoding="${encoding}"?>${prolog}`,
    '<p:FatturaElettronica versione="FPA12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">',
    '<FatturaElettronicaHeader><DatiTrasmissione><FormatoTrasmissione>FPA12</FormatoTrasmissione></DatiTrasmissione>',
    '<CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>00000000001</IdCodice></IdFiscaleIVA>',
    '<Anagrafica><Denominazione>Messaggi &amp; Più S.r.l.</Denominazione></Anagrafica></DatiAnagrafici></CedentePrestatore>',
    `</FatturaElettronicaHeader>${bodies.map(bodyXml).join('')}${tail}</p:FatturaElettronica>`,
  ].join('');
}
