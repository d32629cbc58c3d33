import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import type { Invoice, RawBody, RawInvoice } from '#shared/report/invoice/invoice.ts';
import { readInvoiceFields } from '#shared/report/invoice/invoiceFields.ts';

/** An invoice with more lines than this is none of a contractor of ours, and would take minutes. */
const MAXIMUM_LINES = 5_000;

const SEND_AGAIN = 'Scarica di nuovo la fattura dal sistema della ragioneria e scegli il file nuovo.';
const REFUSALS = {
  doctype: {
    code: 'invoice-unsafe',
    what: 'Il file contiene istruzioni che una fattura non può avere (DOCTYPE): non l’ho letto.',
    remedy: SEND_AGAIN,
  },
  broken: {
    code: 'invoice-unreadable',
    what: 'Il file non è una fattura in XML, o è rovinato.',
    remedy: SEND_AGAIN,
  },
  other: {
    code: 'invoice-other',
    what: 'Il file XML non è una fattura elettronica ordinaria.',
    remedy: 'Scegli il file della fattura: il nome comincia con IT e il numero del fornitore.',
  },
  long: {
    code: 'invoice-too-long',
    what: `La fattura ha più di ${MAXIMUM_LINES} righe: non è quella del servizio di messaggi.`,
    remedy: 'Controlla di avere scelto il file giusto.',
  },
} as const satisfies Record<string, Problem>;

const textAt = (element: XmlElement, path: string): string | null => element.get(path)?.content.trim() || null;

const elementsAt = (element: XmlElement, path: string): readonly XmlElement[] => element.find(path) as XmlElement[];

const REFERENCES = ['DatiOrdineAcquisto', 'DatiContratto', 'DatiConvenzione', 'DatiRicezione', 'DatiFattureCollegate'];

function supplierOf(root: XmlElement): RawInvoice['supplier'] {
  const at = (path: string): string =>
    textAt(root, `FatturaElettronicaHeader/CedentePrestatore/DatiAnagrafici/${path}`) ?? '';
  const person = [at('Anagrafica/Nome'), at('Anagrafica/Cognome')].join(' ').trim();
  return {
    vat: `${at('IdFiscaleIVA/IdPaese')}${at('IdFiscaleIVA/IdCodice')}` || at('CodiceFiscale'),
    name: at('Anagrafica/Denominazione') || person,
  };
}

function bodyOf(body: XmlElement): RawBody {
  const general = (path: string): string | null => textAt(body, `DatiGenerali/DatiGeneraliDocumento/${path}`);
  return {
    type: general('TipoDocumento'),
    number: general('Numero'),
    date: general('Data'),
    currency: general('Divisa'),
    total: general('ImportoTotaleDocumento'),
    withholding: elementsAt(body, 'DatiGenerali/DatiGeneraliDocumento/DatiRitenuta').map(
      (item) => textAt(item, 'ImportoRitenuta') ?? '',
    ),
    cig: REFERENCES.flatMap((name) => elementsAt(body, `DatiGenerali/${name}/CodiceCIG`)).map((item) =>
      item.content.trim(),
    ),
    lines: elementsAt(body, 'DatiBeniServizi/DettaglioLinee').map((line) => ({
      description: textAt(line, 'Descrizione'),
      quantity: textAt(line, 'Quantita'),
      unit: textAt(line, 'UnitaMisura'),
      unitPrice: textAt(line, 'PrezzoUnitario'),
      totalPrice: textAt(line, 'PrezzoTotale'),
      vatRate: textAt(line, 'AliquotaIVA'),
      discounted: line.get('ScontoMaggiorazione') !== null,
      from: textAt(line, 'DataInizioPeriodo'),
      to: textAt(line, 'DataFinePeriodo'),
    })),
    vat: elementsAt(body, 'DatiBeniServizi/DatiRiepilogo').map((row) => ({
      rate: textAt(row, 'AliquotaIVA'),
      taxable: textAt(row, 'ImponibileImporto'),
      tax: textAt(row, 'Imposta'),
      due: textAt(row, 'EsigibilitaIVA'),
    })),
  };
}

/** Whether the file declares a document type before its first element; also in a two-byte encoding. */
function hasDoctype(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  const firstElement = text.search(/<[A-Za-z_]/);
  return /<!(?:DOCTYPE|ENTITY)/i.test(firstElement === -1 ? text : text.slice(0, firstElement));
}

function readDocument(document: XmlDocument, envelope: Signature): Result<RawInvoice, Problem> {
  const { root } = document;
  if (document.dtd !== null) return err(REFUSALS.doctype);
  if (root.name !== 'FatturaElettronica') return err(REFUSALS.other);
  const bodies = elementsAt(root, 'FatturaElettronicaBody');
  const lines = bodies.flatMap((body) => elementsAt(body, 'DatiBeniServizi/DettaglioLinee'));
  if (lines.length > MAXIMUM_LINES) return err(REFUSALS.long);
  const hasOwnSignature = root.get('*[local-name()="Signature"]') !== null;
  const signature = envelope === 'none' && hasOwnSignature ? 'not-verified' : envelope;
  return ok({ supplier: supplierOf(root), signature, bodies: bodies.map(bodyOf) });
}

/**
 * Reads an electronic invoice in XML (FatturaPA); `envelope` is the signature of the envelope it came in. Nothing
 * outside the file is ever loaded. Problem codes: those of `REFUSALS` and of `readInvoiceFields`.
 */
export function readInvoiceXml(bytes: Uint8Array, envelope: Signature = 'none'): Result<Invoice, Problem> {
  if (hasDoctype(bytes)) return err(REFUSALS.doctype);
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes);
  } catch {
    return err(REFUSALS.broken);
  }
  try {
    const raw = readDocument(document, envelope);
    return raw.ok ? readInvoiceFields(raw.value) : raw;
  } finally {
    document.dispose();
  }
}
