/** Code points a font draws. */
export type Coverage = ReadonlySet<number>;

const SEGMENTS_FORMAT = 4;
const GROUPS_FORMAT = 12;
const LAST_OF_PLANE = 0xffff;

function tableOffset(font: DataView, wanted: string): number {
  for (let index = 0; index < font.getUint16(4); index++) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
    if (tag === wanted) return font.getUint32(at + 8);
  }
  throw new Error(`font without a ${wanted} table`);
}

/** Format 4 of the OpenType cmap: parallel arrays of segments, each with a delta or an index into the glyph list. */
function* segmentsOf(font: DataView, at: number): Generator<number> {
  const segments = font.getUint16(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + segments * 2];
  const [deltas, ranges] = [starts + segments * 2, starts + segments * 4];
  for (let segment = 0; segment < segments; segment++) {
    const end = font.getUint16(ends + segment * 2);
    const start = font.getUint16(starts + segment * 2);
    const delta = font.getInt16(deltas + segment * 2);
    const range = font.getUint16(ranges + segment * 2);
    for (let code = start; code <= end && code < LAST_OF_PLANE; code++) {
      const listed = range === 0 ? code : font.getUint16(ranges + segment * 2 + range + (code - start) * 2);
      if (listed !== 0 && ((listed + delta) & LAST_OF_PLANE) !== 0) yield code;
    }
  }
}

function* groupsOf(font: DataView, at: number): Generator<number> {
  for (let group = 0; group < font.getUint32(at + 12); group++) {
    const start = font.getUint32(at + 16 + group * 12);
    const end = font.getUint32(at + 20 + group * 12);
    for (let code = start; code <= end; code++) yield code;
  }
}

/** The code points `sfnt` has a glyph for, from its cmap tables of format 4 and 12. Throws on a font without cmap. */
export function coverageOf(sfnt: Uint8Array): Coverage {
  const font = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const cmap = tableOffset(font, 'cmap');
  const codes = new Set<number>();
  for (let index = 0; index < font.getUint16(cmap + 2); index++) {
    const at = cmap + font.getUint32(cmap + 4 + index * 8 + 4);
    const format = font.getUint16(at);
    if (format === SEGMENTS_FORMAT) for (const code of segmentsOf(font, at)) codes.add(code);
    if (format === GROUPS_FORMAT) for (const code of groupsOf(font, at)) codes.add(code);
  }
  return codes;
}
