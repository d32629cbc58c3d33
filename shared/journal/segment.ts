/** Range and hash of a segment: what its name on the share tells. */
export interface SegmentRange {
  readonly first: number;
  readonly last: number;
  /** First 32 lower-case hex digits of the SHA-256 of the whole file: names must survive drives that fold case. */
  readonly hash: string;
}

const NAME = /^(\d{9})-(\d{9})\.([0-9a-f]{32})\.jsonl$/;
const DIGITS = 9;

/** `000000001-000000040.<hash>.jsonl`. */
export function segmentName({ first, last, hash }: SegmentRange): string {
  const position = (seq: number): string => String(seq).padStart(DIGITS, '0');
  return `${position(first)}-${position(last)}.${hash.slice(0, 32)}.jsonl`;
}

/** What a name tells, or `undefined` when it is not the name of a segment. */
export function parseSegmentName(name: string): SegmentRange | undefined {
  const [, first, last, hash] = NAME.exec(name) ?? [];
  if (!first || !last || !hash) return undefined;
  const range = { first: Number(first), last: Number(last), hash };
  return range.first >= 1 && range.last >= range.first ? range : undefined;
}
