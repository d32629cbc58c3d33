import { type PdfDictionary, type PdfObjects, type PdfValue, readOperations, readPdfObjects } from './pdfObjects.ts';

/** One element of the structure tree: its role, its attributes and the elements inside it. */
export interface StructureElement {
  readonly role: string;
  readonly alternative: string;
  readonly scope: string;
  readonly children: readonly StructureElement[];
}

const textOf = (value: PdfValue | undefined): string => {
  if (typeof value !== 'object' || value === null || !('text' in value)) return '';
  const bytes = Buffer.from(value.text as string, 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
};

const listOf = (value: PdfValue): PdfValue[] => (Array.isArray(value) ? value : value === null ? [] : [value]);

function elementOf(file: PdfObjects, value: PdfValue): StructureElement[] {
  const element = file.resolve(value);
  if (typeof element !== 'object' || element === null || !('/S' in element)) return [];
  const attributes = listOf(file.resolve(element['/A'])).map((item) => file.dictionary(item));
  return [
    {
      role: String(element['/S']).slice(1),
      alternative: textOf(file.resolve(element['/Alt'])),
      scope: String(attributes.find((item) => '/Scope' in item)?.['/Scope'] ?? ''),
      children: listOf(file.resolve(element['/K'])).flatMap((child) => elementOf(file, child)),
    },
  ];
}

const catalogueOf = (file: PdfObjects): PdfDictionary => file.dictionary(file.trailer['/Root']);

/** The structure tree of a tagged PDF, from its root elements down. */
export function readStructure(bytes: Uint8Array): readonly StructureElement[] {
  const file = readPdfObjects(bytes);
  const root = file.dictionary(catalogueOf(file)['/StructTreeRoot']);
  return listOf(file.resolve(root['/K'])).flatMap((child) => elementOf(file, child));
}

/** Every element of the tree in reading order. */
export function flatten(elements: readonly StructureElement[]): readonly StructureElement[] {
  return elements.flatMap((element) => [element, ...flatten(element.children)]);
}

const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  Table: ['THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
};

function structureFaults(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const all = flatten(readStructure(bytes));
  let level = 0;
  for (const { role, alternative, scope, children } of all) {
    const heading = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (heading > level + 1) faults.push(`H${heading} after H${level}`);
    if (heading > 0) level = heading;
    if (role === 'Figure' && alternative.trim() === '') faults.push('Figure without Alt');
    if (role === 'TH' && scope === '') faults.push('TH without Scope');
    if (role === 'Table' && !flatten(children).some((child) => child.role === 'TH')) faults.push('Table without TH');
    for (const child of children) {
      if (CHILDREN[role] && !CHILDREN[role].includes(child.role)) faults.push(`${child.role} inside ${role}`);
    }
  }
  if (all.filter(({ role }) => role === 'H1').length !== 1) faults.push('not exactly one H1');
  return faults;
}

/** Operators that paint in a colour without a profile (ISO 19005-2, 6.2.4.3). */
const DEVICE_COLOURS: readonly string[] = ['rg', 'RG', 'g', 'G', 'k', 'K'];

/** Fonts here have two bytes a glyph; glyph 0 is `.notdef`. */
const hasMissingGlyph = (text: string): boolean => (text.match(/[\s\S]{2}/g) ?? []).some((glyph) => glyph === '\0\0');

function contentFaults(content: string): string[] {
  const faults: string[] = [];
  let depth = 0;
  for (const { operator, operands } of readOperations(content)) {
    if (operator === 'BDC' || operator === 'BMC') depth++;
    if (operator === 'EMC') depth--;
    if (DEVICE_COLOURS.includes(operator)) faults.push('colour without a profile');
    if (operator === 'Tj' || operator === 'TJ') {
      if (depth === 0) faults.push('text outside the tags');
      const texts = operands.flatMap(listOf).filter((value) => typeof value === 'object' && value !== null);
      if (texts.some((value) => 'text' in value && hasMissingGlyph(String(value.text)))) faults.push('.notdef');
    }
  }
  if (depth !== 0) faults.push('tags not closed');
  return faults;
}

function pageFaults(file: PdfObjects): string[] {
  return file.numbers.flatMap((number) => {
    const page = file.resolve({ reference: number });
    if (typeof page !== 'object' || page === null || !('/Type' in page)) return [];
    if (page['/Type'] === '/FontDescriptor' && !('/FontFile2' in page)) return [`font ${number} not embedded`];
    if (page['/Subtype'] === '/Type0' && !('/ToUnicode' in page)) return [`font ${number} without Unicode`];
    if (page['/Type'] !== '/Page') return [];
    const faults = '/StructParents' in page ? [] : [`page ${number} without structure`];
    const contents = page['/Contents'];
    const content = typeof contents === 'object' && contents !== null && 'reference' in contents ? contents : undefined;
    return [...faults, ...contentFaults(file.stream(content?.reference as number) ?? '')];
  });
}

function xmpOf(file: PdfObjects): string {
  const metadata = catalogueOf(file)['/Metadata'];
  if (typeof metadata !== 'object' || metadata === null || !('reference' in metadata)) return '';
  return Buffer.from(file.stream(metadata.reference as number) ?? '', 'latin1').toString('utf8');
}

function catalogueFaults(file: PdfObjects): string[] {
  const catalogue = catalogueOf(file);
  const xmp = xmpOf(file);
  const identifiers = file.resolve(file.trailer['/ID']);
  const checks: readonly (readonly [fault: string, holds: boolean])[] = [
    ['not marked', file.dictionary(catalogue['/MarkInfo'])['/Marked'] === true],
    ['language is not Italian', textOf(file.resolve(catalogue['/Lang'])) === 'it-IT'],
    ['title not shown', file.dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] === true],
    ['no outline', catalogue['/Outlines'] !== undefined],
    ['not PDF/A-2', xmp.includes('<pdfaid:part>2</pdfaid:part>')],
    ['not level A', xmp.includes('<pdfaid:conformance>A</pdfaid:conformance>')],
    ['not PDF/UA-1', xmp.includes('<pdfuaid:part>1</pdfuaid:part>')],
    ['PDF/UA not described', xmp.includes('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')],
    ['no title', /<dc:title><rdf:Alt><rdf:li [^>]*>[^<]+</.test(xmp)],
    ['no identifiers', Array.isArray(identifiers) && identifiers.length === 2],
    ['encrypted', file.trailer['/Encrypt'] === undefined],
    ['actions', catalogue['/OpenAction'] === undefined && catalogue['/AA'] === undefined],
  ];
  return checks.filter(([, holds]) => !holds).map(([fault]) => fault);
}

/**
 * What keeps `bytes` from being a PDF/A-2a and PDF/UA-1 file, as far as its structure shows; empty when nothing does.
 * It stands in for a validator, which no package registry of ours offers. Throws on a file that cannot be read at all.
 */
export function pdfFaults(bytes: Uint8Array): readonly string[] {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const file = readPdfObjects(bytes);
  return [
    ...(head.startsWith('%PDF-1.7\n%') ? [] : ['not PDF 1.7']),
    ...catalogueFaults(file),
    ...structureFaults(bytes),
    ...new Set(pageFaults(file)),
  ];
}
