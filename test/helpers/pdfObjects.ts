import { inflateSync } from 'node:zlib';

/** A value of the PDF syntax (ISO 32000-1, 7.3); a name stands as `/Name`, a string with its text in Latin-1. */
export type PdfValue = number | boolean | null | string | PdfReference | PdfString | PdfValue[] | PdfDictionary;
interface PdfReference {
  readonly reference: number;
}
interface PdfString {
  readonly text: string;
}
export interface PdfDictionary {
  readonly [name: `/${string}`]: PdfValue;
}

/** The objects of a file by number, each in its last version, with the content of its stream. */
export interface PdfObjects {
  readonly trailer: PdfDictionary;
  readonly numbers: readonly number[];
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  /** The dictionary behind `value`; throws when it is something else. */
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary;
  readonly stream: (number: number) => string | undefined;
}

const TOKEN = /\s*(?:%[^\n]*\n\s*)*(<<|>>|\[|\]|\/[^\s<>[\](){}/%]*|\(|<[0-9a-fA-F\s]*>|[^\s<>[\](){}/%]+)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

class Reader {
  at: number;
  readonly text: string;
  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  token(): string {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (!match?.[1]) throw new Error(`no token at ${this.at}`);
    this.at = TOKEN.lastIndex;
    return match[1];
  }

  string(): PdfString {
    let text = '';
    for (let depth = 1; ; this.at++) {
      let sign = this.text[this.at] ?? '';
      if (sign === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
        this.at += octal ? octal.length : 1;
        const escaped = this.text[this.at] ?? '';
        sign = octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[escaped] ?? escaped);
      } else if (sign === '(') depth++;
      else if (sign === ')' && --depth === 0) break;
      text += sign;
    }
    this.at++;
    return { text };
  }

  value(first = this.token()): PdfValue {
    if (first === '(') return this.string();
    if (first === '[') {
      const items: PdfValue[] = [];
      for (let token = this.token(); token !== ']'; token = this.token()) items.push(this.value(token));
      return items;
    }
    if (first === '<<') {
      const entries: [string, PdfValue][] = [];
      for (let token = this.token(); token !== '>>'; token = this.token()) entries.push([token, this.value()]);
      return Object.fromEntries(entries);
    }
    if (first.startsWith('<')) return { text: Buffer.from(first.slice(1, -1), 'hex').toString('latin1') };
    if (first.startsWith('/')) return first;
    const reference = /^\s+\d+\s+R(?![A-Za-z])/.exec(this.text.slice(this.at, this.at + 20));
    if (reference && /^\d+$/.test(first)) {
      this.at += reference[0].length;
      return { reference: Number(first) };
    }
    if (first === 'true' || first === 'false') return first === 'true';
    return first === 'null' ? null : Number(first);
  }
}

/** One instruction of a page's content: what it does and with what. */
export interface PdfOperation {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
}

/** The instructions of a content stream, in order. */
export function readOperations(content: string): readonly PdfOperation[] {
  const reader = new Reader(content.trimEnd(), 0);
  const operations: PdfOperation[] = [];
  let operands: PdfValue[] = [];
  while (reader.at < reader.text.length) {
    const token = reader.token();
    if (/^[A-Za-z'"]/.test(token) && !/^(?:true|false|null)$/.test(token)) {
      operations.push({ operator: token, operands });
      operands = [];
    } else operands.push(reader.value(token));
  }
  return operations;
}

const isDictionary = (value: PdfValue): value is PdfDictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('reference' in value) && !('text' in value);

/** Offsets by object number of one classic cross-reference section, and its trailer. */
function readSection(text: string, xrefAt: number): { offsets: Map<number, number>; trailer: PdfDictionary } {
  if (!text.startsWith('xref', xrefAt)) throw new Error(`no classic xref at ${xrefAt}`);
  const trailerAt = text.indexOf('trailer', xrefAt);
  const offsets = new Map<number, number>();
  for (const [, first = '', , entries = ''] of text
    .slice(xrefAt + 4, trailerAt)
    .matchAll(/(\d+) (\d+)\s*\n((?:\d{10} \d{5} [nf][ \r][\n])+|)/g)) {
    for (const [index, entry] of (entries.match(/\d{10} \d{5} [nf]/g) ?? []).entries()) {
      if (entry.endsWith('n')) offsets.set(Number(first) + index, Number(entry.slice(0, 10)));
    }
  }
  return { offsets, trailer: new Reader(text, trailerAt + 'trailer'.length).value() as PdfDictionary };
}

/** Reads a PDF through its classic cross-reference tables, newest first. Throws where the file is broken. */
export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes).toString('latin1');
  const offsets = new Map<number, number>();
  const trailers: PdfDictionary[] = [];
  let next: PdfValue | undefined = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  while (typeof next === 'number') {
    const section = readSection(text, next);
    for (const [number, offset] of section.offsets) if (!offsets.has(number)) offsets.set(number, offset);
    trailers.push(section.trailer);
    next = section.trailer['/Prev'];
  }
  const bodies = new Map<number, { value: PdfValue; end: number }>();
  for (const [number, offset] of offsets) {
    const head = `${number} 0 obj`;
    if (!text.startsWith(head, offset)) throw new Error(`object ${number} is not at ${offset}`);
    const reader = new Reader(text, offset + head.length);
    bodies.set(number, { value: reader.value(), end: reader.at });
  }
  const resolve = (value: PdfValue | undefined): PdfValue => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'object' && 'reference' in value) {
      return resolve(bodies.get(value.reference as number)?.value);
    }
    return value;
  };
  const dictionary = (value: PdfValue | undefined): PdfDictionary => {
    const resolved = resolve(value);
    if (!isDictionary(resolved)) throw new Error(`not a dictionary: ${JSON.stringify(resolved)}`);
    return resolved;
  };
  const stream = (number: number): string | undefined => {
    const body = bodies.get(number);
    if (!body || !isDictionary(body.value)) return undefined;
    const start = /^\s*stream\r?\n/.exec(text.slice(body.end, body.end + 20));
    if (!start) return undefined;
    const from = body.end + start[0].length;
    const raw = Buffer.from(text.slice(from, from + Number(resolve(body.value['/Length']))), 'latin1');
    const packed = JSON.stringify(body.value['/Filter'] ?? '').includes('FlateDecode');
    return (packed ? inflateSync(raw) : raw).toString('latin1');
  };
  return { trailer: trailers[0] ?? {}, numbers: [...bodies.keys()], resolve, dictionary, stream };
}
